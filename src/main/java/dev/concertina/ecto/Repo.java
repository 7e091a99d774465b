package dev.concertina.ecto;

import dev.concertina.schema.Span;
import dev.concertina.syntax.ElixirValues.Function;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What a migration asks a repo for itself: queries, and changes of rows. */
final class Repo {

  private static final Set<String> READS =
      Set.of(
          "all",
          "one",
          "one!",
          "get",
          "get!",
          "get_by",
          "get_by!",
          "exists?",
          "aggregate",
          "stream",
          "preload",
          "config",
          "reload",
          "reload!",
          "in_transaction?",
          "checkout",
          "put_dynamic_repo",
          "get_dynamic_repo",
          "__adapter__",
          "start_link",
          "to_sql",
          "all_by");

  private static final Set<String> SQL = Set.of("query", "query!", "query_many", "query_many!");

  private final SourceFile file;
  private final Scope scope;
  private final Sent sent;

  Repo(SourceFile file, Scope scope, Sent sent) {
    this.file = file;
    this.scope = scope;
    this.sent = sent;
  }

  /**
   * Notes what a call of a repo sends; false where it is none.
   *
   * @param pass goes through a function that is handed over
   */
  boolean send(Value.Call call, BiConsumer<Function, List<Value>> pass) {
    int dot = call.name().lastIndexOf('.');
    String module = dot < 0 ? "" : call.name().substring(0, dot);
    String method = call.name().substring(dot + 1);
    boolean adapter = module.equals("Ecto.Adapters.SQL") || module.equals("SQL");
    boolean own = call.receiver() instanceof Value.Call on && on.name().equals("repo");
    if (!adapter && !own && !module.endsWith("Repo")) {
      return false;
    }
    List<Value> given = call.arguments();
    int first = adapter ? 1 : 0;
    Value about = first < given.size() ? given.get(first) : new Value.Unknown("", call.span());
    if (SQL.contains(method)) {
      sent.now(() -> sent.transcript().run(about));
    } else if (method.equals("transaction")
        || method.equals("transact")
        || method.equals("checkout")) {
      if (about instanceof Function function) {
        pass.accept(function, List.of());
      } else {
        unread(call.span(), "a transaction is put together elsewhere");
      }
    } else if (!READS.contains(method)) {
      rows(call, method, about, given);
    }
    return true;
  }

  private void rows(Value.Call call, String method, Value about, List<Value> given) {
    try {
      String sql = new Query(file, scope).change(method, about, call);
      sent.now(() -> sent.transcript().send(call.span(), sql));
    } catch (UnreadException unread) {
      unread(call.span(), unread.getMessage());
    }
  }

  private void unread(Span place, String reason) {
    sent.now(() -> sent.transcript().unread(place, reason));
  }
}
