package dev.concertina.rails;

import dev.concertina.syntax.UnreadException;
import java.util.Map;
import java.util.Set;

/** The types of columns: what PostgreSQL calls what Rails calls {@code :string}. */
final class ColumnType {

  /** Those that PostgreSQL calls otherwise; all others go to it as they are. */
  private static final Map<String, String> NAMES =
      Map.of(
          "primary_key", "bigserial primary key",
          "string", "character varying",
          "datetime", "timestamp",
          "binary", "bytea",
          "bit_varying", "bit varying",
          "numeric", "decimal");

  private static final Set<String> WITH_PRECISION =
      Set.of("datetime", "timestamp", "time", "interval");

  /** Types whose limit is a part of what they are; those of others are left out. */
  private static final Set<String> WITH_LIMIT =
      Set.of("string", "bit", "bit_varying", "float", "datetime", "date", "boolean", "json");

  private static final Set<String> METHODS =
      Words.of(
          "bigint binary boolean date datetime decimal float integer json string text time",
          "timestamp virtual numeric bigserial bit bit_varying cidr citext daterange",
          "hstore inet interval int4range int8range jsonb ltree macaddr money",
          "numrange oid point line lseg box path polygon circle serial tsrange",
          "tstzrange tsvector uuid xml timestamptz enum");

  private final RailsVersion version;

  ColumnType(RailsVersion version) {
    this.version = version;
  }

  /** Whether a table definition has a method of that name that adds columns of the type. */
  static boolean isMethod(String name) {
    return METHODS.contains(name);
  }

  String sql(String type, Arguments options) {
    String name =
        switch (type) {
          case "integer" -> integer(options);
          case "enum" -> required(options, "enum_type");
          case "virtual" -> sql(required(options, "type"), options.without("array"));
          default -> sized(type, options);
        };
    return options.on("array") && !type.equals("primary_key") ? name + "[]" : name;
  }

  private static String required(Arguments options, String option) {
    String value = options.text(option);
    if (value == null) {
      throw new UnreadException("the column has no " + option);
    }
    return value;
  }

  private static String integer(Arguments options) {
    String limit = options.text("limit");
    return switch (limit == null ? "4" : limit) {
      case "1", "2" -> "smallint";
      case "5", "6", "7", "8" -> "bigint";
      default -> "integer";
    };
  }

  private String sized(String type, Arguments options) {
    String name = NAMES.getOrDefault(type, type);
    String precision = precision(type, options);
    if (type.equals("decimal") || type.equals("numeric")) {
      String scale = options.text("scale");
      return precision == null
          ? name
          : name + "(" + precision + (scale == null ? "" : "," + scale) + ")";
    } else if (WITH_PRECISION.contains(type)) {
      return precision == null ? name : name + "(" + precision + ")";
    }
    String limit = options.text("limit");
    return limit != null && WITH_LIMIT.contains(type) ? name + "(" + limit + ")" : name;
  }

  private String precision(String type, Arguments options) {
    boolean fromSix = type.equals("datetime") && version.since(7, 0) && !options.has("precision");
    return fromSix ? "6" : options.text("precision");
  }
}
