package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What node-pg-migrate says of a column, by its options. */
final class PgColumn {

  private PgColumn() {}

  /** A column's options, where its type may stand for all of them. */
  static Value.Mapping options(Value value) {
    Value type = value instanceof Value.Mapping ? Values.entry(value, "type") : value;
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    if ("id".equals(type.text())) {
      entries.add(
          Map.entry(Values.made("primaryKey", value.span()), new Value.Flag(true, value.span())));
      type = Values.made("serial", value.span());
    }
    entries.add(0, Map.entry(Values.made("type", value.span()), type));
    if (value instanceof Value.Mapping mapping) {
      mapping.entries().stream()
          .filter(entry -> !"type".equals(entry.getKey().text()))
          .forEach(entries::add);
    }
    return new Value.Mapping(entries, value.span());
  }

  /**
   * A column as a table declares it.
   *
   * @param withKey whether it says itself that it is the key
   */
  static String definition(String name, Value options, boolean withKey) {
    StringBuilder sql = new StringBuilder(Quoting.name(name) + " " + type(options));
    String collation = PgNames.text(options, "collation");
    sql.append(collation == null ? "" : " COLLATE " + collation);
    Value value = ((Value.Mapping) options).get("default");
    sql.append(value == null ? "" : " DEFAULT " + PgNames.value(value));
    sql.append(PgNames.isOn(options, "unique") ? " UNIQUE" : "");
    sql.append(withKey && PgNames.isOn(options, "primaryKey") ? " PRIMARY KEY" : "");
    sql.append(PgNames.isOn(options, "notNull") ? " NOT NULL" : "");
    String check = PgNames.text(options, "check");
    sql.append(check == null ? "" : " CHECK (" + check + ")");
    if (Values.isSet(Values.entry(options, "references"))) {
      String key = PgNames.text(options, "referencesConstraintName");
      sql.append(key == null ? " " : " CONSTRAINT " + Quoting.name(key) + " ");
      sql.append(references(options));
    }
    sql.append(PgNames.isOn(options, "deferrable") ? deferrable(options) : "");
    Value sequence = Values.entry(options, "sequenceGenerated");
    if (Values.isSet(sequence)) {
      sql.append(" GENERATED ").append(PgNames.text(sequence, "precedence")).append(" AS IDENTITY");
    }
    String expression = PgNames.text(options, "expressionGenerated");
    sql.append(expression == null ? "" : " GENERATED ALWAYS AS (" + expression + ") STORED");
    return sql.toString();
  }

  private static String type(Value options) {
    Value type = Values.entry(options, "type");
    Value array = Values.entry(options, "array");
    String own =
        type instanceof Value.Mapping
            ? PgNames.path(type)
            : PgNames.type(Values.need(type, "the column's type"));
    return own
        + (array instanceof Value.Number size
            ? " ARRAY[" + size.digits() + "]"
            : array.isTrue() ? " ARRAY" : "");
  }

  static String deferrable(Value options) {
    return " DEFERRABLE INITIALLY "
        + (PgNames.isOn(options, "deferred") ? "DEFERRED" : "IMMEDIATE");
  }

  static String references(Value options) {
    Value references = Values.entry(options, "references");
    String text = references.text();
    boolean written = text != null && (text.startsWith("\"") || text.endsWith(")"));
    StringBuilder sql = new StringBuilder("REFERENCES ");
    sql.append(written ? text : PgNames.path(references));
    for (String word : List.of("match", "onDelete", "onUpdate")) {
      String value = PgNames.text(options, word);
      if (value != null) {
        sql.append(
            word.equals("match")
                ? " MATCH "
                : word.equals("onDelete") ? " ON DELETE " : " ON UPDATE ");
        sql.append(value);
      }
    }
    return sql.toString();
  }
}
