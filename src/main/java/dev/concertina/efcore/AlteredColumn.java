package dev.concertina.efcore;

import dev.concertina.syntax.UnreadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What Npgsql sends for {@code AlterColumn}: one statement for each thing that changes. */
final class AlteredColumn {

  private AlteredColumn() {}

  static List<String> sql(String table, Asked asked) {
    String name = asked.needed("name", 0);
    if (!Objects.equals(asked.text("computedColumnSql"), asked.text("oldComputedColumnSql"))) {
      return List.of(
          "ALTER TABLE " + table + " DROP COLUMN " + Sql.quote(name),
          "ALTER TABLE " + table + " ADD " + Column.definition(name, asked));
    }
    List<String> sent = new ArrayList<>();
    String column = "ALTER TABLE " + table + " ALTER COLUMN " + Sql.quote(name) + " ";
    String type = ColumnType.of(asked);
    String collation = asked.text("collation");
    boolean collated = !Objects.equals(collation, asked.text("oldCollation"));
    if (!type.equals(asked.text("oldType")) || collated) {
      String in = collation == null ? "" : " COLLATE " + Sql.quote(collation);
      sent.add(column + "TYPE " + type + in);
    }
    String value = Column.defaultOf(asked, "defaultValue", "defaultValueSql", type);
    if (asked.is("oldNullable") && !asked.is("nullable")) {
      if (value != null) {
        String quoted = Sql.quote(name);
        sent.add(
            "UPDATE " + table + " SET " + quoted + " = " + value + " WHERE " + quoted + " IS NULL");
      }
      sent.add(column + "SET NOT NULL");
    } else if (asked.is("nullable") && !asked.is("oldNullable")) {
      sent.add(column + "DROP NOT NULL");
    }
    String strategy = Column.strategy(asked);
    String before = Asked.constant(asked.old(), Column.STRATEGY);
    if (!strategy.equals(before)) {
      sent.addAll(identity(column, strategy, before));
    }
    String old = Column.defaultOf(asked, "oldDefaultValue", "oldDefaultValueSql", type);
    if (strategy.isEmpty() && !Objects.equals(value, old)) {
      sent.add(column + (value == null ? "DROP DEFAULT" : "SET DEFAULT " + value));
    }
    if (!Objects.equals(asked.text("comment"), asked.text("oldComment"))) {
      sent.addAll(Column.comment(table, name, asked));
    }
    return sent;
  }

  private static List<String> identity(String column, String strategy, String before) {
    String now = Column.identity(strategy);
    String then = Column.identity(before);
    boolean serial = strategy.equals("SerialColumn") || before.equals("SerialColumn");
    if (serial || now == null && !strategy.isEmpty()) {
      throw new UnreadException("how its values are made changes in a way that is not known");
    }
    if (now == null) {
      return List.of(column + "DROP IDENTITY");
    }
    return then != null
        ? List.of(column + "SET GENERATED " + now)
        : List.of(column + "DROP DEFAULT", column + "ADD GENERATED " + now + " AS IDENTITY");
  }
}
