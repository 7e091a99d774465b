package dev.concertina.plan;

import dev.concertina.rule.Transformation;
import dev.concertina.schema.Column;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A row for a test that needs a change, as far as the history tells what such a row has. */
final class SampleRow {

  private final Transformation transformation;
  private final Map<String, String> values = new LinkedHashMap<>();

  SampleRow(Transformation transformation) {
    this.transformation = transformation;
    transformation.known().map(Table::columns).orElse(Map.of()).values().stream()
        .filter(column -> !column.fillsItself() && isNeeded(column))
        .forEach(column -> values.put(column.name(), value(column)));
    values.putAll(transformation.fits());
  }

  /** What is computed is left NULL, so that the change has something to do. */
  private boolean isNeeded(Column column) {
    return column.notNull() || !transformation.changes().containsKey(column.name());
  }

  String insert() {
    return values.isEmpty()
        ? "INSERT INTO " + table() + " DEFAULT VALUES"
        : "INSERT INTO "
            + table()
            + values.keySet().stream()
                .map(Identifier::quote)
                .collect(Collectors.joining(", ", " (", ")"))
            + values.values().stream().collect(Collectors.joining(", ", " VALUES (", ")"));
  }

  String select() {
    return "SELECT * FROM " + table() + " ORDER BY " + transformation.first();
  }

  private String table() {
    return transformation.table().sql();
  }

  private static String value(Column column) {
    if (column.type().dimensions() > 0) {
      return "'{}'";
    }
    return switch (column.type().name()) {
      case "text", "varchar", "citext" -> "' Text'";
      case "char" -> "'T'";
      case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "7";
      case "boolean" -> "true";
      case "date", "timestamp", "timestamptz" -> "'2001-02-03'";
      case "time", "timetz" -> "'04:05'";
      case "uuid" -> "'00000000-0000-0000-0000-000000000007'";
      case "json", "jsonb" -> "'{}'";
      default -> "NULL";
    };
  }
}
