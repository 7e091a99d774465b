package dev.concertina.code;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A source file without its comments: every other character stands where it stood. Knows which
 * characters are inside string literals, where SQL is written.
 *
 * <p>This is no parser. Where it is mistaken about a quote (an apostrophe in a template's prose) it
 * recovers at the end of the line.
 */
final class CodeText {
  /**
   * A line that is longer is taken for several, as it would be had nobody taken its line ends away:
   * what stands at its two ends is not near, and no line costs more than another.
   */
  private static final int LONGEST_LINE = 1_000;

  private static final List<String> IGNORING = List.of("ignored_columns", "ignore_column");

  private final char[] text;
  private final BitSet quoted = new BitSet();
  private final Language language;
  private final int[] lines;
  private final BitSet continued = new BitSet();
  private final boolean declaresEntities;

  CodeText(String source, String path) {
    this.declaresEntities = Language.declaresEntities(path);
    this.language = SourcePath.language(path);
    this.text = ("\n" + source).toCharArray();
    if (language == Language.RECORDED_QUERY) {
      unescape();
    } else {
      read();
    }
    blankIgnoredColumns(source);
    this.lines = lineStarts();
  }

  /**
   * The text with blanks for comments; the first character is a line end that is not the file's.
   */
  char[] text() {
    return text;
  }

  /** Whether the language says which classes are tables. */
  boolean declaresEntities() {
    return declaresEntities;
  }

  boolean isQuoted(int offset) {
    return language.isSql() || quoted.get(offset);
  }

  /** The line of an offset as the file counts it, from 1. */
  int fileLine(int offset) {
    int line = line(offset);
    return line - continued.get(0, line).cardinality();
  }

  /** The line of an offset, from 1, where a very long one is several. */
  int line(int offset) {
    int at = Arrays.binarySearch(lines, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The text of a line, counted from 1. */
  String lineText(int line) {
    int start = lines[line - 1];
    int end =
        line == lines.length ? text.length : continued.get(line) ? lines[line] : lines[line] - 1;
    return new String(text, start, end - start);
  }

  /** Offset of a line's first character. */
  int lineStart(int line) {
    return lines[line - 1];
  }

  /** Whether it is only a piece of a very long line. */
  boolean isPiece(int line) {
    return continued.get(line) || continued.get(line - 1);
  }

  int lineCount() {
    return lines.length;
  }

  private int[] lineStarts() {
    int[] starts = new int[64];
    int count = 0;
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      boolean cut = i + 1 - start >= LONGEST_LINE && text[i] != '\n';
      if (text[i] == '\n' || cut) {
        start = i + 1;
        continued.set(count, cut);
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private void read() {
    int i = 0;
    while (i < text.length) {
      int end = comment(i);
      if (end > i) {
        blank(i, end);
        i = end;
      } else if (isQuote(i)) {
        i = string(i);
      } else {
        i++;
      }
    }
  }

  /** Where the comment that begins at {@code i} ends, or {@code i} where none begins. */
  private int comment(int i) {
    if (!language.mayBeginComment(text[i])) {
      return i;
    }
    List<String> blocks = language.blockComments();
    for (int k = 0; k < blocks.size(); k += 2) {
      if (starts(blocks.get(k), i)) {
        int close = find(blocks.get(k + 1), i + blocks.get(k).length());
        return close < 0 ? text.length : close + blocks.get(k + 1).length();
      }
    }
    for (String begin : language.lineComments()) {
      if (starts(begin, i) && !begin.equals("#") | isHashComment(i)) {
        int close = find("\n", i);
        return close < 0 ? text.length : close;
      }
    }
    return i;
  }

  /** Not {@code #{interpolation}}, nor PHP's {@code #[Attribute]}, nor a colour or anchor. */
  private boolean isHashComment(int i) {
    char next = i + 1 < text.length ? text[i + 1] : '\n';
    boolean attribute = language == Language.PHP && next == '[';
    return next != '{' && !attribute && !Character.isLetterOrDigit(text[i - 1]);
  }

  private boolean isQuote(int i) {
    char c = text[i];
    if (c == '\'') {
      // Rust's lifetimes, digit separators and English apostrophes open nothing.
      return !Character.isLetterOrDigit(text[Math.max(0, i - 1)]) || language.isSql();
    }
    return c == '"' || c == '`';
  }

  /** Marks the string that begins at {@code i}, and answers where it ends. */
  private int string(int i) {
    char quote = text[i];
    boolean triple = starts(String.valueOf(quote).repeat(3), i) && quote != '`';
    String close = String.valueOf(quote).repeat(triple ? 3 : 1);
    boolean manyLines = triple || quote == '`' || language.isSql();
    int j = i + close.length();
    while (j < text.length && !starts(close, j)) {
      if (text[j] == '\n' && !manyLines) {
        break;
      }
      j += text[j] == '\\' && !language.isSql() ? 2 : 1;
    }
    int end = Math.min(text.length, j + (j < text.length && text[j] == '\n' ? 0 : close.length()));
    if (triple && language == Language.PYTHON && isDocumentation(i)) {
      blank(i, end);
    } else {
      quoted.set(i, end);
    }
    return end;
  }

  /** A Python string that is a statement of its own, right after a colon or first in the file. */
  private boolean isDocumentation(int i) {
    int before = i - 1;
    while (before > 0 && Character.isWhitespace(text[before])) {
      before--;
    }
    return before <= 0 || text[before] == ':' && find("\n", before) < i;
  }

  /** {@code self.ignored_columns = %w[length]}: the running version no longer names them. */
  private void blankIgnoredColumns(String source) {
    for (String setting : IGNORING) {
      int first = source.indexOf(setting);
      for (int i = first < 0 ? -1 : find(setting, first); i >= 0; i = find(setting, i + 1)) {
        int end = find("\n", i);
        end = end < 0 ? text.length : end;
        int open = find("[", i);
        int close = open >= 0 && open < end ? find("]", open) : -1;
        blank(i, Math.max(end, close));
      }
    }
  }

  /** A recorded query is one JSON string: its line ends are written as two characters. */
  private void unescape() {
    for (int i = 0; i + 1 < text.length; i++) {
      if (text[i] == '\\') {
        text[i] = ' ';
        text[i + 1] = text[i + 1] == '"' ? '"' : ' ';
        i++;
      }
    }
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      text[i] = text[i] == '\n' ? '\n' : ' ';
    }
  }

  private boolean starts(String word, int i) {
    if (i + word.length() > text.length) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (text[i + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private int find(String word, int from) {
    for (int i = from; i + word.length() <= text.length; i++) {
      if (starts(word, i)) {
        return i;
      }
    }
    return -1;
  }
}
