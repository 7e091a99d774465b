package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The SQL that Sequelize sends for one table.
 *
 * @param schema null where none is said
 */
record SequelizeTable(String schema, String name) {

  static SequelizeTable of(Value value) {
    return of(value, new Value.Nothing(value.span()));
  }

  /**
   * @param options that may name the schema
   */
  static SequelizeTable of(Value value, Value options) {
    String what = "the table's name";
    if (!(value instanceof Value.Mapping)) {
      return new SequelizeTable(Values.text(options, "schema"), Values.need(value, what));
    }
    String schema = Values.text(value, "schema");
    return new SequelizeTable(schema, Values.need(Values.entry(value, "tableName"), what));
  }

  String path() {
    return schema == null ? Quoting.name(name) : Quoting.name(schema) + "." + Quoting.name(name);
  }

  /** Some statements name the schema in any case. */
  String fullPath() {
    return Quoting.name(schema == null ? "public" : schema) + "." + Quoting.name(name);
  }

  private String alter() {
    return "ALTER TABLE " + path() + " ";
  }

  private String enumName(String column) {
    String own = Quoting.name("enum_" + name + "_" + column);
    return Quoting.name(schema == null ? "public" : schema) + "." + own;
  }

  /** A type of a column that is made unless it is there. */
  private String createEnum(String column, List<String> values) {
    String create =
        "BEGIN CREATE TYPE "
            + enumName(column)
            + " AS ENUM("
            + String.join(", ", values.stream().map(Quoting::literal).toList())
            + "); EXCEPTION WHEN duplicate_object THEN null; END";
    return "DO " + Quoting.literal(create);
  }

  /** An attribute as an object, also where it is a type alone. */
  private record Attribute(String column, Value options) {
    static Attribute of(String key, Value value) {
      boolean object = value instanceof Value.Mapping mapping && mapping.get("type") != null;
      Value type = value;
      Value options =
          object
              ? value
              : new Value.Mapping(
                  List.of(Map.entry(Values.made("type", value.span()), type)), value.span());
      String field = Values.text(options, "field");
      return new Attribute(field == null ? key : field, options);
    }

    Value get(String key) {
      return Values.entry(options, key);
    }

    boolean is(String key) {
      return Values.isOn(get(key));
    }

    List<String> values() {
      return SequelizeType.values(get("type"), options);
    }

    boolean isRequired() {
      Value allowNull = get("allowNull");
      boolean said = ((Value.Mapping) options).get("allowNull") != null;
      return said && !Values.isOn(allowNull);
    }

    /** Null where the column has no default of the database's. */
    String defaultValue() {
      Value value = ((Value.Mapping) options).get("defaultValue");
      String name =
          value instanceof Value.Name bare
              ? bare.name()
              : value instanceof Value.Call call ? call.name() : "";
      String last = name.substring(name.lastIndexOf('.') + 1);
      boolean ofProgram =
          last.equals("NOW") || last.startsWith("UUIDV") || value instanceof Closure;
      if (value == null || ofProgram || name.equals("undefined")) {
        return null;
      }
      String literal = array(value);
      if (literal.equals(Quoting.COMPUTED)) {
        throw new NotSaidException("the default");
      }
      return literal;
    }

    /** An array says its type where the column has one. */
    private String array(Value value) {
      boolean many = value instanceof Value.Many && SequelizeType.isArray(get("type"));
      boolean json = value instanceof Value.Many && !many;
      if (json) {
        return Quoting.literal(Values.json(value));
      }
      return SequelizeWhere.value(value) + (many ? "::" + SequelizeType.sql(get("type")) : "");
    }
  }

  List<String> create(Value attributes, Value options) {
    if (!(attributes instanceof Value.Mapping columns)) {
      throw new NotSaidException("what columns it has");
    }
    List<String> sql = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    for (Map.Entry<Value, Value> entry : columns.entries()) {
      String key = Values.need(entry.getKey(), "what columns it has");
      Attribute attribute = Attribute.of(key, entry.getValue());
      List<String> values = attribute.values();
      if (values != null) {
        sql.add(createEnum(attribute.column(), values));
      }
      parts.add(Quoting.name(attribute.column()) + " " + definition(attribute));
      if (attribute.is("primaryKey")) {
        keys.add(Quoting.name(attribute.column()));
      }
      String comment = Values.text(attribute.options(), "comment");
      if (comment != null) {
        comments.add(comment(attribute.column(), comment));
      }
    }
    unique(options).forEach(columnsOf -> parts.add("UNIQUE (" + columnsOf + ")"));
    if (!keys.isEmpty()) {
      parts.add("PRIMARY KEY (" + String.join(",", keys) + ")");
    }
    sql.add("CREATE TABLE IF NOT EXISTS " + path() + " (" + String.join(", ", parts) + ")");
    String comment = Values.text(options, "comment");
    if (comment != null) {
      sql.add("COMMENT ON TABLE " + path() + " IS " + Quoting.literal(comment));
    }
    sql.addAll(comments);
    return sql;
  }

