package dev.concertina.code;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file in which a table's columns are at home: the body of its class, or an SQL
 * statement that names it.
 *
 * @param start offset of its first character
 * @param end offset after its last
 * @param strings whether only what stands in string literals belongs to it
 */
record Region(int start, int end, boolean strings) {
  private static final int MOST_LINES = 400;
  private static final int STATEMENT_LINES = 25;
  private static final int BEFORE = 1_500;

  private static final Pattern BEGIN =
      Pattern.compile("(?i)\\b(select|insert|update|delete|merge|with|copy|truncate)\\b");

  /** The nearest SELECT before the table; a star in parentheses, as in count(*), is none. */
  private static final Pattern STAR_BEFORE =
      Pattern.compile(
          "(?i)\\bselect\\s+(distinct\\s+)?([\\w.\"]+\\s*,\\s*)*([\\w\"]+\\.)?\\*"
              + "((?!\\bselect\\b).)*$",
          Pattern.DOTALL);

  private static final Pattern STAR_AFTER =
      Pattern.compile("(?i)\\breturning\\s+([\\w\"]+\\.)?\\*");

  private static final Pattern CLASS =
      Pattern.compile(
          "^\\s*(export |default |public |private |internal |abstract |final |data |sealed |open |pub"
              + "(\\([a-z]+\\))? |@\\w+ )*(class|struct|interface|record|type|model|entity|object"
              + "|defmodule)\\s+\\w.*",
          Pattern.DOTALL);

  boolean contains(Word word) {
    return start <= word.start() && word.end() <= end && (!strings || word.isQuoted());
  }

  /** The statement around a table's name in SQL. */
  static Region statement(CodeText code, Word table) {
    char[] text = code.text();
    int from = Math.max(0, table.start() - BEFORE);
    Matcher verbs = BEGIN.matcher(new String(text, from, table.start() - from));
    int start = table.start();
    for (int semicolon = lastSemicolon(text, from, start); verbs.find(); ) {
      if (from + verbs.start() > semicolon) {
        start = from + verbs.start();
        break;
      }
    }
    int last = Math.min(code.lineCount(), table.line() + STATEMENT_LINES);
    int end = table.end();
    int limit = last == code.lineCount() ? text.length : code.lineStart(last + 1);
    while (end < limit && text[end] != ';') {
      if (text[end] == '\n' && end + 1 < text.length && text[end + 1] == '\n') {
        break;
      }
      end++;
    }
    return new Region(start, end, table.isQuoted());
  }

  /** Whether the statement around a table's name in SQL says {@code *} for its columns. */
  static boolean returnsEveryColumn(CodeText code, Word table) {
    Region statement = statement(code, table);
    String text = new String(code.text(), statement.start, statement.end - statement.start);
    String before = text.substring(0, table.start() - statement.start);
    return STAR_BEFORE.matcher(before).find()
        || STAR_AFTER.matcher(text.substring(before.length())).find();
  }

  private static int lastSemicolon(char[] text, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (text[i] == ';') {
        return i;
      }
    }
    return -1;
  }

  /** The body of the class that a table's name declares, names in its annotation or in its body. */
  static Region body(CodeText code, Word table) {
    int line = table.line();
    if (isClass(code, line)) {
      return block(code, line);
    }
    // @Table(name = "audio") stands above its class, __tablename__ = "audio" inside.
    for (int below = line + 1; below <= Math.min(line + 4, code.lineCount()); below++) {
      if (isClass(code, below) && indent(code, below) <= indent(code, line)) {
        return block(code, below);
      }
    }
    for (int above = line - 1; above >= Math.max(1, line - 30); above--) {
      if (isClass(code, above) && indent(code, above) < indent(code, line)) {
        return block(code, above);
      }
    }
    return block(code, line);
  }

  private static boolean isClass(CodeText code, int line) {
    return CLASS.matcher(code.lineText(line)).matches();
  }

  /** A line and the lines after it that are indented more, with what closes them. */
  private static Region block(CodeText code, int line) {
    int indent = indent(code, line);
    int start = code.lineStart(line);
    int last = line;
    for (int next = line + 1; next <= Math.min(code.lineCount(), line + MOST_LINES); next++) {
      String text = code.lineText(next).strip();
      boolean opens = text.startsWith("{") || text.startsWith(")");
      if (!text.isEmpty() && indent(code, next) <= indent && !opens) {
        break;
      }
      last = next;
    }
    return new Region(start, code.lineStart(last) + code.lineText(last).length(), false);
  }

  private static int indent(CodeText code, int line) {
    String text = code.lineText(line);
    int indent = 0;
    while (indent < text.length() && Character.isWhitespace(text.charAt(indent))) {
      indent += text.charAt(indent) == '\t' ? 4 : 1;
    }
    return indent;
  }

  static boolean any(List<Region> regions, Word word) {
    return regions.stream().anyMatch(region -> region.contains(word));
  }
}
