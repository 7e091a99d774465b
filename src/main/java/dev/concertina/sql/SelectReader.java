package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.CallRoutine;
import dev.concertina.schema.Operation.Persistence;
import dev.concertina.schema.Operation.SetVariable;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a query that is a statement of its own, and the routines that it calls. */
final class SelectReader {

  /** Functions of the database itself that migrations call for what they do. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "setval",
          "nextval",
          "currval",
          "lastval",
          "now",
          "count",
          "max",
          "min",
          "sum",
          "coalesce",
          "current_setting",
          "version",
          "to_regclass",
          "exists",
          "lower",
          "upper",
          "format",
          "gen_random_uuid",
          "array_agg",
          "string_agg",
          "json_agg",
          "jsonb_agg",
          "greatest",
          "least",
          "nullif",
          "cast",
          "concat",
          "length",
          "row_number",
          "generate_series",
          "unnest");

  private final boolean inRoutine;

  SelectReader(boolean inRoutine) {
    this.inRoutine = inRoutine;
  }

  /**
   * Reads on at the query proper.
   *
   * @param from the first token of the statement, where its common table expressions begin
   */
  List<Operation> read(Cursor c, int from, Span span) {
    boolean query = c.isAny("select", "values", "table") || c.isSymbol("(");
    if (!query) {
      throw c.expected("SELECT, INSERT, UPDATE, DELETE or MERGE");
    }
    if (c.isSymbol("(")) {
      // Only to see that it is closed.
      c.fork().group();
    }
    Operation.Select select =
        new Operation.Select(c.query(from, c.limit()), locksRows(c, from), span);
    List<Operation> operations = new ArrayList<>();
    Cursor first = c.fork();
    while (first.acceptSymbol("(")) {
      // SELECT … INTO may stand in the first of the parentheses.
    }
    if (first.accept("select")) {
      c.moveTo(first.at());
      Name into = into(c.fork());
      if (into != null) {
        operations.add(
            new Operation.CreateTableAs(into, false, persistence(c.fork()), select.query(), span));
        c.skipRest();
        return operations;
      }
      calls(c, span, operations);
    }
    c.skipRest();
    if (operations.stream().noneMatch(SetVariable.class::isInstance)) {
      operations.add(0, select);
    }
    return operations;
  }

  /** Reads on behind PERFORM, which stands where a query has its SELECT. */
  List<Operation> perform(Cursor c, Span span) {
    Operation.Select select =
        new Operation.Select(c.queryOf("SELECT ", c.at(), c.limit()), locksRows(c, c.at()), span);
    List<Operation> operations = new ArrayList<>();
    operations.add(select);
    calls(c, span, operations);
    c.skipRest();
    return operations;
  }

  private static boolean locksRows(Cursor c, int from) {
    Tokens tokens = c.tokens();
    for (int i = from; i < c.limit(); i++) {
      boolean locks =
          tokens.is(i, "for")
              && (tokens.is(i + 1, "update")
                  || tokens.is(i + 1, "share")
                  || tokens.is(i + 1, "no") && tokens.is(i + 2, "key")
                  || tokens.is(i + 1, "key") && tokens.is(i + 2, "share"));
      if (locks) {
        return true;
      }
    }
    return false;
  }

  /** The table of SELECT … INTO; inside a routine that is a variable. */
  private Name into(Cursor c) {
    if (inRoutine || !c.skipTo("into", "from") || !c.accept("into")) {
      return null;
    }
    c.acceptAny("global", "local");
    c.acceptAny("temp", "temporary", "unlogged");
    c.accept("table");
    return c.name();
  }

  private static Persistence persistence(Cursor c) {
    c.skipTo("into");
    c.skip();
    c.acceptAny("global", "local");
    if (c.isAny("temp", "temporary")) {
      return Persistence.TEMPORARY;
    }
    return c.is("unlogged") ? Persistence.UNLOGGED : Persistence.PERMANENT;
  }

  private static void calls(Cursor c, Span span, List<Operation> operations) {
    Cursor list = c.fork();
    while (!list.done() && !list.is("from")) {
      call(list, span, operations);
      while (!list.done() && !list.is("from") && !list.accept(TokenKind.COMMA)) {
        list.skipItem();
      }
    }
    if (list.accept("from")) {
      list.accept("lateral");
      call(list, span, operations);
    }
  }

  /** A call that is all of a result column or all that is selected from. */
  private static void call(Cursor list, Span span, List<Operation> operations) {
    if (!list.atIdentifier()) {
      return;
    }
    Name name = list.name();
    if (!list.isSymbol("(")) {
      return;
    }
    Cursor arguments = list.group();
    if (name.local().equals("set_config")) {
      setConfig(arguments, span, operations);
      return;
    }
    boolean builtIn =
        name.schema().equals("pg_catalog")
            || name.schema().isEmpty() && BUILT_IN.contains(name.local());
    if (!builtIn) {
      operations.add(new CallRoutine(name, List.of(), span));
    }
  }

  private static void setConfig(Cursor arguments, Span span, List<Operation> operations) {
    List<Cursor> items = arguments.items();
    boolean literal =
        items.size() == 3 && items.get(0).is(TokenKind.STRING) && items.get(1).is(TokenKind.STRING);
    if (literal) {
      String name = Names.lowerCase(items.get(0).string());
      boolean local = !items.get(2).is("false");
      operations.add(new SetVariable(name, items.get(1).string(), local, span));
    }
  }
}
