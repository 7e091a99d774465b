package dev.concertina.alembic;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** What {@code op.alter_column} sends: a statement for each thing that is altered. */
final class ColumnAlteration {

  private final TypeReader types;
  private final ExpressionWriter expressions;

  ColumnAlteration(TypeReader types, ExpressionWriter expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  List<String> of(Value.Call call) {
    Arguments column = new Arguments(call);
    String table = Names.table(column.textOrNull("schema", -1), column.text("table_name", 0));
    String name = Names.quote(column.text("column_name", 1));
    String alter = "ALTER TABLE " + table + " ALTER COLUMN " + name + " ";
    List<String> sent = new ArrayList<>();
    Value type = column.present("type_", -1);
    if (type != null) {
      Value using = column.present("postgresql_using", -1);
      sent.add(
          alter
              + "TYPE "
              + types.read(type).sql()
              + (using == null ? "" : " USING " + expressions.clause(using)));
    }
    Boolean nullable = column.flag("nullable");
    if (nullable != null) {
      sent.add(alter + (nullable ? "DROP NOT NULL" : "SET NOT NULL"));
    }
    byDefault(column, alter, sent);
    Value comment = column.value("comment", -1);
    if (comment != null && !comment.isFalse()) {
      String text = comment.isNull() ? "NULL" : Names.literal(column.text("comment", -1));
      sent.add("COMMENT ON COLUMN " + table + "." + name + " IS " + text);
    }
    String newName = column.textOrNull("new_column_name", -1);
    if (newName != null) {
      sent.add("ALTER TABLE " + table + " RENAME " + name + " TO " + Names.quote(newName));
    }
    return sent;
  }

  private void byDefault(Arguments column, String alter, List<String> sent) {
    Value given = column.value("server_default", -1);
    if (given == null || given.isFalse()) {
      return;
    }
    Value existing = column.value("existing_server_default", -1);
    if (isIdentity(given)) {
      sent.add(alter + "ADD " + Column.Identity.of((Value.Call) given));
    } else if (given.isNull()) {
      sent.add(alter + (isIdentity(existing) ? "DROP IDENTITY" : "DROP DEFAULT"));
    } else {
      sent.add(alter + "SET DEFAULT " + expressions.byDefault(given));
    }
  }

  private static boolean isIdentity(Value value) {
    return value instanceof Value.Call call && call.shortName().equals("Identity");
  }
}
