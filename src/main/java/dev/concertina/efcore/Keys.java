package dev.concertina.efcore;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;

/** Constraints of a table, as Npgsql writes them: alone, or in the table that is made. */
final class Keys {

  private Keys() {}

  /** {@code CONSTRAINT "PK_t" PRIMARY KEY ("Id")}. */
  static String key(String kind, String name, List<String> columns) {
    if (columns.isEmpty()) {
      throw new UnreadException("its columns are built at run time");
    }
    return named(name) + kind + " " + Sql.columns(columns);
  }

  static String check(String name, String condition) {
    return named(name) + "CHECK (" + condition + ")";
  }

  /** The places of arguments differ between a table that is made and one that is altered. */
  static String foreign(Asked asked, List<String> columns, int principal) {
    List<String> keys = asked.texts("principalColumn", "principalColumns", principal + 1);
    String table =
        Sql.quote(asked.text("principalSchema"), asked.needed("principalTable", principal));
    return key("FOREIGN KEY", asked.text("name", 0), columns)
        + " REFERENCES "
        + table
        + (keys.isEmpty() ? "" : " " + Sql.columns(keys))
        + action(" ON UPDATE ", asked.argument("onUpdate"))
        + action(" ON DELETE ", asked.argument("onDelete"));
  }

  private static String named(String name) {
    return name == null ? "" : "CONSTRAINT " + Sql.quote(name) + " ";
  }

  private static String action(String on, Value action) {
    if (action == null) {
      return "";
    }
    if (!(action instanceof Value.Name name)) {
      throw new UnreadException("what happens to its rows is built at run time");
    }
    return switch (name.name().substring(name.name().lastIndexOf('.') + 1)) {
      case "Cascade" -> on + "CASCADE";
      case "Restrict" -> on + "RESTRICT";
      case "SetNull" -> on + "SET NULL";
      case "SetDefault" -> on + "SET DEFAULT";
      case "NoAction" -> "";
      default -> throw new UnreadException(name.name().toLowerCase(Locale.ROOT) + " is not known");
    };
  }
}
