package dev.concertina.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Applies what happens to a table's columns, on its partitions too. */
final class Columns {

  private final Draft draft;
  private final Constraints constraints;

  Columns(Draft draft, Constraints constraints) {
    this.draft = draft;
    this.constraints = constraints;
  }

  /** The table with one column replaced; the same table when the column is not known. */
  static Table change(Table table, String column, UnaryOperator<Column> change) {
    Column known = table.columns().get(column);
    if (known == null) {
      return table;
    }
    Map<String, Column> columns = new LinkedHashMap<>(table.columns());
    columns.put(column, change.apply(known));
    return table.withColumns(columns);
  }

  void change(Name name, String column, UnaryOperator<Column> change) {
    Table table = draft.table(name);
    if (table == null) {
      return;
    }
    Column known = table.columns().get(column);
    if (known != null) {
      draft.put(change(table, column, change));
    } else if (!draft.schema.tables.has(name)) {
      draft.put(table);
    }
    draft.schema.partitionsOf(name).forEach(p -> change(p.name(), column, change));
  }

  void add(Operation.AddColumn added) {
    add(added.table(), added.column(), added.constraints(), added.ifNotExists());
  }

  private void add(Name name, Column column, List<Constraint> inline, boolean ifNotExists) {
    Table table = draft.table(name);
    if (table == null || ifNotExists && table.columns().containsKey(column.name())) {
      return;
    }
    Map<String, Column> columns = new LinkedHashMap<>(table.columns());
    columns.put(column.name(), stored(name, column));
    draft.put(table.withColumns(columns));
    draft.mark(name, column.name());
    List<Table> partitions = draft.schema.partitionsOf(name);
    partitions.forEach(p -> add(p.name(), column, List.of(), true));
    inline.forEach(constraint -> constraints.add(name, constraint));
  }

  /**
   * The column as the catalog has it: serial is an integer with a default, and like an identity
   * column never NULL. Source: "Serial Types" in the PostgreSQL manual.
   */
  Column stored(Name table, Column column) {
    boolean serial = column.type().isSerial();
    if (!serial && !column.generated().identity()) {
      return column;
    }
    Name sequence =
        table.sibling(
            Naming.choose(
                table.local(),
                column.name(),
                "seq",
                chosen -> draft.schema.knowsRelation(table.sibling(chosen))));
    draft.put(new Sequence(sequence, table, column.name()));
    draft.mark(sequence, Draft.WHOLE);
    Column filled = column.withNotNull(true);
    return serial
        ? filled.typed(column.type().stored(), column.collation()).withDefault(next(sequence))
        : filled;
  }

  private static Expression next(Name sequence) {
    Expression.Detail detail =
        new Expression.Detail(true, false, false, Set.of(), Set.of("nextval"), List.of());
    return new Expression("nextval('" + sequence.sql() + "'::regclass)", Span.FILE, t -> detail);
  }

  void drop(Name name, String column, boolean cascade) {
    Table table = draft.table(name);
    if (table == null) {
      return;
    }
    Map<String, Column> columns = new LinkedHashMap<>(table.columns());
    columns.remove(column);
    // Whatever of the own table involves the column goes without being asked: "ALTER TABLE" in the
    // PostgreSQL manual, DROP COLUMN.
    List<Constraint> gone =
        table.constraints().stream().filter(c -> c.columns().contains(column)).toList();
    draft.put(table.withColumns(columns));
    gone.forEach(constraint -> constraints.drop(name, constraint.name(), false));
    for (Index index : draft.schema.indexesOf(name)) {
      if (index.covers(column)) {
        draft.removeIndex(index.name());
        draft.unmark(index.name());
      }
    }
    draft.schema.sequencesOf(name, column).forEach(owned -> draft.removeSequence(owned.name()));
    if (cascade) {
      constraints.dropReferencesTo(name, List.of(column));
    }
    draft.unmark(name, column);
    draft.schema.partitionsOf(name).forEach(p -> drop(p.name(), column, cascade));
  }

  void changeGeneration(Operation.ChangeGeneration changed) {
    Name table = changed.table();
    String column = changed.column();
    switch (changed.change()) {
      case ADD_IDENTITY ->
          change(
              table,
              column,
              c -> stored(table, c.withGenerated(Column.Generated.IDENTITY_BY_DEFAULT)));
      case DROP_IDENTITY -> {
        change(table, column, c -> c.withGenerated(Column.Generated.NO));
        draft
            .schema
            .sequencesOf(table, column)
            .forEach(owned -> draft.removeSequence(owned.name()));
      }
      case DROP_EXPRESSION ->
          change(table, column, c -> c.withGenerated(Column.Generated.NO).withDefault(null));
      case SET_IDENTITY, SET_EXPRESSION -> change(table, column, c -> c);
    }
  }
}
