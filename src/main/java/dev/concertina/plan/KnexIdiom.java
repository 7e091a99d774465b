package dev.concertina.plan;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;

/** A step as a migration of Knex: its table builder where that does exactly this, else raw SQL. */
final class KnexIdiom implements Idiom {

  @Override
  public String language() {
    return "js";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return switch (operation) {
      case Operation.DropColumn o when !o.ifExists() && !o.cascade() ->
          alter(o.table(), "dropColumn", o.column());
      case Operation.SetNotNull o -> alter(o.table(), "dropNullable", o.column());
      case Operation.DropNotNull o -> alter(o.table(), "setNullable", o.column());
      default -> List.of();
    };
  }

  private static List<String> alter(Name table, String method, String column) {
    return ScriptText.block(
        "await knex.schema" + schema(table) + ".alterTable(" + name(table) + ", (table) => {",
        List.of("table." + method + "(" + ScriptText.quoted(column) + ");"),
        "});");
  }

  private static String schema(Name table) {
    return table.schema().isEmpty() ? "" : ".withSchema(" + ScriptText.quoted(table.schema()) + ")";
  }

  private static String name(Name table) {
    return ScriptText.quoted(table.local());
  }

  @Override
  public List<String> verbatim(String sql) {
    // A question mark is a binding, unless it is escaped.
    return List.of("await knex.raw(" + ScriptText.template(sql).replace("?", "\\\\?") + ");");
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (outside) {
      lines.add("exports.config = { transaction: false };");
      lines.add("");
    }
    lines.addAll(ScriptText.block("exports.up = async (knex) => {", words, "};"));
    return lines;
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return operation instanceof Operation.RenameColumn rename
        ? List.of(
            "Keep the column and give it its new name where it is read: `select('"
                + rename.column()
                + " as …')`. It needs no migration and no deploy order.")
        : written;
  }
}
