package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.place;
import static dev.concertina.rule.Fact.text;

import dev.concertina.code.Reference;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facts about what the running version counts on and the operation takes away: NULL, defaults,
 * unique keys, things of a known name and shape.
 */
final class PromiseFacts {

  private PromiseFacts() {}

  static List<Fact> all() {
    return List.of(
        text(
            "used.verdict",
            "whether the version that must go on working uses it, as a clause",
            PromiseFacts::verdict),
        text(
            "used.evidence",
            "where it is used, or why nobody can tell, as a sentence",
            PromiseFacts::evidence),
        list(
            "null.refused",
            "the columns that refuse NULL from here, though the running version may write it",
            PromiseFacts::refused),
        flag("null.newly-refused", "there is such a column", c -> !refused(c).isEmpty()),
        flag("column.in-primary-key", "it is part of the primary key", PromiseFacts::inPrimaryKey),
        flag(
            "default.removed",
            "an INSERT that leaves the column out no longer gets its default",
            PromiseFacts::defaultRemoved),
        flag(
            "default.replaced",
            "the default was another one before the change",
            PromiseFacts::defaultReplaced),
        text(
            "default.at-base",
            "the column's default before the change",
            c -> atBase(c).map(Column::defaultValue).map(Object::toString).orElse(null)),
        place(
            "default.added-here",
            "the change added the NOT NULL column whose default goes again",
            PromiseFacts::addedHere),
        flag(
            "replaced.alike",
            "one of the same name and shape takes its place in the same transaction",
            PromiseFacts::replacedAlike),
        flag(
            "replaced.by-table",
            "a table with all of its columns gets its name in the same transaction",
            PromiseFacts::replacedByTable),
        text(
            "object.known-as",
            "the name that goes: the enum value, the constraint or the thing itself",
            PromiseFacts::knownAs),
        flag("object.named-here", "the change itself gave it this name", PromiseFacts::namedHere),
        flag("unique.dropped", "a unique index or constraint goes", c -> !uniqueKeys(c).isEmpty()),
        list(
            "unique.keys",
            "what the unique index or constraint that goes is over",
            PromiseFacts::uniqueKeys),
        flag(
            "unique.another-remains",
            "another unique index or key is over the same columns, or is added in the transaction",
            PromiseFacts::anotherRemains),
        flag(
            "constraint.added-again",
            "the transaction gives the table a primary key again",
            PromiseFacts::keyedAgain),
        flag(
            "constraint.takes-over-index",
            "it takes over a valid unique index that is there already",
            HeldFacts::takesOverIndex),
        flag(
            "constraint.held-before",
            "a constraint or index that was there before the change refused the same rows",
            HeldFacts::heldBefore),
        list(
            "constraint.over",
            "the columns of the constraint or index that it adds",
            PromiseFacts::over),
        flag(
            "index.over-new-column",
            "the index is over a column that the change added and the running version leaves NULL",
            PromiseFacts::indexOfNewColumn));
  }

  private static boolean inPrimaryKey(Context context) {
    String column = OperationFacts.column(context.operation());
    return column != null
        && context.table().map(t -> t.primaryKey().contains(column)).orElse(false);
  }

  private static List<Reference> uses(Context context) {
    return RolloutFacts.uses(context).stream().filter(r -> !r.test()).toList();
  }

  private static String version(Context context) {
    return context.here().migration().postDeploy() ? "new version" : "running version";
  }

  private static String verdict(Context context) {
    if (RolloutFacts.generatedOnly(context)) {
      return "the " + version(context) + " declares it and may not use it";
    } else if (!uses(context).isEmpty()) {
      return "the " + version(context) + " still uses it";
    }
    return RolloutFacts.version(context).sourcePresent()
        ? "a contract step, nothing in the " + version(context) + " refers to it"
        : "no application source shows who uses it";
  }

  private static String evidence(Context context) {
    List<Reference> uses = uses(context);
    if (RolloutFacts.generatedOnly(context)) {
      return "Only `"
          + at(uses.get(0))
          + "` names it, which follows the database: queries of the "
          + version(context)
          + " that don't name their columns read it.";
    } else if (!uses.isEmpty()) {
      int more = uses.size() - 1;
      return "The "
          + version(context)
          + " uses it at `"
          + at(uses.get(0))
          + "`"
          + (more == 0
              ? "."
              : more == 1 ? " and in 1 more place." : " and in " + more + " more places.");
    }
    if (!RolloutFacts.version(context).sourcePresent()) {
      return "The code is elsewhere: confirm that no release that can still run uses it.";
    }
    List<Reference> tests = RolloutFacts.uses(context);
    return "Nothing in the "
        + version(context)
        + " refers to it"
        + (tests.isEmpty() ? "." : ", apart from a test at `" + at(tests.get(0)) + "`.");
  }

