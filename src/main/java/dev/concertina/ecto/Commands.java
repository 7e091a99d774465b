package dev.concertina.ecto;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The commands of Ecto's migrations, but for {@code execute}, as the SQL that they send. */
final class Commands {

  static final Set<String> NAMES =
      Set.of("create", "create_if_not_exists", "alter", "drop", "drop_if_exists", "rename");

  static final Set<String> CHANGES =
      Set.of("add", "add_if_not_exists", "modify", "remove", "remove_if_exists", "timestamps");

  private final RepoSettings settings;
  private final Sent sent;

  Commands(RepoSettings settings, Sent sent) {
    this.settings = settings;
    this.sent = sent;
  }

  /**
   * Notes what a command sends.
   *
   * @param block what the calls in its block ask for
   */
  void send(Value.Call call, Function<Value, List<Change>> block) {
    Value subject = call.argument("object", 0);
    if (!(subject instanceof Value.Call object)) {
      throw new UnreadException("what it is about is computed at run time");
    }
    switch (object.name()) {
      case "table" -> table(call, Table.of(object, settings), block);
      case "index", "unique_index" -> index(call, Index.of(object, settings));
      case "constraint" -> constraint(call, object);
      default -> throw new UnreadException(object.name() + " is not known");
    }
  }

  private void table(Value.Call call, Table table, Function<Value, List<Change>> block) {
    Value body = call.named().get("do");
    switch (call.name()) {
      case "create", "create_if_not_exists" ->
          create(call, table, body == null ? List.of() : block.apply(body));
      case "alter" -> alter(call, table, body == null ? List.of() : block.apply(body));
      case "rename" -> rename(call, table);
      default -> send(call, "DROP TABLE " + ifExists(call) + table.sql() + mode(call));
    }
  }

  private void create(Value.Call call, Table table, List<Change> changes) {
    List<Change> all = new ArrayList<>(changes);
    Change key = table.key(settings, call);
    if (key != null) {
      all.add(0, key);
    }
    List<String> definitions = new ArrayList<>();
    for (Change change : all) {
      read(change, () -> definitions.add(change.definition(table, settings)));
    }
    List<String> keys = all.stream().filter(Change::isKey).map(Change::column).toList();
    if (!keys.isEmpty()) {
      definitions.add("PRIMARY KEY (" + Names.quoted(keys) + ")");
    }
    String exists = call.name().equals("create") ? "" : "IF NOT EXISTS ";
    String options = table.options().text("options");
    String modifiers = table.options().text("modifiers");
    send(
        call,
        "CREATE "
            + (modifiers == null ? "" : modifiers + " ")
            + "TABLE "
            + exists
            + table.sql()
            + " ("
            + String.join(", ", definitions)
            + ")"
            + (options == null ? "" : " " + options));
    comments(call, table, all);
  }

  /** What can't be read of one column says nothing about the others. */
  private void read(Change change, Runnable reading) {
    try {
      reading.run();
    } catch (UnreadException unread) {
      sent.later(() -> sent.transcript().unread(change.place(), unread.getMessage()));
    }
  }

  private void alter(Value.Call call, Table table, List<Change> changes) {
    String alter = "ALTER TABLE " + table.sql() + " ";
    List<Transcript.Part> parts = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (Change change : changes) {
      read(
          change,
          () -> {
            List<String> actions = change.actions(table, settings);
            all.addAll(actions);
            parts.add(new Transcript.Part(change.place(), alter + String.join(", ", actions)));
          });
    }
    List<String> keys = changes.stream().filter(Change::isKey).map(Change::column).toList();
    if (!keys.isEmpty()) {
      String key = "ADD PRIMARY KEY (" + Names.quoted(keys) + ")";
      all.add(key);
      parts.add(new Transcript.Part(call.span(), alter + key));
    }
    if (!all.isEmpty()) {
      String sql = alter + String.join(", ", all);
      sent.later(() -> sent.transcript().send(call.span(), sql, parts));
    }
    comments(call, table, changes);
  }

  private void comments(Value.Call call, Table table, List<Change> changes) {
    String comment = table.options().text("comment");
    if (comment != null) {
      send(call, "COMMENT ON TABLE " + table.sql() + " IS " + Names.text(comment));
    }
    for (Change change : changes) {
      read(
          change,
          () -> {
            String on = change.comment(table);
            if (on != null) {
              send(change.place(), on);
            }
          });
    }
  }

  private void rename(Value.Call call, Table table) {
    Value to = call.named().get("to");
    if (call.arguments().size() > 1) {
      String column = Names.of(call.arguments().get(1));
      send(
          call,
          "ALTER TABLE "
              + table.sql()
              + " RENAME "
              + Names.quote(column)
              + " TO "
              + Names.quote(Names.of(to)));
    } else {
      String name = Table.of(to, settings).name();
      send(call, "ALTER TABLE " + table.sql() + " RENAME TO " + Names.quote(name));
    }
  }

  private void index(Value.Call call, Index index) {
    switch (call.name()) {
      case "create", "create_if_not_exists" -> {
        send(call, index.create(!call.name().equals("create")));
        if (index.comment() != null) {
          send(call, index.comment());
        }
      }
      case "rename" -> send(call, index.rename(Names.of(call.named().get("to"))));
      default -> send(call, index.drop(!call.name().equals("drop")) + mode(call));
    }
  }

  private void constraint(Value.Call call, Value.Call constraint) {
    Options options = Options.of(constraint, 2);
    String name = Names.quote(Names.of(constraint.argument("name", 1)));
    String on =
        Names.quote(Table.prefix(options, settings), Names.of(constraint.argument("table", 0)));
    if (!call.name().startsWith("create")) {
      send(call, "ALTER TABLE " + on + " DROP CONSTRAINT " + ifExists(call) + name + mode(call));
      return;
    }
    String check = options.text("check");
    String exclude = options.text("exclude");
    if (check == null && exclude == null) {
      throw new UnreadException("a constraint says neither check nor exclude");
    }
    String condition = check == null ? "EXCLUDE USING " + exclude : "CHECK (" + check + ")";
    String valid = options.isFalse("validate") ? " NOT VALID" : "";
    send(call, "ALTER TABLE " + on + " ADD CONSTRAINT " + name + " " + condition + valid);
    String comment = options.text("comment");
    if (comment != null) {
      send(call, "COMMENT ON CONSTRAINT " + name + " ON " + on + " IS " + Names.text(comment));
    }
  }

  private static String ifExists(Value.Call call) {
    return call.name().equals("drop_if_exists") ? "IF EXISTS " : "";
  }

  private static String mode(Value.Call call) {
    return "cascade".equals(Options.of(call, 1).text("mode")) ? " CASCADE" : "";
  }

  private void send(Value.Call call, String sql) {
    send(call.span(), sql);
  }

  private void send(Span place, String sql) {
    sent.later(() -> sent.transcript().send(place, sql));
  }

  /** The two columns that {@code timestamps()} adds, or the one. */
  List<Change> timestamps(Value.Call call) {
    Options options = Options.of(call, 0).over(settings.timestamp());
    if (!options.has("null")) {
      options = options.with("null", new Value.Flag(false, call.span()));
    }
    Value type = options.get("type");
    List<Change> added = new ArrayList<>();
    for (String usual : List.of("inserted_at", "updated_at")) {
      Value name = options.get(usual);
      if (name == null || !name.isFalse()) {
        added.add(
            new Change(
                "add",
                name == null ? usual : Names.of(name),
                type == null ? new Value.Text("naive_datetime", -1, call.span()) : type,
                options,
                call.span()));
      }
    }
    return added;
  }
}
