package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.place;
import static dev.concertina.rule.Fact.text;

import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Facts about the two versions that run side by side. */
final class RolloutFacts {

  private RolloutFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "rollout.post-deploy",
            "it runs after all old instances are gone",
            c -> c.here().migration().postDeploy()),
        flag(
            "running.reads-break",
            "the running version's reads fail",
            c -> compatibility(c).breaksReads()),
        flag(
            "running.writes-break",
            "the running version's writes fail",
            c -> compatibility(c).breaksWrites()),
        text(
            "running.reason",
            "what goes wrong for the running version",
            c -> compatibility(c).reason()),
        flag(
            "used",
            "the version that must go on working uses it",
            c -> uses(c).stream().anyMatch(r -> !r.test())),
        flag(
            "used.generated-only",
            "only what a program writes from the database's schema still names it",
            RolloutFacts::generatedOnly),
        flag(
            "used.closed-type",
            "a program uses it whose language may have a closed type for it",
            c -> uses(c).stream().anyMatch(r -> !r.test() && r.closesTypes())),
        text(
            "used.where",
            "the first place that uses it",
            c -> uses(c).stream().findFirst().map(r -> r.file() + ":" + r.line()).orElse(null)),
        flag(
            "used.source-present",
            "there is application source to look at",
            c -> version(c).sourcePresent()),
        flag(
            "used.every-column",
            "a query of the running version returns all columns of the table or view",
            c -> !starAt(c).isEmpty()),
        text(
            "used.every-column-at",
            "the first place of such a query",
            c -> starAt(c).isEmpty() ? null : starAt(c)),
        flag(
            "used.dropped-here",
            "the running version uses it and the new version no longer does",
            RolloutFacts::lastUseRemoved),
        flag(
            "bridge.view",
            "a view with the old table name is created in the same transaction",
            RolloutFacts::bridgedTable),
        flag(
            "bridge.column",
            "the table is renamed too and a view offers both column names",
            RolloutFacts::bridgedColumn),
        flag(
            "bridge.swapped",
            "another column takes its name in the same transaction, or it takes another's",
            RolloutFacts::swapped),
        text(
            "column.taken-by",
            "the column that gets its name in the same transaction",
            c -> ColumnSwap.of(c).map(ColumnSwap::by).orElse(null)),
        flag(
            "column.taken",
            "another column gets its name in the same transaction",
            c -> ColumnSwap.of(c).isPresent()),
        flag(
            "column.exchanged",
            "two columns get each other's names in the same transaction",
            c -> ColumnSwap.of(c).filter(ColumnSwap::exchanged).isPresent()),
        flag(
            "replaced",
            "the same name is created again in the same transaction",
            RolloutFacts::replaced),
        place("replacement", "the change adds what takes its place", SuccessionFacts::replacement),
        flag(
            "default.dropped-again",
            "the change drops the default again",
            RolloutFacts::defaultDropped),
        text(
            "event",
            "what happened to the file or the suppression",
            c -> event(c, FileEvent::what)),
        flag(
            "event.checksummed",
            "the framework refuses to run after an edit",
            c -> c.event() != null && c.event().checksummed()),
        text(
            "event.detail",
            "the old name, the version, the reason",
            c -> event(c, FileEvent::detail)),
        text(
            "event.version",
            "the version that two migrations have",
            c -> detail(c, "duplicate-version")),
        text(
            "event.unfilled",
            "the field that the model lets go of, and the database can't fill in",
            c -> detail(c, "model-behind-required")),
        text(
            "event.left",
            "the field that the model lets go of, and may be left alone",
            c -> detail(c, "model-behind")),
        text(
            "event.head",
            "the migration that ends the history beside another one",
            c -> detail(c, "two-heads")),
        text(
            "event.merge",
            "the command that makes one end of two",
            c -> detail(c, "two-heads") == null ? null : merge(event(c, FileEvent::framework))),
        text(
            "event.list",
            "the framework's list that leaves the migration out",
            c -> detail(c, "unlisted")),
        text(
            "event.sums",
            "the framework's list that has another sum for the migration",
            c -> detail(c, "stale-sum")),
        text("event.framework", "the framework of the file", c -> event(c, FileEvent::framework)),
        place("event.other", "the other file", c -> event(c, FileEvent::related)));
  }

  /** What the sentence about one kind of event needs; null for the others. */
  private static String detail(Context context, String what) {
    return what.equals(event(context, FileEvent::what)) ? event(context, FileEvent::detail) : null;
  }

  private static String merge(String framework) {
    return framework.equals("alembic") ? "alembic merge heads" : "makemigrations --merge";
  }

  private static <T> T event(Context context, Function<FileEvent, T> part) {
    return context.event() == null ? null : part.apply(context.event());
  }

  /** What is looked for in the source when this operation runs, or null. */
  static Subject subject(Operation operation) {
    return switch (operation) {
      case Operation.DropColumn o -> new Subject(o.table(), o.column());
      case Operation.RenameColumn o -> new Subject(o.table(), o.column());
      case Operation.ChangeType o -> new Subject(o.table(), o.column());
      case Operation.DropDefault o -> new Subject(o.table(), o.column());
      case Operation.DropTable o -> Subject.of(o.table());
      case Operation.RenameTable o -> Subject.of(o.table());
      case Operation.DropObject o when o.name() != null -> Subject.of(o.name());
      case Operation.RenameObject o when o.name() != null -> Subject.of(o.name());
      case Operation.MoveToSchema o -> Subject.of(o.name());
      case Operation.AddEnumValue o -> Subject.queried(o.type());
      case Operation.RenameEnumValue o -> Subject.other(o.type(), o.value());
      case Operation.DropConstraint o -> Subject.other(o.table(), o.constraint());
      case Operation.CreateView o -> Subject.queried(o.view());
      case Operation.CreateRoutine o -> Subject.queried(o.name());
      case Operation.RenameConstraint o -> Subject.other(o.table(), o.constraint());
      default -> null;
    };
  }

  /** All that is looked for when this operation runs. */
  static List<Subject> subjects(Operation operation) {
    return Stream.of(subject(operation), reshaped(operation)).filter(Objects::nonNull).toList();
  }

  /** The version whose uses count: the new one once all old instances are gone. */
  static References version(Context context) {
    return context.here().migration().postDeploy()
        ? context.situation().next()
        : context.situation().running();
  }

  static List<Reference> uses(Context context) {
    Subject subject = subject(context.operation());
    if (subject == null) {
      return List.of();
    }
    boolean after = context.here().migration().postDeploy();
    return version(context).to(after ? subject : inRunning(subject, context));
  }

  /**
   * The relation whose columns change, as the source would name it in {@code SELECT *}, or null.
   */
  static Subject reshaped(Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o -> Subject.queried(o.table());
      case Operation.DropColumn o -> Subject.queried(o.table());
      case Operation.RenameColumn o -> Subject.queried(o.table());
      case Operation.CreateView o when o.orReplace() -> Subject.queried(o.view());
      default -> null;
    };
  }

  private static String starAt(Context context) {
    Subject subject = reshaped(context.operation());
    return subject == null
        ? ""
        : context.situation().running().to(inRunning(subject, context)).stream()
            .filter(place -> place.everyColumn() && !place.test())
            .findFirst()
            .map(place -> place.file() + ":" + place.line())
            .orElse("");
  }

  private static Subject inRunning(Subject subject, Context context) {
    return RunningNames.of(
        subject, context.situation().upcoming().runs().subList(0, context.here().index()));
  }

  private static boolean lastUseRemoved(Context context) {
    Subject subject = subject(context.operation());
    return subject != null
        && isUsed(context.situation().running(), inRunning(subject, context))
        && !isUsed(context.situation().next(), subject);
  }

  private static boolean isUsed(References version, Subject subject) {
    return version.to(subject).stream().anyMatch(r -> !r.test() && !r.generated());
  }

  static boolean generatedOnly(Context context) {
    List<Reference> plain = uses(context).stream().filter(r -> !r.test()).toList();
    return !plain.isEmpty() && plain.stream().allMatch(Reference::generated);
  }

  private static Compatibility compatibility(Context context) {
    return context.compatibility();
  }

  private static Optional<View> viewLater(Context context, Name name) {
    return context.laterInTransaction().stream()
        .map(Transactions.Run::operation)
        .filter(o -> o instanceof Operation.CreateView v && v.view().equals(name))
        .map(o -> (Operation.CreateView) o)
        .filter(v -> !v.materialized() && v.query().detail().onlyTable() != null)
        .map(View::of)
        .findFirst();
  }

  /**
   * Whether a view keeps a renamed table or column under the name that the running version uses.
   */
  static boolean bridged(Context context) {
    return bridgedTable(context) || bridgedColumn(context);
  }

  private static boolean bridgedTable(Context context) {
    return context.operation() instanceof Operation.RenameTable rename
        && viewLater(context, rename.table())
            .map(v -> v.query().detail().onlyTable().local().equals(rename.newName()))
            .orElse(false);
  }

  private static boolean bridgedColumn(Context context) {
    if (!(context.operation() instanceof Operation.RenameColumn rename)) {
      return false;
    }
    // The table's old name: it may have been renamed before the column, in the same transaction.
    Name old = rename.table();
    for (Occurrence earlier : context.earlierInTransaction()) {
      if (earlier.operation() instanceof Operation.RenameTable table
          && table.table().sibling(table.newName()).equals(rename.table())) {
        old = table.table();
      }
    }
    return viewLater(context, old)
        .map(View::outputs)
        .map(
            outputs ->
                outputs.contains(rename.column())
                    && (outputs.contains(rename.newName()) || outputs.contains("*")))
        .orElse(false);
  }

  private static boolean swapped(Context context) {
    return context.operation() instanceof Operation.RenameColumn rename
        && Stream.concat(
                context.earlierInTransaction().stream().map(Occurrence::operation),
                context.laterInTransaction().stream().map(Transactions.Run::operation))
            .anyMatch(
                o ->
                    o instanceof Operation.RenameColumn other
                        && other.table().equals(rename.table())
                        && (other.newName().equals(rename.column())
                            || other.column().equals(rename.newName())));
  }

  private static boolean replaced(Context context) {
    Name name = context.target();
    return context.laterInTransaction().stream()
        .map(Transactions.Run::operation)
        .anyMatch(
            o ->
                switch (o) {
                  case Operation.CreateView v -> v.view().equals(name);
                  case Operation.CreateRoutine r -> r.name().equals(name);
                  case Operation.CreateObject c -> name.equals(c.name());
                  case Operation.CreateTable t -> t.table().equals(name);
                  case Operation.CreateEnum e -> e.type().equals(name);
                  default -> false;
                });
  }

  private static boolean defaultDropped(Context context) {
    return context.operation() instanceof Operation.AddColumn add
        && context.later().stream()
            .map(Transactions.Run::operation)
            .anyMatch(
                o ->
                    o instanceof Operation.DropDefault drop
                        && drop.table().equals(add.table())
                        && drop.column().equals(add.column().name()));
  }
}
