package dev.concertina.schema;

import dev.concertina.schema.Operation.TableOption.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies what makes, drops and joins whole tables. */
final class Tables {

  private final Draft draft;
  private final Columns columns;
  private final Constraints constraints;
  private final Indexes indexes;

  Tables(Draft draft, Columns columns, Constraints constraints, Indexes indexes) {
    this.draft = draft;
    this.columns = columns;
    this.constraints = constraints;
    this.indexes = indexes;
  }

  void create(Operation.CreateTable created) {
    Name name = created.table();
    if (created.ifNotExists() && draft.schema.tables.has(name)) {
      return;
    }
    drop(name, false);
    Operation.Partition partition = created.partitionOf();
    Table parent = partition == null ? null : draft.table(partition.table());
    boolean complete = parent == null || parent.complete();
    Map<String, Column> all = new LinkedHashMap<>(parent == null ? Map.of() : parent.columns());
    for (Name source : created.like()) {
      Table copied = draft.schema.tables.get(source);
      complete &= copied != null && copied.complete();
      all.putAll(copied == null ? Map.of() : copied.columns());
    }
    draft.mark(name, Draft.WHOLE);
    if (created.templated()) {
      draft.schema.templated = draft.schema.templated.with(name, name);
    }
    for (Column column : created.columns()) {
      all.merge(column.name(), columns.stored(name, column), Tables::overlaid);
    }
    draft.put(
        new Table(
            name,
            all,
            List.of(),
            complete,
            created.persistence(),
            created.partitionKey(),
            partition,
            List.of()));
    distinct(created.constraints()).forEach(constraint -> constraints.add(name, constraint));
    if (parent != null) {
      inherit(parent, name);
    }
  }

  /** In a partition a column takes its type from the parent, and adds to the rest. */
  private static Column overlaid(Column parent, Column own) {
    boolean typed = !own.type().name().equals("unknown");
    return new Column(
        own.name(),
        typed ? own.type() : parent.type(),
        own.notNull() || parent.notNull(),
        own.defaultValue() == null ? parent.defaultValue() : own.defaultValue(),
        own.generated() == Column.Generated.NO ? parent.generated() : own.generated(),
        own.collation() == null ? parent.collation() : own.collation());
  }

  /**
   * Without the unnamed keys that repeat another one: PostgreSQL makes one index of {@code PRIMARY
   * KEY UNIQUE} ({@code transformIndexConstraints}).
   */
  private static List<Constraint> distinct(List<Constraint> declared) {
    List<Constraint> kept = new ArrayList<>();
    for (Constraint constraint : declared) {
      boolean repeats =
          constraint instanceof Constraint.Unique unique
              && unique.name() == null
              && declared.stream().anyMatch(c -> c != unique && repeated(c, unique, kept));
      if (!repeats) {
        kept.add(constraint);
      }
    }
    return kept;
  }

  private static boolean repeated(
      Constraint other, Constraint.Unique unique, List<Constraint> kept) {
    boolean key = other instanceof Constraint.PrimaryKey;
    boolean before = other instanceof Constraint.Unique && kept.contains(other);
    return (key || before) && other.columns().equals(unique.columns());
  }

  /** What a partition takes over from its parent: checks, keys, foreign keys and indexes. */
  private void inherit(Table parent, Name partition) {
    for (Constraint constraint : parent.constraints()) {
      boolean key =
          constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
      if (!key || !indexes.hasAlike(partition, constraint.columns())) {
        constraints.add(partition, key ? constraint.named(null) : constraint);
      }
    }
    indexes.copyToPartition(parent.name(), partition);
  }

  void createAs(Operation.CreateTableAs created) {
    Name name = created.table();
    if (created.ifNotExists() && draft.schema.tables.has(name)) {
      return;
    }
    drop(name, false);
    draft.put(
        new Table(
            name, Map.of(), List.of(), false, created.persistence(), List.of(), null, List.of()));
    draft.mark(name, Draft.WHOLE);
  }

  void drop(Name name, boolean cascade) {
    draft.schema.partitionsOf(name).forEach(partition -> drop(partition.name(), cascade));
    draft.schema.indexesOf(name).forEach(index -> indexes.forget(index.name()));
    Table table = draft.schema.tables.get(name);
    if (table != null && draft.schema.tablesByReferenced.has(name)) {
      constraints.dropReferencesTo(name, List.copyOf(table.columns().keySet()));
    }
    if (table != null) {
      draft.schema.sequencesOf(name).forEach(owned -> draft.removeSequence(owned.name()));
    }
    draft.removeTable(name);
    draft.unmark(name);
    if (cascade) {
      dropViewsOn(name);
    }
  }

  void dropViewsOn(Name relation) {
    for (View view : draft.schema.viewsOn(relation)) {
      dropView(view.name(), true);
    }
  }

  void dropView(Name view, boolean cascade) {
    draft.schema.indexesOf(view).forEach(index -> indexes.forget(index.name()));
    draft.removeView(view);
    draft.unmark(view);
    if (cascade) {
      dropViewsOn(view);
    }
  }

  void attach(Operation.AttachPartition attached) {
    Operation.Partition place = attached.partition();
    Table parent = draft.table(attached.table());
    Table partition = draft.table(place.table());
    if (parent == null || partition == null) {
      return;
    }
    draft.put(parent);
    draft.put(
        partition.withPartition(
            new Operation.Partition(attached.table(), place.isDefault(), place.bounds())));
    inherit(parent, partition.name());
  }

  void detach(Operation.DetachPartition detached) {
    Table partition = draft.table(detached.partition());
    if (partition != null) {
      draft.put(partition.withPartition(null));
      draft.schema.indexesOf(partition.name()).forEach(index -> indexes.separate(index.name()));
    }
  }

  void setOption(Operation.TableOption option) {
    Name name = option.table();
    Table table = draft.table(name);
    switch (option.option()) {
      case OWNER -> draft.own(name, option.detail());
      case ENABLE_ROW_SECURITY -> draft.secure(name, Option.ENABLE_ROW_SECURITY, true);
      case DISABLE_ROW_SECURITY -> draft.secure(name, Option.ENABLE_ROW_SECURITY, false);
      case FORCE_ROW_SECURITY -> draft.secure(name, Option.FORCE_ROW_SECURITY, true);
      case NO_FORCE_ROW_SECURITY -> draft.secure(name, Option.FORCE_ROW_SECURITY, false);
      default -> {}
    }
    if (table == null) {
      return;
    }
    if (option.option() == Operation.TableOption.Option.REPLICA_IDENTITY) {
      draft.identify(name, option.detail());
    }
    draft.put(
        switch (option.option()) {
          case LOGGED -> table.withPersistence(Operation.Persistence.PERMANENT);
          case UNLOGGED -> table.withPersistence(Operation.Persistence.UNLOGGED);
          default -> table;
        });
  }

  void addTrigger(Name name, String trigger) {
    Table table = draft.table(name);
    if (table != null && !table.triggers().contains(trigger)) {
      List<String> triggers = new ArrayList<>(table.triggers());
      triggers.add(trigger);
      draft.put(table.withTriggers(triggers));
      draft.mark(name, trigger);
    }
  }

  void dropTrigger(Name name, String trigger) {
    Table table = draft.table(name);
    if (table != null) {
      draft.put(
          table.withTriggers(table.triggers().stream().filter(t -> !t.equals(trigger)).toList()));
      draft.unmark(name, trigger);
    }
  }
}
