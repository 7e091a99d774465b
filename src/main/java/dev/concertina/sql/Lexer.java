package dev.concertina.sql;

/**
 * One pass from text to tokens, by the rules of PostgreSQL's own scanner ({@code scan.l}) and, with
 * the other syntaxes, MySQL's. Nothing that it is given stops it: what is unterminated runs to the
 * end of the range and is noted as a fault.
 */
final class Lexer {

  private static final int LONGEST_PLACEHOLDER = 200;

  private final String text;
  private final int limit;
  private final boolean mysql;
  private final Tokens tokens;
  private final Quotes quotes;
  private final CopyData copyData;
  private final Delimiter delimiter;
  private int at;

  private Lexer(Source source, int from, int to, SqlSyntax syntax) {
    text = source.text();
    limit = to;
    mysql = syntax.mysqlFamily();
    tokens = new Tokens(source, syntax, to - from);
    quotes = new Quotes(text, limit);
    copyData = new CopyData(tokens, text, limit);
    delimiter = new Delimiter(text, limit);
    at = from;
  }

  /** The tokens of a part of a text. */
  static Tokens lex(Source source, int from, int to, SqlSyntax syntax) {
    return new Lexer(source, from, to, syntax).run();
  }

  private Tokens run() {
    while (at < limit) {
      char c = text.charAt(at);
      if (Characters.isSpace(c)) {
        at++;
      } else if (mysql && delimited(c)) {
        continue;
      } else if (Characters.isWordStart(c)) {
        word(c);
      } else {
        other(c);
      }
    }
    return tokens;
  }

  private void other(char c) {
    char next = peek(1);
    switch (c) {
      case '\'' -> string(at, mysql);
      case '"' -> quoted('"', mysql ? TokenKind.STRING : TokenKind.QUOTED);
      case ',' -> single(TokenKind.COMMA);
      case ';' -> semicolon();
      case '(', '[' -> single(TokenKind.LEFT);
      case ')', ']' -> single(TokenKind.RIGHT);
      case '$' -> dollar(next);
      case '\\' -> meta();
      case '{' -> template(next);
      case '.' -> dot(next);
      default -> {
        if (c >= '0' && c <= '9') {
          number();
        } else if (c == '-' && next == '-' && !(mysql && !blankAt(at + 2)) || c == '#' && mysql) {
          lineComment();
        } else if (c == '/' && next == '*') {
          blockComment();
        } else if (c == '`' && mysql) {
          quoted('`', TokenKind.QUOTED);
        } else if (c == ':') {
          colon(next);
        } else if (Characters.isOperator(c)) {
          operator();
        } else {
          stray(c);
        }
      }
    }
  }

  /** The client's DELIMITER command, and the delimiter that it chose. */
  private boolean delimited(char c) {
    if (delimiter.ends(at)) {
      int end = at + delimiter.length();
      tokens.add(TokenKind.SEMICOLON, at, end);
      at = end;
      return true;
    }
    if (c == ';' && !delimiter.isSemicolon()) {
      single(TokenKind.OPERATOR);
      return true;
    }
    int end = (c | 0x20) == 'd' ? delimiter.choose(at) : -1;
    if (end > 0) {
      tokens.add(TokenKind.META, at, end);
      at = end;
    }
    return end > 0;
  }

  private char peek(int ahead) {
    return at + ahead < limit ? text.charAt(at + ahead) : '\0';
  }

  private boolean blankAt(int offset) {
    return offset >= limit || text.charAt(offset) <= ' ';
  }

  private void single(TokenKind kind) {
    tokens.add(kind, at, ++at);
  }

  private void semicolon() {
    single(TokenKind.SEMICOLON);
    at = copyData.after(at);
  }

  private void word(char first) {
    if (peek(1) == '\'' && isStringPrefix(first)) {
      int start = at++;
      string(start, first == 'e' || first == 'E' || mysql);
      return;
    }
    if ((first == 'u' || first == 'U') && peek(1) == '&' && !mysql) {
      if (peek(2) == '\'') {
        int start = at;
        at += 2;
        string(start, false);
        return;
      }
      if (peek(2) == '"') {
        int start = at;
        at += 2;
        quotedFrom(start, '"', TokenKind.QUOTED);
        return;
      }
    }
    int start = at++;
    while (at < limit && Characters.isWordPart(text.charAt(at))) {
      at++;
    }
    tokens.add(TokenKind.WORD, start, at);
  }

  private boolean isStringPrefix(char c) {
    return switch (c) {
      case 'b', 'B', 'x', 'X', 'n', 'N' -> true;
      case 'e', 'E' -> !mysql;
      default -> false;
    };
  }

  private void string(int start, boolean backslashes) {
    int end = quotes.stringEnd(at, '\'', backslashes);
    at = end < 0 ? limit : end;
    tokens.add(TokenKind.STRING, start, at);
    if (end < 0) {
      unterminated("string", start);
    }
  }

  private void quoted(char quote, TokenKind kind) {
    quotedFrom(at, quote, kind);
  }

