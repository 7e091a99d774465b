package dev.concertina.sql;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of a text in arrays, because a script of five megabytes has a million of them, and the
 * comments and lexical faults found on the way.
 */
final class Tokens {

  private final Source source;
  private final SqlSyntax syntax;
  private byte[] kinds;
  private int[] starts;
  private int[] ends;
  private int count;
  private final List<int[]> comments = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Something that no statement may hold: an unterminated string, a NUL.
   *
   * @param token the index of the token at or before it
   */
  record Fault(int token, String reason) {}

  Tokens(Source source, SqlSyntax syntax, int expectedLength) {
    this.source = source;
    this.syntax = syntax;
    int room = Math.max(16, expectedLength / 5);
    kinds = new byte[room];
    starts = new int[room];
    ends = new int[room];
  }

  void add(TokenKind kind, int start, int end) {
    if (count == kinds.length) {
      int room = count * 2;
      kinds = Arrays.copyOf(kinds, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
    }
    kinds[count] = (byte) kind.ordinal();
    starts[count] = start;
    ends[count++] = end;
  }

  void addComment(int start, int end) {
    comments.add(new int[] {start, end});
  }

  /** Notes a fault of the token that was added last. */
  void addFault(String reason) {
    faults.add(new Fault(count - 1, reason));
  }

  int size() {
    return count;
  }

  Source source() {
    return source;
  }

  String text() {
    return source.text();
  }

  SqlSyntax syntax() {
    return syntax;
  }

  TokenKind kind(int token) {
    return token < count && token >= 0 ? TokenKind.of(kinds[token]) : TokenKind.END;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  List<Fault> faults() {
    return faults;
  }

  int commentCount() {
    return comments.size();
  }

  int commentStart(int comment) {
    return comments.get(comment)[0];
  }

  int commentEnd(int comment) {
    return comments.get(comment)[1];
  }

  /** The text of a token as it is written. */
  String text(int token) {
    return text().substring(starts[token], ends[token]);
  }

  /** Whether a token is a placeholder of a template, also inside the quotes of a name. */
  boolean isTemplate(int token) {
    return switch (kind(token)) {
      case PLACEHOLDER -> true;
      case QUOTED ->
          text().startsWith("\"${", starts[token]) || text().startsWith("\"{{", starts[token]);
      default -> false;
    };
  }

  /** Whether a token is this keyword, given in lower case. */
  boolean is(int token, String keyword) {
    if (token < 0 || token >= count || kinds[token] != 0) {
      return false;
    }
    int start = starts[token];
    int length = ends[token] - start;
    if (length != keyword.length()) {
      return false;
    }
    String text = text();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(start + i);
      if (c != keyword.charAt(i) && (c | 0x20) != keyword.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a token is this operator or bracket. */
  boolean isSymbol(int token, String symbol) {
    return token >= 0
        && token < count
        && ends[token] - starts[token] == symbol.length()
        && kind(token) != TokenKind.WORD
        && text().startsWith(symbol, starts[token]);
  }

  /** The place from one token to another, both inclusive. */
  Span span(int first, int last) {
    return source.span(starts[first], ends[Math.max(first, last)]);
  }
}
