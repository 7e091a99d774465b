package dev.concertina.rule;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the constraint at hand, the one that is added or the first one inside ADD COLUMN. */
final class ConstraintText {

  private ConstraintText() {}

  private static Constraint constraint(Context context) {
    if (context.operation() instanceof Operation.AddColumn add) {
      return add.constraints().isEmpty() ? null : add.constraints().get(0);
    }
    return OperationFacts.constraint(context.operation());
  }

  static String name(Context context) {
    Constraint constraint = constraint(context);
    if (constraint == null) {
      return null;
    }
    if (constraint.name() != null) {
      return Identifier.quote(constraint.name());
    }
    String table = context.target().local();
    String columns = String.join("_", constraint.columns());
    return Identifier.quote(
        switch (constraint) {
          case Constraint.PrimaryKey k -> table + "_pkey";
          case Constraint.Unique k -> table + "_" + columns + "_key";
          case Constraint.ForeignKey k -> table + "_" + columns + "_fkey";
          case Constraint.NotNull k -> table + "_" + columns + "_not_null";
          case Constraint.Exclusion k -> table + "_" + columns + "_excl";
          case Constraint.Check k ->
              k.columns().size() == 1 ? table + "_" + columns + "_check" : table + "_check";
        });
  }

  static String columns(Context context) {
    Constraint constraint = constraint(context);
    return constraint == null ? null : list(constraint.columns());
  }

  static String keyword(Context context) {
    return switch (constraint(context)) {
      case Constraint.PrimaryKey k -> "PRIMARY KEY";
      case Constraint.Unique k -> "UNIQUE";
      case null, default -> null;
    };
  }

  static String definition(Context context) {
    return definition(constraint(context));
  }

  static String definition(Constraint constraint) {
    return switch (constraint) {
      case null -> null;
      case Constraint.PrimaryKey k -> "PRIMARY KEY (" + list(k.columns()) + ")";
      case Constraint.Unique k -> "UNIQUE (" + list(k.columns()) + ")";
      case Constraint.Check k -> "CHECK (" + k.condition().text() + ")";
      case Constraint.NotNull k -> "NOT NULL " + Identifier.quote(k.column());
      case Constraint.Exclusion k -> null;
      case Constraint.ForeignKey k -> foreignKey(k);
    };
  }

  private static String foreignKey(Constraint.ForeignKey key) {
    Name referenced = key.referenced();
    String columns =
        key.referencedColumns().isEmpty() ? "" : " (" + list(key.referencedColumns()) + ")";
    String onDelete = key.onDelete() == null ? "" : " ON DELETE " + key.onDelete();
    return "FOREIGN KEY ("
        + list(key.columns())
        + ") REFERENCES "
        + referenced.sql()
        + columns
        + onDelete;
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Identifier::quote).collect(Collectors.joining(", "));
  }
}
