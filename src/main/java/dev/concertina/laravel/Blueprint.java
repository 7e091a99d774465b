package dev.concertina.laravel;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Chain;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a closure of {@code Schema::create} or {@code Schema::table} asks for, and the statements
 * that Laravel makes of it when the closure is done: the columns first, then the commands in their
 * order, then the indexes that columns bring along.
 */
final class Blueprint {

  /**
   * A statement.
   *
   * @param sql null for what is not known
   */
  record Sent(Span place, String sql, String reason) {}

  /** Settings that PostgreSQL has nothing to do with. */
  private static final Set<String> IGNORED =
      Set.of("engine", "charset", "collation", "temporary", "getTable", "getColumns");

  private final String table;
  private final boolean creates;
  private final List<Column> columns = new ArrayList<>();
  private final List<Sent> commands = new ArrayList<>();

  Blueprint(String table, boolean creates) {
    this.table = table;
    this.creates = creates;
  }

  /** A call on the variable of the closure, with those that are chained to it. */
  void add(Value.Call call) {
    List<Value.Call> calls = Chain.calls(call);
    Value.Call first = calls.get(0);
    List<Value.Call> modifiers = calls.subList(1, calls.size());
    List<Column> added = ColumnTypes.columns(table, first, modifiers);
    if (!added.isEmpty()) {
      columns.addAll(added);
      bringAlong(added, first, modifiers);
    } else if (!IGNORED.contains(first.name())) {
      command(first, modifiers, call.span());
    }
  }

  /** A key or index that Laravel notes at once, before the commands that follow. */
  private void bringAlong(List<Column> added, Value.Call call, List<Value.Call> modifiers) {
    List<String> names = added.stream().map(Column::name).toList();
    if (call.name().endsWith("orphs")) {
      String index = Commands.key(table, "index", names, null, null);
      commands.add(new Sent(call.span(), index, null));
    } else {
      ForeignKey.of(table, names, null, modifiers)
          .ifPresent(key -> commands.add(new Sent(key(modifiers), key.sql(table), null)));
    }
  }

  /** Where a foreign key is asked for, which is not where its column is. */
  private static Span key(List<Value.Call> modifiers) {
    return modifiers.stream()
        .filter(call -> call.name().equals("constrained") || call.name().equals("references"))
        .map(Value.Call::span)
        .findFirst()
        .orElseThrow();
  }

  private void command(Value.Call call, List<Value.Call> modifiers, Span span) {
    Commands known = new Commands(table, call, modifiers);
    List<String> sql = known.sql();
    if (sql.isEmpty()) {
      commands.add(new Sent(span, null, call.name() + " is a call that is not known"));
    }
    sql.forEach(one -> commands.add(new Sent(span, one, null)));
  }

  /** The statements in the order in which they are sent. */
  List<Sent> sql(Span whole) {
    List<Sent> sent = new ArrayList<>();
    String name = Names.quote(table);
    List<Column> added = columns.stream().filter(column -> !column.changes()).toList();
    if (creates) {
      List<String> definitions = added.stream().map(Column::definition).toList();
      String list = String.join(", ", definitions);
      sent.add(new Sent(whole, "create table " + name + " (" + list + ")", null));
    } else {
      for (Column column : added) {
        sent.add(
            new Sent(
                column.place(),
                "alter table " + name + " add column " + column.definition(),
                null));
      }
    }
    columns.stream()
        .filter(Column::changes)
        .forEach(
            c -> sent.add(new Sent(c.place(), "alter table " + name + " " + c.change(), null)));
    sent.addAll(commands);
    for (Column column : columns) {
      column.commands(table).forEach(sql -> sent.add(new Sent(column.place(), sql, null)));
    }
    return sent;
  }
}
