package dev.concertina.sql;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.Assignment;
import dev.concertina.schema.Query;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads INSERT, UPDATE, DELETE and MERGE, alone or in a common table expression. */
final class DmlReader {

  private static final int DEEPEST = 20;

  private final boolean inRoutine;
  private final int depth;
  private final Set<String> common = new HashSet<>();

  DmlReader(boolean inRoutine) {
    this(inRoutine, 0);
  }

  private DmlReader(boolean inRoutine, int depth) {
    this.inRoutine = inRoutine;
    this.depth = depth;
  }

  /** Whether a statement that begins here is for this reader. */
  static boolean begins(Cursor c) {
    return switch (c.word()) {
      case "insert", "update", "delete", "merge", "select", "with", "values", "table", "replace" ->
          true;
      default -> c.isSymbol("(");
    };
  }

  /** Reads a statement from its first word: what common table expressions write comes first. */
  List<Operation> read(Cursor c) {
    if (depth > DEEPEST) {
      throw new UnreadableException("common table expressions are nested too deeply");
    }
    Span span = c.span();
    int from = c.at();
    List<Operation> operations = new ArrayList<>();
    if (c.is("with")) {
      with(c, operations);
    }
    switch (c.word()) {
      case "insert", "replace" -> operations.add(insert(c, from, span));
      case "update" -> operations.add(update(c, span));
      case "delete" -> operations.add(delete(c, span));
      case "merge" -> {
        c.expect("merge", "into");
        Name table = c.relation();
        if (!c.skipTo("using") || !c.skipTo("when")) {
          throw c.expected("USING and WHEN");
        }
        c.skipRest();
        operations.add(new Operation.Merge(table, span));
      }
      default -> operations.addAll(new SelectReader(inRoutine).read(c, from, span));
    }
    return operations;
  }

  private void with(Cursor c, List<Operation> operations) {
    c.expect("with");
    c.accept("recursive");
    do {
      common.add(c.identifier());
      c.groupOrNull();
      c.expect("as");
      c.accept("not");
      c.accept("materialized");
      Cursor body = c.group();
      if (body.isAny("insert", "update", "delete", "merge", "with")) {
        DmlReader inner = new DmlReader(inRoutine, depth + 1);
        inner.common.addAll(common);
        for (Operation operation : Clauses.whole(body, inner::read)) {
          boolean reads = operation instanceof Operation.Select;
          if (!reads) {
            operations.add(operation);
          }
        }
      }
      while (c.isAny("search", "cycle")) {
        c.skip();
        while (!c.done() && !c.is(TokenKind.COMMA) && !begins(c) && !c.isAny("search", "cycle")) {
          c.skipItem();
          c.accept(TokenKind.COMMA);
        }
      }
    } while (c.accept(TokenKind.COMMA));
  }

  /**
   * @param begin the first token of the statement, where its common table expressions begin
   */
  private Operation insert(Cursor c, int begin, Span span) {
    String with = c.text(begin, c.at());
    c.skip();
    boolean mysql = c.tokens().syntax().mysqlFamily();
    while (mysql && c.acceptAny("ignore", "low_priority", "high_priority", "delayed")) {
      // How eagerly it is done is no matter here.
    }
    if (!c.accept("into") && !mysql) {
      throw c.expected("INTO");
    }
    Name table = c.name();
    if (c.accept("as")) {
      c.identifier();
    }
    List<String> columns = List.of();
    boolean wrapped =
        c.is(1, "select") || c.is(1, "with") || c.is(1, "values") || c.isSymbol(1, "(");
    if (c.isSymbol("(") && !wrapped) {
      columns = columns(c.group());
    }
    if (c.accept("overriding")) {
      c.skip();
      c.expect("value");
    }
    int rows = 0;
    Query source = null;
    if (c.accept("default", "values")) {
      rows = 1;
    } else {
      int from = c.at();
      rows = c.is("values") || mysql && c.is("value") ? rows(c) : 0;
      if (rows == 0) {
        c.moveTo(from);
        toEndOfSource(c);
        source = with.isEmpty() ? c.query(from, c.at()) : c.queryOf(with + " ", from, c.at());
      }
    }
    boolean onConflict = c.is("on", "conflict") || c.is("on", "duplicate");
    boolean ends = c.done() || onConflict || c.is("returning");
    if (!ends) {
      throw c.expected("ON CONFLICT or RETURNING");
    }
    c.skipRest();
    return new Operation.Insert(table, columns, rows, source, onConflict, span);
  }

