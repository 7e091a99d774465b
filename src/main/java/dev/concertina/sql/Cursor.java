package dev.concertina.sql;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import dev.concertina.schema.Query;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads forward through the tokens of one statement or of one clause of it. */
final class Cursor {

  private final Tokens tokens;
  private final int first;
  private final int limit;
  private int at;

  Cursor(Tokens tokens, int first, int limit) {
    this.tokens = tokens;
    this.first = first;
    this.limit = limit;
    at = first;
  }

  // ---- where it is

  Tokens tokens() {
    return tokens;
  }

  int at() {
    return at;
  }

  int limit() {
    return limit;
  }

  boolean done() {
    return at >= limit;
  }

  void moveTo(int token) {
    at = token;
  }

  void skip() {
    at++;
  }

  void skipRest() {
    at = limit;
  }

  /** A cursor of its own over the same rest. */
  Cursor fork() {
    return new Cursor(tokens, at, limit);
  }

  Cursor range(int from, int to) {
    return new Cursor(tokens, from, to);
  }

  /** Everything that this cursor was given. */
  Span span() {
    return span(first, limit);
  }

  Span span(int from, int to) {
    boolean empty = to <= from || from >= tokens.size();
    return empty ? tokens.span(Math.max(0, from - 1), from - 1) : tokens.span(from, to - 1);
  }

  // ---- what stands here

  TokenKind kind() {
    return kind(0);
  }

  TokenKind kind(int ahead) {
    return at + ahead < limit ? tokens.kind(at + ahead) : TokenKind.END;
  }

  boolean is(TokenKind kind) {
    return kind() == kind;
  }

  boolean is(int ahead, String keyword) {
    return at + ahead < limit && tokens.is(at + ahead, keyword);
  }

