package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A column's type, default and NOT NULL as EF Core's migrations say it. */
final class EfCoreColumn {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("text", "string"),
          Map.entry("varchar", "string"),
          Map.entry("char", "string"),
          Map.entry("citext", "string"),
          Map.entry("json", "string"),
          Map.entry("jsonb", "string"),
          Map.entry("smallint", "short"),
          Map.entry("integer", "int"),
          Map.entry("bigint", "long"),
          Map.entry("numeric", "decimal"),
          Map.entry("real", "float"),
          Map.entry("double precision", "double"),
          Map.entry("boolean", "bool"),
          Map.entry("uuid", "Guid"),
          Map.entry("date", "DateOnly"),
          Map.entry("time", "TimeOnly"),
          Map.entry("timestamp", "DateTime"),
          Map.entry("timestamptz", "DateTime"),
          Map.entry("interval", "TimeSpan"),
          Map.entry("bytea", "byte[]"));

  private EfCoreColumn() {}

  /** The type in C#, or null where it is not known here. */
  static String clr(DataType type) {
    String clr = TYPES.get(type.name());
    return clr == null || type.dimensions() > 1 ? null : clr + "[]".repeat(type.dimensions());
  }

  /** What {@code AddColumn} is told of a column beside its name and table. */
  static List<String> arguments(Column column) {
    List<String> arguments = new ArrayList<>();
    arguments.add("type: " + CSharpText.quoted(written(column.type())));
    arguments.add("nullable: " + !column.notNull());
    if (column.defaultValue() != null) {
      String text = column.defaultValue().text();
      boolean flag = text.equals("true") || text.equals("false");
      boolean number = text.equals("0") || text.matches("[1-9][0-9]*");
      boolean plain = flag || number && clr(column.type()).matches("int|long|short");
      arguments.add(
          plain ? "defaultValue: " + text : "defaultValueSql: " + CSharpText.quoted(text));
    }
    return arguments;
  }

  /** The type as Npgsql writes it. */
  private static String written(DataType type) {
    String numbers =
        type.modifiers().isEmpty()
            ? ""
            : type.modifiers().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "(", ")"));
    String name =
        switch (type.name()) {
          case "varchar" -> "character varying" + numbers;
          case "char" -> "character" + numbers;
          case "time", "timestamp" -> type.name() + numbers + " without time zone";
          case "timestamptz" -> "timestamp" + numbers + " with time zone";
          default -> type.name() + numbers;
        };
    return name + "[]".repeat(type.dimensions());
  }
}
