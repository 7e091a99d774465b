package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the constraints of a model's {@code Meta}. */
final class ConstraintWriter {

  private final TableMapping mapping;
  private final Model model;
  private final IndexWriter indexes;
  private final String table;

  ConstraintWriter(TableMapping mapping, Model model) {
    this.mapping = mapping;
    this.model = model;
    indexes = new IndexWriter(mapping, model);
    table = mapping.table(model);
  }

  /** How the constraint is made; null when it is of a class that is not Django's. */
  Definition definition(Value.Call constraint) {
    return switch (constraint.shortName()) {
      case "UniqueConstraint" -> unique(constraint);
      case "CheckConstraint" -> made(Catalogue.Kind.CHECK, constraint, check(constraint));
      case "ExclusionConstraint" -> made(Catalogue.Kind.CHECK, constraint, exclusion(constraint));
      default -> null;
    };
  }

  /** Why nothing is known of a constraint. */
  static String foreign(Value.Call constraint) {
    return constraint.shortName() + " is a constraint of the project's own";
  }

  /** What CREATE TABLE says of it, or null when it is an index that comes later. */
  String inline(Value.Call constraint) {
    Definition made = definition(constraint);
    boolean later =
        made == null
            || made.kind() == Catalogue.Kind.UNIQUE_INDEX
            || made.tail().startsWith(" NULLS");
    if (later) {
      return null;
    }
    boolean unique = made.kind() == Catalogue.Kind.UNIQUE;
    String rule = unique ? "UNIQUE " + columns(made) + made.tail() : made.tail();
    return "CONSTRAINT " + Names.quote(made.madeName()) + " " + rule;
  }

  private static String columns(Definition made) {
    return made.keys().stream()
        .map(Definition.Key::sql)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** One of {@code unique_together}. */
  Definition together(List<String> fields) {
    return Definition.unique(table, null, fields.stream().map(indexes::columnOf).toList(), "");
  }

  private Definition made(Catalogue.Kind kind, Value.Call constraint, String rule) {
    return new Definition(
        kind, table, IndexWriter.name(constraint), "", List.of(), false, "", rule, null);
  }

  private Definition unique(Value.Call constraint) {
    Value nulls = constraint.named().get("nulls_distinct");
    boolean nullsGiven = nulls != null && !nulls.isNull();
    String nullsText =
        nullsGiven ? nulls.isFalse() ? " NULLS NOT DISTINCT" : " NULLS DISTINCT" : "";
    Value condition = constraint.named().get("condition");
    String include = indexes.include(constraint);
    boolean asIndex =
        condition != null && !condition.isNull()
            || !include.isEmpty()
            || !Words.texts(constraint.named().get("opclasses")).isEmpty()
            || !constraint.arguments().isEmpty();
    String tail =
        asIndex
            ? include + nullsText + indexes.where(condition)
            : nullsText + deferrable(constraint);
    return new Definition(
        asIndex ? Catalogue.Kind.UNIQUE_INDEX : Catalogue.Kind.UNIQUE,
        table,
        IndexWriter.name(constraint),
        "_uniq",
        indexes.keys(constraint),
        false,
        "",
        tail,
        null);
  }

  private String check(Value.Call constraint) {
    Value condition = constraint.named().get("condition");
    if (condition == null) {
      condition = constraint.named().get("check");
    }
    return "CHECK (" + new ConditionWriter(mapping, model).sql(condition) + ")";
  }

  private String exclusion(Value.Call constraint) {
    Value expressions = constraint.named().get("expressions");
    ExpressionWriter writer = new ExpressionWriter(mapping, model);
    String elements =
        expressions == null
            ? ""
            : expressions.items().stream()
                .filter(pair -> pair.items().size() == 2)
                .map(pair -> writer.indexKey(pair.items().get(0)) + " WITH " + operator(pair))
                .collect(Collectors.joining(", "));
    Value type = constraint.named().get("index_type");
    String method = type == null || type.text() == null ? "GIST" : type.text();
    Value condition = constraint.named().get("condition");
    boolean partial = condition != null && !condition.isNull();
    String where =
        partial ? " WHERE (" + new ConditionWriter(mapping, model).sql(condition) + ")" : "";
    return "EXCLUDE USING "
        + method
        + " ("
        + elements
        + ")"
        + indexes.include(constraint)
        + where
        + deferrable(constraint);
  }

  private static String operator(Value pair) {
    Value operator = pair.items().get(1);
    if (operator.text() != null) {
      return operator.text();
    }
    String name = operator instanceof Value.Name named ? named.name() : "";
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "EQUAL" -> "=";
      case "NOT_EQUAL" -> "<>";
      case "CONTAINS" -> "@>";
      case "CONTAINED_BY" -> "<@";
      case "ADJACENT_TO" -> "-|-";
      default -> "&&";
    };
  }

  private static String deferrable(Value.Call constraint) {
    Value value = constraint.named().get("deferrable");
    String name = value instanceof Value.Name named ? named.name() : "";
    if (name.endsWith(".DEFERRED")) {
      return " DEFERRABLE INITIALLY DEFERRED";
    }
    return name.endsWith(".IMMEDIATE") ? " DEFERRABLE INITIALLY IMMEDIATE" : "";
  }
}
