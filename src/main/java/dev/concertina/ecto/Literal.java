package dev.concertina.ecto;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.ElixirValues.Atom;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.stream.Collectors;

/** Values of defaults, as Ecto writes them into SQL. */
final class Literal {

  /** Lists that are twice another double with each line of a file. */
  private static final int MOST_VALUES = 10_000;

  private int values;

  private Literal() {}

  /** What is not known counts as computed. */
  static String of(Value value, Value type) {
    return new Literal().sql(value, type);
  }

  private void count() {
    if (++values > MOST_VALUES) {
      throw new UnreadException("a default has more than " + MOST_VALUES + " values");
    }
  }

  private String sql(Value value, Value type) {
    count();
    return switch (value) {
      case Value.Nothing none -> "NULL";
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Text text -> Names.text(text.text());
      case Value.Mapping map -> Names.text(json(map));
      case Value.Many list when type.items().isEmpty() && !list.items().isEmpty() -> unknown();
      case Value.Many list -> list(list, type);
      case Value.Call call when call.name().equals("fragment") ->
          call.arguments().size() == 1 && call.arguments().get(0).text() != null
              ? call.arguments().get(0).text()
              : unknown();
      default -> unknown();
    };
  }

  private static String unknown() {
    return Operation.RunCode.COMPUTED;
  }

  private String list(Value.Many list, Value type) {
    Value inner = type.items().size() < 2 ? type : type.items().get(1);
    return "ARRAY["
        + list.items().stream().map(item -> sql(item, inner)).collect(Collectors.joining(","))
        + "]::"
        + ColumnType.plain(type);
  }

  private String json(Value value) {
    count();
    return switch (value) {
      case Value.Mapping map ->
          map.entries().stream()
              .map(e -> json(e.getKey()) + ":" + json(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Value.Many list ->
          list.items().stream().map(this::json).collect(Collectors.joining(",", "[", "]"));
      case Value.Nothing none -> "null";
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Text text -> '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case Atom atom -> '"' + atom.text() + '"';
      default -> "null";
    };
  }
}
