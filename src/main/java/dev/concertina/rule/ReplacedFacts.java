package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Domain;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.RoutineChange;
import dev.concertina.schema.View;
import dev.concertina.schema.ViewChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Facts about a view or routine that takes the name of one that was there before the change,
 * whether by OR REPLACE or because the change dropped that one, and about a column's collation.
 */
final class ReplacedFacts {

  private ReplacedFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "view.changes",
            "the view of this name offered the running version something else",
            c -> view(c).any()),
        flag(
            "view.grows",
            "the view of this name gets more columns at its end",
            ReplacedFacts::viewGrows),
        list("view.lost", "the columns that it no longer has", c -> view(c).lost()),
        list("view.moved", "the columns that stand at another place", c -> view(c).moved()),
        list("view.retyped", "the columns of another type", c -> view(c).retyped()),
        list(
            "routine.changes",
            "what callers of this name meet changed: arguments, result, volatility",
            c -> routine(c).map(RoutineChange::parts).orElse(List.of())),
        flag(
            "routine.changed",
            "callers of this name meet something else",
            c -> routine(c).isPresent()),
        flag(
            "routine.refused",
            "OR REPLACE can't change it so",
            c -> routine(c).filter(r -> refused(c, r)).isPresent()),
        flag(
            "routine.calmer",
            "nothing changes but that it is less volatile",
            c -> routine(c).filter(r -> calmer(c, r)).isPresent()),
        text(
            "routine.before",
            "the routine before the change, as name(arguments)",
            c -> routine(c).map(r -> call(r.before())).orElse(null)),
        text(
            "routine.consequence",
            "what becomes of calls that were written for it, in sentences",
            c -> routine(c).map(r -> consequence(c, r)).orElse(null)),
        flag(
            "collation.changes",
            "the column is compared and sorted in another way",
            ReplacedFacts::collationChanges),
        text(
            "collation.before",
            "the column's collation",
            c -> collationChanges(c) ? collation(c).orElse("the default") : null),
        text(
            "collation.after",
            "the collation that it gets",
            c -> newCollation(c).orElse("the default")),
        flag(
            "collation.refresh",
            "it records the version of a collation anew",
            c -> refreshed(c) != null),
        text(
            "collation.refreshed",
            "whose collation version is recorded anew, in words",
            ReplacedFacts::refreshed),
        text(
            "collation.sql",
            "the new collation, quoted for SQL",
            c -> newCollation(c).map(ReplacedFacts::quoted).orElse(null)));
  }

  private static ViewChange view(Context context) {
    return context.operation() instanceof Operation.CreateView created
            && !created.ifNotExists()
            && context.existing(created.view())
        ? ViewChange.of(created, context.situation().base(), context.before())
        : ViewChange.NONE;
  }

  private static boolean viewGrows(Context context) {
    return context.operation() instanceof Operation.CreateView created
        && context.existing(created.view())
        && context
            .before()
            .view(created.view())
            .map(View::outputs)
            .filter(outputs -> !outputs.isEmpty() && !outputs.contains("*"))
            .map(o -> View.of(created).createdIn(context.before()).outputs().size() > o.size())
            .orElse(false);
  }

  private static Optional<RoutineChange> routine(Context context) {
    return context.operation() instanceof Operation.CreateRoutine created
            && context.existing(created.name())
        ? RoutineChange.of(created, context.situation().base(), context.before())
        : Optional.empty();
  }

  private static boolean calmer(Context context, RoutineChange change) {
    List<String> calm = List.of("immutable", "stable", "volatile");
    return change.parts().equals(List.of("volatility"))
        && context.operation() instanceof Operation.CreateRoutine created
        && calm.indexOf(created.volatility()) < calm.indexOf(change.before().volatility());
  }

  private static String call(Operation.CreateRoutine routine) {
    return routine.name() + "(" + arguments(routine) + ")";
  }

  private static String arguments(Operation.CreateRoutine routine) {
    return String.join(", ", routine.arguments());
  }

  private static boolean replaces(Context context, RoutineChange change) {
    Operation.CreateRoutine created = (Operation.CreateRoutine) context.operation();
    return context.before().routines(created.name()).contains(change.before());
  }

  private static boolean refused(Context context, RoutineChange change) {
    List<String> parts = change.parts();
    return !change.keptBeside()
        && replaces(context, change)
        && (parts.contains("result") || parts.contains(RoutineChange.ARGUMENT_NAMES));
  }

  private static String consequence(Context context, RoutineChange change) {
    Operation.CreateRoutine created = (Operation.CreateRoutine) context.operation();
    String what = change.before().what().name().toLowerCase(Locale.ROOT);
    if (change.keptBeside()) {
      return "PostgreSQL replaces a "
          + what
          + " only by one with the same arguments. It keeps the old one beside the new one: calls"
          + " of the running version go on to the old one, and one that fits both fails with `"
          + what
          + " … is not unique`.";
    }
    if (replaces(context, change) && change.parts().contains("result")) {
      return "PostgreSQL refuses this: `CREATE OR REPLACE` can't change the result of a "
          + what
          + ", so the deploy stops here. Dropped and created again, it would fail the calls of the"
          + " running version.";
    }
    if (change.parts().contains(RoutineChange.ARGUMENT_NAMES)) {
      return "PostgreSQL refuses this: `CREATE OR REPLACE` can't rename an argument of a "
          + what
          + ", so the deploy stops here. Keep the name, or drop the "
          + what
          + " first in the same transaction.";
    }
    if (change.parts().contains("arguments")) {
      return "From the moment this migration has run, a call that was written for the old arguments"
          + " fails with `"
          + what
          + " … does not exist`.";
    }
    if (change.parts().contains("result")) {
      return "From the moment this migration has run, the running version gets a result that it was"
          + " not written for.";
    }
    return "It was "
        + change.before().volatility()
        + " and becomes "
        + created.volatility()
        + ". The planner may evaluate it at other times from here on; only an immutable one may"
        + " stand in an index or a generated column, and only a volatile one may write.";
  }

  private static Optional<String> collation(Context context) {
    return SchemaFacts.column(context)
        .map(column -> collation(context, column.collation(), column.type()))
        .filter(ReplacedFacts::isSpecial);
  }

  private static Optional<String> newCollation(Context context) {
    return context.operation() instanceof Operation.ChangeType change
        ? Optional.ofNullable(collation(context, change.collation(), change.type()))
            .filter(ReplacedFacts::isSpecial)
        : Optional.empty();
  }

  /** The collation that is written, else the one that the type brings as a domain. */
  private static String collation(Context context, String written, DataType type) {
    return written != null
        ? written
        : context.before().domain(Name.parse(type.name())).map(Domain::collation).orElse(null);
  }

  private static boolean isSpecial(String collation) {
    return !collation.equals("default") && !collation.equals("pg_catalog.default");
  }

  /** A type without COLLATE goes back to its default collation. */
  private static boolean collationChanges(Context context) {
    return context.operation() instanceof Operation.ChangeType
        && (SchemaFacts.column(context).isPresent() || newCollation(context).isPresent())
        && !collation(context).equals(newCollation(context));
  }

  private static String refreshed(Context context) {
    if (!(context.operation() instanceof Operation.AlterObject o) || o.detail() == null) {
      return null;
    }
    return switch (o.detail()) {
      case "refresh version" -> "the collation `" + o.name() + "`";
      case "refresh collation version" -> "the database";
      default -> null;
    };
  }

  private static String quoted(String collation) {
    int dot = collation.indexOf('.');
    return (dot < 0
            ? Name.of(collation)
            : new Name(collation.substring(0, dot), collation.substring(dot + 1)))
        .sql();
  }
}
