package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** The indexes that Sequelize makes. */
final class SequelizeIndex {

  private SequelizeIndex() {}

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

  /** The statement that makes one. */
  static String add(SequelizeTable table, Value fields, Value options) {
    if (!(fields instanceof Value.Many)) {
      throw new NotSaidException("what is indexed");
    }
    List<String> keys = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Value field : fields.items()) {
      keys.add(key(field, options));
      words.add(field.text() != null ? field.text() : Values.text(field, "name"));
    }
    String own = Values.text(options, "name");
    String given = own == null ? Values.text(options, "indexName") : own;
    String usual = underscored(table.name() + "_" + String.join("_", words));
    String using = Values.text(options, "using");
    String type = Values.text(options, "type");
    boolean unique =
        Values.isOn(Values.entry(options, "unique")) || "UNIQUE".equalsIgnoreCase(type);
    Value where = Values.entry(options, "where");
    return "CREATE "
        + (unique ? "UNIQUE " : "")
        + "INDEX "
        + (Values.isOn(Values.entry(options, "concurrently")) ? "CONCURRENTLY " : "")
        + Quoting.path(given == null ? usual : given)
        + " ON "
        + table.path()
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
}
