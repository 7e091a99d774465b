package dev.concertina.sql;

/** Finds where quotes and comments end. Every method returns -1 when they don't. */
final class Quotes {

  private final String text;
  private final int limit;

  Quotes(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /**
   * The end of a string whose opening quote is at {@code quote}, with the parts that SQL joins to
   * it: those separated by white space with a line break.
   */
  int stringEnd(int quote, char delimiter, boolean backslashes) {
    int end = end(quote + 1, delimiter, backslashes);
    while (end >= 0) {
      int next = continuation(end);
      if (next < 0) {
        return end;
      }
      end = end(next + 1, delimiter, backslashes);
    }
    return -1;
  }

  private int continuation(int from) {
    boolean newline = false;
    int i = from;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        newline = true;
        i++;
      } else if (Characters.isSpace(c)) {
        i++;
      } else if (c == '-' && text.startsWith("--", i)) {
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          i++;
        }
      } else {
        return newline && c == '\'' ? i : -1;
      }
    }
    return -1;
  }

  /** The offset after the closing delimiter, where a doubled delimiter does not close. */
  int end(int from, char delimiter, boolean backslashes) {
    int i = from;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\\' && backslashes) {
        i += 2;
      } else if (c != delimiter) {
        i++;
      } else if (i + 1 < limit && text.charAt(i + 1) == delimiter) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return -1;
  }

  /** The offset after {@code $tag$}, or -1 when no such tag begins here. */
  int dollarTagEnd(int from) {
    int i = from + 1;
    while (i < limit && Characters.isWordPart(text.charAt(i)) && text.charAt(i) != '$') {
      i++;
    }
    return i < limit && text.charAt(i) == '$' ? i + 1 : -1;
  }

  int dollarEnd(int from, int tagEnd) {
    String tag = text.substring(from, tagEnd);
    int end = text.indexOf(tag, tagEnd);
    return end < 0 || end + tag.length() > limit ? -1 : end + tag.length();
  }

  int commentEnd(int from, boolean nests) {
    int depth = 0;
    int i = from;
    while (i + 1 < limit) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      if (c == '/' && next == '*' && (nests || depth == 0)) {
        depth++;
        i += 2;
      } else if (c == '*' && next == '/') {
        i += 2;
        if (--depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return -1;
  }
}
