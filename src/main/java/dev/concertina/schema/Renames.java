package dev.concertina.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Applies new names: what refers to the thing goes on referring to it, as it does by OID. */
final class Renames {

  private final Draft draft;

  Renames(Draft draft) {
    this.draft = draft;
  }

  /** ALTER TABLE … RENAME also takes views, indexes and sequences: so does this. */
  void relation(Name from, Name to) {
    Schema schema = draft.schema;
    if (schema.indexes.has(from)) {
      index(from, to);
    } else if (schema.sequences.has(from)) {
      sequence(from, to);
    } else if (schema.views.has(from)) {
      view(from, to);
    } else {
      table(from, to);
    }
  }

  private void table(Name from, Name to) {
    Table table = draft.table(from);
    List<Index> indexes = draft.schema.indexesOf(from);
    List<Table> partitions = draft.schema.partitionsOf(from);
    List<Name> referencing = draft.schema.referencing(from);
    draft.removeTable(from);
    draft.put(table.named(to));
    for (Name name : referencing) {
      Table other = draft.schema.tables.get(name.equals(from) ? to : name);
      draft.put(
          other.withConstraints(
              other.constraints().stream().map(c -> referring(c, from, to)).toList()));
    }
    for (Table partition : partitions) {
      Operation.Partition place = partition.partition();
      draft.put(
          partition.withPartition(new Operation.Partition(to, place.isDefault(), place.bounds())));
    }
    for (Sequence sequence : draft.schema.sequencesOf(from)) {
      draft.put(new Sequence(sequence.name(), to, sequence.column()));
    }
    moveIndexes(indexes, to);
    moveInViews(from, to);
    draft.moveMark(from, to);
    if (!from.schema().equals(to.schema())) {
      // Indexes and owned sequences live in the schema of their table.
      indexes.forEach(i -> index(i.name(), new Name(to.schema(), i.name().local())));
      draft
          .schema
          .sequencesOf(to)
          .forEach(s -> sequence(s.name(), new Name(to.schema(), s.name().local())));
    }
  }

  private void moveIndexes(List<Index> indexes, Name table) {
    indexes.forEach(index -> draft.put(index.on(table)));
  }

  private static Constraint referring(Constraint constraint, Name from, Name to) {
    return constraint instanceof Constraint.ForeignKey key && key.referenced().equals(from)
        ? new Constraint.ForeignKey(
            key.name(),
            key.columns(),
            to,
            key.referencedColumns(),
            key.onDelete(),
            key.validated(),
            key.enforced())
        : constraint;
  }

  private void moveInViews(Name from, Name to) {
    for (View view : draft.schema.viewsOn(from)) {
      draft.put(view.reading(view.query().relationRenamed(from, to)));
    }
  }

  void view(Name from, Name to) {
    View view = draft.schema.views.get(from);
    if (view == null) {
      return;
    }
    List<Index> indexes = draft.schema.indexesOf(from);
    View renamed = new View(to, view.materialized(), view.columns(), view.query());
    draft.removeView(from);
    draft.put(renamed);
    moveIndexes(indexes, to);
    moveInViews(from, to);
    draft.moveMark(from, to);
  }

  void index(Name from, Name to) {
    Index index = draft.schema.indexes.get(from);
    if (index == null) {
      return;
    }
    Table table = draft.schema.tables.get(index.table());
    boolean backs = index.constraint() != null && !from.local().equals(to.local());
    draft.removeIndex(from);
    draft.put(index.named(to).backing(backs ? to.local() : index.constraint()));
    draft.moveMark(from, to);
    if (draft.schema.replicaIdentity(index.table()).filter(from.local()::equals).isPresent()) {
      draft.identify(index.table(), to.local());
    }
    if (backs && table != null) {
      draft.put(
          table.withConstraints(
              table.constraints().stream()
                  .map(c -> index.constraint().equals(c.name()) ? c.named(to.local()) : c)
                  .toList()));
    }
  }

