package dev.concertina.sql;

/**
 * Skips the rows below {@code COPY … FROM stdin}. Only with their terminator: without one they are
 * left to be reported as unreadable statements, because whatever follows would be hidden by them.
 */
final class CopyData {

  private final Tokens tokens;
  private final String text;
  private final int limit;
  private int statementStart;
  private boolean noMoreEnds;

  CopyData(Tokens tokens, String text, int limit) {
    this.tokens = tokens;
    this.text = text;
    this.limit = limit;
  }

  /** Where to go on after the semicolon that was just added. */
  int after(int offset) {
    int first = statementStart;
    statementStart = tokens.size();
    boolean copies = tokens.is(first, "copy") && readsStandardInput(first);
    return copies ? skip(offset) : offset;
  }

  /** Where to go on after a psql command that was just added. */
  int afterMeta(int start, int end) {
    statementStart = tokens.size();
    String command = text.substring(start, Math.min(end, start + 2000));
    boolean copies = command.startsWith("\\copy ") && command.contains(" from stdin");
    return copies ? skip(end) : end;
  }

  private boolean readsStandardInput(int first) {
    for (int i = first; i + 1 < tokens.size(); i++) {
      if (tokens.is(i, "from") && tokens.is(i + 1, "stdin")) {
        return true;
      }
    }
    return false;
  }

  private int skip(int offset) {
    if (noMoreEnds) {
      return offset;
    }
    int line = nextLine(offset);
    int start = line;
    while (line < limit) {
      int next = nextLine(line);
      if (text.startsWith("\\.", line) && text.substring(line, next).strip().equals("\\.")) {
        tokens.add(TokenKind.DATA, start, Math.min(line + 2, limit));
        statementStart = tokens.size();
        return line + 2;
      }
      line = next;
    }
    noMoreEnds = true;
    return offset;
  }

  private int nextLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 || end >= limit ? limit : end + 1;
  }
}
