package dev.concertina.rails;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows what a migration calls on itself, on its connection and on the tables of its blocks. */
final class OwnCalls {

  /** Those whose block is followed as if it stood there by itself. */
  private static final Set<String> AROUND =
      Words.of(
          "safety_assured say_with_time suppress_messages with_lock_retries",
          "disable_statement_timeout without_statement_timeout tap then",
          "without_locking no_touching unscoped uncached silence_stream");

  private static final Set<String> RUNNING =
      Words.of(
          "execute exec_query exec_update exec_delete exec_insert select_all select_value",
          "select_values select_one select_rows query query_value query_values",
          "update delete insert execute_batch");

  /** What does nothing to the database. */
  private static final Set<String> HARMLESS =
      Words.of(
          "say puts p pp print raise fail require require_relative sleep announce write",
          "reset_column_information clear_cache! freeze private public protected",
          "include extend disable_ddl_transaction! enable_lock_retries! milestone",
          "schema_search_path= verbose= binding reload_type_map attr_accessor",
          "restrict_gitlab_migration abort loop warn version connection");

  private final CodeReader code;
  private final SourceFile file;
  private final MigrationClass migration;
  private final CodeValues values;
  private final Outcome outcome;
  private final SchemaCalls schema;
  private final TableCalls tables;
  private final BatchCalls batches;

  OwnCalls(
      CodeReader code,
      SourceFile file,
      MigrationClass migration,
      CodeValues values,
      Outcome outcome) {
    this.code = code;
    this.file = file;
    this.migration = migration;
    this.values = values;
    this.outcome = outcome;
    schema = new SchemaCalls(migration.version());
    tables = new TableCalls(migration.version(), schema);
    batches = new BatchCalls(outcome);
  }

  Outcome outcome() {
    return outcome;
  }

  /** Whether a call does something of its own where its value is used. */
  boolean isEffect(Node call) {
    String method = method(call);
    return isOwn(call)
        ? schema.knows(method)
            || RUNNING.contains(method)
            || AROUND.contains(method)
            || method.equals("transaction")
            || migration.methods().containsKey(method)
        : call.child("block") != null;
  }

  private String method(Node node) {
    Node method = node.is("call") ? node.child("method") : node;
    return method == null ? "" : file.text(method);
  }

  private boolean isOwn(Node node) {
    Node receiver = node.is("call") ? node.child("receiver") : null;
    if (receiver == null || receiver.is("self")) {
      return true;
    }
    String on = file.text(receiver);
    return on.equals("connection")
        || on.endsWith(".connection")
        || on.endsWith(".lease_connection")
        || on.equals("ActiveRecord::Base")
        || on.equals("ApplicationRecord");
  }

  /** Follows a call that is on no model. */
  void follow(Node node) {
    String method = method(node);
    if (!isOwn(node)) {
      other(node, method);
    } else if (code.scope().get(method) == null || node.child("block") != null) {
      own(node, method);
    }
  }

  private void own(Node node, String method) {
    switch (method) {
      case "create_table", "create_join_table", "change_table" ->
          described(node, tables.of(Arguments.of(values.call(node))));
      case "reversible" -> code.inside(node, new Binding.Direction());
      case "up_only" -> code.onlyUp(node);
      case "transaction" -> transaction(node);
      case "revert" ->
          outcome.unread(file.span(node), "revert does the opposite of what stands elsewhere");
      default -> {
        if (RUNNING.contains(method)) {
          run(node, method);
        } else if (schema.knows(method)) {
          Arguments given = Arguments.of(values.call(node));
          send(schema, given);
          noteWay(OneWayCalls.isOneWay(given, node.child("block") != null), given);
        } else if (batches.knows(method)) {
          batches.follow(Arguments.of(values.call(node)));
        } else if (AROUND.contains(method)) {
          code.inside(node);
        } else if (!code.call(method, node) && !isHarmless(method)) {
          unknown(node, method);
        }
      }
    }
  }

  private static boolean isHarmless(String method) {
    return HARMLESS.contains(method) || method.endsWith("?") || method.startsWith("quote");
  }

  private void unknown(Node node, String method) {
    outcome.unread(file.span(node), "what " + method + " does stands in another file");
  }

  private void send(SchemaCalls calls, Arguments given) {
    for (Sent sent : calls.send(given)) {
      outcome.send(given.span(), sent.statement());
    }
  }

