package dev.concertina.plan;

import dev.concertina.schema.DataType;
import java.util.List;
import java.util.stream.Collectors;

/** Types of columns as SQLAlchemy names them. */
final class AlembicTypes {

  private AlembicTypes() {}

  /** The expression, or null for a type that SQLAlchemy has no name for. */
  static String of(DataType type) {
    DataType one = new DataType(type.name(), type.modifiers(), 0);
    String plain = plain(one);
    return plain == null || type.dimensions() == 0
        ? plain
        : "postgresql.ARRAY("
            + plain
            + (type.dimensions() > 1 ? ", dimensions=" + type.dimensions() : "")
            + ")";
  }

  private static String plain(DataType type) {
    List<Integer> sizes = type.modifiers();
    String sized = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return switch (type.name()) {
      case "varchar" -> sizes.isEmpty() ? "sa.String()" : "sa.String(length=" + sized + ")";
      case "numeric" -> "sa.Numeric(" + sized + ")";
      case "char" -> "sa.CHAR(" + sized + ")";
      case "timestamptz" -> time("TIMESTAMP", "sa.DateTime", true, sizes);
      case "timestamp" -> time("TIMESTAMP", "sa.DateTime", false, sizes);
      case "timetz" -> time("TIME", "sa.Time", true, sizes);
      case "time" -> time("TIME", "sa.Time", false, sizes);
      default -> sizes.isEmpty() ? bare(type.name()) : null;
    };
  }

  private static String time(String exact, String usual, boolean zone, List<Integer> sizes) {
    String zoned = zone ? "timezone=True" : "";
    return sizes.isEmpty()
        ? usual + "(" + zoned + ")"
        : "postgresql."
            + exact
            + "("
            + zoned
            + (zone ? ", " : "")
            + "precision="
            + sizes.get(0)
            + ")";
  }

  private static String bare(String name) {
    return switch (name) {
      case "integer" -> "sa.Integer()";
      case "bigint" -> "sa.BigInteger()";
      case "smallint" -> "sa.SmallInteger()";
      case "text" -> "sa.Text()";
      case "boolean" -> "sa.Boolean()";
      case "date" -> "sa.Date()";
      case "interval" -> "sa.Interval()";
      case "real" -> "sa.REAL()";
      case "double precision" -> "postgresql.DOUBLE_PRECISION()";
      case "bytea" -> "sa.LargeBinary()";
      case "json" -> "sa.JSON()";
      case "jsonb" -> "postgresql.JSONB()";
      case "uuid" -> "postgresql.UUID()";
      case "inet", "cidr", "macaddr", "tsvector", "hstore" ->
          "postgresql." + name.toUpperCase(java.util.Locale.ROOT) + "()";
      default -> null;
    };
  }
}
