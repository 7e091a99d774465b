package dev.concertina.sql;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import dev.concertina.schema.Query;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads scripts into statements and what they do. Whatever text it is given, it returns: what can't
 * be read is {@link NotAnalysed} with the reason, and the statements beside it are read. A reader
 * is for one check: its limits are for all the texts that it reads.
 */
public final class SqlReader {

  private final SqlSyntax syntax;
  private final Expressions expressions;

  /**
   * @param syntax whose rules for quotes and comments hold
   */
  public SqlReader(SqlSyntax syntax) {
    this(syntax, Limits.DEFAULT);
  }

  /**
   * @param syntax whose rules for quotes and comments hold
   * @param limits what the expression parser is given at most
   */
  public SqlReader(SqlSyntax syntax, Limits limits) {
    this.syntax = syntax;
    expressions = new Expressions(syntax, limits);
  }

  /** The statements of a whole text. */
  public List<Statement> read(String text) {
    return read(text, 0, text.length());
  }

  /** The statements of a part of a text; places are those in the whole text. */
  public List<Statement> read(String text, int from, int to) {
    return read(Source.of(text, expressions), from, to);
  }

  /** The same of a template, as its runner fills it in; places are those in the template. */
  public List<Statement> read(String template, int from, int to, Placeholders placeholders) {
    if (placeholders.values().isEmpty()) {
      return read(template, from, to);
    }
    Filled filled = placeholders.fill(template, from, to);
    Source source = Source.of(template, filled, expressions);
    return read(source, 0, filled.text().length()).stream()
        .map(
            sent ->
                new Statement(
                    template.substring(sent.span().start(), sent.span().end()),
                    sent.span(),
                    sent.operations(),
                    sent.comments(),
                    sent.sql()))
        .toList();
  }

  /**
   * The statements of a text that stands in no file as it is: what a framework makes of a call, or
   * a string with escapes. Everything in it stands at {@code place}.
   */
  public List<Statement> readAt(Span place, String text) {
    return read(Source.of(text, expressions).unescaped(text, place), 0, text.length());
  }

  private List<Statement> read(Source source, int from, int to) {
    Tokens tokens = Lexer.lex(source, from, to, syntax);
    StatementReader reader = new StatementReader();
    Faults faults = new Faults(tokens);
    CommentQueue comments = new CommentQueue(tokens);
    List<Statement> statements = new ArrayList<>();
    List<Script.Piece> pieces = Script.split(tokens);
    for (int i = 0; i < pieces.size(); i++) {
      Script.Piece piece = pieces.get(i);
      int next = i + 1 < pieces.size() ? pieces.get(i + 1).first() : tokens.size();
      List<Operation> operations = new ArrayList<>(read(reader, tokens, piece));
      faults.addTo(operations, piece);
      statements.add(statement(tokens, piece, operations, comments.until(piece.end(), next)));
    }
    return statements;
  }

  /**
   * A part of a text that its framework sends to the database as one statement, whatever semicolons
   * are in it; empty when nothing but comments is there.
   */
  public List<Statement> readAsOne(String text, int from, int to) {
    List<Statement> parts = read(text, from, to);
    if (parts.size() < 2) {
      return parts;
    }
    List<Operation> operations = new ArrayList<>();
    List<Statement.Comment> comments = new ArrayList<>();
    for (Statement part : parts) {
      operations.addAll(part.operations());
      comments.addAll(part.comments());
    }
    Span span = parts.get(0).span().to(parts.get(parts.size() - 1).span());
    return List.of(
        new Statement(text.substring(span.start(), span.end()), span, operations, comments));
  }

  /** An expression that was read before, given its reader again. */
  public Expression expression(String text, Span span) {
    return new Expression(text, span, expressions::expression);
  }

  /** A query that was read before, given its reader again. */
  public Query query(String text, Span span) {
    return new Query(text, span, expressions::query);
  }

  /** Every comment of a text, also those that belong to no statement. */
  public static List<Statement.Comment> comments(String text, SqlSyntax syntax) {
    return CommentQueue.all(Lexer.lex(Source.of(text, null), 0, text.length(), syntax));
  }

  private static List<Operation> read(StatementReader reader, Tokens tokens, Script.Piece piece) {
    Cursor cursor = new Cursor(tokens, piece.first(), piece.end());
    try {
      return reader.read(cursor);
    } catch (StackOverflowError tooDeep) {
      // No reader recurses without a bound; should one be forgotten, the statement says so.
      return List.of(new NotAnalysed("it is nested too deeply", cursor.span()));
    }
  }

  private static Statement statement(
      Tokens tokens,
      Script.Piece piece,
      List<Operation> operations,
      List<Statement.Comment> comments) {
    int last = piece.end() - 1;
    String text = tokens.text().substring(tokens.start(piece.first()), tokens.end(last));
    return new Statement(text, tokens.span(piece.first(), last), operations, comments);
  }
}
