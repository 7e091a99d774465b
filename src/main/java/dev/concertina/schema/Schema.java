package dev.concertina.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of the database between two operations: replayed from the repository's history,
 * then advanced through the change. Immutable; {@link #after} gives the next one. A name that is
 * not here is unknown, and unknown means existing and big.
 */
public final class Schema {

  /** Nothing is known. */
  public static final Schema EMPTY = new Schema();

  final Map<Name, Table> tables;
  final Map<Name, Index> indexes;
  private final Map<Name, List<Name>> indexesByTable;
  final Map<Name, View> views;
  final Map<Name, List<String>> enums;
  final Map<Name, Domain> domains;
  final Map<Name, Operation.CreateRoutine> routines;
  final Map<Name, Name> sequenceOwners;
  final Set<String> added;

  private Schema() {
    tables = new HashMap<>();
    indexes = new HashMap<>();
    indexesByTable = new HashMap<>();
    views = new HashMap<>();
    enums = new HashMap<>();
    domains = new HashMap<>();
    routines = new HashMap<>();
    sequenceOwners = new HashMap<>();
    added = new HashSet<>();
  }

  /** A copy that {@link Replay} may change before anybody else sees it. */
  Schema(Schema other) {
    tables = new HashMap<>(other.tables);
    indexes = new HashMap<>(other.indexes);
    indexesByTable = new HashMap<>(other.indexesByTable);
    views = new HashMap<>(other.views);
    enums = new HashMap<>(other.enums);
    domains = new HashMap<>(other.domains);
    routines = new HashMap<>(other.routines);
    sequenceOwners = new HashMap<>(other.sequenceOwners);
    added = new HashSet<>(other.added);
  }

  /**
   * The schema after one operation. One that does not fit what is known costs knowledge, and never
   * fails.
   */
  public Schema after(Operation operation) {
    return after(List.of(operation));
  }

  /** The schema after many operations, copied once. */
  public Schema after(Iterable<Operation> operations) {
    Schema next = new Schema(this);
    Replay replay = new Replay(next);
    operations.forEach(replay::apply);
    return next;
  }

  /** The same schema with nothing marked as new: where a change begins. */
  public Schema asBase() {
    Schema base = new Schema(this);
    base.added.clear();
    return base;
  }

  public Optional<Table> table(Name name) {
    return Optional.ofNullable(tables.get(name));
  }

  public Collection<Table> tables() {
    return tables.values();
  }

  public Optional<Index> index(Name name) {
    return Optional.ofNullable(indexes.get(name));
  }

  /** The indexes of a table, by name. */
  public List<Index> indexesOf(Name table) {
    return indexesByTable.getOrDefault(table, List.of()).stream()
        .sorted()
        .map(indexes::get)
        .toList();
  }

  /** Adds an index; the lists by table are never changed in place, since copies share them. */
  void putIndex(Index index) {
    removeIndex(index.name());
    indexes.put(index.name(), index);
    indexesByTable.merge(index.table(), List.of(index.name()), Schema::joined);
  }

  /** Removes an index and returns it, or null when there is none. */
  Index removeIndex(Name name) {
    Index index = indexes.remove(name);
    if (index != null) {
      indexesByTable.computeIfPresent(
          index.table(), (table, names) -> names.stream().filter(n -> !n.equals(name)).toList());
    }
    return index;
  }

  private static List<Name> joined(List<Name> some, List<Name> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  public Optional<View> view(Name name) {
    return Optional.ofNullable(views.get(name));
  }

  /** The views and materialized views whose query names {@code relation}, by name. */
  public List<View> viewsOn(Name relation) {
    return views.values().stream()
        .filter(view -> view.query().detail().tables().contains(relation))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /** The values of an enum, or empty when there is no such enum. */
  public Optional<List<String>> enumValues(Name type) {
    return Optional.ofNullable(enums.get(type));
  }

  public Optional<Domain> domain(Name name) {
    return Optional.ofNullable(domains.get(name));
  }

  public Optional<Operation.CreateRoutine> routine(Name name) {
    return Optional.ofNullable(routines.get(name));
  }

  /** The tables with a foreign key to {@code table}, by name. */
  public List<Name> referencing(Name table) {
    return tables.values().stream()
        .filter(
            other ->
                other.constraints().stream()
                    .anyMatch(
                        c ->
                            c instanceof Constraint.ForeignKey key
                                && key.referenced().equals(table)))
        .map(Table::name)
        .sorted()
        .toList();
  }

  /** The direct partitions of a table, by name. */
  public List<Table> partitionsOf(Name parent) {
    return tables.values().stream()
        .filter(table -> table.partition() != null && table.partition().table().equals(parent))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /** Whether the change itself created this relation, type or routine (also if renamed since). */
  public boolean isNew(Name name) {
    return added.contains(name.qualified());
  }

  /** Whether the change itself added this column, constraint or trigger, or its whole table. */
  public boolean isNew(Name table, String part) {
    return isNew(table) || added.contains(table.qualified() + "." + part);
  }
}
