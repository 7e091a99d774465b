package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;

/** An index as node-pg-migrate is told of it. */
record PgIndex(Value table, Value columns, Value options) {

  private List<Value> keys() {
    return columns instanceof Value.Many many ? many.items() : List.of(columns);
  }

  private String name() {
    String given = PgNames.text(options, "name");
    if (given != null) {
      return given;
    }
    List<String> words = keys().stream().map(PgNames::bare).toList();
    return PgNames.bare(table)
        + "_"
        + String.join("_", words)
        + (PgNames.isOn(options, "unique") ? "_unique" : "")
        + "_index";
  }

  String create() {
    String method = PgNames.text(options, "method");
    String where = PgNames.text(options, "where");
    String nulls = PgNames.text(options, "nulls");
    Value include = Values.entry(options, "include");
    return "CREATE"
        + (PgNames.isOn(options, "unique") ? " UNIQUE" : "")
        + " INDEX"
        + (PgNames.isOn(options, "concurrently") ? " CONCURRENTLY" : "")
        + (PgNames.isOn(options, "ifNotExists") ? " IF NOT EXISTS" : "")
        + " "
        + Quoting.name(name())
        + " ON "
        + PgNames.path(table)
        + (method == null ? "" : " USING " + method)
        + " ("
        + String.join(", ", keys().stream().map(PgIndex::key).toList())
        + ")"
        + (Values.isSet(include)
            ? " INCLUDE (" + Quoting.names(Values.needAll(include, "the columns")) + ")"
            : "")
        + (nulls == null ? "" : " NULLS " + nulls.toUpperCase(Locale.ROOT))
        + (where == null ? "" : " WHERE " + where);
  }

  private static String key(Value column) {
    if (!(column instanceof Value.Mapping)) {
      return PgNames.path(column);
    }
    Value opclass = Values.entry(column, "opclass");
    String sort = Values.text(column, "sort");
    return PgNames.path(Values.entry(column, "name"))
        + (Values.isSet(opclass) ? " " + PgNames.path(opclass) : "")
        + (sort == null ? "" : " " + sort);
  }

  String drop() {
    String schema = PgNames.schema(table);
    return "DROP INDEX"
        + (PgNames.isOn(options, "concurrently") ? " CONCURRENTLY" : "")
        + PgMigrate.ifExists(options)
        + " "
        + (schema == null ? "" : Quoting.name(schema) + ".")
        + Quoting.name(name())
        + PgMigrate.cascade(options);
  }
}