  void sequence(Name from, Name to) {
    Sequence sequence = draft.schema.sequences.get(from);
    if (sequence != null) {
      draft.removeSequence(from);
      draft.put(new Sequence(to, sequence.table(), sequence.column()));
      draft.moveMark(from, to);
    }
  }

  void column(Name name, String from, String to) {
    if (draft.schema.views.has(name)) {
      viewColumn(draft.schema.views.get(name), from, to);
      return;
    }
    Table table = draft.table(name);
    Map<String, Column> columns = new LinkedHashMap<>();
    table
        .columns()
        .forEach(
            (c, column) -> {
              Column kept = c.equals(from) ? column.named(to) : column;
              columns.put(kept.name(), kept);
            });
    draft.put(
        table
            .withColumns(columns)
            .withConstraints(table.constraints().stream().map(c -> renamed(c, from, to)).toList())
            .withPartitionKey(
                table.partitionKey().stream()
                    .map(key -> key.equals(from) ? to : Words.rename(key, from, to))
                    .toList()));
    draft.schema.indexesOf(name).forEach(i -> draft.put(i.columnRenamed(from, to)));
    for (Name other : draft.schema.referencing(name)) {
      referencedColumn(other, name, from, to);
    }
    for (Sequence sequence : draft.schema.sequencesOf(name, from)) {
      draft.put(new Sequence(sequence.name(), name, to));
    }
    for (View view : draft.schema.viewsOn(name, from)) {
      draft.put(view.reading(view.query().columnRenamed(from, to)));
    }
    draft.moveMark(name, from, to);
    draft.schema.partitionsOf(name).forEach(p -> column(p.name(), from, to));
  }

  private void viewColumn(View view, String from, String to) {
    List<String> outputs =
        view.outputs().stream().map(column -> column.equals(from) ? to : column).toList();
    draft.put(new View(view.name(), view.materialized(), outputs, view.query()));
  }

  private void referencedColumn(Name name, Name referenced, String from, String to) {
    Table table = draft.schema.tables.get(name);
    draft.put(
        table.withConstraints(
            table.constraints().stream()
                .map(
                    c ->
                        c instanceof Constraint.ForeignKey key
                                && key.referenced().equals(referenced)
                            ? new Constraint.ForeignKey(
                                key.name(),
                                key.columns(),
                                key.referenced(),
                                renamed(key.referencedColumns(), from, to),
                                key.onDelete(),
                                key.validated(),
                                key.enforced())
                            : c)
                .toList()));
  }

  private static Constraint renamed(Constraint constraint, String from, String to) {
    if (!constraint.columns().contains(from) && !(constraint instanceof Constraint.Check)) {
      return constraint;
    }
    List<String> columns = renamed(constraint.columns(), from, to);
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          new Constraint.PrimaryKey(key.name(), columns, key.usingIndex());
      case Constraint.Unique key ->
          new Constraint.Unique(key.name(), columns, key.usingIndex(), key.nullsNotDistinct());
      case Constraint.ForeignKey key ->
          new Constraint.ForeignKey(
              key.name(),
              columns,
              key.referenced(),
              key.referencedColumns(),
              key.onDelete(),
              key.validated(),
              key.enforced());
      case Constraint.Check check ->
          new Constraint.Check(
              check.name(),
              check.condition().columnRenamed(from, to),
              check.validated(),
              check.enforced(),
              check.noInherit());
      case Constraint.NotNull notNull ->
          new Constraint.NotNull(notNull.name(), to, notNull.validated(), notNull.noInherit());
      case Constraint.Exclusion exclusion -> new Constraint.Exclusion(exclusion.name(), columns);
    };
  }

  private static List<String> renamed(List<String> columns, String from, String to) {
    UnaryOperator<String> rename = column -> column.equals(from) ? to : column;
    return columns.stream().map(rename).toList();
  }
}
