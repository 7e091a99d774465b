package dev.concertina.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as far as it is known.
 *
 * @param columns by folded name, in order
 * @param constraints all named; NOT NULL of a column is the column's own affair
 * @param complete whether every column is known: false for a table that the history only alters
 * @param partitionKey columns or expressions it is partitioned by; empty when it is not
 * @param partition its place under its parent, or null; {@code partition.table} is the parent
 * @param triggers names of its triggers
 */
public record Table(
    Name name,
    Map<String, Column> columns,
    List<Constraint> constraints,
    boolean complete,
    Operation.Persistence persistence,
    List<String> partitionKey,
    Operation.Partition partition,
    List<String> triggers) {

  public Table {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    constraints = List.copyOf(constraints);
    partitionKey = List.copyOf(partitionKey);
    triggers = List.copyOf(triggers);
  }

  /** The column, if it is known. */
  public Optional<Column> column(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** The constraint of that name, if it is known. */
  public Optional<Constraint> constraint(String constraint) {
    return constraints.stream().filter(c -> constraint.equals(c.name())).findFirst();
  }

  /** The columns of the primary key in order; empty when none is known. */
  public List<String> primaryKey() {
    return constraints.stream()
        .filter(Constraint.PrimaryKey.class::isInstance)
        .map(Constraint::columns)
        .findFirst()
        .orElse(List.of());
  }

  /** Whether rows live in partitions. */
  public boolean partitioned() {
    return !partitionKey.isEmpty();
  }

  /** A table of which nothing but the name is known. */
  static Table unknown(Name name) {
    return new Table(
        name,
        Map.of(),
        List.of(),
        false,
        Operation.Persistence.PERMANENT,
        List.of(),
        null,
        List.of());
  }

  Table named(Name newName) {
    return with(newName, columns, constraints, partition, triggers);
  }

  /** This table with one column added, or changed in its place. */
  Table withColumn(Column column) {
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    changed.put(column.name(), column);
    return with(name, changed, constraints, partition, triggers);
  }

  /** This table with a column under another name, in its place. */
  Table withRenamed(String column, String newName) {
    Map<String, Column> changed = new LinkedHashMap<>();
    columns.forEach(
        (key, value) -> {
          boolean renamed = key.equals(column);
          changed.put(renamed ? newName : key, renamed ? value.named(newName) : value);
        });
    return with(name, changed, constraints, partition, triggers);
  }

  /** This table without a column and the constraints that go with it. */
  Table withoutColumn(String column) {
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    changed.remove(column);
    List<Constraint> kept =
        constraints.stream().filter(c -> !c.columns().contains(column)).toList();
    return with(name, changed, kept, partition, triggers);
  }

  /** This table with a constraint, which takes the place of one of the same name. */
  Table withConstraint(Constraint constraint) {
    List<Constraint> changed = new ArrayList<>(withoutConstraint(constraint.name()).constraints());
    changed.add(constraint);
    return withConstraints(changed);
  }

  Table withoutConstraint(String constraint) {
    return withConstraints(
        constraints.stream().filter(c -> !constraint.equals(c.name())).toList());
  }

  Table withConstraints(List<Constraint> changed) {
    return with(name, columns, changed, partition, triggers);
  }

  Table withPartition(Operation.Partition place) {
    return with(name, columns, constraints, place, triggers);
  }

  Table withTrigger(String trigger, boolean there) {
    List<String> changed = new ArrayList<>(triggers);
    changed.remove(trigger);
    if (there) {
      changed.add(trigger);
    }
    return with(name, columns, constraints, partition, changed);
  }

  private Table with(
      Name newName,
      Map<String, Column> newColumns,
      List<Constraint> newConstraints,
      Operation.Partition newPartition,
      List<String> newTriggers) {
    return new Table(
        newName,
        newColumns,
        newConstraints,
        complete,
        persistence,
        partitionKey,
        newPartition,
        newTriggers);
  }
}
