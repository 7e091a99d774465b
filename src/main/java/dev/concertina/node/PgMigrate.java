package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The builder {@code pgm} that node-pg-migrate hands to a migration. */
final class PgMigrate extends Asked {

  private static final Map<String, String> KINDS =
      Map.of(
          "Schema", "SCHEMA",
          "View", "VIEW",
          "MaterializedView", "MATERIALIZED VIEW",
          "Type", "TYPE",
          "Domain", "DOMAIN",
          "Sequence", "SEQUENCE",
          "Table", "TABLE",
          "Index", "INDEX");

  PgMigrate(Journal journal, Span span) {
    super(journal, span);
  }

  @Override
  Value get(String property, Span at) {
    return property.equals("db") ? this : new Value.Unknown(property, at);
  }

  /** Nothing is sent before the function has returned, so its switch holds for all of it. */
  @Override
  Value ask(String method, Arguments with) {
    switch (method) {
      case "noTransaction" -> journal().outside();
      case "func" -> {
        return PgNames.literal(with.at(0), with.span());
      }
      case "sql", "query" -> sql(with);
      case "select" -> {}
      default -> {
        List<String> sql = statements(method, with);
        if (sql == null) {
          return unread(method, with);
        }
        sql.forEach(one -> journal().send(with.span(), one));
      }
    }
    return result(with);
  }

  private void sql(Arguments with) {
    if (with.text(0) != null && with.at(1) instanceof Value.Mapping named) {
      String sql = with.text(0);
      for (Map.Entry<Value, Value> entry : named.entries()) {
        Value value = entry.getValue();
        boolean name = value.text() != null || value instanceof Value.Mapping;
        String text = name ? PgNames.path(value) : PgNames.value(value);
        sql = sql.replace("{" + entry.getKey().text() + "}", text);
      }
      journal().send(with.at(0).span(), sql);
    } else {
      journal().run(with.at(0));
    }
  }

  private List<String> statements(String method, Arguments with) {
    return switch (method) {
      case "createTable" -> new PgTable(with.at(0)).create(with.at(1), with.at(2));
      case "addColumns", "addColumn" -> new PgTable(with.at(0)).addColumns(with.at(1), with.at(2));
      case "dropColumns", "dropColumn" ->
          List.of(new PgTable(with.at(0)).dropColumns(with.at(1), with.at(2)));
      case "alterColumn" -> new PgTable(with.at(0)).alterColumn(with.at(1), with.at(2));
      case "renameColumn" ->
          List.of(
              "ALTER TABLE "
                  + PgNames.path(with.at(0))
                  + " RENAME "
                  + PgNames.path(with.at(1))
                  + " TO "
                  + PgNames.path(with.at(2)));
      case "renameConstraint" ->
          List.of(
              "ALTER TABLE "
                  + PgNames.path(with.at(0))
                  + " RENAME CONSTRAINT "
                  + PgNames.path(with.at(1))
                  + " TO "
                  + PgNames.path(with.at(2)));
      case "addConstraint", "createConstraint" ->
          new PgTable(with.at(0)).addConstraint(with.at(1), with.at(2));
      case "dropConstraint" ->
          List.of(
              "ALTER TABLE "
                  + (Values.isOn(with.option(2, "ifTableExists")) ? "IF EXISTS " : "")
                  + PgNames.path(with.at(0))
                  + " DROP CONSTRAINT"
                  + ifExists(with.at(2))
                  + " "
                  + PgNames.path(with.at(1))
                  + cascade(with.at(2)));
      case "createIndex", "addIndex" ->
          List.of(new PgIndex(with.at(0), with.at(1), with.at(2)).create());
      case "dropIndex" -> List.of(new PgIndex(with.at(0), with.at(1), with.at(2)).drop());
      case "alterTable" -> List.of(alterTable(with));
      case "createType", "addType" -> List.of(createType(with));
      case "addTypeValue" -> List.of(addTypeValue(with));
      case "renameTypeValue" ->
          List.of(
              "ALTER TYPE "
                  + PgNames.path(with.at(0))
                  + " RENAME VALUE "
                  + PgNames.value(with.at(1))
                  + " TO "
                  + PgNames.value(with.at(2)));
      case "createExtension", "addExtension", "dropExtension" -> extensions(method, with);
      case "createSchema" ->
          List.of(
              "CREATE SCHEMA "
                  + (Values.isOn(with.option(1, "ifNotExists")) ? "IF NOT EXISTS " : "")
                  + PgNames.path(with.at(0)));
      case "createView" -> List.of(createView(with));
      case "createMaterializedView" -> List.of(createMaterializedView(with));
      case "refreshMaterializedView" -> {
        Value options = with.at(1);
        boolean concurrently = Values.isOn(Values.entry(options, "concurrently"));
        yield List.of(
            "REFRESH MATERIALIZED VIEW"
                + (concurrently ? " CONCURRENTLY" : "")
                + " "
                + PgNames.path(with.at(0))
                + data(options));
      }
      case "createFunction" -> List.of(PgRoutine.function(with));
      case "dropFunction" -> List.of(PgRoutine.drop(with));
      case "createTrigger" -> PgRoutine.trigger(with);
      case "dropTrigger" ->
          List.of(
              "DROP TRIGGER"
                  + ifExists(with.at(2))
                  + " "
                  + PgNames.path(with.at(1))
                  + " ON "
                  + PgNames.path(with.at(0))
                  + cascade(with.at(2)));
      default -> simple(method, with);
    };
  }

