package dev.concertina.phinx;

import dev.concertina.schema.Span;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A column as a migration asks for it.
 *
 * @param type Phinx' word for it, or SQL
 * @param literal whether its type is SQL
 * @param nullable whether it takes NULL where its options don't say so
 */
record Column(String name, String type, boolean literal, Options options, boolean nullable) {

  private static final Set<String> INTEGERS = Set.of("smallinteger", "integer", "biginteger");

  /** The column that each table has which doesn't say otherwise. */
  static Column key(String name) {
    Value on = new Value.Flag(true, Span.FILE);
    Value identity = new Value.Text("identity", -1, Span.FILE);
    Value.Mapping options = new Value.Mapping(List.of(Map.entry(identity, on)), Span.FILE);
    return new Column(name, "integer", false, new Options(options), true);
  }

  /** What a call names as a type: {@code 'string'}, {@code Column::STRING}, a literal. */
  static Column of(String name, Value type, Options options, boolean nullable) {
    return switch (type) {
      case Value.Call call when call.name().endsWith("Literal::from") ->
          new Column(name, Sql.literal(call), true, options, nullable);
      case Value.Name constant when constant.name().contains("::") ->
          new Column(name, word(constant.name()), false, options, nullable);
      case null, default ->
          new Column(name, Sql.needed(type, "its type"), false, options, nullable);
    };
  }

  private static String word(String constant) {
    String last = constant.substring(constant.lastIndexOf(':') + 1);
    return last.replace("PHINX_TYPE_", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  private boolean identity() {
    return options.is("identity", false);
  }

  /** An identity column that is asked not to be generated is a serial one. */
  private boolean generated() {
    Value how = options.get("generated");
    return identity() && (how == null || !how.isNull());
  }

  private String generation() {
    String how = options.text("generated");
    return " GENERATED " + (how == null ? "BY DEFAULT" : how);
  }

  private boolean takesNull() {
    return options.is("null", nullable && !identity());
  }

  /** How it stands in CREATE TABLE or behind ADD. */
  String definition() {
    Value value = options.get("default");
    return Sql.quote(name)
        + " "
        + (identity() && !generated() ? serial() : sqlType())
        + (takesNull() ? " NULL" : " NOT NULL")
        + (value == null || value.isNull() ? "" : " DEFAULT " + Sql.defaulting(value, type))
        + (generated() ? generation() + " AS IDENTITY" : "");
  }

  private String serial() {
    return switch (type) {
      case "smallinteger" -> "SMALLSERIAL";
      case "biginteger" -> "BIGSERIAL";
      default -> "SERIAL";
    };
  }

  private String sqlType() {
    return literal
        ? type
        : switch (type) {
          case "string" -> "CHARACTER VARYING (" + limit("255") + ")";
          case "char" -> "CHARACTER (" + limit("255") + ")";
          case "text", "date", "boolean", "json", "jsonb", "uuid", "cidr", "inet", "macaddr" ->
              type.toUpperCase(Locale.ROOT);
          case "interval" -> "INTERVAL";
          case "integer" -> "INTEGER";
          case "biginteger" -> "BIGINT";
          case "smallinteger", "tinyinteger" -> "SMALLINT";
          case "float" -> "REAL";
          case "double" -> "DOUBLE PRECISION";
          case "decimal" -> decimal();
          case "datetime", "timestamp" -> time("TIMESTAMP");
          case "time" -> time("TIME");
          case "binary", "blob" -> "BYTEA";
          case "binaryuuid" -> "UUID";
          case "geometry", "point", "linestring", "polygon" -> "GEOGRAPHY";
          default -> array();
        };
  }

  private String limit(String otherwise) {
    String limit = Options.digits(options.first("limit", "length", "precision"));
    return limit == null ? otherwise : limit;
  }

  private String decimal() {
    String scale = Options.digits(options.get("scale"));
    String precision = limit(null);
    return precision == null && scale == null
        ? "DECIMAL"
        : "DECIMAL ("
            + (precision == null ? "18" : precision)
            + ", "
            + (scale == null ? "0" : scale)
            + ")";
  }

  private String time(String word) {
    String precision = limit(null);
    return word
        + (precision == null ? "" : " (" + precision + ")")
        + (options.is("timezone", false) ? " WITH TIME ZONE" : "");
  }

  private String array() {
    if (!type.matches("[a-z]+(\\[])+")) {
      throw new UnreadException(type + " is no type that Phinx has on PostgreSQL");
    }
    return type.toUpperCase(Locale.ROOT);
  }

  /** The actions that change a column that is there: what is not repeated is lost. */
  List<String> changes() {
    String quoted = Sql.quote(name);
    String alter = "ALTER COLUMN " + quoted + " ";
    List<String> actions = new ArrayList<>();
    if (type.equals("boolean")) {
      actions.add(alter + "DROP DEFAULT");
    }
    actions.add(alter + "TYPE " + (identity() && !generated() ? serial() : sqlType()) + using());
    actions.add(alter + (generated() ? "SET" + generation() : "DROP IDENTITY IF EXISTS"));
    actions.add(alter + (!identity() && takesNull() ? "DROP NOT NULL" : "SET NOT NULL"));
    Value value = options.get("default");
    if (value != null && !value.isNull()) {
      actions.add(alter + "SET DEFAULT " + Sql.defaulting(value, type));
    } else if (!identity()) {
      actions.add(alter + "DROP DEFAULT");
    }
    return actions;
  }

  private String using() {
    String quoted = Sql.quote(name);
    if (INTEGERS.contains(type)) {
      return " USING (" + quoted + "::bigint)";
    } else if (type.equals("uuid")) {
      return " USING (" + quoted + "::uuid)";
    }
    return type.equals("boolean")
        ? " USING (CASE WHEN %s IS NULL THEN NULL WHEN %s::int=0 THEN FALSE ELSE TRUE END)"
            .formatted(quoted, quoted)
        : "";
  }

  /** The statement that comments it; none where it has no comment. */
  List<String> comment(String table) {
    String comment = options.text("comment");
    return comment == null || comment.isEmpty()
        ? List.of()
        : List.of(
            "COMMENT ON COLUMN "
                + Sql.quote(table)
                + "."
                + Sql.quote(name)
                + " IS "
                + (comment.equalsIgnoreCase("null") ? "NULL" : Sql.text(comment)));
  }
}
