package dev.concertina.phinx;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Chain;
import dev.concertina.syntax.DatabaseQuestion;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Parameters;
import dev.concertina.syntax.PhpValues;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Stretches;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import dev.concertina.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the calls of a migration send: those of its tables and its own. */
final class MigrationCalls extends Walk {

  /** Methods that every migration has, and that change nothing. */
  private static final Set<String> HARMLESS =
      Set.of(
          "hasTable",
          "fetchRow",
          "fetchAll",
          "getAdapter",
          "getInput",
          "getOutput",
          "getName",
          "getVersion",
          "getEnvironment",
          "isMigratingUp",
          "getSelectBuilder");

  /** Questions for a table, and what only MySQL knows. */
  private static final Set<String> ASKING =
      Set.of(
          "exists",
          "hasColumn",
          "hasIndex",
          "hasIndexByName",
          "hasForeignKey",
          "hasPrimaryKey",
          "hasPendingActions",
          "getColumns",
          "getColumn",
          "getName",
          "getOptions",
          "getTable",
          "getData",
          "getAdapter",
          "reset",
          "resetData");

  private static final DatabaseQuestion ADAPTER =
      new DatabaseQuestion(
          List.of("getAdapterType()", "'adapter'"),
          List.of("'pgsql'", "'postgres'"),
          List.of("'mysql'", "'sqlite'", "'sqlsrv'"));

  /** How a migration leaves the transaction that Phinx opens, and comes back to one. */
  private static final Set<String> TRANSACTIONS = Set.of("COMMIT", "BEGIN", "START TRANSACTION");

  private final PhpValues values;
  private final Stretches stretches;
  private final TableCalls calls;
  private final List<Table> tables = new ArrayList<>();
  private final Set<String> made = new HashSet<>();
  private final boolean saysNew;
  private Node followed;
  private Table result;

  /**
   * @param nullable whether a column takes NULL that does not say so
   */
  MigrationCalls(
      SourceFile file,
      PhpValues values,
      Transcript transcript,
      Stretches stretches,
      boolean nullable) {
    super(file, values, transcript, "PHP");
    this.values = values;
    this.stretches = stretches;
    calls = new TableCalls(nullable);
    saysNew = isCreation(file.root());
  }

  /** Whether a class says by its name that it makes a table. */
  private boolean isCreation(Node node) {
    Node name = node.is("class_declaration") ? node.child("name") : null;
    String text = name == null ? "" : file.text(name);
    return text.startsWith("Create")
        || text.startsWith("Init")
        || node.children().stream().anyMatch(this::isCreation);
  }

  /** What waits at the end was sent at once by old versions, and fails in newer ones. */
  void finish() {
    for (Table table : tables) {
      if (table.waits()) {
        table.update(transcript, table.span());
      }
    }
  }

  /** A migration that is read goes up, on PostgreSQL. */
  @Override
  protected Boolean holds(String condition) {
    return condition.equals("($this->isMigratingUp())") ? Boolean.TRUE : ADAPTER.holds(condition);
  }

  /** A table goes on being the same when it is kept in a variable. */
  @Override
  protected Value result(Node expression) {
    return expression == followed && result != null ? result : super.result(expression);
  }

  @Override
  protected void call(Node node) {
    walk(PhpValues.arguments(node));
    if (!(values.value(node) instanceof Value.Call last)) {
      return;
    }
    List<Value.Call> chain = Chain.calls(last);
    Value.Call first = chain.get(0);
    Table table = null;
    try {
      if (first.receiver() instanceof Table known) {
        table = known;
        table(table, chain);
      } else if (isOwn(first) && first.name().equals("table")) {
        table =
            new Table(
                Sql.needed(first.argument("tableName", 0), "the table's name"),
                first.argument("options", 1),
                first.span());
        tables.add(table);
        table(table, chain.subList(1, chain.size()));
      } else if (isOwn(first)) {
        own(first, chain);
      }
    } catch (UnreadException unread) {
      transcript.unread(last.span(), unread.getMessage());
    }
    followed = node;
    result = table;
  }

  private static boolean isOwn(Value.Call call) {
    return call.receiver() instanceof Value.Name name && name.name().equals("$this");
  }

