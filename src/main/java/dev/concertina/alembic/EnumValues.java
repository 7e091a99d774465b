package dev.concertina.alembic;

import dev.concertina.alembic.ColumnType.Enumeration;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of an enumerated type as alembic-postgresql-enum changes them: by a new type that each
 * column is moved to.
 */
final class EnumValues {

  private EnumValues() {}

  static List<String> write(Value.Call call) {
    Arguments change = new Arguments(call);
    String schema = change.textOrNull("enum_schema", 0);
    String bare = change.text("enum_name", 1);
    String type = Names.table(schema, bare);
    String old = bare + "_old";
    List<String> sent = new ArrayList<>();
    sent.add("ALTER TYPE " + type + " RENAME TO " + Names.quote(old));
    sent.add(new Enumeration(type, change.texts("new_values", 2), true).create());
    for (Value column : change.items("affected_columns", 3)) {
      sent.add(move(column, type));
    }
    sent.add("DROP TYPE " + Names.table(schema, old));
    return sent;
  }

  private static String move(Value column, String type) {
    String table;
    String name;
    if (column instanceof Value.Call reference) {
      Arguments own = new Arguments(reference);
      table = Names.table(own.textOrNull("table_schema", -1), own.text("table_name", 0));
      name = own.text("column_name", 1);
    } else if (column.items().size() >= 2) {
      table = Names.quote(Arguments.textOf(column.items().get(0), "a table"));
      name = Arguments.textOf(column.items().get(1), "a column");
    } else {
      throw new ComputedException("a column that has the type");
    }
    String quoted = Names.quote(name);
    return "ALTER TABLE "
        + table
        + " ALTER COLUMN "
        + quoted
        + " TYPE "
        + type
        + " USING "
        + quoted
        + "::text::"
        + type;
  }
}
