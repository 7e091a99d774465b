package dev.concertina.code;

import java.util.Set;

/**
 * An identifier in a source file.
 *
 * @param start offset of its first character
 * @param end offset after its last
 */
record Word(CodeText code, int start, int end) {
  private static final Set<String> IMPORTS =
      Set.of("import", "from", "require", "use", "using", "include", "package", "alias", "export");

  String text() {
    return new String(code.text(), start, end - start);
  }

  int line() {
    return code.line(start);
  }

  /** Its line as the file counts it. */
  int fileLine() {
    return code.fileLine(start);
  }

  /** {@code Audio}, {@code UserAccount}. */
  boolean isPascal() {
    return Character.isUpperCase(code.text()[start]) && !isUpper();
  }

  /** {@code userAccount}. */
  boolean isCamel() {
    return !Character.isUpperCase(code.text()[start]) && hasUpper();
  }

  /** {@code USER_ACCOUNTS}; a single capital is no word. */
  boolean isUpper() {
    boolean lower = false;
    for (int i = start; i < end; i++) {
      lower |= Character.isLowerCase(code.text()[i]);
    }
    return !lower && hasUpper() && end - start > 1;
  }

  private boolean hasUpper() {
    for (int i = start; i < end; i++) {
      if (Character.isUpperCase(code.text()[i])) {
        return true;
      }
    }
    return false;
  }

  /** The character at a distance from the word's start (negative) or from its end (0 and more). */
  char beside(int distance) {
    int at = distance < 0 ? start + distance : end + distance;
    return at >= 0 && at < code.text().length ? code.text()[at] : '\n';
  }

  boolean isQuoted() {
    return code.isQuoted(start);
  }

  /** A literal of its own: {@code 'audio'}, {@code "audio"}, {@code :audio}. */
  boolean isLiteral() {
    char before = beside(-1);
    boolean symbol =
        before == ':' && beside(-2) != ':' && !Character.isLetterOrDigit(beside(-2)) && !isPascal();
    boolean quote = before == '\'' || before == '"' || before == '`';
    return symbol || quote && beside(0) == before;
  }

  /** {@code x.audio}, {@code x->audio}, {@code x::audio}, {@code x["audio"]}. */
  boolean isMember() {
    return receiverEnd() >= 0;
  }

  /** The word before the dot, arrow or bracket; the empty string where there is none. */
  String receiver() {
    int last = receiverEnd();
    return last < 0 ? "" : wordThatEnds(last).text();
  }

  /** The same word with its receiver in front of it, which there must be. */
  Word withReceiver() {
    return new Word(code, wordThatEnds(receiverEnd()).start(), end);
  }

  private Word wordThatEnds(int last) {
    int first = last;
    while (isPart(at(first - 1))) {
      first--;
    }
    return new Word(code, first, last);
  }

  private int receiverEnd() {
    int i = start - 1;
    while (at(i) == '"' || at(i) == '\'' || at(i) == '`' || at(i) == ':' && at(i - 1) == '[') {
      i--;
    }
    boolean arrow = at(i) == '>' && at(i - 1) == '-' || at(i) == ':' && at(i - 1) == ':';
    boolean dot = at(i) == '.' || at(i) == '[';
    if (!arrow && !dot) {
      return -1;
    }
    i -= arrow ? 2 : 1;
    while (at(i) == '?' || at(i) == '!' || at(i) == '&' || at(i) == '"' || at(i) == '`') {
      i--;
    }
    return isPart(at(i)) ? i + 1 : -1;
  }

  /** The word before, over blanks and quotes but not over other signs; in lower case. */
  String previous() {
    int last = start;
    while (last > 0 && (at(last - 1) <= ' ' || "\"`[('".indexOf(at(last - 1)) >= 0)) {
      last--;
    }
    return Inflection.key(wordThatEnds(last).text());
  }

  /** Whether it is only brought into scope here. */
  boolean isImported() {
    if (code.isPiece(line())) {
      return false;
    }
    String line = code.lineText(line()).strip();
    int end = 0;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    String first = line.substring(0, end);
    return first.equals("export")
        ? line.contains(" from ")
        : IMPORTS.contains(first) && !isCall(line, end) || line.contains("require(");
  }

  /** {@code from('audio')}, {@code using(audio)} are calls. */
  private static boolean isCall(String line, int end) {
    return end < line.length() && (line.charAt(end) == '(' || line.charAt(end) == '.');
  }

  private char at(int i) {
    return i >= 0 && i < code.text().length ? code.text()[i] : '\n';
  }

  static boolean isPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c > 127 && Character.isLetterOrDigit(c);
  }
}
