package dev.concertina.efcore;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;

/** The type of a column: the one that is given, else what Npgsql takes for the type in C#. */
final class ColumnType {

  private ColumnType() {}

  static String of(Asked asked) {
    String given = asked.text("type");
    return given != null ? given : ofClr(asked.type(), asked);
  }

  private static String ofClr(String clr, Asked asked) {
    String bare = clr == null ? "" : clr.replace("?", "");
    return switch (bare) {
      case "int" -> "integer";
      case "long", "uint" -> "bigint";
      case "short", "byte" -> "smallint";
      case "bool" -> "boolean";
      case "string" -> text(asked.argument("maxLength"));
      case "Guid" -> "uuid";
      case "DateTime", "DateTimeOffset" -> "timestamp with time zone";
      case "DateOnly" -> "date";
      case "TimeOnly" -> "time without time zone";
      case "TimeSpan" -> "interval";
      case "decimal" -> "numeric";
      case "double" -> "double precision";
      case "float" -> "real";
      case "byte[]" -> "bytea";
      case "string[]", "List<string>" -> "text[]";
      case "int[]", "List<int>" -> "integer[]";
      default -> throw new UnreadException("it has no type that is known here");
    };
  }

  private static String text(Value length) {
    return length instanceof Value.Number number
        ? "character varying(" + number.digits() + ")"
        : "text";
  }
}
