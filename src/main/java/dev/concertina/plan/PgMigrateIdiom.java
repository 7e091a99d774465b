package dev.concertina.plan;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;

/** A step as a migration of node-pg-migrate. */
final class PgMigrateIdiom implements Idiom {

  @Override
  public String language() {
    return "js";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return switch (operation) {
      case Operation.DropColumn o when !o.ifExists() && !o.cascade() ->
          List.of("pgm.dropColumns(" + table(o.table()) + ", " + quoted(o.column()) + ");");
      case Operation.SetNotNull o -> alter(o.table(), o.column(), "true");
      case Operation.DropNotNull o -> alter(o.table(), o.column(), "false");
      default -> List.of();
    };
  }

  private static List<String> alter(Name table, String column, String required) {
    return List.of(
        "pgm.alterColumn("
            + table(table)
            + ", "
            + quoted(column)
            + ", { notNull: "
            + required
            + " });");
  }

  private static String quoted(String text) {
    return ScriptText.quoted(text);
  }

  private static String table(Name table) {
    return table.schema().isEmpty()
        ? quoted(table.local())
        : "{ schema: " + quoted(table.schema()) + ", name: " + quoted(table.local()) + " }";
  }

  @Override
  public List<String> verbatim(String sql) {
    return List.of("pgm.sql(" + ScriptText.template(sql) + ");");
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (outside) {
      lines.add("pgm.noTransaction();");
    }
    lines.addAll(words);
    return ScriptText.block("exports.up = (pgm) => {", lines, "};");
  }
}