  private void run(Node node, String method) {
    Value.Call call = values.call(node);
    boolean none = call.arguments().isEmpty();
    if (none) {
      unknown(node, method);
    } else {
      outcome.run(call.arguments().get(0));
      noteWay(OneWayCalls.isOneWay(Arguments.of(call), false), Arguments.of(call));
    }
  }

  private void transaction(Node node) {
    Span span = file.span(node);
    boolean opens = !outcome.transactional() && node.child("block") != null;
    Node name = node.is("call") ? node.child("method") : node;
    if (opens) {
      outcome.send(file.span(name), "BEGIN");
    }
    code.inside(node);
    if (opens) {
      outcome.send(end(span), "COMMIT");
    }
  }

  /** The last character of a span. */
  private static Span end(Span span) {
    return new Span(
        span.end() - 1,
        span.end(),
        span.endLine(),
        Math.max(1, span.endColumn()),
        span.endLine(),
        span.endColumn());
  }

  private void described(Node node, TableBlock table) {
    code.inside(node, new Binding.Table(table));
    for (TableBlock.Placed placed : table.end()) {
      outcome.send(placed.span(), placed.sent().statement());
    }
  }

  /** A call on something else: the table of a block, a direction, a list, or what is not known. */
  private void other(Node node, String method) {
    Node receiver = node.child("receiver");
    Binding on = code.scope().get(file.text(receiver));
    if (on instanceof Binding.Table table) {
      onTable(node, method, table.block());
    } else if (on instanceof Binding.Direction) {
      if (method.equals("up")) {
        code.onlyUp(node);
      }
    } else if (method.equals("transaction")) {
      transaction(node);
    } else if (node.child("block") != null) {
      turns(node, values.value(receiver));
    } else if (!isQuiet(receiver, method)) {
      unknown(node, file.text(receiver) + "." + method);
    }
  }

  private void onTable(Node node, String method, TableBlock table) {
    if (!table.knows(method)) {
      if (!isHarmless(method)) {
        unknown(node, "t." + method);
      }
      return;
    }
    Arguments given = Arguments.of(values.call(node));
    table.call(given);
    noteWay(OneWayCalls.isOneWayOnTable(given), given);
  }

  private void noteWay(boolean oneWay, Arguments call) {
    if (oneWay && code.isTurnedRound()) {
      outcome.oneWay(call.method(), call.span());
    }
  }

  /** What is called on Rails itself, on files or on values changes no table. */
  private boolean isQuiet(Node receiver, String method) {
    Node root = receiver;
    while (root.is("call") && root.child("receiver") != null) {
      root = root.child("receiver");
    }
    String name = file.text(root);
    boolean value = values.value(receiver) instanceof Value.Many || !root.is("constant");
    return isHarmless(method)
        || Set.of("Rails", "ENV", "I18n", "Time", "Date", "File", "Kernel", "$stdout", "STDOUT")
            .contains(name)
        || value && !RowCalls.writes(method) && !method.endsWith("!");
  }

  /** A block that runs for each entry of a list, or some times. */
  private void turns(Node node, Value over) {
    List<? extends Binding> known = entries(over);
    boolean indexed = method(node).equals("each_with_index");
    if (known.isEmpty()) {
      code.scope().enterLoop();
      code.inside(node, Binding.OTHER);
      code.scope().leaveLoop();
      return;
    }
    for (Binding turn : known) {
      if (indexed) {
        code.inside(node, turn, Binding.OTHER);
      } else {
        code.inside(node, turn);
      }
    }
  }

  private static List<? extends Binding> entries(Value over) {
    return switch (over) {
      case Value.Many many -> many.items().stream().map(Binding.Plain::new).toList();
      case Value.Mapping mapping ->
          mapping.entries().stream().map(OwnCalls::pair).map(Binding.Plain::new).toList();
      default -> List.of();
    };
  }

  private static Value pair(Map.Entry<Value, Value> entry) {
    Span span = entry.getKey().span().to(entry.getValue().span());
    return new Value.Many(List.of(entry.getKey(), entry.getValue()), span);
  }

  /** {@code for x in list}. */
  void forLoop(Node node) {
    Node over = node.child("value");
    Node list = over == null || over.parts().isEmpty() ? over : over.parts().get(0);
    List<? extends Binding> turns = list == null ? List.of() : entries(values.value(list));
    String name = node.child("pattern") == null ? "" : file.text(node.child("pattern"));
    for (Binding turn : turns.isEmpty() ? List.of(Binding.OTHER) : turns) {
      code.scope().put(name, turn);
      code.block(node.child("body"));
    }
  }
}
