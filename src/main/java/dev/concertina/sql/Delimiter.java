package dev.concertina.sql;

/** What ends a statement for MySQL's client, which its DELIMITER command changes. */
final class Delimiter {

  private static final String COMMAND = "delimiter ";

  private final String text;
  private final int limit;
  private String current = ";";

  Delimiter(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  boolean isSemicolon() {
    return current.equals(";");
  }

  int length() {
    return current.length();
  }

  /** Whether a statement ends at {@code offset} by a delimiter other than the semicolon. */
  boolean ends(int offset) {
    return !isSemicolon() && text.startsWith(current, offset) && offset + length() <= limit;
  }

  /** Where the command that begins at {@code offset} ends, or -1 when none begins there. */
  int choose(int offset) {
    boolean command = text.regionMatches(true, offset, COMMAND, 0, COMMAND.length());
    if (!command || !startsLine(offset)) {
      return -1;
    }
    int end = offset;
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    int from = offset + COMMAND.length();
    String chosen = from < end ? text.substring(from, end).strip() : "";
    if (chosen.isEmpty()) {
      return -1;
    }
    current = chosen;
    return end;
  }

  private boolean startsLine(int offset) {
    int i = offset;
    while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
      i--;
    }
    return i == 0 || text.charAt(i - 1) == '\n';
  }
}
