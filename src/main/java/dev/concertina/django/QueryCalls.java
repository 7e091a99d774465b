package dev.concertina.django;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the methods of queries and rows: those that choose rows, and those that change them. */
final class QueryCalls {

  private static final Set<String> ONE_ROW = Set.of("get", "first", "last", "earliest", "latest");

  private static final Set<String> VALUES =
      Set.of("count", "exists", "aggregate", "in_bulk", "contains", "dates", "explain", "none");

  private final RowWriter rows;
  private final Scope scope;

  QueryCalls(RowWriter rows, Scope scope) {
    this.rows = rows;
    this.scope = scope;
  }

  /**
   * @param argument what the first argument stands for
   */
  Binding query(Node node, Value.Call call, Binding.Rows query, String method, Binding argument) {
    Model model = query.model();
    String where = query.where();
    if (ONE_ROW.contains(method)) {
      return one(call, model, rows.and(model, where, call, false));
    } else if (VALUES.contains(method)) {
      return Binding.OTHER;
    }
    switch (method) {
      case "filter" -> {
        return Binding.Rows.of(model, rows.and(model, where, call, false));
      }
      case "exclude" -> {
        return Binding.Rows.of(model, rows.and(model, where, call, true));
      }
      case "update", "aupdate" -> rows.update(node, model, where, call);
      case "delete", "adelete" -> rows.delete(node, model, where);
      case "create", "acreate" -> {
        rows.insert(node, model, call.named().keySet(), scope.looped(), false);
        return Binding.Row.found(model, rows.key(model));
      }
      case "get_or_create", "update_or_create" -> {
        return getOrCreate(node, call, query, method.startsWith("update"));
      }
      case "bulk_create" -> bulkCreate(node, model, argument);
      case "bulk_update" ->
          rows.change(
              node,
              model,
              chosen(argument),
              new LinkedHashSet<>(Words.texts(call.argument("fields", 1))),
              Binding.each(argument) instanceof Binding.Row row ? row.lifted() : Map.of());
      case "raw" -> rows.sql(call.argument("raw_query", 0), call.argument("params", 1));
      case "add", "set", "remove", "clear" -> link(node, query, method);
      default -> {
        // Any other method chooses rows, also one of a manager's own.
        return method.startsWith("get_") && !method.equals("get_queryset")
            ? one(call, model, null)
            : query;
      }
    }
    return Binding.OTHER;
  }

  private Binding getOrCreate(Node node, Value.Call call, Binding.Rows query, boolean updates) {
    Model model = query.model();
    Set<String> columns = rows.givenTo(call);
    String where = rows.and(model, query.where(), RowWriter.lookups(call), false);
    Binding.Row row = one(call, model, where);
    if (updates) {
      rows.change(node, model, row.where(), columns, Map.of());
    }
    rows.insert(node, model, columns, scope.looped(), true);
    return new Binding.Items(List.of(row, Binding.OTHER));
  }

  /** One row; in a loop it is another one each time, and all that are found may be meant. */
  private Binding.Row one(Value.Call call, Model model, String where) {
    boolean byKey = call.named().keySet().stream().anyMatch(name -> rows.isKey(model, name));
    return Binding.Row.found(model, byKey || scope.inLoop() ? where : rows.key(model));
  }

  /** The condition that found the rows of a list, or null when they may be any. */
  private static String chosen(Binding list) {
    return Binding.each(list) instanceof Binding.Row row ? row.where() : null;
  }

  private void bulkCreate(Node node, Model model, Binding argument) {
    Binding.Row row =
        switch (argument) {
          case Binding.Several several -> several.row();
          case Binding.Items items
              when !items.items().isEmpty() && items.items().get(0) instanceof Binding.Row first ->
              first;
          default -> null;
        };
    Set<String> columns = row == null ? Set.of() : row.touched();
    rows.insert(node, model, columns, row == null ? null : row.from(), false);
  }

  /** {@code row.many.add(…)} writes to the table between the two. */
  private void link(Node node, Binding.Rows query, String method) {
    Model between = query.between();
    if (between == null) {
      return;
    }
    if (!method.equals("add")) {
      rows.delete(node, between, "\"related\"()");
    }
    if (method.equals("add") || method.equals("set")) {
      Set<String> columns = new LinkedHashSet<>();
      between.fields().stream()
          .filter(field -> field.kind().isReference())
          .forEach(field -> columns.add(field.name()));
      rows.insert(node, between, columns, scope.looped(), true);
    }
  }

  Binding row(Node node, Value.Call call, Binding.Row row, String method) {
    switch (method) {
      case "save", "asave" -> {
        Set<String> only = new LinkedHashSet<>(Words.texts(call.named().get("update_fields")));
        Set<String> columns = only.isEmpty() ? row.touched() : only;
        if (row.created()) {
          rows.insert(node, row.model(), columns, row.from(), false);
        } else {
          rows.change(node, row.model(), row.where(), columns, row.lifted());
        }
      }
      case "delete", "adelete" -> rows.delete(node, row.model(), row.where());
      default -> {}
    }
    return Binding.OTHER;
  }
}
