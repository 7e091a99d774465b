package dev.concertina.laravel;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a blueprint.
 *
 * @param type as PostgreSQL is told it
 * @param key whether its type makes it the primary key
 * @param check a condition that comes with its type, or null
 * @param modifiers the calls chained to it
 * @param place where it is asked for
 */
record Column(
    String name, String type, boolean key, String check, List<Value.Call> modifiers, Span place) {

  Column {
    modifiers = List.copyOf(modifiers);
  }

  private boolean has(String modifier) {
    return call(modifier) != null;
  }

  private Value.Call call(String modifier) {
    Value.Call found = null;
    for (Value.Call call : modifiers) {
      found = call.name().equals(modifier) ? call : found;
    }
    return found;
  }

  private Value argument(String modifier) {
    Value.Call call = call(modifier);
    if (call == null) {
      return null;
    }
    return call.arguments().isEmpty()
        ? call.named().values().stream().findFirst().orElse(null)
        : call.arguments().get(0);
  }

  /** Whether it changes a column that is there. */
  boolean changes() {
    return has("change");
  }

  private boolean nullable() {
    Value given = argument("nullable");
    return has("nullable") && (given == null || !given.isFalse());
  }

  /** How it stands in CREATE TABLE or behind ADD COLUMN. */
  String definition() {
    StringBuilder sql = new StringBuilder(Names.quote(name)).append(' ').append(type);
    if (check != null) {
      sql.append(' ').append(check);
    }
    collation(sql);
    sql.append(nullable() ? " null" : " not null");
    String value = defaultValue();
    if (value != null) {
      sql.append(" default ").append(value);
    }
    computed(sql, "storedAs", "stored");
    computed(sql, "virtualAs", "virtual");
    Value identity = argument("generatedAs");
    if (has("generatedAs")) {
      sql.append(" generated ")
          .append(has("always") ? "always" : "by default")
          .append(" as identity");
      sql.append(identity != null && identity.text() != null ? " (" + identity.text() + ")" : "");
    }
    return sql.append(key ? " primary key" : "").toString();
  }

  private void collation(StringBuilder sql) {
    Value collation = argument("collation");
    if (collation != null && collation.text() != null) {
      sql.append(" collate ").append(Names.quote(collation.text()));
    }
  }

  private void computed(StringBuilder sql, String modifier, String how) {
    Value expression = argument(modifier);
    if (expression != null) {
      String text = Names.literal(expression);
      String known = expression.text() != null ? expression.text() : text;
      sql.append(" generated always as (")
          .append(known == null ? Operation.RunCode.COMPUTED : known)
          .append(") ")
          .append(how);
    }
  }

  private String defaultValue() {
    if (has("useCurrent")) {
      return "CURRENT_TIMESTAMP";
    }
    Value value = argument("default");
    if (!has("default") || value == null || value.isNull()) {
      return null;
    }
    String literal = Names.literal(value);
    boolean sql =
        value instanceof Value.Call call && call.name().endsWith("raw")
            || value instanceof Value.Unknown made && made.source().startsWith("new ");
    // What the program knows when it runs is one value for all rows.
    return literal != null ? literal : sql ? Operation.RunCode.COMPUTED : "'?'";
  }

  /** The actions of ALTER TABLE that {@code change()} sends: what is not repeated is lost. */
  String change() {
    String alter = "alter column " + Names.quote(name) + " ";
    List<String> actions = new ArrayList<>();
    actions.add(alter + "type " + type);
    actions.add(alter + (nullable() ? "drop not null" : "set not null"));
    String value = defaultValue();
    actions.add(alter + (value == null ? "drop default" : "set default " + value));
    return String.join(", ", actions);
  }

  /** What is sent for it when all commands are done: its own indexes, its comment. */
  List<String> commands(String table) {
    List<String> commands = new ArrayList<>();
    String on = Names.quote(table);
    for (String kind : List.of("primary", "unique", "index", "fulltext", "fullText")) {
      Value named = argument(kind);
      if (has(kind) && (named == null || !named.isFalse())) {
        String given = named == null ? null : named.text();
        commands.add(Commands.key(table, kind, List.of(name), given, null));
      }
    }
    Value comment = argument("comment");
    if (comment != null && comment.text() != null) {
      commands.add(
          "comment on column "
              + on
              + "."
              + Names.quote(name)
              + " is "
              + Names.text(comment.text()));
    }
    return commands;
  }
}
