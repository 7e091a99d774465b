package dev.concertina.laravel;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.Chain;
import dev.concertina.syntax.Inflector;
import dev.concertina.syntax.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes of rows through models of Eloquent, as the SQL that they send. A model has the table that
 * its name gives it: what another file says is not read.
 */
final class Models {

  /** Classes that are often called in migrations and are no models. */
  private static final Set<String> NONE =
      Set.of(
          "App",
          "Arr",
          "Auth",
          "Bus",
          "Cache",
          "Carbon",
          "Config",
          "Cookie",
          "Crypt",
          "Event",
          "File",
          "Hash",
          "Http",
          "Lang",
          "Log",
          "Mail",
          "Notification",
          "Password",
          "Process",
          "Queue",
          "Redirect",
          "Redis",
          "Request",
          "Response",
          "Route",
          "Session",
          "Storage",
          "Str",
          "URL",
          "Validator",
          "View");

  private static final Set<String> INSERTS =
      Set.of("create", "forceCreate", "firstOrCreate", "updateOrCreate");

  private static final Set<String> SAVES =
      Set.of("save", "saveQuietly", "saveOrFail", "update", "updateQuietly", "forceFill");

  private static final Set<String> DELETES = Set.of("delete", "deleteQuietly", "forceDelete");

  private Models() {}

  static boolean isNone(String name) {
    return NONE.contains(name);
  }

  static boolean writes(String method) {
    return Query.WRITES.contains(method) || INSERTS.contains(method) || method.equals("save");
  }

  /** Whether it changes the row that it is called on. */
  static boolean changesRow(String method) {
    return SAVES.contains(method) || DELETES.contains(method);
  }

  private static String table(String model) {
    return Plural.table(Inflector.underscore(model));
  }

  /** What is sent for a query of a model. */
  static String sql(String model, Value.Call call) {
    String table = table(model);
    String method = Chain.method(call);
    return INSERTS.contains(method) || method.equals("save")
        ? "insert into " + Names.quote(table) + columns(call)
        : new Query(table, call).sql();
  }

  private static String columns(Value.Call call) {
    Value given = call.arguments().isEmpty() ? null : call.arguments().get(0);
    if (!(given instanceof Value.Mapping mapping) || mapping.entries().isEmpty()) {
      return " default values";
    }
    String names =
        mapping.entries().stream()
            .map(Map.Entry::getKey)
            .map(Names::of)
            .collect(Collectors.joining(", "));
    String values =
        mapping.entries().stream()
            .map(Map.Entry::getValue)
            .map(Query::literal)
            .collect(Collectors.joining(", "));
    return " (" + names + ") values (" + values + ")";
  }

  /**
   * What is sent for one row.
   *
   * @param set the properties that it was given before
   */
  static String row(String model, Value.Call call, Collection<String> set) {
    String table = Names.quote(table(model));
    String where = " where \"id\" = " + Operation.RunCode.COMPUTED;
    if (DELETES.contains(Chain.method(call))) {
      return "delete from " + table + where;
    }
    Value given = call.arguments().isEmpty() ? null : call.arguments().get(0);
    List<String> columns =
        given instanceof Value.Mapping mapping
            ? mapping.entries().stream().map(entry -> Names.of(entry.getKey())).toList()
            : set.stream().map(Names::quote).toList();
    String changes =
        (columns.isEmpty() ? List.of("\"?\"") : columns)
            .stream()
                .map(column -> column + " = " + Operation.RunCode.COMPUTED)
                .collect(Collectors.joining(", "));
    return "update " + table + " set " + changes + where;
  }
}
