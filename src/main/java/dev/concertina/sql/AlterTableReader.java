package dev.concertina.sql;

import dev.concertina.schema.Column;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.TableOption;
import dev.concertina.schema.Operation.TableOption.Option;
import dev.concertina.schema.Span;
import java.util.List;

/** Reads the actions of ALTER TABLE, and of ALTER VIEW and its like where they are the same. */
final class AlterTableReader {

  private static final int PARAMETER_WORDS = 40;

  private final ObjectKind what;
  private Name table;
  private boolean ifExists;

  private AlterTableReader(ObjectKind what) {
    this.what = what;
  }

  /** Reads on behind {@code ALTER TABLE}. */
  static List<Operation> read(Cursor cursor, ObjectKind what) {
    return new AlterTableReader(what).statement(cursor);
  }

  private List<Operation> statement(Cursor cursor) {
    if (cursor.is("all", "in", "tablespace")) {
      throw new UnreadableException(
          "ALL IN TABLESPACE: which relations that moves only the database knows");
    }
    ifExists = cursor.ifExists();
    table = cursor.relation();
    if (cursor.done()) {
      throw cursor.expected("an action");
    }
    return Clauses.each(cursor, this::action);
  }

  private List<Operation> action(Cursor c) {
    Span span = c.span();
    return switch (c.word()) {
      case "add" -> add(c, span);
      case "alter" -> alter(c, span);
      case "drop" -> drop(c, span);
      case "rename" -> rename(c, span);
      case "set" -> set(c, span);
      case "reset" -> {
        c.skip();
        yield option(Option.STORAGE_PARAMETERS, parameters(c), span);
      }
      case "validate" -> {
        c.expect("validate", "constraint");
        yield List.of(new Operation.ValidateConstraint(table, c.identifier(), span));
      }
      case "attach" -> attach(c, span);
      case "detach" -> detach(c, span);
      default -> new TableOptionReader(table).read(c, span);
    };
  }

  private List<Operation> option(Option option, String detail, Span span) {
    return List.of(new TableOption(table, option, detail, span));
  }

  private List<Operation> add(Cursor c, Span span) {
    c.expect("add");
    if (ConstraintReader.begins(c)) {
      return List.of(new Operation.AddConstraint(table, new ConstraintReader(c).table(), span));
    }
    c.accept("column");
    boolean ifNotExists = c.ifNotExists();
    ColumnReader reader = new ColumnReader(c);
    Column column = reader.read();
    return List.of(new Operation.AddColumn(table, column, reader.constraints(), ifNotExists, span));
  }

  private List<Operation> alter(Cursor c, Span span) {
    c.expect("alter");
    if (c.accept("constraint")) {
      String constraint = c.identifier();
      new ConstraintReader(c).attributes();
      if (c.accept("inherit")) {
        new ConstraintReader(c).attributes();
      }
      return List.of(new Operation.AlterConstraint(table, constraint, span));
    }
    c.accept("column");
    return List.of(new AlterColumnReader(table, c, span).read());
  }

  private List<Operation> drop(Cursor c, Span span) {
    c.expect("drop");
    if (c.accept("constraint")) {
      boolean missing = c.ifExists();
      String constraint = c.identifier();
      return List.of(new Operation.DropConstraint(table, constraint, missing, c.cascade(), span));
    }
    c.accept("column");
    boolean missing = c.ifExists();
    String column = c.identifier();
    return List.of(new Operation.DropColumn(table, column, missing, c.cascade(), span));
  }

  private List<Operation> rename(Cursor c, Span span) {
    c.expect("rename");
    if (c.accept("to") || c.accept("as")) {
      String newName = c.name().local();
      return List.of(
          what == ObjectKind.TABLE
              ? new Operation.RenameTable(table, newName, ifExists, span)
              : new Operation.RenameObject(what, table, null, newName, span));
    }
    if (c.accept("constraint")) {
      String constraint = c.identifier();
      c.expect("to");
      return List.of(new Operation.RenameConstraint(table, constraint, c.identifier(), span));
    }
    c.accept("column");
    String column = c.identifier();
    c.expect("to");
    return List.of(new Operation.RenameColumn(table, column, c.identifier(), span));
  }

  private List<Operation> set(Cursor c, Span span) {
    c.expect("set");
    if (c.accept("schema")) {
      return List.of(new Operation.MoveToSchema(what, table, c.identifier(), span));
    }
    if (c.accept("tablespace")) {
      String tablespace = c.identifier();
      c.accept("nowait");
      return option(Option.TABLESPACE, tablespace, span);
    }
    if (c.accept("access", "method")) {
      return option(Option.ACCESS_METHOD, c.identifier(), span);
    }
    if (c.accept("logged")) {
      return option(Option.LOGGED, null, span);
    }
    if (c.accept("unlogged")) {
      return option(Option.UNLOGGED, null, span);
    }
    if (c.accept("without", "cluster")) {
      return option(Option.WITHOUT_CLUSTER, null, span);
    }
    if (c.accept("without", "oids")) {
      return option(Option.WITHOUT_OIDS, null, span);
    }
    return option(Option.STORAGE_PARAMETERS, parameters(c), span);
  }

  private static String parameters(Cursor c) {
    return c.group().words(PARAMETER_WORDS);
  }

  private List<Operation> attach(Cursor c, Span span) {
    c.expect("attach", "partition");
    Name partition = c.name();
    return List.of(
        new Operation.AttachPartition(table, PartitionReader.bounds(c, partition), span));
  }

  private List<Operation> detach(Cursor c, Span span) {
    c.expect("detach", "partition");
    Name partition = c.name();
    boolean concurrently = c.accept("concurrently");
    boolean finalizing = c.accept("finalize");
    return List.of(new Operation.DetachPartition(table, partition, concurrently, finalizing, span));
  }
}
