package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;

/** Reads CREATE VIEW, CREATE MATERIALIZED VIEW and REFRESH. */
final class ViewReader {

  private ViewReader() {}

  /** Reads on behind {@code CREATE VIEW}. */
  static List<Operation> create(Cursor c, boolean materialized, boolean orReplace) {
    boolean ifNotExists = c.ifNotExists();
    Name view = c.name();
    List<String> columns = List.of();
    if (c.isSymbol("(")) {
      columns = ConstraintReader.columns(c.group());
    }
    if (!c.skipTo("as")) {
      throw c.expected("AS");
    }
    c.skip();
    int from = c.at();
    int to = CreateTableReader.withoutDataClause(c);
    boolean withData = !c.tokens().is(c.limit() - 2, "no") || to == c.limit();
    to = withoutCheckOption(c, to);
    c.skipRest();
    return List.of(
        new Operation.CreateView(
            view,
            materialized,
            orReplace,
            ifNotExists,
            columns,
            c.query(from, to),
            withData,
            c.span()));
  }

  private static int withoutCheckOption(Cursor c, int end) {
    Tokens tokens = c.tokens();
    if (!tokens.is(end - 1, "option") || !tokens.is(end - 2, "check")) {
      return end;
    }
    int kind = tokens.is(end - 3, "local") || tokens.is(end - 3, "cascaded") ? end - 4 : end - 3;
    return tokens.is(kind, "with") ? kind : end;
  }

  /** Reads on behind {@code REFRESH}. */
  static List<Operation> refresh(Cursor c) {
    c.expect("materialized", "view");
    boolean concurrently = c.accept("concurrently");
    Name view = c.name();
    boolean withData = true;
    if (c.accept("with", "no", "data")) {
      withData = false;
    } else {
      c.accept("with", "data");
    }
    return List.of(new Operation.RefreshView(view, concurrently, withData, c.span()));
  }
}