  /** Whether these keywords stand here one after another. */
  boolean is(String... keywords) {
    for (int i = 0; i < keywords.length; i++) {
      if (!is(i, keywords[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isAny(String... keywords) {
    for (String keyword : keywords) {
      if (is(0, keyword)) {
        return true;
      }
    }
    return false;
  }

  boolean isSymbol(String symbol) {
    return isSymbol(0, symbol);
  }

  boolean isSymbol(int ahead, String symbol) {
    return at + ahead < limit && tokens.isSymbol(at + ahead, symbol);
  }

  /** The word here in lower case, or the empty string when it is no word. */
  String word() {
    return word(0);
  }

  String word(int ahead) {
    return kind(ahead) == TokenKind.WORD ? Names.lowerCase(tokens.text(at + ahead)) : "";
  }

  // ---- going on

  boolean accept(String... keywords) {
    boolean here = is(keywords);
    at += here ? keywords.length : 0;
    return here;
  }

  boolean accept(TokenKind kind) {
    boolean here = is(kind);
    at += here ? 1 : 0;
    return here;
  }

  boolean acceptSymbol(String symbol) {
    boolean here = isSymbol(symbol);
    at += here ? 1 : 0;
    return here;
  }

  boolean acceptAny(String... keywords) {
    boolean here = isAny(keywords);
    at += here ? 1 : 0;
    return here;
  }

  void expect(String... keywords) {
    for (String keyword : keywords) {
      if (!accept(keyword)) {
        throw expected(keyword.toUpperCase(Locale.ROOT));
      }
    }
  }

  boolean ifExists() {
    return accept("if", "exists");
  }

  boolean ifNotExists() {
    return accept("if", "not", "exists");
  }

  /** Reads CASCADE or RESTRICT: true for the former. */
  boolean cascade() {
    boolean cascades = accept("cascade");
    if (!cascades) {
      accept("restrict");
    }
    return cascades;
  }

  UnreadableException expected(String what) {
    String found = done() ? "the statement ends" : "found " + quoted(tokens.text(at));
    return new UnreadableException("expected " + what + ", " + found);
  }

  private static String quoted(String token) {
    String text = token.length() > 40 ? token.substring(0, 40) + "…" : token;
    return "\"" + text.replace('\n', ' ').replace('\r', ' ') + "\"";
  }

  // ---- names

  boolean atIdentifier() {
    return switch (kind()) {
      case WORD, QUOTED, PLACEHOLDER -> true;
      default -> false;
    };
  }

  String identifier() {
    if (!atIdentifier()) {
      throw expected("a name");
    }
    int token = at++;
    boolean escaped =
        is(0, "uescape") && kind(1) == TokenKind.STRING && tokens.kind(token) == TokenKind.QUOTED;
    if (escaped) {
      char escape = tokens.text(at + 1).charAt(1);
      at += 2;
      return Names.unescape(tokens.text(token), escape);
    }
    return Names.fold(tokens, token);
  }

  /** A name with its schema; a database before that is left out. */
  Name name() {
    boolean psqlVariable = isSymbol(":") && kind(1) != TokenKind.END;
    if (psqlVariable) {
      at++;
    }
    boolean unknownSchema = psqlVariable || isTemplate();
    String schema = "";
    String local = psqlVariable && is(TokenKind.STRING) ? tokens.text(at++) : identifier();
    while (is(TokenKind.DOT) && nameable(kind(1))) {
      at++;
      // A template's schema is the one that the migration is run in, as far as anybody can know.
      schema = unknownSchema ? "" : local;
      unknownSchema = isTemplate();
      local = identifier();
    }
    return new Name(schema, local);
  }

  /** Whether the name that follows has a placeholder in place of its schema. */
  boolean atTemplatedSchema() {
    int after = isSymbol(":") ? 2 : 1;
    return (after == 2 || isTemplate()) && kind(after) == TokenKind.DOT;
  }

  /** A placeholder, also inside the quotes of a name. */
  private boolean isTemplate() {
    return at < limit() && tokens.isTemplate(at);
  }

  private static boolean nameable(TokenKind kind) {
    return kind == TokenKind.WORD || kind == TokenKind.QUOTED || kind == TokenKind.PLACEHOLDER;
  }

  /** {@code ONLY name}, {@code name *}, {@code ONLY (name)}: a relation as DDL and DML name it. */
  Name relation() {
    boolean only = accept("only");
    boolean wrapped = only && accept(TokenKind.LEFT);
    Name name = name();
    if (wrapped) {
      accept(TokenKind.RIGHT);
    }
    acceptSymbol("*");
    return name;
  }

  List<Name> names() {
    List<Name> names = new ArrayList<>();
    do {
      names.add(name());
    } while (accept(TokenKind.COMMA));
    return names;
  }

  // ---- groups

  /** Steps over an opening bracket and everything up to its closing one. */
  Cursor group() {
    if (!is(TokenKind.LEFT)) {
      throw expected("\"(\"");
    }
    int open = at;
    int close = Brackets.closing(tokens, open, limit);
    at = Math.min(limit, close + 1);
    return range(open + 1, close);
  }

  /** The group, if one begins here. */
  Cursor groupOrNull() {
    return is(TokenKind.LEFT) ? group() : null;
  }

  /** The next token after the one here, or after the group that begins here. */
  void skipItem() {
    if (is(TokenKind.LEFT)) {
      group();
    } else {
      at++;
    }
  }

  /** Goes to the next comma at this depth, or to the end. */
  void skipToComma() {
    while (!done() && !is(TokenKind.COMMA)) {
      skipItem();
    }
  }

  /** Goes to the first of these words at this depth; false, and at the end, when there is none. */
  boolean skipTo(String... keywords) {
    while (!done()) {
      if (isAny(keywords)) {
        return true;
      }
      skipItem();
    }
    return false;
  }

  /** The rest, cut at the commas of this depth. */
  List<Cursor> items() {
    List<Cursor> items = new ArrayList<>();
    while (!done()) {
      int from = at;
      skipToComma();
      items.add(range(from, at));
      at++;
    }
    return items;
  }

  // ---- text

  /** The source text from one token to before another, without parentheses around all of it. */
  Expression expression(int from, int to) {
    int around = Brackets.around(tokens, from, to);
    int start = from + around;
    int end = to - around;
    if (end <= start) {
      throw expected("an expression");
    }
    return tokens.source().expression(tokens.start(start), tokens.end(end - 1));
  }

  /** Everything that is left, as an expression. */
  Expression expression() {
    int from = at;
    at = limit;
    return expression(from, limit);
  }

  Query query(int from, int to) {
    if (to <= from) {
      throw expected("a query");
    }
    return tokens.source().query(tokens.start(from), tokens.end(to - 1));
  }

  /** A query whose first word the source spells otherwise. */
  Query queryOf(String head, int from, int to) {
    if (to <= from) {
      throw expected("a query");
    }
    return tokens.source().query(head, tokens.start(from), tokens.end(to - 1));
  }

  /** The source text from one token to before another. */
  String text(int from, int to) {
    return to <= from ? "" : tokens.text().substring(tokens.start(from), tokens.end(to - 1));
  }

  /** The text of the token here, before stepping over it. */
  String take() {
    if (done()) {
      throw expected("more");
    }
    return tokens.text(at++);
  }

  /** The value of a string literal, before stepping over it. */
  String string() {
    if (!is(TokenKind.STRING) && !is(TokenKind.DOLLAR_STRING)) {
      throw expected("a string");
    }
    return Literals.value(tokens, at++);
  }

  /** The words of the rest in lower case, at most {@code most} tokens. */
  String words(int most) {
    StringBuilder words = new StringBuilder();
    boolean glued = true;
    for (int i = 0; i < most && !done(); i++, at++) {
      boolean dot = is(TokenKind.DOT);
      if (!glued && !dot) {
        words.append(' ');
      }
      words.append(atIdentifier() ? Names.fold(tokens, at) : tokens.text(at));
      glued = dot;
    }
    return words.toString();
  }
}