  private void quotedFrom(int start, char quote, TokenKind kind) {
    int end = quotes.end(at + 1, quote, mysql && kind == TokenKind.STRING);
    at = end < 0 ? limit : end;
    tokens.add(kind, start, at);
    if (end < 0) {
      unterminated("quoted name", start);
    }
  }

  private void dollar(char next) {
    int start = at;
    if (next >= '0' && next <= '9') {
      at++;
      skipWordPart();
      tokens.add(TokenKind.PLACEHOLDER, start, at);
    } else if (next == '{') {
      placeholder("}");
    } else if (!mysql && (next == '$' || Characters.isWordStart(next))) {
      int tag = quotes.dollarTagEnd(at);
      if (tag < 0) {
        stray('$');
        return;
      }
      int end = quotes.dollarEnd(at, tag);
      at = end < 0 ? limit : end;
      tokens.add(TokenKind.DOLLAR_STRING, start, at);
      if (end < 0) {
        unterminated("dollar-quoted string", start);
      }
    } else {
      stray('$');
    }
  }

  private void template(char next) {
    if (next == '{') {
      placeholder("}}");
    } else {
      stray('{');
    }
  }

  private void placeholder(String close) {
    int start = at;
    int end = at;
    int furthest = Math.min(limit, at + LONGEST_PLACEHOLDER) - close.length();
    while (end <= furthest && !text.startsWith(close, end) && text.charAt(end) != '\n') {
      end++;
    }
    if (end > furthest || text.charAt(end) == '\n') {
      stray(text.charAt(at));
      return;
    }
    at = end + close.length();
    skipWordPart();
    tokens.add(TokenKind.PLACEHOLDER, start, at);
  }

  private void skipWordPart() {
    while (at < limit && Characters.isWordPart(text.charAt(at))) {
      at++;
    }
  }

  private void meta() {
    int start = at;
    at = lineEnd(at);
    int end = at;
    while (end > start + 1 && Characters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    tokens.add(TokenKind.META, start, end);
    at = copyData.afterMeta(start, at);
  }

  private void dot(char next) {
    if (next >= '0' && next <= '9') {
      number();
    } else if (next == '.') {
      tokens.add(TokenKind.OPERATOR, at, at + 2);
      at += 2;
    } else {
      single(TokenKind.DOT);
    }
  }

  private void colon(char next) {
    int length = next == ':' || next == '=' ? 2 : 1;
    tokens.add(TokenKind.OPERATOR, at, at + length);
    at += length;
  }

  private void number() {
    int start = at;
    while (at < limit) {
      char c = text.charAt(at);
      boolean exponent =
          (c == '+' || c == '-')
              && (text.charAt(at - 1) | 0x20) == 'e'
              && (text.charAt(start + 1) | 0x20) != 'x'
              && at - 1 > start;
      boolean range = c == '.' && peek(1) == '.';
      if (range || !exponent && c != '.' && !Characters.isWordPart(c)) {
        break;
      }
      at++;
    }
    tokens.add(TokenKind.NUMBER, start, at);
  }

  private void lineComment() {
    int start = at;
    at = lineEnd(at);
    tokens.addComment(start, at);
  }

  private void blockComment() {
    boolean executed = mysql && (peek(2) == '!' || peek(2) == 'M' && peek(3) == '!');
    if (executed) {
      // What stands in a conditional comment is executed: its delimiters alone are skipped.
      at += peek(2) == '!' ? 3 : 4;
      while (at < limit && Character.isDigit(text.charAt(at))) {
        at++;
      }
      return;
    }
    int start = at;
    int end = quotes.commentEnd(at, !mysql);
    at = end < 0 ? limit : end;
    tokens.addComment(start, at);
    if (end < 0) {
      tokens.add(TokenKind.STRAY, start, at);
      unterminated("comment", start);
    }
  }

  private void operator() {
    if (mysql && text.startsWith("*/", at)) {
      at += 2;
      return;
    }
    int start = at;
    boolean unusual = false;
    while (at < limit && Characters.isOperator(text.charAt(at))) {
      char c = text.charAt(at);
      char next = peek(1);
      if (at > start && (c == '-' && next == '-' || c == '/' && next == '*')) {
        break;
      }
      unusual |= "~!@#^&|`?%".indexOf(c) >= 0;
      at++;
    }
    int end = at;
    // As in scan.l: "a=-1" is three tokens after a, while "@-" is one operator.
    while (at - start > 1 && !unusual && "+-".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    tokens.add(TokenKind.OPERATOR, start, at);
    while (at < end) {
      single(TokenKind.OPERATOR);
    }
  }

  private void stray(char c) {
    tokens.add(TokenKind.STRAY, at, ++at);
    if (tokens.kind(tokens.size() - 2) == TokenKind.STRAY) {
      return;
    }
    String shown = c < ' ' || c == 0x7f ? String.format("U+%04X", (int) c) : "\"" + c + "\"";
    tokens.addFault("the character " + shown + " does not belong in SQL");
  }

  private void unterminated(String what, int start) {
    tokens.addFault(
        "the " + what + " that begins on line " + tokens.source().line(start) + " does not end");
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
