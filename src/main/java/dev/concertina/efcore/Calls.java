package dev.concertina.efcore;

import dev.concertina.syntax.CSharpValues;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** The statements that Npgsql sends for a call of the builder. */
final class Calls {

  private final CSharpValues values;

  Calls(CSharpValues values) {
    this.values = values;
  }

  List<String> sql(Asked asked) {
    return switch (asked.method()) {
      case "CreateTable" -> new CreatedTable(values).sql(asked);
      case "AlterDatabase" -> Database.sql(asked);
      case "AddColumn" -> added(asked);
      case "AlterColumn" -> AlteredColumn.sql(table(asked), asked);
      case "CreateIndex" -> List.of(new Index(asked).sql());
      case "InsertData" -> new Rows(asked).insert();
      case "UpdateData" -> new Rows(asked).update();
      case "DeleteData" -> new Rows(asked).delete();
      case "RenameTable" -> renamed("TABLE", asked);
      case "RenameSequence" -> renamed("SEQUENCE", asked);
      case "EnsureSchema" ->
          asked.needed("name", 0).equals("public")
              ? List.of()
              : List.of("CREATE SCHEMA IF NOT EXISTS " + name(asked));
      case "AlterTable" -> altered(asked);
      default -> List.of(one(asked));
    };
  }

  private String one(Asked asked) {
    return switch (asked.method()) {
      case "DropColumn" -> alter(asked) + "DROP COLUMN " + name(asked);
      case "RenameColumn" ->
          alter(asked)
              + "RENAME COLUMN "
              + name(asked)
              + " TO "
              + Sql.quote(asked.needed("newName", 2));
      case "DropTable" ->
          "DROP TABLE " + Sql.quote(asked.text("schema", 1), asked.needed("name", 0));
      case "DropIndex" -> "DROP INDEX " + inSchema(asked, 2);
      case "RenameIndex" ->
          "ALTER INDEX "
              + inSchema(asked, 3)
              + " RENAME TO "
              + Sql.quote(asked.needed("newName", 1));
      case "AddForeignKey" ->
          alter(asked) + "ADD " + Keys.foreign(asked, asked.texts("column", "columns", 2), 3);
      case "AddPrimaryKey" -> alter(asked) + "ADD " + key("PRIMARY KEY", asked);
      case "AddUniqueConstraint" -> alter(asked) + "ADD " + key("UNIQUE", asked);
      case "AddCheckConstraint", "CreateCheckConstraint" ->
          alter(asked) + "ADD " + Keys.check(asked.needed("name", 0), asked.needed("sql", 2));
      case "DropForeignKey", "DropPrimaryKey", "DropUniqueConstraint", "DropCheckConstraint" ->
          alter(asked) + "DROP CONSTRAINT " + name(asked);
      case "CreateSequence" -> sequence(asked);
      case "DropSequence" -> "DROP SEQUENCE " + inSchema(asked, 1);
      case "DropSchema" -> "DROP SCHEMA " + name(asked);
      default -> throw new UnreadException(asked.method() + " is no call that is known");
    };
  }

  private static String table(Asked asked) {
    return Sql.quote(asked.text("schema"), asked.needed("table", 1));
  }

  private static String alter(Asked asked) {
    return "ALTER TABLE " + table(asked) + " ";
  }

  private static String name(Asked asked) {
    return Sql.quote(asked.needed("name", 0));
  }

  private static String inSchema(Asked asked, int position) {
    return Sql.quote(asked.text("schema", position), asked.needed("name", 0));
  }

  private static String key(String kind, Asked asked) {
    return Keys.key(kind, asked.needed("name", 0), asked.texts("column", "columns", 2));
  }

  private static List<String> added(Asked asked) {
    String name = asked.needed("name", 0);
    List<String> sent = new ArrayList<>();
    sent.add(alter(asked) + "ADD " + Column.definition(name, asked));
    sent.addAll(Column.comment(table(asked), name, asked));
    return sent;
  }

  private static List<String> altered(Asked asked) {
    boolean known = asked.annotations().isEmpty() && asked.old().isEmpty();
    String comment = asked.text("comment");
    if (!known || comment == null) {
      throw new UnreadException("what AlterTable does here is not known");
    }
    String table = Sql.quote(asked.text("schema", 1), asked.needed("name", 0));
    return List.of("COMMENT ON TABLE " + table + " IS " + Sql.text(comment));
  }

  private static List<String> renamed(String kind, Asked asked) {
    List<String> sent = new ArrayList<>();
    String name = asked.needed("name", 0);
    String schema = asked.text("schema", 1);
    String newName = asked.text("newName", 2);
    String newSchema = asked.text("newSchema", 3);
    if (newName != null && !newName.equals(name)) {
      sent.add(
          "ALTER " + kind + " " + Sql.quote(schema, name) + " RENAME TO " + Sql.quote(newName));
    }
    if (newSchema != null && !newSchema.equals(schema)) {
      String now = Sql.quote(schema, newName == null ? name : newName);
      sent.add("ALTER " + kind + " " + now + " SET SCHEMA " + Sql.quote(newSchema));
    }
    return sent;
  }

  private static String sequence(Asked asked) {
    String type = asked.type() == null ? "long" : asked.type();
    String as =
        switch (type) {
          case "int" -> " AS integer";
          case "short" -> " AS smallint";
          default -> "";
        };
    return "CREATE SEQUENCE "
        + inSchema(asked, 1)
        + as
        + number(asked, "startValue", " START WITH ")
        + number(asked, "incrementBy", " INCREMENT BY ")
        + number(asked, "minValue", " MINVALUE ")
        + number(asked, "maxValue", " MAXVALUE ")
        + (asked.is("cyclic") ? " CYCLE" : " NO CYCLE");
  }

  private static String number(Asked asked, String name, String words) {
    Value value = asked.argument(name);
    if (value != null && !(value instanceof Value.Number)) {
      throw new UnreadException("its " + name + " is built at run time");
    }
    return value instanceof Value.Number number ? words + number.digits() : "";
  }
}
