package dev.concertina.phinx;

import dev.concertina.phinx.Action.Kind;
import dev.concertina.schema.Span;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table that a migration asks changes of. They wait until it is created, updated or saved, and
 * are sent then in Phinx' own order.
 */
final class Table implements Value.Own {

  private final String name;
  private final Value options;
  private final Span span;
  private final List<Action> actions = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  /**
   * @param options as the migration gives them, or null
   */
  Table(String name, Value options, Span span) {
    this.name = name;
    this.options = options;
    this.span = span;
  }

  @Override
  public Span span() {
    return span;
  }

  String name() {
    return name;
  }

  void add(Action action) {
    actions.add(action);
  }

  /** The statement that adds rows, when all else is done. */
  void add(String insert) {
    rows.add(insert);
  }

  boolean waits() {
    return !actions.isEmpty() || !rows.isEmpty();
  }

  /**
   * Whether it is more likely made by this than there: only additions, and options for a new one.
   */
  boolean looksNew(boolean says) {
    boolean adds =
        actions.stream()
            .allMatch(
                action ->
                    action.column() != null
                        || Set.of(Kind.INDEX, Kind.KEY).contains(action.kind()));
    boolean columns = actions.stream().anyMatch(action -> action.column() != null);
    return adds && columns && (says || options != null);
  }

  /** Whether a change by this name is one of a column that is renamed here. */
  boolean renames(String column) {
    String to = " TO " + Sql.quote(column);
    return actions.stream()
        .flatMap(action -> action.after().stream())
        .anyMatch(s -> s.endsWith(to));
  }

  /** What stands for CREATE TABLE and all that waits. */
  void create(Transcript transcript, Span whole) {
    Options given = Options.of(options);
    List<Column> columns = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<String> key = key(given, columns);
    actions.stream().filter(a -> a.column() != null).forEach(a -> columns.add(a.column()));
    columns.forEach(column -> parts.add(column.definition()));
    if (!key.isEmpty()) {
      parts.add(primaryKey(key));
    }
    transcript.send(
        whole, "CREATE TABLE " + Sql.quote(name) + " (" + String.join(", ", parts) + ")");
    for (Action action : actions) {
      if (action.column() != null) {
        action.after().forEach(sql -> transcript.send(action.place(), sql));
      }
    }
    send(transcript, List.of(Kind.INDEX));
    String comment = given.text("comment");
    if (comment != null) {
      transcript.send(whole, "COMMENT ON TABLE " + Sql.quote(name) + " IS " + Sql.text(comment));
    }
    send(transcript, List.of(Kind.KEY, Kind.TABLE));
    finish(transcript, whole);
  }

  /** The columns of its key; one that counts by itself is added where nobody says otherwise. */
  private static List<String> key(Options options, List<Column> columns) {
    Value id = options.get("id");
    if (id == null || id.isTrue() || id.text() != null) {
      String name = id == null || id.text() == null ? "id" : id.text();
      columns.add(Column.key(name));
      return List.of(name);
    }
    Value key = options.get("primary_key");
    return key == null ? List.of() : Sql.texts(key, "its primary key");
  }

  private String primaryKey(List<String> columns) {
    return "CONSTRAINT "
        + Sql.quote(Sql.bare(name) + "_pkey")
        + " PRIMARY KEY "
        + Sql.columns(columns);
  }

  /** All that waits, for a table that is there. */
  void update(Transcript transcript, Span whole) {
    boolean drops = actions.stream().flatMap(a -> a.after().stream()).anyMatch(Table::drops);
    send(transcript, drops ? List.of(Kind.TABLE) : List.of(Kind.values()));
    finish(transcript, whole);
  }

  private static boolean drops(String sql) {
    return sql.startsWith("DROP TABLE ");
  }

  private void send(Transcript transcript, List<Kind> kinds) {
    String alter = "ALTER TABLE " + Sql.quote(name) + " ";
    for (Kind kind : kinds) {
      List<Action> these = actions.stream().filter(action -> action.kind() == kind).toList();
      for (Action action : these) {
        if (!action.alters().isEmpty()) {
          transcript.send(action.place(), alter + String.join(", ", action.alters()));
        }
      }
      these.forEach(action -> action.after().forEach(sql -> transcript.send(action.place(), sql)));
    }
  }

  private void finish(Transcript transcript, Span whole) {
    rows.forEach(sql -> transcript.send(whole, sql));
    actions.clear();
    rows.clear();
  }
}
