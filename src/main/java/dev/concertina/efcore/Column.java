package dev.concertina.efcore;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.List;

/** A column as Npgsql defines it. */
final class Column {

  static final String STRATEGY = "Npgsql:ValueGenerationStrategy";
  private static final String ON_ADD = "Npgsql:ValueGeneratedOnAdd";

  private Column() {}

  /** {@code "Id" integer NOT NULL DEFAULT 0}. */
  static String definition(String name, Asked asked) {
    String type = ColumnType.of(asked);
    String generated = identity(strategy(asked));
    StringBuilder sql = new StringBuilder(Sql.quote(name)).append(' ');
    sql.append(strategy(asked).equals("SerialColumn") ? serial(type) : type);
    String collation = asked.text("collation");
    sql.append(collation == null ? "" : " COLLATE " + Sql.quote(collation));
    String computed = asked.text("computedColumnSql");
    if (computed != null) {
      boolean virtual = asked.argument("stored") != null && !asked.is("stored");
      sql.append(" GENERATED ALWAYS AS (").append(computed).append(virtual ? ")" : ") STORED");
      return sql.append(asked.is("nullable") ? "" : " NOT NULL").toString();
    }
    if (generated != null) {
      return sql.append(" GENERATED ").append(generated).append(" AS IDENTITY").toString();
    }
    sql.append(asked.is("nullable") ? "" : " NOT NULL");
    String value = defaultOf(asked, "defaultValue", "defaultValueSql", type);
    return sql.append(value == null ? "" : " DEFAULT " + value).toString();
  }

  /** The strategy's name; empty for none. */
  static String strategy(Asked asked) {
    Value serial = asked.annotations().get(ON_ADD);
    return serial != null && serial.isTrue()
        ? "SerialColumn"
        : Asked.constant(asked.annotations(), STRATEGY);
  }

  /** {@code BY DEFAULT}, or null for a strategy that is no identity. */
  static String identity(String strategy) {
    return switch (strategy) {
      case "IdentityByDefaultColumn" -> "BY DEFAULT";
      case "IdentityAlwaysColumn" -> "ALWAYS";
      default -> null;
    };
  }

  private static String serial(String type) {
    return switch (type) {
      case "integer", "int" -> "serial";
      case "bigint" -> "bigserial";
      case "smallint" -> "smallserial";
      default -> type;
    };
  }

  /** What a default is in SQL, or null where there is none. */
  static String defaultOf(Asked asked, String valueName, String sqlName, String type) {
    String sql = asked.text(sqlName);
    Value value = asked.argument(valueName);
    if (sql != null || value == null) {
      return sql == null ? null : "(" + sql + ")";
    }
    String literal = Sql.literal(value, type);
    if (literal == null) {
      throw new UnreadException("its " + valueName + " is built at run time");
    }
    return literal;
  }

  /** What is said of it besides, in a statement of its own. */
  static List<String> comment(String table, String name, Asked asked) {
    String comment = asked.text("comment");
    return comment == null
        ? List.of()
        : List.of(
            "COMMENT ON COLUMN " + table + "." + Sql.quote(name) + " IS " + Sql.text(comment));
  }
}
