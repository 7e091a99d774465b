package dev.concertina.ecto;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.ElixirValues.Code;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A query of Ecto's that changes rows, as the SQL that it sends. */
final class Query {

  private static final String COMPUTED = Operation.RunCode.COMPUTED;

  private static final Map<String, String> OPERATORS =
      Map.of(
          "==", "=", "!=", "!=", "<", "<", ">", ">", "<=", "<=", ">=", ">=", "and", "AND", "or",
          "OR");

  /** What a query may be piped through without another meaning for what is changed. */
  private static final Set<String> ASIDE = Set.of("select", "order_by", "exclude", "lock", "hints");

  private final SourceFile file;
  private final Scope scope;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> assignments = new LinkedHashMap<>();
  private String table;
  private String prefix;

  Query(SourceFile file, Scope scope) {
    this.file = file;
    this.scope = scope;
  }

  /** The statement of a repo's method. */
  String change(String method, Value about, Value.Call call) {
    prefix = Options.of(call, Math.max(2, call.arguments().size())).text("prefix");
    return switch (method) {
      case "update_all" -> {
        source(about);
        updates(call.arguments().size() > 1 ? call.arguments().get(1) : null, call.named());
        String set =
            assignments.isEmpty()
                ? "\"?\" = " + COMPUTED
                : assignments.entrySet().stream()
                    .map(e -> Names.quote(e.getKey()) + " = " + e.getValue())
                    .collect(Collectors.joining(", "));
        yield "UPDATE " + from() + " SET " + set + where();
      }
      case "delete_all" -> {
        source(about);
        yield "DELETE FROM " + from() + where();
      }
      case "insert_all" -> {
        source(about);
        yield inserted(call.arguments().size() > 1 ? call.arguments().get(1) : null);
      }
      default -> throw new UnreadException("rows are changed through a schema by " + method);
    };
  }

  private String from() {
    return Names.quote(prefix, table) + " AS " + alias();
  }

  private String alias() {
    return Character.toLowerCase(table.charAt(0)) + "0";
  }

  private String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private String inserted(Value rows) {
    List<Value> items = rows == null ? List.of() : rows.items();
    List<String> columns = new ArrayList<>();
    if (!items.isEmpty() && items.get(0) instanceof Value.Mapping row) {
      row.entries().forEach(entry -> columns.add(Names.of(entry.getKey())));
    }
    String into = "INSERT INTO " + Names.quote(prefix, table);
    if (columns.isEmpty()) {
      return into + " SELECT " + COMPUTED;
    }
    String row = columns.stream().map(c -> COMPUTED).collect(Collectors.joining(", ", "(", ")"));
    String values = items.stream().map(item -> row).collect(Collectors.joining(", "));
    return into + " (" + Names.quoted(columns) + ") VALUES " + values;
  }

  /** What a query is about, and what it says of it. */
  private void source(Value about) {
    switch (about) {
      case Value.Text name -> table = name.text();
      case Value.Name module -> table = schema(module.name());
      case Value.Many pair when pair.items().size() == 2 -> source(pair.items().get(0));
      case Value.Call call -> query(call);
      case Code code when scope.values().operator(code.node()).equals("in") ->
          source(scope.values().value(code.node().child("right")));
      default -> throw new UnreadException("rows are changed by a query that is built elsewhere");
    }
  }

  private String schema(String module) {
    String known = scope.module().table(module);
    if (known == null) {
      throw new UnreadException("rows are changed through the schema " + module);
    }
    return known;
  }

  private void query(Value.Call call) {
    if (call.arguments().isEmpty()) {
      throw new UnreadException("rows are changed by a query that is built elsewhere");
    }
    source(call.arguments().get(0));
    List<Value> given = call.arguments();
    Value last = given.get(given.size() - 1);
    switch (call.name().substring(call.name().lastIndexOf('.') + 1)) {
      case "from" -> call.named().forEach(this::clause);
      case "where" -> {
        if (!call.named().isEmpty()) {
          call.named().forEach(this::equality);
        } else {
          clause("where", last);
        }
      }
      case "or_where" -> conditions.add(COMPUTED);
      case "update" -> updates(given.size() > 1 ? last : null, call.named());
      case "put_query_prefix" -> prefix = Names.of(last);
      case "join", "limit", "offset" -> conditions.add(COMPUTED);
      default -> {
        if (!ASIDE.contains(call.name())) {
          throw new UnreadException("rows are changed by a query that is built elsewhere");
        }
      }
    }
  }

