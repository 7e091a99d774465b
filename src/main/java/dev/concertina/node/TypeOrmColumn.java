package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A column as a {@code TableColumn} of TypeORM declares it. */
record TypeOrmColumn(String table, Value options) {

  private static final Set<String> SERIAL = Set.of("integer", "int", "int4");
  private static final Set<String> SMALL = Set.of("smallint", "int2");
  private static final Set<String> BIG = Set.of("bigint", "int8");

  String name() {
    return Values.need(get("name"), "the column's name");
  }

  String type() {
    return Values.isSet(get("type")) ? Values.need(get("type"), "the column's type") : "";
  }

  boolean is(String flag) {
    Boolean truth = Values.truth(get(flag));
    if (truth == null) {
      throw new NotSaidException("`" + flag + "` of the column");
    }
    return truth;
  }

  boolean isEnum() {
    return type().equals("enum") || type().equals("simple-enum");
  }

  private Value get(String key) {
    return Values.entry(options, key);
  }

  private String orNull(String key) {
    return Values.isSet(get(key)) ? Values.need(get(key), "`" + key + "` of the column") : null;
  }

  String comment() {
    return orNull("comment");
  }

  String keyName() {
    return orNull("primaryKeyConstraintName");
  }

  /** What it is made of, as text that differs when a change needs another column. */
  List<String> shape() {
    String stored = "STORED".equals(orNull("generatedType")) ? orNull("asExpression") : "";
    String length = orNull("length");
    return List.of(type(), length == null ? "" : length, "" + is("isArray"), "" + stored);
  }

  String defaultValue() {
    return orNull("default");
  }

  /** The name of the type that it brings along. */
  String enumName() {
    int dot = table.lastIndexOf('.');
    String own = orNull("enumName");
    String bare = table.substring(dot + 1);
    String name =
        own == null ? bare + "_" + name().toLowerCase(java.util.Locale.ROOT) + "_enum" : own;
    return Quoting.path(dot < 0 ? name : table.substring(0, dot) + "." + name);
  }

  /** The statement that makes its type. */
  String createEnum() {
    String values =
        Values.needAll(get("enum"), "the values of the enum").stream()
            .map(value -> "'" + value.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    return "CREATE TYPE " + enumName() + " AS ENUM(" + values + ")";
  }

  String definition() {
    StringBuilder sql = new StringBuilder(Quoting.name(name()));
    boolean generated = is("isGenerated");
    String strategy = orNull("generationStrategy");
    boolean uuid = "uuid".equals(strategy);
    if (generated && "identity".equals(strategy)) {
      String kind = orNull("generatedIdentity");
      sql.append(' ').append(type()).append(" GENERATED ");
      sql.append(kind == null ? "BY DEFAULT" : kind).append(" AS IDENTITY");
    } else if (generated && !uuid) {
      sql.append(serial());
    }
    if (isEnum()) {
      sql.append(' ').append(enumName()).append(is("isArray") ? " array" : "");
    } else if (!generated || type().equals("uuid")) {
      sql.append(' ').append(fullType());
    }
    if ("STORED".equals(orNull("generatedType")) && orNull("asExpression") != null) {
      sql.append(" GENERATED ALWAYS AS (").append(orNull("asExpression")).append(") STORED");
    }
    if (orNull("collation") != null) {
      sql.append(" COLLATE \"").append(orNull("collation")).append('"');
    }
    sql.append(is("isNullable") ? "" : " NOT NULL");
    if (defaultValue() != null) {
      sql.append(" DEFAULT ").append(defaultValue());
    } else if (generated && uuid) {
      sql.append(" DEFAULT uuid_generate_v4()");
    }
    return sql.toString();
  }

  private String serial() {
    return SERIAL.contains(type())
        ? " SERIAL"
        : SMALL.contains(type()) ? " SMALLSERIAL" : BIG.contains(type()) ? " BIGSERIAL" : "";
  }

  String fullType() {
    String precision = orNull("precision");
    String scale = orNull("scale");
    String length = orNull("length");
    String digits = precision == null ? "" : "(" + precision + ")";
    String type =
        switch (type()) {
          case "time without time zone" -> "TIME" + digits;
          case "time with time zone" -> "TIME" + digits + " WITH TIME ZONE";
          case "timestamp without time zone" -> "TIMESTAMP" + digits;
          case "timestamp with time zone" -> "TIMESTAMP" + digits + " WITH TIME ZONE";
          case "geometry", "geography" -> spatial();
          default -> {
            String with =
                precision == null || scale == null ? digits : "(" + precision + "," + scale + ")";
            yield type() + (length == null || length.isEmpty() ? with : "(" + length + ")");
          }
        };
    return type + (is("isArray") ? " array" : "");
  }

  private String spatial() {
    String feature = orNull("spatialFeatureType");
    String srid = orNull("srid");
    return feature == null
        ? type()
        : type() + "(" + feature + (srid == null ? "" : "," + srid) + ")";
  }
}
