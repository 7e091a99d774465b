package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.migration.FlywayStatements;
import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Session;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Facts about CONCURRENTLY: who says it, who could, and where it would run. */
final class ConcurrencyFacts {

  private ConcurrencyFacts() {}

  static List<Fact> all() {
    return List.of(
        flag("concurrently", "it says CONCURRENTLY", c -> says(c.operation())),
        flag(
            "concurrently.possible",
            "the database takes it with CONCURRENTLY, in a migration of its own, and does the same",
            ConcurrencyFacts::possible),
        text(
            "statement.concurrently",
            "the statement with CONCURRENTLY where it belongs",
            ConcurrencyFacts::made),
        text(
            "statement.concurrently-here",
            "the same, where it would run outside a transaction with the file as it is",
            c -> possible(c) && runsOutside(c) ? made(c) : null));
  }

  static boolean says(Operation operation) {
    return switch (operation) {
      case Operation.CreateIndex o -> o.concurrently();
      case Operation.DropIndex o -> o.concurrently();
      case Operation.Reindex o -> o.concurrently();
      case Operation.DetachPartition o -> o.concurrently();
      case Operation.RefreshView o -> o.concurrently();
      default -> false;
    };
  }

  private static boolean possible(Context context) {
    Operation said = saying(context.operation());
    return said != null
        && !passesOver(said)
        && context
                .situation()
                .dialect()
                .effect(said, context.before(), Session.fresh(false))
                .refusal()
            == null;
  }

  /** REINDEX SCHEMA CONCURRENTLY warns and leaves every table of the catalog out. */
  private static boolean passesOver(Operation operation) {
    return operation instanceof Operation.Reindex o
        && o.what() == Operation.ObjectKind.SCHEMA
        && o.name().local().equals("pg_catalog");
  }

  private static Operation saying(Operation operation) {
    return switch (operation) {
      case Operation.CreateIndex o ->
          new Operation.CreateIndex(
              o.index(),
              o.table(),
              o.unique(),
              true,
              o.ifNotExists(),
              o.only(),
              o.nullsNotDistinct(),
              o.method(),
              o.keys(),
              o.include(),
              o.where(),
              o.span());
      case Operation.DropIndex o ->
          new Operation.DropIndex(o.index(), true, o.ifExists(), false, o.span());
      case Operation.Reindex o -> new Operation.Reindex(o.what(), o.name(), true, o.span());
      case Operation.DetachPartition o ->
          new Operation.DetachPartition(o.table(), o.partition(), true, o.finalizing(), o.span());
      case Operation.RefreshView o ->
          new Operation.RefreshView(o.view(), true, o.withData(), o.span());
      default -> null;
    };
  }

  /**
   * Whether it is sent by itself. Flyway does that for a file of this statement alone, if nothing
   * of its own keeps the statement waiting.
   */
  private static boolean runsOutside(Context context) {
    Migration migration = context.here().migration();
    boolean flyway =
        migration.framework().equals(Framework.FLYWAY.id())
            && FlywayStatements.concurrentIndex(saying(context.operation()));
    boolean alone = migration.statements().size() == 1;
    boolean waits =
        FlywayFacts.lockWaits(context) && !(context.operation() instanceof Operation.DropIndex);
    return (!context.here().inTransaction() || flyway && alone) && !waits;
  }

  /** CONCURRENTLY comes right after the word INDEX, and for REINDEX after the kind of object. */
  private static String made(Context context) {
    Statement statement = context.here().statement();
    String text = statement.sql();
    if (says(context.operation())) {
      return text;
    }
    return switch (context.operation()) {
      case Operation.CreateIndex o -> after("INDEX", 0, text);
      case Operation.DropIndex o when statement.operations().size() > 1 || o.cascade() ->
          // It drops one index at a time, and nothing else.
          "DROP INDEX CONCURRENTLY " + (o.ifExists() ? "IF EXISTS " : "") + o.index().sql();
      case Operation.DropIndex o -> after("INDEX", 0, text);
      case Operation.RefreshView o -> after("VIEW", 0, text);
      case Operation.Reindex o -> after(o.what().name(), behindOptions(text), text);
      case Operation.DetachPartition o -> text + " CONCURRENTLY";
      default -> null;
    };
  }

  private static String after(String word, int from, String text) {
    int at = text.toUpperCase(Locale.ROOT).indexOf(word, from);
    int end = at + word.length();
    return at < 0 ? null : text.substring(0, end) + " CONCURRENTLY" + text.substring(end);
  }

  private static int behindOptions(String text) {
    int word = "REINDEX".length();
    return text.substring(word).strip().startsWith("(") ? text.indexOf(')') : word;
  }
}