  private static String at(Reference reference) {
    return reference.file() + ":" + reference.line();
  }

  private static List<String> refused(Context context) {
    List<String> columns =
        switch (context.operation()) {
          case Operation.SetNotNull o -> List.of(o.column());
          case Operation.AddConstraint o -> notNull(context, o);
          default -> List.of();
        };
    return columns.stream().filter(column -> mayBeNull(context, column)).toList();
  }

  private static List<String> notNull(Context context, Operation.AddConstraint add) {
    return switch (add.constraint()) {
      case Constraint.PrimaryKey key when key.usingIndex() != null ->
          context
              .before()
              .index(add.table().sibling(key.usingIndex()))
              .map(Index::keys)
              .orElse(List.of());
      case Constraint.PrimaryKey key -> key.columns();
      case Constraint.NotNull constraint -> constraint.columns();
      case Constraint.Check check when check.enforced() ->
          check.columns().stream()
              .filter(column -> check.condition().detail().impliesNotNull(column))
              .toList();
      default -> List.of();
    };
  }

  /** The running version leaves a column out that it does not know. */
  private static boolean mayBeNull(Context context, String column) {
    Name table = SchemaFacts.relation(context);
    Optional<Column> known = context.table().flatMap(t -> t.column(column));
    if (context.before().isNew(table, column)) {
      return known.map(c -> !c.notNull() && !c.fillsItself()).orElse(false);
    }
    return context
        .situation()
        .base()
        .table(table)
        .map(base -> !SchemaFacts.rejectsNull(base, column))
        .orElse(true);
  }

  /** The column before the change. */
  private static Optional<Column> atBase(Context context) {
    String column = OperationFacts.column(context.operation());
    Schema base = context.situation().base();
    return column == null
        ? Optional.empty()
        : base.table(SchemaFacts.relation(context)).flatMap(t -> t.column(column));
  }

  private static boolean removes(Operation operation) {
    return operation instanceof Operation.DropDefault
        || operation instanceof Operation.SetDefault set && set.value().detail().nullLiteral();
  }

  private static boolean setAgain(Context context) {
    String column = OperationFacts.column(context.operation());
    return later(context)
        .anyMatch(
            o ->
                o instanceof Operation.SetDefault set
                    && !removes(set)
                    && set.table().equals(context.target())
                    && set.column().equals(column));
  }

  private static boolean defaultRemoved(Context context) {
    boolean never = atBase(context).map(c -> c.defaultValue() == null).orElse(false);
    return removes(context.operation()) && !never && !setAgain(context);
  }

  private static boolean defaultReplaced(Context context) {
    return context.operation() instanceof Operation.SetDefault set
        && !removes(set)
        && atBase(context)
            .map(Column::defaultValue)
            .map(old -> !old.detail().nullLiteral() && !old.sameValue(set.value()))
            .orElse(false);
  }

  private static Finding.Related addedHere(Context context) {
    String column = OperationFacts.column(context.operation());
    boolean required =
        SchemaFacts.column(context).map(c -> c.notNull() && c.fillsItself()).orElse(false);
    if (!removes(context.operation()) || !required || setAgain(context)) {
      return null;
    }
    return context.earlier().stream()
        .filter(
            o ->
                o.operation() instanceof Operation.AddColumn add
                    && add.table().equals(context.target())
                    && add.column().name().equals(column))
        .findFirst()
        .map(o -> Context.place(o, "the column is added here"))
        .orElse(null);
  }

  private static Stream<Operation> later(Context context) {
    return context.laterInTransaction().stream().map(Transactions.Run::operation);
  }

  private static boolean replacedAlike(Context context) {
    Name name = context.target();
    Schema before = context.before();
    return later(context)
        .anyMatch(
            o ->
                switch (o) {
                  case Operation.CreateView v when v.view().equals(name) ->
                      before.view(name).map(view -> keeps(view, v, before)).orElse(true);
                  case Operation.CreateRoutine r when r.name().equals(name) ->
                      before.routines(name).isEmpty()
                          || before.routines(name).stream().anyMatch(old -> keeps(old, r));
                  case Operation.CreateEnum e when e.type().equals(name) ->
                      before.enumValues(name).map(e.values()::containsAll).orElse(true);
                  case Operation.CreateDomain d when d.domain().equals(name) ->
                      before.domain(name).map(old -> old.base().equals(d.base())).orElse(true);
                  case Operation.CreateObject c -> name.equals(c.name());
                  case Operation.RenameObject r ->
                      r.on() == null
                          && r.name() != null
                          && r.name().sibling(r.newName()).equals(name);
                  case Operation.RenameTable r -> r.table().sibling(r.newName()).equals(name);
                  default -> false;
                });
  }

