package dev.concertina.sql;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import dev.concertina.schema.Operation.Partition;
import dev.concertina.schema.Operation.Persistence;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE TABLE and CREATE TABLE … AS. */
final class CreateTableReader {

  private final Cursor cursor;
  private final Persistence persistence;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Name> like = new ArrayList<>();
  private final List<Operation> unread = new ArrayList<>();
  private List<String> partitionKey = List.of();
  private Partition partitionOf;

  CreateTableReader(Cursor cursor, Persistence persistence) {
    this.cursor = cursor;
    this.persistence = persistence;
  }

  /** Reads on behind {@code CREATE TABLE}. */
  List<Operation> read() {
    boolean ifNotExists = cursor.ifNotExists();
    boolean templated = cursor.atTemplatedSchema();
    Name table = cursor.name();
    if (selects()) {
      return List.of(as(table, ifNotExists));
    }
    elements();
    tail();
    List<Operation> operations = new ArrayList<>();
    operations.add(
        new Operation.CreateTable(
            table,
            templated,
            ifNotExists,
            persistence,
            columns,
            constraints,
            like,
            partitionKey,
            partitionOf,
            cursor.span()));
    operations.addAll(unread);
    return operations;
  }

  /** Inside a CREATE TABLE without a query, AS stands between parentheses only. */
  private boolean selects() {
    return cursor.fork().skipTo("as");
  }

  private Operation as(Name table, boolean ifNotExists) {
    if (!cursor.skipTo("as")) {
      throw cursor.expected("AS");
    }
    cursor.skip();
    int from = cursor.at();
    int to = withoutDataClause(cursor);
    cursor.skipRest();
    return new Operation.CreateTableAs(
        table, ifNotExists, persistence, cursor.query(from, to), cursor.span());
  }

  /** Where a query ends that WITH [NO] DATA may follow. */
  static int withoutDataClause(Cursor cursor) {
    int end = cursor.limit();
    Tokens tokens = cursor.tokens();
    if (!tokens.is(end - 1, "data")) {
      return end;
    }
    if (tokens.is(end - 2, "with")) {
      return end - 2;
    }
    return tokens.is(end - 2, "no") && tokens.is(end - 3, "with") ? end - 3 : end;
  }

  private void elements() {
    boolean typed = false;
    if (cursor.accept("of")) {
      cursor.name();
      typed = true;
    } else if (cursor.accept("partition", "of")) {
      Name parent = cursor.name();
      if (cursor.isSymbol("(")) {
        elements(cursor.group(), true);
      }
      partitionOf = PartitionReader.bounds(cursor, parent);
      return;
    } else if (cursor.accept("like")) {
      like.add(cursor.name());
      return;
    }
    if (cursor.isSymbol("(")) {
      elements(cursor.group(), typed);
    } else if (!typed) {
      throw cursor.expected("\"(\"");
    }
  }

  private void elements(Cursor group, boolean typed) {
    if (group.done()) {
      return;
    }
    List<Operation> faults =
        Clauses.each(
            group,
            element -> {
              element(element, typed);
              return List.of();
            });
    unread.addAll(faults);
  }

  private void element(Cursor element, boolean typed) {
    if (element.accept("like")) {
      like.add(element.name());
      while (element.acceptAny("including", "excluding")) {
        element.identifier();
      }
    } else if (ConstraintReader.begins(element)) {
      constraints.add(new ConstraintReader(element).table());
    } else if (element.tokens().syntax().mysqlFamily() && MySqlIndex.begins(element)) {
      MySqlIndex.skip(element);
    } else {
      ColumnReader reader = new ColumnReader(element);
      columns.add(typed ? reader.readWithoutType() : reader.read());
      constraints.addAll(reader.constraints());
    }
  }

  private void tail() {
    while (!cursor.done()) {
      int before = cursor.at();
      switch (cursor.word()) {
        case "inherits" -> {
          cursor.skip();
          Cursor parents = cursor.group();
          like.addAll(parents.done() ? List.of() : parents.names());
        }
        case "partition" -> {
          cursor.skip();
          partitionKey = PartitionReader.keys(cursor);
        }
        case "using", "tablespace", "server" -> {
          cursor.skip();
          cursor.identifier();
        }
        case "with", "options" -> {
          cursor.skip();
          cursor.group();
        }
        case "without" -> cursor.expect("without", "oids");
        case "on" -> {
          cursor.expect("on", "commit");
          if (!cursor.accept("drop")) {
            cursor.acceptAny("delete", "preserve");
            cursor.expect("rows");
          }
        }
        default -> {
          if (cursor.tokens().syntax().mysqlFamily()) {
            // Engine, character set and comment: nothing that a rule asks of a new table.
            cursor.skipRest();
          }
        }
      }
      if (cursor.at() == before) {
        unread.add(
            new NotAnalysed(
                cursor.expected("an option of CREATE TABLE").getMessage(),
                cursor.span(cursor.at(), cursor.limit())));
        cursor.skipRest();
      }
    }
  }
}
