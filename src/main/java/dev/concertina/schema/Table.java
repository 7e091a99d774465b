package dev.concertina.schema;

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
    return new Table(
        newName, columns, constraints, complete, persistence, partitionKey, partition, triggers);
  }

  Table withColumns(Map<String, Column> newColumns) {
    return new Table(
        name, newColumns, constraints, complete, persistence, partitionKey, partition, triggers);
  }

  Table withConstraints(List<Constraint> newConstraints) {
    return new Table(
        name, columns, newConstraints, complete, persistence, partitionKey, partition, triggers);
  }

  Table withPartitionKey(List<String> newKey) {
    return new Table(
        name, columns, constraints, complete, persistence, newKey, partition, triggers);
  }

  Table withPartition(Operation.Partition newPartition) {
    return new Table(
        name, columns, constraints, complete, persistence, partitionKey, newPartition, triggers);
  }

  Table withPersistence(Operation.Persistence newPersistence) {
    return new Table(
        name, columns, constraints, complete, newPersistence, partitionKey, partition, triggers);
  }

  Table withTriggers(List<String> newTriggers) {
    return new Table(
        name, columns, constraints, complete, persistence, partitionKey, partition, newTriggers);
  }
}