  private static List<String> columns(Cursor group) {
    List<String> columns = new ArrayList<>();
    for (Cursor item : group.items()) {
      columns.add(item.identifier());
    }
    return columns;
  }

  /** The rows behind VALUES, or 0 when more than rows stands there and it is a query. */
  private static int rows(Cursor c) {
    c.skip();
    int rows = 0;
    do {
      c.group();
      rows++;
    } while (c.accept(TokenKind.COMMA));
    return c.done() || c.isAny("on", "returning", "as") ? rows : 0;
  }

  private static void toEndOfSource(Cursor c) {
    while (!c.done() && !c.is("on", "conflict") && !c.is("on", "duplicate") && !c.is("returning")) {
      c.skipItem();
    }
  }

  private Operation update(Cursor c, Span span) {
    c.expect("update");
    Name table = c.relation();
    String alias = alias(c, "set");
    c.expect("set");
    List<Assignment> assignments = new ArrayList<>();
    do {
      int start = c.at();
      toEndOfAssignment(c);
      assignments.addAll(AssignmentReader.read(c.range(start, c.at())));
    } while (c.accept(TokenKind.COMMA));
    List<Name> from = List.of();
    if (c.accept("from")) {
      int start = c.at();
      c.skipTo("where", "returning");
      from = relations(c, start);
    }
    Expression where = where(c);
    return new Operation.Update(table, alias, assignments, where, from, span);
  }

  private static void toEndOfAssignment(Cursor c) {
    while (!c.done() && !c.is(TokenKind.COMMA) && !c.isAny("where", "returning")) {
      boolean from = c.is("from") && !c.tokens().is(c.at() - 1, "distinct");
      if (from) {
        return;
      }
      c.skipItem();
    }
  }

  private Operation delete(Cursor c, Span span) {
    c.expect("delete", "from");
    Name table = c.relation();
    String alias = alias(c, "using", "where", "returning");
    List<Name> using = List.of();
    if (c.accept("using")) {
      int start = c.at();
      c.skipTo("where", "returning");
      using = relations(c, start);
    }
    Expression where = where(c);
    return new Operation.Delete(table, alias, where, using, span);
  }

  /** What the statement calls the table, or null. */
  private static String alias(Cursor c, String... next) {
    boolean alias = c.accept("as") || c.atIdentifier() && !c.isAny(next);
    return alias ? c.identifier() : null;
  }

  private static Expression where(Cursor c) {
    Expression where = null;
    if (c.accept("where")) {
      int start = c.at();
      c.skipTo("returning");
      where = c.expression(start, c.at());
    }
    if (c.accept("returning")) {
      c.skipRest();
    }
    return where;
  }

  /** The relations between {@code start} and here, without the statement's own expressions. */
  private List<Name> relations(Cursor c, int start) {
    Cursor list = c.range(start, c.at());
    List<Name> names = new ArrayList<>();
    boolean expected = true;
    while (!list.done()) {
      list.acceptAny("lateral", "only");
      if (expected && list.atIdentifier()) {
        Name name = list.name();
        boolean shared = name.schema().isEmpty() && common.contains(name.local());
        if (!list.isSymbol("(") && !shared) {
          names.add(name);
        }
        expected = false;
      } else {
        expected = list.is(TokenKind.COMMA) || list.is("join");
        list.skipItem();
      }
    }
    return names;
  }
}
