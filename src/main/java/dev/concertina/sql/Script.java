package dev.concertina.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts tokens into statements where the database would cut them: not inside the body of a rule or
 * of a routine with BEGIN ATOMIC, and always at a semicolon otherwise, so that an unclosed
 * parenthesis costs one statement and not the rest of the file.
 */
final class Script {

  /**
   * The tokens of one statement.
   *
   * @param first its first token
   * @param end the token after its last: the semicolon, if there is one
   */
  record Piece(int first, int end) {}

  private final Tokens tokens;
  private final int end;
  private final List<Piece> pieces = new ArrayList<>();
  private int first;
  private int parentheses;
  private int blocks;
  private boolean protects = true;

  private Script(Tokens tokens, int from, int end) {
    this.tokens = tokens;
    this.end = end;
    first = from;
  }

  static List<Piece> split(Tokens tokens) {
    return split(tokens, 0, tokens.size());
  }

  /** The statements among the tokens from {@code from} to before {@code end}. */
  static List<Piece> split(Tokens tokens, int from, int end) {
    return new Script(tokens, from, end).run();
  }

  private List<Piece> run() {
    int firstSemicolon = -1;
    for (int i = first; i < end; i++) {
      switch (tokens.kind(i)) {
        case LEFT -> parentheses++;
        case RIGHT -> parentheses = Math.max(0, parentheses - 1);
        case WORD -> word(i);
        case META, DATA -> {
          cut(i);
          if (tokens.kind(i) == TokenKind.META) {
            pieces.add(new Piece(i, i + 1));
          }
          first = i + 1;
          firstSemicolon = -1;
        }
        case SEMICOLON -> {
          if (!inside()) {
            cut(i);
            firstSemicolon = -1;
          } else if (firstSemicolon < 0) {
            firstSemicolon = i;
          }
        }
        default -> {}
      }
      boolean unclosed = i + 1 == end && firstSemicolon >= 0 && inside();
      if (unclosed) {
        protects = false;
        i = firstSemicolon;
        cut(i);
        firstSemicolon = -1;
      }
    }
    cut(end);
    return pieces;
  }

  private void cut(int at) {
    if (at > first) {
      pieces.add(new Piece(first, at));
    }
    first = at + 1;
    parentheses = 0;
    blocks = 0;
  }

  private boolean inside() {
    return protects && (blocks > 0 || parentheses > 0 && createsRule());
  }

  private void word(int i) {
    if (blocks == 0) {
      boolean opens =
          tokens.is(i, "begin")
              && (tokens.is(i + 1, "atomic") || tokens.syntax().mysqlFamily())
              && createsRoutine();
      blocks = opens ? 1 : 0;
    } else if (tokens.is(i, "case") && !tokens.is(i - 1, "end")
        || tokens.syntax().mysqlFamily() && tokens.is(i, "begin")) {
      blocks++;
    } else if (tokens.is(i, "end") && !endsControlStructure(i + 1)) {
      blocks--;
    }
  }

  private boolean endsControlStructure(int after) {
    return tokens.syntax().mysqlFamily()
        && (tokens.is(after, "if")
            || tokens.is(after, "loop")
            || tokens.is(after, "while")
            || tokens.is(after, "repeat"));
  }

  private int created() {
    if (!tokens.is(first, "create")) {
      return -1;
    }
    boolean replaces = tokens.is(first + 1, "or") && tokens.is(first + 2, "replace");
    return first + (replaces ? 3 : 1);
  }

  private boolean createsRule() {
    int kind = created();
    return kind >= 0 && tokens.is(kind, "rule");
  }

  private boolean createsRoutine() {
    int kind = created();
    if (kind < 0) {
      return false;
    }
    if (tokens.syntax().mysqlFamily()) {
      return !tokens.is(kind, "table") && !tokens.is(kind, "view");
    }
    return tokens.is(kind, "function") || tokens.is(kind, "procedure");
  }
}
