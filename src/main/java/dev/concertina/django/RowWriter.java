package dev.concertina.django;

import dev.concertina.schema.Computed;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in SQL what the code of a migration does to rows, each at the place that does it. */
final class RowWriter {

  private static final int MOST = 500;

  private final SqlReader reader;
  private final PythonModule module;
  private final TableMapping mapping;
  private final RawSql raw;
  private final Scope scope;
  private final List<Operation> operations = new ArrayList<>();

  RowWriter(SqlReader reader, PythonModule module, ProjectState state, Scope scope) {
    this.scope = scope;
    this.reader = reader;
    this.module = module;
    mapping = new TableMapping(state);
    raw = new RawSql(reader, module.file().text());
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  String table(Model model) {
    return mapping.table(mapping.concrete(model));
  }

  void unread(Span place, String reason) {
    add(List.of(new Operation.NotAnalysed(reason, place)));
  }

  private void add(List<Operation> more) {
    for (Operation operation : more) {
      if (operations.size() < MOST && !operations.contains(operation)) {
        operations.add(operation);
      }
    }
  }

  /** One statement, at the place that does it. */
  void send(Node node, String sql) {
    scope.wrote();
    for (Statement statement : reader.readAt(module.file().span(node), sql)) {
      add(statement.operations());
    }
  }

  /** SQL that the code runs itself. */
  void sql(Value sql, Value parameters) {
    scope.wrote();
    List<Statement> statements =
        sql == null
            ? List.of()
            : parameters == null || parameters.isNull()
                ? raw.read(sql)
                : raw.read(
                    new Value.Many(
                        List.of(new Value.Many(List.of(sql, parameters), sql.span())), sql.span()));
    statements.forEach(statement -> add(statement.operations()));
  }

  /** The condition of a query that is narrowed further, as SQL. */
  String and(Model model, String where, Value.Call lookups, boolean negated) {
    boolean none = lookups.arguments().isEmpty() && lookups.named().isEmpty() && lookups.complete();
    if (none) {
      return where;
    }
    Value.Call all =
        new Value.Call(
            "django.db.models.Q",
            null,
            lookups.arguments(),
            lookups.named(),
            lookups.complete(),
            lookups.span());
    Value condition =
        negated ? new Value.Call("~", null, List.of(all), Map.of(), true, lookups.span()) : all;
    String sql = new ConditionWriter(mapping, mapping.concrete(model)).sql(condition);
    return where == null ? sql : where + " AND " + sql;
  }

  /** The condition that finds one row, as Django writes it: by a key, here by any. */
  String key(Model model) {
    return Names.quote(TableMapping.columnName(primaryKey(model))) + " = 0";
  }

  boolean isKey(Model model, String field) {
    return field.equals("pk") || field.equals(primaryKey(model).name());
  }

  private Field primaryKey(Model model) {
    return mapping.primaryKey(mapping.concrete(model));
  }

  /** The part of {@code get_or_create} that looks for a row. */
  static Value.Call lookups(Value.Call call) {
    Map<String, Value> named = new LinkedHashMap<>(call.named());
    named.remove("defaults");
    named.remove("create_defaults");
    return new Value.Call(call.name(), null, List.of(), named, call.complete(), call.span());
  }

  /** The fields that {@code get_or_create} gives to a row. */
  Set<String> givenTo(Value.Call call) {
    Set<String> fields = new LinkedHashSet<>(lookups(call).named().keySet());
    if (call.named().get("defaults") instanceof Value.Mapping defaults) {
      defaults.entries().stream()
          .map(entry -> entry.getKey().text())
          .filter(name -> name != null)
          .forEach(fields::add);
    }
    return fields;
  }

  /** {@code .update(field=value)}. */
  void update(Node node, Model model, String where, Value.Call values) {
    ExpressionWriter expressions = new ExpressionWriter(mapping, mapping.concrete(model));
    String assignments =
        values.named().entrySet().stream()
            .map(
                entry ->
                    Names.quote(column(model, entry.getKey()))
                        + " = "
                        + value(expressions, model, entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    if (assignments.isEmpty()) {
      unread(module.file().span(node), "which fields .update() gives is computed");
    } else {
      send(node, "UPDATE " + Names.quote(table(model)) + " SET " + assignments + clause(where));
    }
  }

  private String value(ExpressionWriter expressions, Model model, String name, Value value) {
    Field field = mapping.field(mapping.concrete(model), name);
    return switch (value) {
      case Value.Call call -> expressions.expression(call);
      case Value.Name computed -> Operation.RunCode.COMPUTED;
      case Value.Unknown computed -> Operation.RunCode.COMPUTED;
      default -> field == null ? Operation.RunCode.COMPUTED : expressions.literal(field, value);
    };
  }

  /** Rows of which some fields are given values that the code computes. */
  void change(
      Node node,
      Model model,
      String where,
      Collection<String> fields,
      Map<String, Computed> lifted) {
    Map<String, String> values = new HashMap<>();
    lifted.forEach((field, value) -> values.put(column(model, field), value.sql()));
    String assignments =
        columns(model, fields).stream()
            .map(
                column ->
                    Names.quote(column)
                        + " = "
                        + values.getOrDefault(column, Operation.RunCode.COMPUTED))
            .collect(Collectors.joining(", "));
    if (assignments.isEmpty()) {
      unread(module.file().span(node), "which fields of " + model.name() + " it saves is not seen");
    } else {
      send(node, "UPDATE " + Names.quote(table(model)) + " SET " + assignments + clause(where));
    }
  }

  void delete(Node node, Model model, String where) {
    send(node, "DELETE FROM " + Names.quote(table(model)) + clause(where));
  }

  /**
   * New rows.
   *
   * @param from the rows that each give one, or null
   * @param unlessThere whether a row that is there is left alone
   */
  void insert(
      Node node, Model model, Collection<String> fields, Binding.Row from, boolean unlessThere) {
    List<String> columns = columns(model, fields);
    String names = columns.stream().map(Names::quote).collect(Collectors.joining(", ", " (", ")"));
    String values =
        columns.stream()
            .map(column -> Operation.RunCode.COMPUTED)
            .collect(Collectors.joining(", "));
    String source =
        from == null || columns.isEmpty()
            ? " VALUES (" + values + ")"
            : " SELECT "
                + values
                + " FROM "
                + Names.quote(table(from.model()))
                + clause(from.where());
    String into = "INSERT INTO " + Names.quote(table(model));
    String rows = columns.isEmpty() ? " DEFAULT VALUES" : names + source;
    send(node, into + rows + (unlessThere ? " ON CONFLICT DO NOTHING" : ""));
  }

  private static String clause(String where) {
    return where == null ? "" : " WHERE " + where;
  }

  private List<String> columns(Model model, Collection<String> fields) {
    Collection<String> wanted = fields;
    if (fields.isEmpty()) {
      wanted =
          mapping.concrete(model).fields().stream()
              .filter(field -> !field.primaryKey())
              .map(Field::name)
              .toList();
    }
    return wanted.stream()
        .filter(name -> !isVirtual(model, name))
        .map(name -> column(model, name))
        .distinct()
        .toList();
  }

  private boolean isVirtual(Model model, String name) {
    Field field = mapping.field(mapping.concrete(model), name);
    return field != null && field.kind().isVirtual();
  }

  private String column(Model model, String name) {
    Field field = mapping.field(mapping.concrete(model), name);
    return field == null ? name : TableMapping.columnName(field);
  }
}
