package dev.concertina.rule;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * A name that an operation gives to something.
 *
 * @param kind what it names, one of {@link Conventions#KINDS} or {@code object}
 */
record Given(String kind, String name) {

  /** The names that an operation gives, in order; those that the database chooses are none. */
  static List<Given> by(Operation operation) {
    List<Given> names = new ArrayList<>();
    switch (operation) {
      case Operation.CreateTable o -> {
        add(names, "table", o.table());
        o.columns().forEach(column -> add(names, column));
      }
      case Operation.CreateTableAs o -> add(names, "table", o.table());
      case Operation.AddColumn o -> add(names, o.column());
      case Operation.CreateIndex o -> add(names, "index", o.index());
      case Operation.CreateView o -> add(names, "view", o.view());
      case Operation.CreateEnum o -> add(names, "type", o.type());
      case Operation.CreateDomain o -> add(names, "type", o.domain());
      case Operation.CreateRoutine o -> add(names, "function", o.name());
      case Operation.CreateTrigger o -> names.add(new Given("trigger", o.trigger()));
      case Operation.CreateObject o -> add(names, "object", o.name());
      case Operation.RenameTable o -> names.add(new Given("table", o.newName()));
      case Operation.RenameColumn o -> names.add(new Given("column", o.newName()));
      case Operation.RenameConstraint o -> names.add(new Given("constraint", o.newName()));
      case Operation.RenameObject o -> names.add(new Given(kind(o.what()), o.newName()));
      default -> {
        // It names nothing that was not there.
      }
    }
    for (Constraint constraint : OperationFacts.constraints(operation)) {
      if (constraint.name() != null) {
        names.add(new Given("constraint", constraint.name()));
      }
    }
    return names;
  }

  private static void add(List<Given> names, String kind, Name name) {
    if (name != null) {
      names.add(new Given(kind, name.local()));
    }
  }

  private static void add(List<Given> names, Column column) {
    names.add(new Given("column", column.name()));
  }

  private static String kind(Operation.ObjectKind what) {
    return switch (what) {
      case TABLE, FOREIGN_TABLE -> "table";
      case INDEX -> "index";
      case VIEW, MATERIALIZED_VIEW -> "view";
      case TYPE, DOMAIN -> "type";
      case FUNCTION, PROCEDURE, AGGREGATE -> "function";
      case TRIGGER -> "trigger";
      case ATTRIBUTE, COLUMN -> "column";
      default -> "object";
    };
  }
}
