package dev.concertina.sql;

import dev.concertina.schema.Lock;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads VACUUM, ANALYZE, CLUSTER, LOCK, TRUNCATE and COPY, each behind its first word. */
final class MaintenanceReader {

  private MaintenanceReader() {}

  static List<Operation> vacuum(Cursor c) {
    Span span = c.span();
    boolean full = false;
    if (c.isSymbol("(")) {
      for (Cursor option : c.group().items()) {
        full |= option.is("full") && on(option);
      }
    } else {
      full = c.accept("full");
      while (c.acceptAny("freeze", "verbose", "analyze", "analyse")) {
        // Nothing that a rule asks for.
      }
    }
    boolean whole = full;
    return tables(c, table -> new Operation.Vacuum(table, whole, span));
  }

  private static boolean on(Cursor option) {
    return !option.is(1, "false") && !option.is(1, "off") && !option.isSymbol(1, "0");
  }

  static List<Operation> analyze(Cursor c) {
    Span span = c.span();
    c.accept("verbose");
    c.groupOrNull();
    return tables(c, table -> new Operation.Analyze(table, span));
  }

  /** One operation for each table, or one for all that there are. */
  private static List<Operation> tables(Cursor c, Function<Name, Operation> operation) {
    List<Operation> operations = new ArrayList<>();
    if (c.done()) {
      operations.add(operation.apply(null));
      return operations;
    }
    do {
      operations.add(operation.apply(c.relation()));
      c.groupOrNull();
    } while (c.accept(TokenKind.COMMA));
    return operations;
  }

  static List<Operation> cluster(Cursor c) {
    Span span = c.span();
    c.accept("verbose");
    c.groupOrNull();
    if (c.done()) {
      return List.of(new Operation.Cluster(null, span));
    }
    Name table = c.name();
    if (c.accept("on")) {
      // The spelling before PostgreSQL 8.3: CLUSTER index ON table.
      table = c.name();
    } else if (c.accept("using")) {
      c.identifier();
    }
    return List.of(new Operation.Cluster(table, span));
  }

  static List<Operation> lock(Cursor c) {
    Span span = c.span();
    c.accept("table");
    List<Name> tables = relations(c);
    Lock mode = Lock.ACCESS_EXCLUSIVE;
    if (c.accept("in")) {
      StringBuilder words = new StringBuilder();
      while (!c.done() && !c.is("mode")) {
        words.append(words.isEmpty() ? "" : "_").append(c.take().toUpperCase(Locale.ROOT));
      }
      c.expect("mode");
      mode = mode(words.toString());
    }
    boolean nowait = c.accept("nowait");
    List<Operation> operations = new ArrayList<>();
    for (Name table : tables) {
      operations.add(new Operation.LockTable(table, mode, nowait, span));
    }
    return operations;
  }

  private static Lock mode(String words) {
    for (Lock lock : Lock.values()) {
      if (lock.name().equals(words)) {
        return lock;
      }
    }
    throw new UnreadableException("there is no lock mode " + words.replace('_', ' '));
  }

  private static List<Name> relations(Cursor c) {
    List<Name> tables = new ArrayList<>();
    do {
      tables.add(c.relation());
    } while (c.accept(TokenKind.COMMA));
    return tables;
  }

  static List<Operation> truncate(Cursor c) {
    Span span = c.span();
    c.accept("table");
    List<Name> tables = relations(c);
    if (c.acceptAny("restart", "continue")) {
      c.expect("identity");
    }
    boolean cascade = c.cascade();
    List<Operation> operations = new ArrayList<>();
    for (Name table : tables) {
      operations.add(new Operation.Truncate(table, cascade, span));
    }
    return operations;
  }

  static List<Operation> copy(Cursor c) {
    Span span = c.span();
    if (c.isSymbol("(")) {
      Cursor query = c.group();
      c.expect("to");
      c.skipRest();
      return List.of(new Operation.Select(query.query(query.at(), query.limit()), false, span));
    }
    c.accept("binary");
    int from = c.at();
    Name table = c.name();
    int end = c.at();
    c.groupOrNull();
    boolean reads = c.accept("from");
    if (!reads) {
      c.expect("to");
    }
    c.skipRest();
    return reads
        ? List.of(new Operation.CopyInto(table, span))
        : List.of(new Operation.Select(c.queryOf("TABLE ", from, end), false, span));
  }
}
