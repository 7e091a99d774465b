package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code Q} objects as SQL conditions over a model's own columns. */
final class ConditionWriter {

  private static final int DEEPEST = 60;

  private static final Map<String, String> OPERATORS =
      Map.of("gt", ">", "gte", ">=", "lt", "<", "lte", "<=", "exact", "=");

  /** Lookups for LIKE: what stands before and behind the text, and whether case counts. */
  private static final Map<String, Like> LIKES =
      Map.of(
          "contains", new Like("%", "%", false),
          "icontains", new Like("%", "%", true),
          "startswith", new Like("", "%", false),
          "istartswith", new Like("", "%", true),
          "endswith", new Like("%", "", false),
          "iendswith", new Like("%", "", true));

  private record Like(String before, String after, boolean upper) {}

  private final TableMapping mapping;
  private final Model model;
  private final ExpressionWriter expressions;

  ConditionWriter(TableMapping mapping, Model model) {
    this.mapping = mapping;
    this.model = model;
    expressions = new ExpressionWriter(mapping, model);
  }

  /** The condition as SQL. */
  String sql(Value condition) {
    return tree(condition, false, 0).sql();
  }

  private ConditionTree tree(Value value, boolean negated, int depth) {
    if (depth > DEEPEST || !(value instanceof Value.Call call)) {
      return ConditionTree.of(expressions.opaque("condition", value));
    }
    List<Value> arguments = call.arguments();
    return switch (call.shortName()) {
      case "Q" -> all(call, negated, depth);
      case "&" -> join("AND", arguments, negated, depth);
      case "|" -> join("OR", arguments, negated, depth);
      case "^" -> join("XOR", arguments, negated, depth);
      case "~" -> ConditionTree.joined("AND", true, trees(arguments, !negated, depth));
      default -> ConditionTree.of(expressions.expression(value));
    };
  }

  private ConditionTree join(String connector, List<Value> parts, boolean negated, int depth) {
    return ConditionTree.joined(connector, false, trees(parts, negated, depth));
  }

  private List<ConditionTree> trees(List<Value> parts, boolean negated, int depth) {
    return parts.stream().map(part -> tree(part, negated, depth + 1)).toList();
  }

  private ConditionTree all(Value.Call call, boolean outer, int depth) {
    Value connector = call.named().get("_connector");
    Value not = call.named().get("_negated");
    boolean negates = not != null && not.isTrue();
    boolean negated = outer != negates;
    List<ConditionTree> children = new ArrayList<>();
    for (Value argument : call.arguments()) {
      List<Value> pair = argument.items();
      children.add(
          pair.size() == 2 && pair.get(0).text() != null
              ? lookup(pair.get(0).text(), pair.get(1), negated)
              : tree(argument, negated, depth + 1));
    }
    call.named()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("_")) {
                children.add(lookup(name, value, negated));
              }
            });
    if (!call.complete() || children.isEmpty()) {
      children.add(ConditionTree.of(expressions.opaque("condition", call)));
    }
    String joint = connector == null || connector.text() == null ? "AND" : connector.text();
    return ConditionTree.joined(joint, negates, children);
  }

  private ConditionTree lookup(String path, Value value, boolean negated) {
    String[] parts = path.split("__");
    String last = parts.length > 1 ? parts[parts.length - 1] : "exact";
    Field field = mapping.field(model, parts[0]);
    FieldColumn column = field == null ? null : mapping.column(model, field);
    if (column == null || parts.length > 2) {
      return ConditionTree.of(expressions.opaque("condition", value, parts[0]));
    }
    boolean isNull = last.equals("isnull") || value.isNull();
    String sql =
        isNull
            ? castForNull(column) + (value.isFalse() ? " IS NOT NULL" : " IS NULL")
            : compare(column, field, last, value);
    if (sql == null) {
      return ConditionTree.of(expressions.opaque("condition", value, parts[0]));
    }
    boolean mayBeNull = negated && !isNull && column.nullable();
    return mayBeNull
        ? new ConditionTree("AND", false, List.of(sql, column.quoted() + " IS NOT NULL"))
        : ConditionTree.of(sql);
  }

  private String compare(FieldColumn column, Field field, String lookup, Value value) {
    String left = column.quoted();
    if (LIKES.containsKey(lookup) && value.text() != null) {
      return like(column, LIKES.get(lookup), value.text());
    }
    String operator = OPERATORS.get(lookup);
    boolean truth = value.isTrue() || value.isFalse();
    if (lookup.equals("exact") && truth && column.type().equals("boolean")) {
      return value.isTrue() ? left : "NOT " + left;
    } else if (operator != null) {
      return left + " " + operator + " " + operand(field, value);
    }
    return switch (lookup) {
      case "in" ->
          value.items().isEmpty()
              ? null
              : value.items().stream()
                  .filter(item -> !item.isNull())
                  .map(item -> operand(field, item))
                  .distinct()
                  .collect(Collectors.joining(", ", left + " IN (", ")"));
      case "range" ->
          value.items().size() == 2
              ? left
                  + " BETWEEN "
                  + operand(field, value.items().get(0))
                  + " AND "
                  + operand(field, value.items().get(1))
              : null;
      case "iexact" ->
          value.text() == null
              ? null
              : "UPPER(" + cast(column) + ") = UPPER(" + SqlLiteral.quote(value.text()) + ")";
      case "regex" -> pattern(column, "~", value);
      case "iregex" -> pattern(column, "~*", value);
      default -> null;
    };
  }

  private static String pattern(FieldColumn column, String operator, Value value) {
    return value.text() == null
        ? null
        : cast(column) + " " + operator + " " + SqlLiteral.quote(value.text());
  }

  private static String like(FieldColumn column, Like like, String text) {
    String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    String pattern = SqlLiteral.quote(like.before + escaped + like.after);
    return like.upper
        ? "UPPER(" + cast(column) + ") LIKE UPPER(" + pattern + ")"
        : cast(column) + " LIKE " + pattern;
  }

  /** From 4.2 to 5.0 texts are cast before they are compared with NULL. */
  private String castForNull(FieldColumn column) {
    Settings settings = mapping.state().settings();
    boolean text =
        switch (column.kind()) {
          case CHAR, EMAIL, URL, TEXT, CI_CHAR, CI_EMAIL, CI_TEXT -> true;
          default -> false;
        };
    boolean casts = text && settings.since(4, 2) && !settings.since(5, 1);
    return casts ? column.quoted() + "::text" : column.quoted();
  }

  private static String cast(FieldColumn column) {
    return switch (column.kind()) {
      case IP_ADDRESS, OLD_IP_ADDRESS -> "HOST(" + column.quoted() + ")";
      case CI_CHAR, CI_EMAIL, CI_TEXT -> column.quoted() + "::citext";
      default -> column.quoted() + "::text";
    };
  }

  private String operand(Field field, Value value) {
    boolean literal =
        !(value instanceof Value.Call call)
            || List.of("Decimal", "UUID").contains(call.shortName());
    if (literal) {
      return expressions.literal(field, value);
    }
    String sql = expressions.expression(value);
    boolean wrapped = sql.startsWith("(") || !mapping.state().settings().since(4, 0);
    return wrapped ? sql : "(" + sql + ")";
  }
}
