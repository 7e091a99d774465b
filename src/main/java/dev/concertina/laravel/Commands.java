package dev.concertina.laravel;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls of a blueprint that are no columns. */
final class Commands {

  /** Calls that take something away by its name. */
  private static final Set<String> NAMED =
      Set.of(
          "dropColumn",
          "dropMorphs",
          "dropIndex",
          "dropUnique",
          "dropForeign",
          "dropFullText",
          "dropSpatialIndex",
          "dropConstrainedForeignId");

  private final String table;
  private final Value.Call call;
  private final List<Value.Call> modifiers;

  Commands(String table, Value.Call call, List<Value.Call> modifiers) {
    this.table = table;
    this.call = call;
    this.modifiers = modifiers;
  }

  /** The statements; none where the call or a name in it is not known. */
  List<String> sql() {
    return isClear() ? known() : List.of();
  }

  /** Whether every name that the call is given is written out. */
  private boolean isClear() {
    List<Value> given = call.arguments();
    boolean two = call.name().startsWith("rename") && !call.name().equals("rename");
    boolean none = given.isEmpty() && call.named().isEmpty();
    boolean may = call.name().startsWith("drop") && !NAMED.contains(call.name());
    return given.size() >= (two ? 2 : 0)
        && (!none || may)
        && given.stream().limit(2).allMatch(Commands::isWritten);
  }

  private static boolean isWritten(Value value) {
    return value.text() != null
        || value.isNull()
        || !value.items().isEmpty() && value.items().stream().allMatch(v -> v.text() != null);
  }

  private List<String> known() {
    List<Value> given = call.arguments();
    Value first =
        given.isEmpty() ? call.named().values().stream().findFirst().orElse(null) : given.get(0);
    String on = "alter table " + Names.quote(table) + " ";
    return switch (call.name()) {
      case "unique" ->
          online() ? onlineUnique(Names.list(first)) : List.of(index(call.name(), first));
      case "primary", "index", "fullText", "spatialIndex", "rawIndex" ->
          List.of(index(call.name(), first));
      case "foreign" ->
          ForeignKey.of(table, Names.list(first), text("name", 1), modifiers)
              .map(key -> List.of(key.sql(table)))
              .orElse(List.of());
      case "dropColumn", "removeColumn" -> dropColumns(columns());
      case "dropTimestamps", "dropTimestampsTz" -> dropColumns(List.of("created_at", "updated_at"));
      case "dropSoftDeletes", "dropSoftDeletesTz" ->
          dropColumns(List.of(first == null ? "deleted_at" : first.text()));
      case "dropRememberToken" -> dropColumns(List.of("remember_token"));
      case "dropMorphs" -> {
        List<String> pair = List.of(first.text() + "_type", first.text() + "_id");
        String index =
            text("indexName", 1) == null ? Names.made(table, pair, "index") : text("indexName", 1);
        List<String> all = new ArrayList<>(List.of("drop index " + Names.quote(index)));
        all.addAll(dropColumns(pair));
        yield all;
      }
      case "dropIndex", "dropFullText", "dropSpatialIndex" ->
          List.of("drop index " + Names.quote(name(first, kind())));
      case "dropUnique", "dropForeign" ->
          List.of(on + "drop constraint " + Names.quote(name(first, kind())));
      case "dropPrimary" ->
          List.of(
              on
                  + "drop constraint "
                  + Names.quote(
                      first == null || first.text() == null ? table + "_pkey" : first.text()));
      case "dropConstrainedForeignId" -> {
        List<String> all = new ArrayList<>();
        all.add(
            on + "drop constraint " + Names.quote(Names.made(table, Names.list(first), "foreign")));
        all.addAll(dropColumns(Names.list(first)));
        yield all;
      }
      case "renameColumn" ->
          List.of(on + "rename column " + Names.of(first) + " to " + Names.of(given.get(1)));
      case "renameIndex" ->
          List.of("alter index " + Names.of(first) + " rename to " + Names.of(given.get(1)));
      case "rename" -> List.of(on + "rename to " + Names.of(first));
      case "drop" -> List.of("drop table " + Names.quote(table));
      case "dropIfExists" -> List.of("drop table if exists " + Names.quote(table));
      case "comment" ->
          List.of("comment on table " + Names.quote(table) + " is " + Names.text(first.text()));
      default -> List.of();
    };
  }

  private String text(String keyword, int position) {
    Value value = call.argument(keyword, position);
    return value == null ? null : value.text();
  }

  private List<String> columns() {
    List<String> all = new ArrayList<>();
    call.arguments().forEach(value -> all.addAll(Names.list(value)));
    call.named().values().forEach(value -> all.addAll(Names.list(value)));
    return all;
  }

  private List<String> dropColumns(List<String> columns) {
    String drops =
        columns.stream()
            .map(column -> "drop column " + Names.quote(column))
            .collect(Collectors.joining(", "));
    return columns.isEmpty()
        ? List.of()
        : List.of("alter table " + Names.quote(table) + " " + drops);
  }

  private String kind() {
    return call.name().substring("drop".length()).toLowerCase(Locale.ROOT);
  }

  /** A name as given, or the one that Laravel makes of a list of columns. */
  private String name(Value given, String kind) {
    return given != null && given.text() != null
        ? given.text()
        : Names.made(table, Names.list(given), kind);
  }

  /** Whether the index is built without blocking writes. */
  private boolean online() {
    return modifiers.stream()
        .filter(modifier -> modifier.name().equals("online"))
        .anyMatch(modifier -> modifier.arguments().stream().noneMatch(Value::isFalse));
  }

  private List<String> onlineUnique(List<String> columns) {
    String given = text("name", 1);
    String name = Names.quote(given == null ? Names.made(table, columns, "unique") : given);
    String on = Names.quote(table);
    return List.of(
        "create unique index concurrently %s on %s %s".formatted(name, on, Names.columns(columns)),
        "alter table %s add constraint %s unique using index %s".formatted(on, name, name));
  }

  private String index(String kind, Value columns) {
    String sql = plainIndex(kind, columns);
    return online() ? sql.replaceFirst("^create index ", "create index concurrently ") : sql;
  }

  private String plainIndex(String kind, Value columns) {
    String algorithm = text("algorithm", 2);
    if (kind.equals("rawIndex")) {
      return "create index "
          + Names.quote(text("name", 1))
          + " on "
          + Names.quote(table)
          + " ("
          + columns.text()
          + ")";
    }
    return key(table, kind, Names.list(columns), text("name", 1), algorithm);
  }

  /**
   * A key or an index.
   *
   * @param name null where Laravel makes one
   * @param algorithm an access method, or null
   */
  static String key(
      String table, String kind, List<String> columns, String name, String algorithm) {
    String on = Names.quote(table);
    String made = name == null ? Names.made(table, columns, kind) : name;
    return switch (kind) {
      case "primary" -> "alter table " + on + " add primary key " + Names.columns(columns);
      case "unique" ->
          "alter table "
              + on
              + " add constraint "
              + Names.quote(made)
              + " unique "
              + Names.columns(columns);
      case "fulltext", "fullText" ->
          "create index "
              + Names.quote(made)
              + " on "
              + on
              + " using gin (("
              + columns.stream()
                  .map(c -> "to_tsvector('english', " + Names.quote(c) + ")")
                  .collect(Collectors.joining(" || "))
              + "))";
      default -> {
        String method = kind.equals("spatialIndex") ? "gist" : algorithm;
        yield "create index "
            + Names.quote(made)
            + " on "
            + on
            + (method == null ? " " : " using " + method + " ")
            + Names.columns(columns);
      }
    };
  }
}