  private static List<String> unique(Value options) {
    List<String> all = new ArrayList<>();
    if (Values.entry(options, "uniqueKeys") instanceof Value.Mapping keys) {
      for (Map.Entry<Value, Value> key : keys.entries()) {
        Value fields = Values.entry(key.getValue(), "fields");
        all.add(Quoting.names(Values.needAll(fields, "the columns")));
      }
    }
    return all;
  }

  private String comment(String column, String text) {
    return "COMMENT ON COLUMN "
        + path()
        + "."
        + Quoting.name(column)
        + " IS "
        + Quoting.literal(text);
  }

  private String definition(Attribute attribute) {
    StringBuilder sql = new StringBuilder();
    boolean counts = attribute.is("autoIncrement");
    boolean serial = counts && !attribute.is("autoIncrementIdentity");
    String type = type(attribute);
    if (serial) {
      sql.append(
          switch (type) {
            case "BIGINT" -> "BIGSERIAL";
            case "SMALLINT" -> "SMALLSERIAL";
            default -> "SERIAL";
          });
    } else {
      sql.append(type).append(attribute.isRequired() ? " NOT NULL" : "");
      sql.append(counts ? " GENERATED BY DEFAULT AS IDENTITY" : "");
    }
    String value = attribute.defaultValue();
    sql.append(value == null ? "" : " DEFAULT " + value);
    sql.append(attribute.get("unique").isTrue() ? " UNIQUE" : "");
    sql.append(references(attribute));
    return sql.toString();
  }

  private String type(Attribute attribute) {
    return attribute.values() == null
        ? SequelizeType.sql(attribute.get("type"))
        : enumName(attribute.column()) + (SequelizeType.isArray(attribute.get("type")) ? "[]" : "");
  }

  private String references(Attribute attribute) {
    Value references = attribute.get("references");
    if (!Values.isSet(references)) {
      return "";
    }
    Value model = Values.entry(references, "model");
    Value named = Values.isSet(model) ? model : references;
    SequelizeTable other = of(named);
    String path =
        other.schema == null && schema != null
            ? Quoting.name(schema) + "." + Quoting.name(other.name)
            : other.path();
    String key = Values.text(references, "key");
    StringBuilder sql = new StringBuilder(" REFERENCES " + path);
    sql.append(" (").append(Quoting.name(key == null ? "id" : key)).append(')');
    for (String event : List.of("onDelete", "onUpdate")) {
      String action = Values.text(attribute.options(), event);
      if (action != null) {
        sql.append(event.equals("onDelete") ? " ON DELETE " : " ON UPDATE ");
        sql.append(action.toUpperCase(Locale.ROOT));
      }
    }
    return sql + deferrable(Values.entry(references, "deferrable"));
  }

