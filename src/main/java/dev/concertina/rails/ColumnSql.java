package dev.concertina.rails;

import dev.concertina.syntax.Value;

/** Columns as Active Record describes them to PostgreSQL. */
final class ColumnSql {

  private final ColumnType types;

  ColumnSql(RailsVersion version) {
    types = new ColumnType(version);
  }

  String type(String type, Arguments options) {
    return types.sql(type, options);
  }

  /** A column with its type, default and constraints. */
  String definition(String column, String type, Arguments options) {
    boolean key = options.on("primary_key");
    boolean serial = key && isInteger(type) && !options.has("default");
    String kind = serial ? serial(type, options) : type;
    StringBuilder sql = new StringBuilder(Names.quote(column)).append(' ');
    sql.append(types.sql(kind, options));
    if (kind.equals("primary_key")) {
      return sql.toString();
    }
    if (options.on("collation")) {
      sql.append(" COLLATE ").append(Names.quote(options.text("collation")));
    }
    if (options.on("as")) {
      boolean stored = options.on("stored");
      sql.append(" GENERATED ALWAYS AS (").append(options.text("as")).append(')');
      sql.append(stored ? " STORED" : " VIRTUAL");
    }
    boolean refuses = key || options.off("null");
    if (options.has("default") && !(refuses && options.option("default").isNull())) {
      sql.append(" DEFAULT ").append(defaultValue(options.option("default"), kind, options));
    }
    return sql.append(refuses ? " NOT NULL" : "").append(key ? " PRIMARY KEY" : "").toString();
  }

  private static boolean isInteger(String type) {
    return type.equals("integer") || type.equals("bigint");
  }

  private static String serial(String type, Arguments options) {
    return type.equals("bigint") || "8".equals(options.text("limit")) ? "bigserial" : "serial";
  }

  /** What stands behind TYPE where a column gets another one, and what changes with it. */
  String change(String column, String type, Arguments options) {
    String alter = "ALTER COLUMN " + Names.quote(column);
    StringBuilder sql = new StringBuilder(alter).append(" TYPE ").append(types.sql(type, options));
    if (options.on("collation")) {
      sql.append(" COLLATE ").append(Names.quote(options.text("collation")));
    }
    if (options.on("using")) {
      sql.append(" USING ").append(options.text("using"));
    } else if (options.on("cast_as")) {
      String cast = types.sql(options.text("cast_as"), options);
      sql.append(" USING CAST(").append(Names.quote(column)).append(" AS ").append(cast);
      sql.append(')');
    }
    if (options.has("default")) {
      Value value = options.option("default");
      sql.append(", ").append(alter);
      sql.append(
          value.isNull() ? " DROP DEFAULT" : " SET DEFAULT " + defaultValue(value, type, options));
    }
    if (options.has("null")) {
      sql.append(", ").append(alter).append(options.on("null") ? " DROP" : " SET");
      sql.append(" NOT NULL");
    }
    return sql.toString();
  }

  private static String defaultValue(Value value, String type, Arguments options) {
    return new DefaultValue(type, options.on("array")).sql(value);
  }
}
