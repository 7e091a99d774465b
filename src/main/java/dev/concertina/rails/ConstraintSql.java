package dev.concertina.rails;

import dev.concertina.syntax.Inflector;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;

/** Constraints as Active Record describes them, in a table or behind ADD. */
final class ConstraintSql {

  private final Names names;

  ConstraintSql(RailsVersion version) {
    names = new Names(version);
  }

  String foreignKey(String from, String to, Arguments options) {
    List<String> columns = foreignColumns(to, options);
    List<String> keys =
        options.on("primary_key") ? Arguments.names(options.option("primary_key")) : List.of("id");
    return "CONSTRAINT "
        + Names.quote(foreignKeyName(from, to, options))
        + " FOREIGN KEY ("
        + Names.quoted(columns)
        + ") REFERENCES "
        + Names.table(to)
        + " ("
        + Names.quoted(keys)
        + ")"
        + action(" ON DELETE ", options.text("on_delete"))
        + action(" ON UPDATE ", options.text("on_update"))
        + deferrable(options)
        + notValid(options);
  }

  /** What a foreign key is called; the table it refers to may be null where a column is given. */
  String foreignKeyName(String from, String to, Arguments options) {
    String given = options.text("name");
    return given == null ? names.foreignKey(from, foreignColumns(to, options)) : given;
  }

  private static List<String> foreignColumns(String to, Arguments options) {
    if (options.on("column")) {
      return Arguments.names(options.option("column"));
    } else if (to == null) {
      throw new UnreadException("which foreign key it is depends on the database");
    }
    return List.of(Inflector.singular(to.substring(to.lastIndexOf('.') + 1)) + "_id");
  }

  String check(String table, String expression, Arguments options) {
    return "CONSTRAINT "
        + checkName(table, expression, options)
        + " CHECK ("
        + expression
        + ")"
        + notValid(options);
  }

  String checkName(String table, String expression, Arguments options) {
    String given = options.text("name");
    if (given == null && expression == null) {
      throw new UnreadException("which constraint it is depends on the database");
    }
    return given == null ? names.check(table, expression) : given;
  }

  String exclusion(String table, String expression, Arguments options) {
    String using = options.text("using");
    String where = options.text("where");
    return "CONSTRAINT "
        + Names.quote(exclusionName(table, expression, options))
        + " EXCLUDE"
        + (using == null ? "" : " USING " + using)
        + " ("
        + expression
        + ")"
        + (where == null ? "" : " WHERE (" + where + ")")
        + deferrable(options);
  }

  String exclusionName(String table, String expression, Arguments options) {
    String given = options.text("name");
    if (given == null && expression == null) {
      throw new UnreadException("which constraint it is depends on the database");
    }
    return given == null ? names.exclusion(table, expression) : given;
  }

  /**
   * @param columns null where an index is given
   */
  String unique(String table, Value columns, Arguments options) {
    String index = options.text("using_index");
    return "CONSTRAINT "
        + Names.quote(uniqueName(table, columns, options))
        + " UNIQUE"
        + (options.on("nulls_not_distinct") ? " NULLS NOT DISTINCT" : "")
        + (index == null
            ? " (" + Names.quoted(Arguments.names(columns)) + ")"
            : " USING INDEX " + Names.quote(index))
        + deferrable(options);
  }

  String uniqueName(String table, Value columns, Arguments options) {
    String given = options.text("name");
    if (given != null) {
      return given;
    }
    String index = options.text("using_index");
    if (columns == null && index == null) {
      throw new UnreadException("which constraint it is depends on the database");
    }
    return names.unique(table, columns == null ? List.of(index) : Arguments.names(columns));
  }

  private static String action(String event, String action) {
    return switch (action == null ? "" : action) {
      case "" -> "";
      case "nullify" -> event + "SET NULL";
      default -> event + action.toUpperCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static String deferrable(Arguments options) {
    Value deferrable = options.option("deferrable");
    if (!options.on("deferrable")) {
      return "";
    }
    boolean deferred = !deferrable.isTrue() && options.text("deferrable").equals("deferred");
    return " DEFERRABLE INITIALLY " + (deferred ? "DEFERRED" : "IMMEDIATE");
  }

  private static String notValid(Arguments options) {
    return options.off("validate") ? " NOT VALID" : "";
  }
}
