package dev.concertina.sql;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import dev.concertina.schema.Query;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Reads what embedded expressions and queries mean: from the tokens where that is enough, else by
 * JSqlParser. What can't be read is unknown, and never an error.
 */
final class Expressions {

  private final SqlSyntax syntax;
  private final BoundedParser parser;

  /**
   * @param limits what the parser is given at most
   */
  Expressions(SqlSyntax syntax, Limits limits) {
    this.syntax = syntax;
    parser = new BoundedParser(limits);
  }

  Expression.Detail expression(String text) {
    Tokens tokens = lex(text);
    Cursor all = new Cursor(tokens, 0, tokens.size());
    if (!tokens.faults().isEmpty()) {
      return Expression.Detail.UNKNOWN;
    }
    Expression.Detail simple = ExpressionScan.read(all);
    if (simple != null) {
      return simple;
    }
    // An expression is given without the parentheses that a sub-select can't be without.
    boolean subselect = all.isAny("select", "with");
    Expression.Detail detail =
        parser.parse(
            tokens,
            subselect,
            CCJSqlParser::Expression,
            parsed -> {
              SqlVisitor visitor = new SqlVisitor();
              visitor.readExpression(parsed);
              return new Expression.Detail(
                  true,
                  visitor.constant(),
                  false,
                  visitor.columns(),
                  visitor.functions(),
                  ConjunctReader.read(all.fork()));
            });
    return detail == null ? Expression.Detail.UNKNOWN : detail;
  }

  Query.Detail query(String text) {
    Tokens tokens = lex(text);
    if (!tokens.faults().isEmpty()) {
      return Query.Detail.UNKNOWN;
    }
    Query.Detail detail =
        parser.parse(
            tokens,
            false,
            CCJSqlParser::Statement,
            parsed -> {
              SqlVisitor visitor = new SqlVisitor();
              Set<Name> tables = new LinkedHashSet<>();
              for (String table : visitor.readStatement(parsed)) {
                tables.add(name(table));
              }
              return new Query.Detail(
                  true,
                  tables,
                  new HashSet<>(visitor.functions()),
                  parsed instanceof Select select
                      ? QueryShape.results(select, this::type)
                      : List.of(),
                  parsed instanceof Select select ? QueryShape.onlyTable(select, this::name) : null,
                  QueryShape.guarded(tokens),
                  QueryShape.filtered(tokens));
            });
    return detail == null ? Query.Detail.UNKNOWN : detail;
  }

  private Name name(String written) {
    Tokens tokens = lex(QuotedDots.show(written));
    return new Cursor(tokens, 0, tokens.size()).name();
  }

  private DataType type(String written) {
    Tokens tokens = lex(written);
    try {
      return TypeReader.read(new Cursor(tokens, 0, tokens.size()));
    } catch (UnreadableException unknown) {
      return null;
    }
  }

  /** The offsets are the embedded text's own: nothing in it is reported by its place. */
  private Tokens lex(String text) {
    return Lexer.lex(Source.of(text, this), 0, text.length(), syntax);
  }
}
