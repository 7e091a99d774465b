package dev.concertina.rails;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows what is called on models and their rows. */
final class QueryCalls {

  /** What changes no row, whatever object of Rails it is called on. */
  private static final Set<String> HARMLESS =
      Set.of(
          "reset_column_information",
          "reset_counters",
          "connection",
          "load",
          "count",
          "pluck",
          "exists?",
          "columns",
          "column_names",
          "ignored_columns",
          "establish_connection",
          "clear_cache!",
          "reload");

  private final CodeReader code;
  private final SourceFile file;
  private final Scope scope;
  private final CodeValues values;
  private final Outcome outcome;
  private final Deque<String> around = new ArrayDeque<>();

  QueryCalls(CodeReader code, SourceFile file, Scope scope, CodeValues values, Outcome outcome) {
    this.code = code;
    this.file = file;
    this.scope = scope;
    this.values = values;
    this.outcome = outcome;
  }

  /** Whether a call changes rows or goes through some. */
  boolean isEffect(Node call) {
    Node receiver = call.child("receiver");
    Node method = call.child("method");
    String name = method == null ? "" : file.text(method);
    boolean may = RowCalls.writes(name) || call.child("block") != null;
    return may && receiver != null && values.rows(receiver) != null;
  }

  /** Follows a call on a model, a query or a row; false when it is on something else. */
  boolean follow(Node node) {
    Node receiver = node.is("call") ? node.child("receiver") : null;
    Node method = node.child("method");
    RowQuery query = receiver == null || method == null ? null : values.rows(receiver);
    if (query == null) {
      return false;
    }
    String name = file.text(method);
    if (name.equals("transaction")) {
      return false;
    } else if (RowCalls.iterates(name) && hasTurns(node)) {
      outcome.code(file.span(node), rows -> iterate(node, name, query, rows));
    } else if (RowCalls.writes(name)) {
      outcome.code(file.span(node), rows -> write(node, query, rows));
    } else if (values.rows(node) == null && !HARMLESS.contains(name) && !name.endsWith("?")) {
      String what = file.text(receiver) + "." + name;
      outcome.unread(file.span(node), "what " + what + " does stands in another file");
    }
    return true;
  }

  private void write(Node node, RowQuery query, RowCalls rows) {
    String from = around.isEmpty() || around.peek().equals(query.table()) ? null : around.peek();
    rows.write(query, values.call(node), scope.inLoop(), from);
    if (node.child("block") != null) {
      code.inside(node, new Binding.Rows(query));
    }
  }

  private boolean hasTurns(Node node) {
    return node.child("block") != null || symbol(node) != null;
  }

  /** The method of {@code each(&:save!)}, or null. */
  private String symbol(Node node) {
    Node arguments = node.child("arguments");
    for (Node argument : arguments == null ? List.<Node>of() : arguments.parts()) {
      if (argument.is("block_argument") && !argument.parts().isEmpty()) {
        return values.value(argument.parts().get(0)).text();
      }
    }
    return null;
  }

  private void iterate(Node node, String method, RowQuery query, RowCalls rows) {
    boolean batches = method.equals("in_batches") || method.equals("each_batch");
    RowQuery one = batches || query.batched() ? query.inBatches() : query;
    around.push(query.table());
    scope.enterLoop();
    String called = symbol(node);
    if (called == null) {
      code.inside(node, new Binding.Rows(one));
    } else if (RowCalls.writes(called)) {
      Value.Call each = new Value.Call(called, null, List.of(), Map.of(), true, file.span(node));
      rows.write(one, each, true, null);
    } else {
      rows.unread(file.span(node), "what " + called + " does stands in another file");
    }
    scope.leaveLoop();
    around.pop();
  }

  /** Notes a column of a row that is given a value: {@code user.name = …}. */
  void assign(Node left) {
    Node receiver = left.child("receiver");
    RowQuery query = receiver == null ? null : values.rows(receiver);
    if (query != null && left.child("method") != null) {
      String column = file.text(left.child("method"));
      outcome.code(file.span(left), rows -> rows.assign(column));
    }
  }
}