  private static boolean keeps(View old, Operation.CreateView now, Schema schema) {
    List<String> before = old.outputs();
    List<String> after = View.of(now).createdIn(schema).outputs();
    return after.size() >= before.size() && after.subList(0, before.size()).equals(before);
  }

  private static boolean keeps(Operation.CreateRoutine old, Operation.CreateRoutine now) {
    return old.arguments().equals(now.arguments())
        && String.valueOf(old.returns()).equals(String.valueOf(now.returns()));
  }

  private static boolean replacedByTable(Context context) {
    Schema before = context.before();
    return context
        .table()
        .map(
            old ->
                later(context)
                    .anyMatch(
                        o ->
                            o instanceof Operation.RenameTable r
                                && r.table().sibling(r.newName()).equals(old.name())
                                && before
                                    .table(r.table())
                                    .map(
                                        t ->
                                            t.columns()
                                                .keySet()
                                                .containsAll(old.columns().keySet()))
                                    .orElse(false)))
        .orElse(false);
  }

  private static String knownAs(Context context) {
    return switch (context.operation()) {
      case Operation.RenameEnumValue o -> o.value();
      case Operation.RenameConstraint o -> o.constraint();
      case Operation.RenameObject o when o.name() != null -> o.name().toString();
      default -> context.target() == null ? null : context.target().toString();
    };
  }

  private static boolean namedHere(Context context) {
    Name name = context.target();
    return name != null
        && context.earlier().stream()
            .map(Occurrence::operation)
            .anyMatch(
                o ->
                    o instanceof Operation.RenameObject r
                        && r.on() == null
                        && r.name() != null
                        && r.name().sibling(r.newName()).equals(name));
  }

  private static List<String> uniqueKeys(Context context) {
    return switch (context.operation()) {
      case Operation.DropIndex o ->
          SchemaFacts.index(context).filter(Index::unique).map(Index::keys).orElse(List.of());
      case Operation.DropConstraint o ->
          SchemaFacts.named(context)
              .filter(c -> c instanceof Constraint.Unique || c instanceof Constraint.PrimaryKey)
              .map(Constraint::columns)
              .orElse(List.of());
      default -> List.of();
    };
  }

  private static boolean anotherRemains(Context context) {
    Set<String> keys = Set.copyOf(uniqueKeys(context));
    return context.before().indexesOf(SchemaFacts.relation(context)).stream()
            .filter(index -> index.unique() && index.valid() && index.where() == null)
            .filter(index -> !isDropped(context.operation(), index))
            .anyMatch(index -> Set.copyOf(index.keys()).equals(keys))
        || later(context).anyMatch(o -> keys.equals(Set.copyOf(addedKeys(context, o))));
  }

  /** What is unique from an operation on, in the table at hand. */
  private static List<String> addedKeys(Context context, Operation later) {
    return switch (later) {
      case Operation.AddConstraint o
          when o.table().equals(SchemaFacts.relation(context))
              && (o.constraint() instanceof Constraint.PrimaryKey
                  || o.constraint() instanceof Constraint.Unique) ->
          o.constraint().columns();
      case Operation.CreateIndex o
          when o.unique() && o.where() == null && o.table().equals(SchemaFacts.relation(context)) ->
          o.keys();
      default -> List.of();
    };
  }

  private static boolean isDropped(Operation operation, Index index) {
    return switch (operation) {
      case Operation.DropIndex o -> index.name().equals(o.index());
      case Operation.DropConstraint o ->
          o.constraint().equals(index.constraint()) || index.name().local().equals(o.constraint());
      default -> false;
    };
  }

  private static boolean keyedAgain(Context context) {
    return later(context)
        .anyMatch(
            o ->
                switch (o) {
                  case Operation.AddConstraint add ->
                      add.table().equals(context.target())
                          && add.constraint() instanceof Constraint.PrimaryKey;
                  case Operation.AddColumn add ->
                      add.table().equals(context.target())
                          && add.constraints().stream()
                              .anyMatch(Constraint.PrimaryKey.class::isInstance);
                  default -> false;
                });
  }

  private static List<String> over(Context context) {
    return switch (context.operation()) {
      case Operation.AddConstraint o -> o.constraint().columns();
      case Operation.CreateIndex o -> o.keys();
      default -> List.of();
    };
  }

  private static boolean indexOfNewColumn(Context context) {
    if (!(context.operation() instanceof Operation.CreateIndex o)) {
      return false;
    }
    Index index =
        new Index(
            o.index(), o.table(), o.unique(), true, o.method(), o.keys(), List.of(), null, null);
    return context
        .table()
        .map(
            table ->
                table.columns().keySet().stream()
                    .anyMatch(
                        column -> SchemaFacts.leftNull(context, column) && index.covers(column)))
        .orElse(false);
  }
}