  private static String deferrable(Value value) {
    String name =
        value instanceof Value.Name bare
            ? bare.name()
            : value instanceof Value.Call call ? call.name() : "";
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "INITIALLY_DEFERRED" -> " DEFERRABLE INITIALLY DEFERRED";
      case "INITIALLY_IMMEDIATE" -> " DEFERRABLE INITIALLY IMMEDIATE";
      case "NOT" -> " NOT DEFERRABLE";
      default -> "";
    };
  }

  List<String> addColumn(String column, Value value) {
    Attribute attribute = new Attribute(column, Attribute.of(column, value).options());
    List<String> sql = new ArrayList<>();
    if (attribute.values() != null) {
      sql.add(createEnum(column, attribute.values()));
    }
    sql.add(
        "ALTER TABLE "
            + fullPath()
            + " ADD COLUMN "
            + Quoting.name(column)
            + " "
            + definition(attribute));
    String comment = Values.text(attribute.options(), "comment");
    if (comment != null) {
      sql.add(comment(column, comment));
    }
    return sql;
  }

  /** Sequelize says all of a column anew, also what stays as it is. */
  List<String> changeColumn(String column, Value value) {
    Attribute attribute = Attribute.of(column, value);
    String own = Quoting.name(attribute.column());
    String alter = alter() + "ALTER COLUMN " + own + " ";
    String references = references(attribute);
    List<String> sql = new ArrayList<>();
    if (attribute.isRequired()) {
      sql.add(alter + "SET NOT NULL");
    } else if (references.isEmpty()) {
      sql.add(alter + "DROP NOT NULL");
    }
    String literal = attribute.defaultValue();
    if (literal != null) {
      sql.add(alter + "SET DEFAULT " + literal);
    } else if (references.isEmpty()) {
      sql.add(alter + "DROP DEFAULT");
    }
    String using = "";
    if (attribute.values() != null) {
      sql.add(createEnum(attribute.column(), attribute.values()));
      using = " USING (" + own + "::" + enumName(attribute.column()) + ")";
    }
    if (attribute.get("unique").isTrue() && references.isEmpty()) {
      sql.add(alter() + "ADD UNIQUE (" + own + ")");
    }
    sql.add(
        references.isEmpty()
            ? alter + "TYPE " + type(attribute) + using
            : alter() + "ADD FOREIGN KEY (" + own + ")" + references);
    String comment = Values.text(attribute.options(), "comment");
    if (comment != null) {
      sql.add(comment(attribute.column(), comment));
    }
    return sql;
  }

  /** What Sequelize makes of words: each capital begins another. */
  static String underscored(String text) {
    StringBuilder made = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (Character.isUpperCase(c) && !made.isEmpty()) {
        made.append('_');
      }
      made.append(Character.toLowerCase(c));
    }
    return made.toString();
  }

  String addIndex(Value fields, Value options) {
    if (!(fields instanceof Value.Many)) {
      throw new NotSaidException("what is indexed");
    }
    List<String> keys = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Value field : fields.items()) {
      keys.add(key(field, options));
      words.add(field.text() != null ? field.text() : Values.text(field, "name"));
    }
    String given = Values.text(options, "name");
    String given2 = given == null ? Values.text(options, "indexName") : given;
    String index = given2 == null ? underscored(name + "_" + String.join("_", words)) : given2;
    String using = Values.text(options, "using");
    String type = Values.text(options, "type");
    boolean unique =
        Values.isOn(Values.entry(options, "unique")) || "UNIQUE".equalsIgnoreCase(type);
    Value where = Values.entry(options, "where");
    return "CREATE "
        + (unique ? "UNIQUE " : "")
        + "INDEX "
        + (Values.isOn(Values.entry(options, "concurrently")) ? "CONCURRENTLY " : "")
        + Quoting.path(index)
        + " ON "
        + path()
        + (using == null ? "" : " USING " + using)
        + " ("
        + String.join(", ", keys)
        + ")"
        + SequelizeWhere.clause(where);
  }

  private static String key(Value field, Value options) {
    if (field instanceof Value.Call) {
      return SequelizeWhere.value(field);
    }
    boolean object = field instanceof Value.Mapping;
    Value named = Values.entry(field, "name");
    Value own = Values.isSet(named) ? named : Values.entry(field, "attribute");
    String name = Values.need(object ? own : field, "what is indexed");
    String collate = Values.text(field, "collate");
    String single = Values.text(field, "operator");
    String operator = single == null ? Values.text(options, "operator") : single;
    String order = Values.text(field, "order");
    return Quoting.name(name)
        + (collate == null ? "" : " COLLATE " + Quoting.name(collate))
        + (operator == null ? "" : " " + operator)
        + (order == null ? "" : " " + order);
  }

  String addConstraint(Value options) {
    List<String> fields =
        Values.needAll(Values.entry(options, "fields"), "the columns of the constraint");
    String type =
        Values.need(Values.entry(options, "type"), "the kind of constraint")
            .toUpperCase(Locale.ROOT);
    Value references = Values.entry(options, "references");
    String end =
        switch (type) {
          case "UNIQUE" -> "uk";
          case "CHECK" -> "ck";
          case "PRIMARY KEY" -> "pk";
          default -> of(Values.entry(references, "table")).name + "_fk";
        };
    Value given = Values.entry(options, "name");
    String own =
        Values.isSet(given)
            ? Values.need(given, "the constraint's name")
            : name + "_" + String.join("_", fields) + "_" + end;
    String columns = "(" + Quoting.names(fields) + ")";
    StringBuilder sql = new StringBuilder(alter() + "ADD CONSTRAINT " + Quoting.name(own) + " ");
    switch (type) {
      case "CHECK" ->
          sql.append("CHECK (")
              .append(SequelizeWhere.condition(Values.entry(options, "where")))
              .append(')');
      case "FOREIGN KEY" -> sql.append(foreignKey(columns, options, references));
      default -> sql.append(type).append(' ').append(columns);
    }
    boolean check = type.equals("CHECK");
    return sql + (check ? "" : deferrable(Values.entry(options, "deferrable")));
  }

  private static String foreignKey(String columns, Value options, Value references) {
    Value one = Values.entry(references, "field");
    Value others = Values.isSet(one) ? one : Values.entry(references, "fields");
    String onUpdate = Values.text(options, "onUpdate");
    String onDelete = Values.text(options, "onDelete");
    return "FOREIGN KEY "
        + columns
        + " REFERENCES "
        + of(Values.entry(references, "table")).path()
        + " ("
        + Quoting.names(Values.needAll(others, "the other columns"))
        + ")"
        + (onUpdate == null ? "" : " ON UPDATE " + onUpdate.toUpperCase(Locale.ROOT))
        + (onDelete == null ? "" : " ON DELETE " + onDelete.toUpperCase(Locale.ROOT));
  }
}