  /** {@code dropX} and {@code renameX} of what has nothing else to it. */
  private static List<String> simple(String method, Arguments with) {
    boolean drop = method.startsWith("drop");
    String kind =
        drop
            ? KINDS.get(method.substring("drop".length()))
            : method.startsWith("rename") ? KINDS.get(method.substring("rename".length())) : null;
    if (kind == null) {
      return null;
    }
    String name = PgNames.path(with.at(0));
    return List.of(
        drop
            ? "DROP " + kind + ifExists(with.at(1)) + " " + name + cascade(with.at(1))
            : "ALTER " + kind + " " + name + " RENAME TO " + PgNames.path(with.at(1)));
  }

  static String ifExists(Value options) {
    return Values.isOn(Values.entry(options, "ifExists")) ? " IF EXISTS" : "";
  }

  static String cascade(Value options) {
    return Values.isOn(Values.entry(options, "cascade")) ? " CASCADE" : "";
  }

  private static String data(Value options) {
    Value data = Values.entry(options, "data");
    return data.isTrue() ? " WITH DATA" : data.isFalse() ? " WITH NO DATA" : "";
  }

  private static String alterTable(Arguments with) {
    String security = Values.text(with.at(1), "levelSecurity");
    if (security == null) {
      throw new NotSaidException("what is changed");
    }
    return "ALTER TABLE " + PgNames.path(with.at(0)) + " " + security + " ROW LEVEL SECURITY";
  }

  private static String createType(Arguments with) {
    String name = PgNames.path(with.at(0));
    if (with.at(1) instanceof Value.Many values) {
      List<String> all = values.items().stream().map(PgNames::value).toList();
      return "CREATE TYPE " + name + " AS ENUM (" + String.join(", ", all) + ")";
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Value, Value> part : PgNames.entries(with.at(1), "what the type has")) {
      Value type = part.getValue();
      Value own = type instanceof Value.Mapping ? Values.entry(type, "type") : type;
      parts.add(PgNames.path(part.getKey()) + " " + PgNames.type(Values.need(own, "a type")));
    }
    return "CREATE TYPE " + name + " AS (" + String.join(",\n", parts) + ")";
  }

  private static String addTypeValue(Arguments with) {
    Value before = with.option(2, "before");
    Value after = with.option(2, "after");
    return "ALTER TYPE "
        + PgNames.path(with.at(0))
        + " ADD VALUE"
        + (Values.isOn(with.option(2, "ifNotExists")) ? " IF NOT EXISTS" : "")
        + " "
        + PgNames.value(with.at(1))
        + (Values.isSet(before) ? " BEFORE " + PgNames.value(before) : "")
        + (Values.isSet(after) ? " AFTER " + PgNames.value(after) : "");
  }

  private static List<String> extensions(String method, Arguments with) {
    boolean drop = method.startsWith("drop");
    String schema = Values.text(with.at(1), "schema");
    boolean maybe = Values.isOn(with.option(1, "ifNotExists"));
    List<String> sql = new ArrayList<>();
    for (String name : Values.needAll(with.at(0), "the extension")) {
      sql.add(
          drop
              ? "DROP EXTENSION"
                  + ifExists(with.at(1))
                  + " "
                  + Quoting.name(name)
                  + cascade(with.at(1))
              : "CREATE EXTENSION"
                  + (maybe ? " IF NOT EXISTS" : "")
                  + " "
                  + Quoting.name(name)
                  + (schema == null ? "" : " SCHEMA " + Quoting.name(schema)));
    }
    return sql;
  }

  private static String columns(Value options) {
    Value columns = Values.entry(options, "columns");
    return Values.isSet(columns)
        ? "(" + Quoting.names(Values.needAll(columns, "the view's columns")) + ")"
        : "";
  }

  private static String createView(Arguments with) {
    Value options = with.at(1);
    String check = Values.text(options, "checkOption");
    return "CREATE"
        + (Values.isOn(Values.entry(options, "replace")) ? " OR REPLACE" : "")
        + (Values.isOn(Values.entry(options, "temporary")) ? " TEMPORARY" : "")
        + (Values.isOn(Values.entry(options, "recursive")) ? " RECURSIVE" : "")
        + " VIEW "
        + PgNames.path(with.at(0))
        + columns(options)
        + " AS "
        + Values.need(with.at(2), "the view's query")
        + (check == null ? "" : " WITH " + check + " CHECK OPTION");
  }

  private static String createMaterializedView(Arguments with) {
    Value options = with.at(1);
    return "CREATE MATERIALIZED VIEW"
        + (Values.isOn(Values.entry(options, "ifNotExists")) ? " IF NOT EXISTS" : "")
        + " "
        + PgNames.path(with.at(0))
        + columns(options)
        + " AS "
        + Values.need(with.at(2), "the view's query")
        + data(options);
  }
}
