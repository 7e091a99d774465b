package dev.concertina.laravel;

import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A foreign key, as the calls behind {@code foreign} or {@code foreignId} describe it. */
record ForeignKey(
    List<String> columns, String name, String target, List<String> keys, String rest) {

  /** Words that are their own plural, to Laravel. */
  private static final Set<String> SAME =
      Set.of(
          "audio",
          "data",
          "education",
          "emoji",
          "equipment",
          "evidence",
          "feedback",
          "firmware",
          "fish",
          "furniture",
          "hardware",
          "information",
          "knowledge",
          "metadata",
          "money",
          "news",
          "nutrition",
          "police",
          "series",
          "sheep",
          "software",
          "species",
          "traffic");

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
          target = named ? first.text() : plural(columns.get(0));
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

  /** The table of {@code user_id} is {@code users}. */
  static String plural(String column) {
    String word = column.endsWith("_id") ? column.substring(0, column.length() - 3) : column;
    int last = word.length() - 1;
    if (last < 0 || SAME.contains(word.substring(word.lastIndexOf('_') + 1))) {
      return word;
    }
    boolean consonantY =
        word.charAt(last) == 'y' && last > 0 && "aeiou".indexOf(word.charAt(last - 1)) < 0;
    boolean hisses =
        word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
    if (word.endsWith("person")) {
      return word.substring(0, word.length() - "person".length()) + "people";
    } else if (word.endsWith("child")) {
      return word + "ren";
    }
    return consonantY ? word.substring(0, last) + "ies" : word + (hisses ? "es" : "s");
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
