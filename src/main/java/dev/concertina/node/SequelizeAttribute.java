package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Map;

/** A column as Sequelize is told of it: an object, also where a type alone is given. */
record SequelizeAttribute(String column, Value options) {
  static SequelizeAttribute of(String key, Value value) {
    boolean object = value instanceof Value.Mapping mapping && mapping.get("type") != null;
    Value type = value;
    Value options =
        object
            ? value
            : new Value.Mapping(
                List.of(Map.entry(Values.made("type", value.span()), type)), value.span());
    String field = Values.text(options, "field");
    return new SequelizeAttribute(field == null ? key : field, options);
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
    boolean ofProgram = last.equals("NOW") || last.startsWith("UUIDV") || value instanceof Closure;
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
