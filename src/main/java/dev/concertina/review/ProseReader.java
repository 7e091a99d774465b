package dev.concertina.review;

import dev.concertina.review.Prose.Kind;
import dev.concertina.review.Prose.Run;
import java.util.ArrayList;
import java.util.List;

/** Reads one paragraph of Markdown into runs. What is no markup stays as it is written. */
final class ProseReader {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final String text;
  private final List<Run> runs = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private Kind kind = Kind.TEXT;
  private String closing = "";
  private int at;

  ProseReader(String text) {
    this.text = text;
  }

  List<Run> read() {
    while (at < text.length()) {
      if (!escaped() && !code() && !emphasis() && !link()) {
        pending.append(text.charAt(at++));
      }
    }
    flush();
    return runs;
  }

  private boolean escaped() {
    boolean escaped =
        text.charAt(at) == '\\'
            && at + 1 < text.length()
            && PUNCTUATION.indexOf(text.charAt(at + 1)) >= 0;
    if (escaped) {
      pending.append(text.charAt(at + 1));
      at += 2;
    }
    return escaped;
  }

  private boolean code() {
    int ticks = ticks(at);
    if (ticks == 0) {
      return false;
    }
    int end = at + ticks;
    while (end < text.length() && ticks(end) != ticks) {
      end += Math.max(1, ticks(end));
    }
    if (end >= text.length()) {
      pending.append(text, at, at + ticks);
      at += ticks;
      return true;
    }
    flush();
    runs.add(new Run(Kind.CODE, unpadded(text.substring(at + ticks, end))));
    at = end + ticks;
    return true;
  }

  private int ticks(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - from;
  }

  private static String unpadded(String code) {
    boolean padded = code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
    return padded ? code.substring(1, code.length() - 1) : code;
  }

  private boolean emphasis() {
    char c = text.charAt(at);
    if (c != '*' && c != '_') {
      return false;
    }
    String mark = text.startsWith("" + c + c, at) ? "" + c + c : "" + c;
    if (mark.equals(closing) && !Character.isWhitespace(before()) && !isWord(after(mark))) {
      flush();
      kind = Kind.TEXT;
      closing = "";
    } else if (closing.isEmpty() && opens(mark)) {
      flush();
      kind = mark.length() == 2 ? Kind.STRONG : Kind.EMPHASIS;
      closing = mark;
    } else {
      pending.append(mark);
    }
    at += mark.length();
    return true;
  }

  /** Marks open only between a space and a word, so that {@code count(*)} stays as it is. */
  private boolean opens(String mark) {
    char after = after(mark);
    boolean start = at == 0 || Character.isWhitespace(before()) || "(\"".indexOf(before()) >= 0;
    return start && (isWord(after) || after == '`') && text.indexOf(mark, at + mark.length()) >= 0;
  }

  private char before() {
    return at == 0 ? ' ' : text.charAt(at - 1);
  }

  private char after(String mark) {
    int next = at + mark.length();
    return next < text.length() ? text.charAt(next) : ' ';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private boolean link() {
    if (text.charAt(at) != '[') {
      return false;
    }
    int middle = text.indexOf("](", at);
    int end = middle < 0 ? -1 : text.indexOf(')', middle);
    int nested = text.indexOf('[', at + 1);
    if (end < 0 || nested >= 0 && nested < middle) {
      return false;
    }
    flush();
    for (Run run : new ProseReader(text.substring(at + 1, middle)).read()) {
      runs.add(run.kind() == Kind.TEXT ? new Run(kind, run.text()) : run);
    }
    at = end + 1;
    return true;
  }

  private void flush() {
    if (!pending.isEmpty()) {
      runs.add(new Run(kind, pending.toString()));
      pending.setLength(0);
    }
  }
}
