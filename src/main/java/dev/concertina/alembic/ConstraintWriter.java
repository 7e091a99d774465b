package dev.concertina.alembic;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** Constraints as they stand in CREATE TABLE or behind ADD. */
final class ConstraintWriter {

  private final ExpressionWriter expressions;

  ConstraintWriter(ExpressionWriter expressions) {
    this.expressions = expressions;
  }

  /** One of those that SQLAlchemy has as objects: {@code sa.UniqueConstraint("a", "b")}. */
  String of(Value.Call call) {
    Arguments constraint = new Arguments(call);
    String name =
        constraint.textOrNull("name", call.shortName().equals("CheckConstraint") ? 1 : -1);
    return switch (call.shortName()) {
      case "PrimaryKeyConstraint" -> key(name, columns(call), constraint);
      case "UniqueConstraint" -> unique(name, columns(call), constraint);
      case "CheckConstraint" -> check(name, constraint.value("sqltext", 0), constraint);
      case "ForeignKeyConstraint" -> {
        List<String> targets = constraint.texts("refcolumns", 1);
        String first = targets.isEmpty() ? "" : targets.get(0);
        yield foreignKey(
            constraint.textOrNull("name", 2),
            constraint.texts("columns", 0),
            target(first),
            targets.stream().map(t -> t.substring(t.lastIndexOf('.') + 1)).toList(),
            constraint);
      }
      case "ExcludeConstraint" -> exclude(name, call.arguments(), constraint);
      default -> throw new ComputedException("a constraint");
    };
  }

  private static List<String> columns(Value.Call call) {
    return call.arguments().stream()
        .map(
            column ->
                column instanceof Value.Call made && made.shortName().equals("column")
                    ? new Arguments(made).text("name", 0)
                    : Arguments.textOf(column, "a column"))
        .toList();
  }

  /** {@code schema.table.column} without its column. */
  private static String target(String reference) {
    String[] parts = reference.split("\\.");
    if (parts.length < 2) {
      throw new ComputedException("the table that a foreign key refers to");
    }
    String schema = parts.length == 2 ? null : reference.substring(0, lastButOne(reference));
    return Names.table(schema, parts[parts.length - 2]);
  }

  private static int lastButOne(String reference) {
    return reference.lastIndexOf('.', reference.lastIndexOf('.') - 1);
  }

  /** The foreign key that stands in a column. */
  String ofColumn(String column, Value.Call call) {
    Arguments reference = new Arguments(call);
    String target = reference.text("column", 0);
    return foreignKey(
        reference.textOrNull("name", -1),
        List.of(column),
        target(target),
        List.of(target.substring(target.lastIndexOf('.') + 1)),
        reference);
  }

  String key(String name, List<String> columns, Arguments options) {
    return named(name) + "PRIMARY KEY (" + list(columns) + ")" + deferred(options);
  }

  String unique(String name, List<String> columns, Arguments options) {
    String nulls = options.isTrue("postgresql_nulls_not_distinct") ? "NULLS NOT DISTINCT " : "";
    return named(name) + "UNIQUE " + nulls + "(" + list(columns) + ")" + deferred(options);
  }

  String check(String name, Value condition, Arguments options) {
    if (condition == null) {
      throw new ComputedException("the condition of a check");
    }
    return named(name)
        + "CHECK ("
        + expressions.clause(condition)
        + ")"
        + deferred(options)
        + notValid(options);
  }

  /**
   * @param target the table referred to, as SQL names it
   */
  String foreignKey(
      String name, List<String> columns, String target, List<String> keys, Arguments options) {
    return named(name)
        + "FOREIGN KEY("
        + list(columns)
        + ") REFERENCES "
        + target
        + " ("
        + list(keys)
        + ")"
        + said(" MATCH ", options.textOrNull("match", -1))
        + said(" ON DELETE ", options.textOrNull("ondelete", -1))
        + said(" ON UPDATE ", options.textOrNull("onupdate", -1))
        + deferred(options)
        + notValid(options);
  }

  /**
   * @param elements pairs of a column or an expression and its operator
   */
  String exclude(String name, List<Value> elements, Arguments options) {
    List<String> parts = new ArrayList<>();
    for (Value element : elements) {
      List<Value> pair = element.items();
      if (pair.size() != 2) {
        throw new ComputedException("an element of an exclusion");
      }
      Value over = pair.get(0);
      String expression = over.text() == null ? expressions.write(over) : Names.quote(over.text());
      parts.add(expression + " WITH " + Arguments.textOf(pair.get(1), "an operator"));
    }
    String using = options.textOrNull("using", -1);
    Value where = options.present("where", -1);
    return named(name)
        + "EXCLUDE USING "
        + (using == null ? "gist" : using)
        + " ("
        + String.join(", ", parts)
        + ")"
        + (where == null ? "" : " WHERE (" + expressions.clause(where) + ")")
        + deferred(options);
  }

  private static String named(String name) {
    return name == null ? "" : "CONSTRAINT " + Names.quote(name) + " ";
  }

  private static String notValid(Arguments options) {
    return options.isTrue("postgresql_not_valid") ? " NOT VALID" : "";
  }

  private static String deferred(Arguments options) {
    Boolean deferrable = options.flag("deferrable");
    return (deferrable == null ? "" : deferrable ? " DEFERRABLE" : " NOT DEFERRABLE")
        + said(" INITIALLY ", options.textOrNull("initially", -1));
  }

  private static String said(String word, String value) {
    return value == null ? "" : word + value;
  }

  private static String list(List<String> columns) {
    return String.join(", ", columns.stream().map(Names::quote).toList());
  }
}
