package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.migration.Transactions.Run;
import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Index;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Table;
import dev.concertina.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Facts about IF [NOT] EXISTS where it makes a statement succeed and do nothing. */
final class NoOpFacts {

  private NoOpFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "exists.other-shape",
            "IF NOT EXISTS of something that exists with another shape",
            c -> present(c) != null),
        flag(
            "index.exists",
            "IF NOT EXISTS of an index that is there: nothing is built",
            c ->
                c.operation() instanceof Operation.CreateIndex o
                    && o.ifNotExists()
                    && o.index() != null
                    && c.before().index(o.index()).isPresent()),
        text("exists.as", "what is there already, in words", NoOpFacts::present),
        flag(
            "exists.never",
            "IF EXISTS of something that a known history never had",
            c -> missing(c) != null),
        text("exists.missing", "what is not there, in words", NoOpFacts::missing),
        text(
            "exists.meant",
            "what is there under a name that is nearly the same",
            NoOpFacts::meant));
  }

  private static String present(Context context) {
    Schema before = context.before();
    return switch (context.operation()) {
      case Operation.AddColumn o when o.ifNotExists() ->
          before
              .table(o.table())
              .flatMap(t -> t.column(o.column().name()))
              .filter(there -> !alike(there, o))
              .map(there -> "the column `" + declaration(there) + "`")
              .orElse(null);
      case Operation.CreateTable o when o.ifNotExists() ->
          before.table(o.table()).map(there -> difference(there, o)).orElse(null);
      case Operation.CreateIndex o when o.ifNotExists() && o.index() != null ->
          before
              .index(o.index())
              .filter(there -> !alike(there, o))
              .map(NoOpFacts::says)
              .orElse(null);
      case Operation.CreateView o when o.ifNotExists() ->
          before
              .view(o.view())
              .filter(there -> !there.outputs().equals(View.of(o).createdIn(before).outputs()))
              .map(there -> "a view over `" + String.join(", ", there.outputs()) + "`")
              .orElse(null);
      default -> null;
    };
  }

  private static boolean alike(Column there, Operation.AddColumn add) {
    Column declared = add.column();
    return there.type().stored().equals(declared.type().stored())
        && (there.notNull() || !SchemaFacts.declaredNotNull(add))
        && there.fillsItself() == declared.fillsItself();
  }

  private static String declaration(Column column) {
    return column.name()
        + " "
        + column.type()
        + (column.notNull() ? " NOT NULL" : "")
        + (column.defaultValue() == null ? "" : " DEFAULT " + column.defaultValue());
  }

  /** What a table that is there has otherwise, or null when nothing is known to differ. */
  private static String difference(Table there, Operation.CreateTable create) {
    if (!there.complete() || !create.like().isEmpty() || create.columns().isEmpty()) {
      return null;
    }
    List<String> differences = new ArrayList<>();
    for (Column column : create.columns()) {
      Column known = there.columns().get(column.name());
      if (known == null) {
        differences.add("without `" + column.name() + "`");
      } else if (!known.type().stored().equals(column.type().stored())) {
        differences.add("with `" + column.name() + " " + known.type() + "`");
      }
    }
    for (String column : there.columns().keySet()) {
      if (create.columns().stream().noneMatch(c -> c.name().equals(column))) {
        differences.add("with `" + column + "`");
      }
    }
    return differences.isEmpty()
        ? null
        : "a table of that name "
            + String.join(", ", differences.subList(0, Math.min(3, differences.size())));
  }

  private static boolean alike(Index there, Operation.CreateIndex create) {
    return there.table().equals(create.table())
        && there.unique() == create.unique()
        && words(there.keys()).equals(words(create.keys()))
        && (there.where() == null) == (create.where() == null);
  }

  private static List<String> words(List<String> keys) {
    return keys.stream().map(k -> k.replace(" ", "").toLowerCase(Locale.ROOT)).toList();
  }

  private static String says(Index there) {
    return "the "
        + (there.unique() ? "unique " : "")
        + "index `"
        + there.name()
        + "` on `"
        + there.table()
        + " ("
        + String.join(", ", there.keys())
        + ")`";
  }

  private static String missing(Context context) {
    Operation operation = context.operation();
    return switch (operation) {
      case Operation.DropColumn o
          when o.ifExists()
              && lacks(context, t -> t.column(o.column()).isPresent())
              && !next(
                  context,
                  next ->
                      next instanceof Operation.AddColumn add
                          && add.table().equals(o.table())
                          && add.column().name().equals(o.column())) ->
          "column `" + o.column() + "` in `" + o.table() + "`";
      case Operation.DropConstraint o
          when o.ifExists()
              && lacks(context, t -> t.constraint(o.constraint()).isPresent())
              && !next(
                  context,
                  next ->
                      next instanceof Operation.AddConstraint add
                          && add.table().equals(o.table())
                          && o.constraint().equals(add.constraint().name())) ->
          "constraint `" + o.constraint() + "` in `" + o.table() + "`";
      case Operation.DropTrigger o
          when o.ifExists()
              && lacks(context, t -> t.triggers().contains(o.trigger()))
              && !next(
                  context,
                  next ->
                      next instanceof Operation.CreateTrigger create
                          && create.table().equals(o.table())
                          && create.trigger().equals(o.trigger())) ->
          "trigger `" + o.trigger() + "` on `" + o.table() + "`";
      default -> null;
    };
  }

  private static String meant(Context context) {
    if (missing(context) == null) {
      return null;
    }
    Table table = context.table().orElseThrow();
    return switch (context.operation()) {
      case Operation.DropColumn o ->
          Spelling.nearest(o.column(), table.columns().keySet()).orElse(null);
      case Operation.DropConstraint o ->
          Spelling.nearest(
                  o.constraint(), table.constraints().stream().map(Constraint::name).toList())
              .orElse(null);
      case Operation.DropTrigger o -> Spelling.nearest(o.trigger(), table.triggers()).orElse(null);
      default -> null;
    };
  }

  /** Whether the table is wholly known and lacks something, before the change and now. */
  private static boolean lacks(Context context, Predicate<Table> has) {
    List<Table> known =
        Stream.of(context.situation().base(), context.before())
            .flatMap(schema -> schema.table(context.target()).stream())
            .toList();
    return !known.isEmpty() && known.stream().allMatch(t -> t.complete() && !has.test(t));
  }

  /** What is dropped if it is there, so that the same migration can create it. */
  private static boolean next(Context context, Predicate<Operation> creates) {
    return context.later().stream()
        .filter(run -> run.migration() == context.here().migration())
        .map(Run::operation)
        .anyMatch(creates);
  }
}
