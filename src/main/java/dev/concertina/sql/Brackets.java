package dev.concertina.sql;

/** Matches brackets, in one pass each time, for they may be thousands. */
final class Brackets {

  private Brackets() {}

  /** The bracket that closes the one at {@code open}. */
  static int closing(Tokens tokens, int open, int limit) {
    int depth = 0;
    for (int i = open; i < limit; i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.LEFT) {
        depth++;
      } else if (kind == TokenKind.RIGHT && --depth == 0) {
        return i;
      }
    }
    int line = tokens.source().line(tokens.start(open));
    throw new UnreadableException("the parenthesis on line " + line + " is not closed");
  }

  /** How many pairs of parentheses stand around all of the tokens. */
  static int around(Tokens tokens, int from, int to) {
    int leading = 0;
    while (from + leading < to && tokens.isSymbol(from + leading, "(")) {
      leading++;
    }
    int trailing = 0;
    while (to - trailing > from && tokens.isSymbol(to - trailing - 1, ")")) {
      trailing++;
    }
    if (from + leading >= to - trailing) {
      return 0;
    }
    int depth = leading;
    int least = Math.min(leading, trailing);
    for (int i = from + leading; i < to - trailing; i++) {
      TokenKind kind = tokens.kind(i);
      depth += kind == TokenKind.LEFT ? 1 : kind == TokenKind.RIGHT ? -1 : 0;
      least = Math.min(least, depth);
    }
    return Math.max(0, least);
  }

  /** Whether every bracket among the tokens has its other one. */
  static boolean balanced(Tokens tokens, int from, int to) {
    int depth = 0;
    for (int i = from; i < to && depth >= 0; i++) {
      TokenKind kind = tokens.kind(i);
      depth += kind == TokenKind.LEFT ? 1 : kind == TokenKind.RIGHT ? -1 : 0;
    }
    return depth == 0;
  }
}
