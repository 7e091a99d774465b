package dev.concertina.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Applies what happens to indexes, and to those of the partitions under a partitioned table. */
final class Indexes {

  private final Draft draft;

  Indexes(Draft draft) {
    this.draft = draft;
  }

  void create(Operation.CreateIndex created) {
    Name table = created.table();
    boolean exists = created.index() != null && draft.schema.indexes.has(created.index());
    if (exists && created.ifNotExists()) {
      return;
    }
    if (!draft.schema.tables.has(table) && !draft.schema.views.has(table)) {
      draft.put(draft.table(table));
    }
    List<Table> partitions = draft.schema.partitionsOf(table);
    Index index =
        new Index(
            created.index() == null
                ? chosen(table, created.keys(), created.include())
                : created.index(),
            table,
            created.unique(),
            !created.only() || partitions.isEmpty(),
            created.method(),
            created.keys(),
            created.include(),
            created.where(),
            null);
    draft.put(index);
    draft.mark(index.name(), Draft.WHOLE);
    if (!created.only()) {
      partitions.forEach(partition -> copyTo(index, partition.name()));
    }
  }

  /** INCLUDE columns are part of a chosen name too: {@code DefineIndex}. */
  private Name chosen(Name table, List<String> keys, List<String> include) {
    List<String> all = Stream.concat(keys.stream(), include.stream()).toList();
    return table.sibling(
        Naming.index(table.local(), all, name -> draft.schema.knowsRelation(table.sibling(name))));
  }

  /** Gives a new partition the indexes of its parent, unless it has their like already. */
  void copyToPartition(Name parent, Name partition) {
    for (Index index : draft.schema.indexesOf(parent)) {
      if (index.constraint() == null) {
        Index alike =
            draft.schema.indexesOf(partition).stream()
                .filter(own -> alike(own, index) && !draft.schema.parentIndexes.has(own.name()))
                .findFirst()
                .orElse(null);
        if (alike == null) {
          copyTo(index, partition);
        } else {
          join(alike.name(), index.name());
        }
      }
    }
  }

  /** Whether a table has a unique index over exactly these columns. */
  boolean hasAlike(Name table, List<String> columns) {
    return draft.schema.indexesOf(table).stream()
        .anyMatch(index -> index.unique() && index.keys().equals(columns));
  }

  static boolean alike(Index one, Index other) {
    return one.unique() == other.unique()
        && one.keys().equals(other.keys())
        && one.include().equals(other.include())
        && one.method().equals(other.method())
        && Objects.equals(one.where(), other.where());
  }

  private void copyTo(Index index, Name partition) {
    Name name = chosen(partition, index.keys(), index.include());
    draft.put(index.named(name).on(partition).withValid(true));
    draft.mark(name, Draft.WHOLE);
    join(name, index.name());
    for (Table below : draft.schema.partitionsOf(partition)) {
      copyTo(draft.schema.indexes.get(name), below.name());
    }
  }

  void attach(Operation.AttachIndex attached) {
    join(attached.partition(), attached.index());
    Index index = draft.schema.indexes.get(attached.index());
    if (index == null) {
      return;
    }
    boolean whole =
        draft.schema.partitionsOf(index.table()).stream()
            .allMatch(partition -> hasPart(partition.name(), index.name()));
    if (whole) {
      draft.put(index.withValid(true));
    }
  }

  private boolean hasPart(Name partition, Name index) {
    return draft.schema.indexesOf(partition).stream()
        .anyMatch(part -> index.equals(draft.schema.parentIndexes.get(part.name())));
  }

  private void join(Name part, Name whole) {
    draft.schema.parentIndexes = draft.schema.parentIndexes.with(part, whole);
  }

  /** A detached partition keeps its indexes as its own. */
  void separate(Name part) {
    draft.schema.parentIndexes = draft.schema.parentIndexes.without(part);
  }

  void drop(Name name) {
    Index index = draft.schema.indexes.get(name);
    if (index != null) {
      for (Table partition : draft.schema.partitionsOf(index.table())) {
        for (Index part : draft.schema.indexesOf(partition.name())) {
          if (name.equals(draft.schema.parentIndexes.get(part.name()))) {
            drop(part.name());
          }
        }
      }
    }
    forget(name);
  }

  void forget(Name name) {
    draft.removeIndex(name);
    draft.unmark(name);
  }
}