  private void table(Table table, List<Value.Call> chain) {
    for (Value.Call call : chain) {
      Span place = place(call);
      switch (call.name()) {
        case "create" -> create(table, call.span());
        case "update", "saveData" -> table.update(transcript, call.span());
        case "save" -> save(table, call.span());
        case "truncate" ->
            transcript.send(
                place, "TRUNCATE TABLE " + Sql.quote(table.name()) + " RESTART IDENTITY");
        default -> {
          try {
            if (!ASKING.contains(call.name()) && !calls.note(table, call, place)) {
              throw new UnreadException(call.name() + " is a call that is not known");
            }
          } catch (UnreadException unread) {
            transcript.unread(place, unread.getMessage());
          }
        }
      }
    }
  }

  /** A call without what it is chained to. */
  private Span place(Value.Call call) {
    if (call.receiver() == null) {
      return call.span();
    }
    int start = call.receiver().span().end();
    if (start < call.span().start() || start > call.span().end()) {
      return call.span();
    }
    start = file.text().indexOf(call.name(), start);
    return start < 0 ? call.span() : file.span(start, call.span().end());
  }

  private void create(Table table, Span whole) {
    table.create(transcript, whole);
    made.add(table.name());
  }

  /** Phinx asks the database whether the table is there. */
  private void save(Table table, Span whole) {
    if (!made.contains(table.name()) && table.looksNew(saysNew)) {
      create(table, whole);
    } else {
      table.update(transcript, whole);
    }
  }

  private static Value first(Value.Call call) {
    return call.arguments().isEmpty() ? null : call.arguments().get(0);
  }

  private void own(Value.Call call, List<Value.Call> chain) {
    Value first = first(call);
    switch (call.name()) {
      case "execute", "query" -> run(first, call.argument("params", 1), call.span());
      case "insert" -> {
        Table table = new Table(Sql.needed(first, "the table's name"), null, call.span());
        calls.note(table, rest(call), call.span());
        table.update(transcript, call.span());
      }
      case "dropTable" ->
          transcript.send(
              call.span(), "DROP TABLE " + Sql.quote(Sql.needed(first, "the table's name")));
      case "createSchema" -> schema("CREATE SCHEMA IF NOT EXISTS ", first, "", call.span());
      case "dropSchema" -> schema("DROP SCHEMA IF EXISTS ", first, " CASCADE", call.span());
      case "getQueryBuilder", "getUpdateBuilder", "getDeleteBuilder", "getInsertBuilder" ->
          RowQuery.sql(chain).ifPresent(sql -> transcript.send(chain.getLast().span(), sql));
      case "getAdapter" -> adapter(chain);
      default -> {
        if (method(call.name()) != null) {
          enter(call.name(), call);
        } else if (!HARMLESS.contains(call.name())) {
          transcript.unread(call.span(), call.name() + " is a method of another file");
        }
      }
    }
  }

  private void run(Value sql, Value parameters, Span place) {
    if (sql == null) {
      throw new UnreadException("the SQL is built at run time");
    }
    String text = sql.text() == null ? "" : sql.text().strip().toUpperCase(Locale.ROOT);
    if (TRANSACTIONS.contains(text) && !transcript.repeats()) {
      stretches.begin(!text.equals("COMMIT"));
    } else if (parameters == null || sql.text() == null) {
      transcript.run(sql);
    } else {
      List<String> literals = parameters.items().stream().map(Sql::literal).toList();
      transcript.run(Parameters.filled(sql.text(), literals, place));
    }
  }

  private static Value.Call rest(Value.Call call) {
    List<Value> arguments = call.arguments();
    return new Value.Call(
        call.name(),
        call.receiver(),
        arguments.subList(Math.min(1, arguments.size()), arguments.size()),
        call.named(),
        call.complete(),
        call.span());
  }

  private void schema(String words, Value name, String rest, Span place) {
    transcript.send(place, words + Sql.quote(Sql.needed(name, "the schema's name")) + rest);
  }

  /** The transaction may be left and entered again by the adapter. */
  private void adapter(List<Value.Call> chain) {
    Value.Call last = chain.get(chain.size() - 1);
    switch (last.name()) {
      case "beginTransaction" -> stretches.begin(true);
      case "commitTransaction" -> stretches.begin(false);
      case "exec", "query" -> run(first(last), null, last.span());
      case "execute" -> {
        Value.Call prepared =
            chain.stream().filter(c -> c.name().equals("prepare")).findFirst().orElse(null);
        boolean own = prepared == null;
        Value none = new Value.Many(List.of(), last.span());
        run(first(own ? last : prepared), own ? last.argument("params", 1) : none, last.span());
      }
      default -> {}
    }
  }
}
