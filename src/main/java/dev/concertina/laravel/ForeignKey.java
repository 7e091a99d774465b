package dev.concertina.laravel;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Optional;

/** A foreign key, as the calls behind {@code foreign} or {@code foreignId} describe it. */
record ForeignKey(
    List<String> columns, String name, String target, List<String> keys, String rest) {

  ForeignKey {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  /**
   * The key that the calls describe; none where they name no table.
   *
   * @param name null where Laravel makes one
   */
  static Optional<ForeignKey> of(
      String table, List<String> columns, String name, List<Value.Call> modifiers) {
    String target = null;
    List<String> keys = List.of("id");
    String given = name;
    StringBuilder rest = new StringBuilder();
    for (Value.Call call : modifiers) {
      Value first = call.argument("table", 0);
      switch (call.name()) {
        case "constrained" -> {
          boolean named = first != null && first.text() != null;
          target = named ? first.text() : Plural.table(columns.get(0));
          Value key = call.argument("column", 1);
          keys = key != null && key.text() != null ? List.of(key.text()) : keys;
          Value index = call.argument("indexName", 2);
          given = index == null ? given : index.text();
        }
        case "references" -> keys = Names.list(call.argument("columns", 0));
        case "on" -> target = first == null ? null : first.text();
        case "onDelete" -> action(rest, "delete", call);
        case "onUpdate" -> action(rest, "update", call);
        case "cascadeOnDelete" -> rest.append(" on delete cascade");
        case "restrictOnDelete" -> rest.append(" on delete restrict");
        case "nullOnDelete" -> rest.append(" on delete set null");
        case "noActionOnDelete" -> rest.append(" on delete no action");
        case "cascadeOnUpdate" -> rest.append(" on update cascade");
        case "restrictOnUpdate" -> rest.append(" on update restrict");
        case "noActionOnUpdate" -> rest.append(" on update no action");
        case "deferrable" -> rest.append(" deferrable");
        case "initiallyImmediate" -> rest.append(" initially immediate");
        case "notValid" -> rest.append(" not valid");
        default -> {}
      }
    }
    return target == null
        ? Optional.empty()
        : Optional.of(new ForeignKey(columns, given, target, keys, rest.toString()));
  }

  private static void action(StringBuilder rest, String event, Value.Call call) {
    Value action = call.argument("action", 0);
    if (action != null && action.text() != null) {
      rest.append(" on ").append(event).append(' ').append(action.text());
    }
  }

  String sql(String table) {
    String own = name == null ? Names.made(table, columns, "foreign") : name;
    return "alter table "
        + Names.quote(table)
        + " add constraint "
        + Names.quote(own)
        + " foreign key "
        + Names.columns(columns)
        + " references "
        + Names.quote(target)
        + " "
        + Names.columns(keys)
        + rest;
  }
}
