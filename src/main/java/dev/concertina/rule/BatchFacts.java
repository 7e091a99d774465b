package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Facts that turn a change of rows into one that goes in batches: a range of the key from {@code
 * :last} to {@code :next} each, with a commit after it. A row that is done is passed over.
 */
final class BatchFacts {

  private BatchFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "rows.batchable",
            "it changes rows of one table by what stands in them, so that batches can do it",
            c -> condition(c, c.operation()) != null),
        text("rows.batch", "the statement for one batch", c -> batch(c, c.operation())),
        text(
            "rows.remaining",
            "the query that counts the rows that still need the change",
            c -> remaining(c, c.operation())),
        text(
            "before.sql",
            "the table for a copy of the rows, quoted for SQL",
            c -> c.target() == null ? null : before(c.target()).sql()),
        text(
            "rows.save",
            "the statement that copies a batch of them before they change",
            BatchFacts::save));
  }

  /** Null when the operation can't go in batches: it reads other tables, or can't be repeated. */
  static String batch(Context context, Operation operation) {
    String condition = condition(context, operation);
    if (condition == null) {
      return null;
    }
    String where = " WHERE " + range(context, operation.target()) + condition + ";";
    return operation instanceof Operation.Update update
        ? "UPDATE " + rows(operation) + " SET " + assignments(update) + where
        : "DELETE FROM " + rows(operation) + where;
  }

  static String remaining(Context context, Operation operation) {
    String condition = condition(context, operation);
    String where =
        condition == null || condition.isEmpty() ? "" : " WHERE " + condition.substring(5);
    return condition == null ? null : "SELECT count(*) FROM " + rows(operation) + where + ";";
  }

  /** The table with the alias that the conditions go by. */
  private static String rows(Operation operation) {
    String alias =
        switch (operation) {
          case Operation.Update update -> update.alias();
          case Operation.Delete delete -> delete.alias();
          default -> null;
        };
    String table = operation.target().sql();
    return alias == null ? table : table + " AS " + Identifier.quote(alias);
  }

  private static String save(Context context) {
    Operation operation = context.operation();
    String condition = condition(context, operation);
    if (condition == null) {
      return null;
    }
    Name table = operation.target();
    return "INSERT INTO "
        + before(table).sql()
        + " SELECT * FROM "
        + rows(operation)
        + " WHERE "
        + range(context, table)
        + condition
        + " ON CONFLICT DO NOTHING;";
  }

  private static Name before(Name table) {
    return table.sibling(table.local() + "_before");
  }

  private static String assignments(Operation.Update update) {
    return update.assignments().stream()
        .map(a -> Identifier.quote(a.column()) + " = " + a.value().text())
        .collect(Collectors.joining(", "));
  }

  private static String range(Context context, Name table) {
    return range(SchemaFacts.key(context.before().table(table)));
  }

  /** The rows of one batch. */
  static String range(String column) {
    String key = Identifier.quote(column);
    return key + " > :last AND " + key + " <= :next";
  }

  /** What a row that still needs the change fulfils, each part behind an AND; null for none. */
  private static String condition(Context context, Operation operation) {
    return switch (operation) {
      case Operation.Delete delete when delete.using().isEmpty() -> where(delete.where());
      case Operation.Update update when update.from().isEmpty() && repeatable(update) ->
          where(update.where()) + stillOther(update);
      default -> null;
    };
  }

  private static String where(Expression where) {
    return where == null || where.detail().alwaysTrue() ? "" : " AND (" + where.text() + ")";
  }

  /** Whether a value that was computed from other columns comes out the same again. */
  private static boolean repeatable(Operation.Update update) {
    List<String> written = update.assignments().stream().map(Operation.Assignment::column).toList();
    return update.assignments().stream()
        .map(a -> a.value().detail())
        .allMatch(
            value ->
                value.understood()
                    && value.columns().stream().noneMatch(written::contains)
                    && value.functions().stream().noneMatch(BatchFacts::differs));
  }

  private static boolean differs(String function) {
    return function.startsWith("gen_random")
        || List.of("random", "clock_timestamp", "nextval", "now").contains(function);
  }

  private static String stillOther(Operation.Update update) {
    boolean one = update.assignments().size() == 1;
    String columns =
        update.assignments().stream()
            .map(a -> Identifier.quote(a.column()))
            .collect(Collectors.joining(", "));
    String values =
        update.assignments().stream()
            .map(a -> one ? "(" + a.value().text() + ")" : a.value().text())
            .collect(Collectors.joining(", "));
    return one
        ? " AND " + columns + " IS DISTINCT FROM " + values
        : " AND (" + columns + ") IS DISTINCT FROM (" + values + ")";
  }
}