  private void clause(String keyword, Value value) {
    switch (keyword.replace("+", "")) {
      case "where" -> {
        if (value instanceof Value.Mapping mapping) {
          mapping.entries().forEach(e -> equality(Names.of(e.getKey()), e.getValue()));
        } else {
          conditions.add("(" + expression(value) + ")");
        }
      }
      case "update" -> updates(value, Map.of());
      case "prefix" -> prefix = value.text();
      case "select", "order_by", "as", "hints", "lock" -> {}
      default -> conditions.add(COMPUTED);
    }
  }

  private void equality(String column, Value value) {
    conditions.add("(" + alias() + "." + Names.quote(column) + " = " + expression(value) + ")");
  }

  private void updates(Value list, Map<String, Value> named) {
    if (list instanceof Value.Mapping mapping) {
      mapping.entries().forEach(e -> update(Names.of(e.getKey()), e.getValue()));
    }
    named.forEach(this::update);
  }

  private void update(String kind, Value changes) {
    if (!(changes instanceof Value.Mapping mapping)) {
      return;
    }
    for (Map.Entry<Value, Value> entry : mapping.entries()) {
      String column = Names.of(entry.getKey());
      String value = expression(entry.getValue());
      switch (kind) {
        case "set" -> assignments.put(column, value);
        case "inc" -> assignments.put(column, alias() + "." + Names.quote(column) + " + " + value);
        case "push", "pull" -> assignments.put(column, COMPUTED);
        default -> {}
      }
    }
  }

  /** An expression of a query; what is not known counts as computed. */
  private String expression(Value value) {
    return switch (value) {
      case Value.Number number -> number.digits();
      case Value.Text text -> Names.text(text.text());
      case Value.Flag flag -> String.valueOf(flag.on()).toUpperCase(Locale.ROOT);
      case Value.Nothing none -> "NULL";
      case Value.Call call -> call(call);
      case Code code -> code(code.node());
      // A list in a list may be any size: constants that are twice another double with each line.
      case Value.Many list
          when !list.items().isEmpty()
              && list.items().stream().allMatch(i -> i.items().isEmpty()) ->
          list.items().stream().map(this::expression).collect(Collectors.joining(", ", "(", ")"));
      default -> COMPUTED;
    };
  }

  private String code(Node node) {
    Node left = node.child("left");
    Node right = node.child("right");
    String operator = scope.values().operator(node);
    if (left == null || right == null) {
      Node operand = node.child("operand");
      return operator.equals("not") && operand != null
          ? "NOT (" + expression(scope.values().value(operand)) + ")"
          : COMPUTED;
    }
    Value first = scope.values().value(left);
    Value second = scope.values().value(right);
    if (operator.equals("in")) {
      String one = expression(first);
      boolean list = second instanceof Value.Many && !second.items().isEmpty();
      return list ? one + " IN " + expression(second) : one + " = ANY(" + COMPUTED + ")";
    }
    String sql = OPERATORS.get(operator);
    return sql == null ? COMPUTED : operand(first) + " " + sql + " " + operand(second);
  }

  private String operand(Value value) {
    boolean wrapped =
        value instanceof Code code && code.node().child("right") != null
            || value instanceof Value.Call call && call.name().equals("is_nil");
    return wrapped ? "(" + expression(value) + ")" : expression(value);
  }

  private String call(Value.Call call) {
    List<Value> given = call.arguments();
    boolean field = call.receiver() != null && given.isEmpty();
    return switch (call.name()) {
      case "is_nil" -> given.isEmpty() ? COMPUTED : expression(given.get(0)) + " IS NULL";
      case "fragment" -> fragment(given);
      case "field" ->
          given.size() == 2 && given.get(1).text() != null
              ? alias() + "." + Names.quote(given.get(1).text())
              : COMPUTED;
      default -> field ? alias() + "." + Names.quote(call.name()) : COMPUTED;
    };
  }

  private String fragment(List<Value> given) {
    String text = given.isEmpty() ? null : given.get(0).text();
    if (text == null) {
      return COMPUTED;
    }
    StringBuilder sql = new StringBuilder();
    int next = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '?' && next < given.size()) {
        sql.append(expression(given.get(next++)));
      } else {
        sql.append(text.charAt(i));
      }
    }
    return sql.toString();
  }
}
