package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A query builder of TypeORM: a change of rows is sent when it is executed. */
final class TypeOrmRows extends Asked {

  private String verb;
  private Value table;
  private Value values;
  private final List<String> conditions = new ArrayList<>();

  TypeOrmRows(Journal journal, Span span) {
    super(journal, span);
  }

  @Override
  Value ask(String method, Arguments with) {
    switch (method) {
      case "update", "delete", "insert" -> {
        verb = method;
        table = with.size() > 0 ? with.at(0) : table;
        values = with.size() > 1 ? with.at(1) : values;
      }
      case "from", "into" -> table = with.at(0);
      case "set", "values" -> values = with.at(0);
      case "where", "andWhere", "orWhere", "whereInIds" -> {
        String text = with.text(0);
        String word = conditions.isEmpty() ? "" : method.equals("orWhere") ? " OR " : " AND ";
        conditions.add(word + (text == null ? Quoting.COMPUTED : text));
      }
      case "execute" -> execute(with);
      default -> {}
    }
    return this;
  }

  private void execute(Arguments with) {
    if (verb == null) {
      return;
    } else if (table == null || table.text() == null) {
      journal().unread(with.span(), "rows are changed through an entity");
      return;
    }
    String path = Quoting.path(table.text());
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join("", conditions);
    journal()
        .send(
            with.span(),
            switch (verb) {
              case "update" -> "UPDATE " + path + " SET " + assignments() + where;
              case "delete" -> "DELETE FROM " + path + where;
              default -> "INSERT INTO " + path + inserted();
            });
  }

  private List<Map.Entry<Value, Value>> entries(Value row) {
    if (!(row instanceof Value.Mapping mapping)
        || mapping.entries().stream().anyMatch(entry -> entry.getKey().text() == null)) {
      throw new NotSaidException("what the rows get");
    }
    return mapping.entries();
  }

  private String assignments() {
    List<String> all = new ArrayList<>();
    entries(values)
        .forEach(
            entry ->
                all.add(
                    Quoting.name(entry.getKey().text()) + " = " + Quoting.value(entry.getValue())));
    return String.join(", ", all);
  }

  private String inserted() {
    List<Value> rows = values instanceof Value.Many many ? many.items() : List.of(values);
    if (rows.isEmpty()) {
      throw new NotSaidException("what the rows get");
    }
    List<String> columns = entries(rows.get(0)).stream().map(e -> e.getKey().text()).toList();
    List<String> tuples = new ArrayList<>();
    for (Value row : rows) {
      List<String> literals =
          columns.stream().map(column -> Quoting.value(Values.entry(row, column))).toList();
      tuples.add("(" + String.join(", ", literals) + ")");
    }
    return " (" + Quoting.names(columns) + ") VALUES " + String.join(", ", tuples);
  }
}
