package dev.concertina.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Applies what happens to a table's constraints. */
final class Constraints {

  private final Draft draft;

  Constraints(Draft draft) {
    this.draft = draft;
  }

  void add(Name name, Constraint declared) {
    Table table = draft.table(name);
    if (table == null) {
      return;
    }
    Constraint constraint = resolve(name, declared);
    if (table.constraint(constraint.name()).isPresent()) {
      return;
    }
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.add(constraint);
    draft.put(refuseNull(table, constraint).withConstraints(constraints));
    draft.mark(name, constraint.name());
    index(name, constraint, declared);
    for (Table partition : draft.schema.partitionsOf(name)) {
      boolean key =
          constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
      // A key of the parent becomes an index of each partition, with a name of its own.
      add(partition.name(), key ? constraint.named(null) : constraint);
    }
  }

  /** With the name that PostgreSQL gives it and, for a key USING INDEX, the index's columns. */
  private Constraint resolve(Name table, Constraint declared) {
    String usingIndex = declared.usingIndex();
    Constraint constraint = declared;
    if (usingIndex != null) {
      Index index = draft.schema.indexes.get(table.sibling(usingIndex));
      List<String> columns = index == null ? declared.columns() : index.keys();
      String name = declared.name() == null ? usingIndex : declared.name();
      constraint = declared.over(columns).named(name);
    }
    if (constraint.name() != null) {
      return constraint;
    }
    boolean indexed =
        constraint instanceof Constraint.PrimaryKey
            || constraint instanceof Constraint.Unique
            || constraint instanceof Constraint.Exclusion;
    return constraint.named(
        Naming.constraint(
            table.local(),
            constraint,
            chosen ->
                draft.constraintTaken(table.sibling(chosen))
                    || indexed && draft.schema.knowsRelation(table.sibling(chosen))));
  }

  private static Table refuseNull(Table table, Constraint constraint) {
    boolean refuses =
        constraint instanceof Constraint.PrimaryKey
            || constraint instanceof Constraint.NotNull notNull && notNull.validated();
    Table changed = table;
    for (String column : refuses ? constraint.columns() : List.<String>of()) {
      changed = Columns.change(changed, column, known -> known.withNotNull(true));
    }
    return changed;
  }

  private void index(Name table, Constraint constraint, Constraint declared) {
    String usingIndex = declared.usingIndex();
    Name name = table.sibling(constraint.name());
    Index used = usingIndex == null ? null : draft.schema.indexes.get(table.sibling(usingIndex));
    if (used != null) {
      draft.removeIndex(used.name());
      draft.moveMark(used.name(), name);
      draft.put(used.named(name).backing(constraint.name()));
      return;
    }
    switch (constraint) {
      case Constraint.PrimaryKey key -> put(name, table, "btree", key.columns());
      case Constraint.Unique key -> put(name, table, "btree", key.columns());
      case Constraint.Exclusion exclusion -> put(name, table, "gist", exclusion.columns());
      default -> {}
    }
  }

  private void put(Name name, Name table, String method, List<String> columns) {
    boolean unique = method.equals("btree");
    draft.put(new Index(name, table, unique, true, method, columns, List.of(), null, name.local()));
    draft.mark(name, Draft.WHOLE);
  }

  void validate(Name name, String constraint) {
    replace(name, constraint, Constraint::asValidated);
    Table table = draft.table(name);
    if (table != null && table.constraint(constraint).isPresent()) {
      draft.put(refuseNull(table, table.constraint(constraint).get()));
    }
    draft.schema.partitionsOf(name).forEach(p -> validate(p.name(), constraint));
  }

  void rename(Name name, String constraint, String newName) {
    replace(name, constraint, known -> known.named(newName));
    draft.moveMark(name, constraint, newName);
    Index index = draft.schema.indexes.get(name.sibling(constraint));
    if (index != null && constraint.equals(index.constraint())) {
      draft.removeIndex(index.name());
      draft.moveMark(index.name(), name.sibling(newName));
      draft.put(index.named(name.sibling(newName)).backing(newName));
    }
    draft.schema.partitionsOf(name).stream()
        .filter(partition -> partition.constraint(constraint).isPresent())
        .forEach(partition -> rename(partition.name(), constraint, newName));
  }

  private void replace(Name name, String constraint, UnaryOperator<Constraint> change) {
    Table table = draft.table(name);
    if (table != null && table.constraint(constraint).isPresent()) {
      draft.put(
          table.withConstraints(
              table.constraints().stream()
                  .map(c -> constraint.equals(c.name()) ? change.apply(c) : c)
                  .toList()));
    }
  }

  void drop(Name name, String constraint, boolean cascade) {
    Table table = draft.table(name);
    if (table == null) {
      return;
    }
    Constraint known = table.constraint(constraint).orElse(null);
    String refused =
        known instanceof Constraint.NotNull notNull
            ? notNull.column()
            : known == null ? notNullColumn(table, constraint) : null;
    if (refused != null) {
      table = Columns.change(table, refused, column -> column.withNotNull(false));
    }
    draft.put(
        table.withConstraints(
            table.constraints().stream().filter(c -> !constraint.equals(c.name())).toList()));
    draft.unmark(name, constraint);
    Index index = draft.schema.indexes.get(name.sibling(constraint));
    if (index != null && constraint.equals(index.constraint())) {
      draft.removeIndex(index.name());
      draft.unmark(index.name());
    }
    if (cascade && known != null) {
      dropReferencesTo(name, known.columns());
    }
    for (Table partition : draft.schema.partitionsOf(name)) {
      drop(partition.name(), inherited(partition, known, constraint), cascade);
    }
  }

  /** The name under which a partition has a constraint of its parent: keys have their own. */
  private static String inherited(Table partition, Constraint parent, String name) {
    boolean key = parent instanceof Constraint.PrimaryKey || parent instanceof Constraint.Unique;
    return partition.constraints().stream()
        .filter(c -> key && c.getClass() == parent.getClass())
        .filter(c -> c.columns().equals(parent.columns()))
        .map(Constraint::name)
        .findFirst()
        .orElse(name);
  }

  /** From version 18 a NOT NULL is a constraint that is called {@code t_a_not_null}. */
  private static String notNullColumn(Table table, String constraint) {
    return table.columns().keySet().stream()
        .filter(column -> constraint.equals(table.name().local() + "_" + column + "_not_null"))
        .findFirst()
        .orElse(null);
  }

  /** Drops the foreign keys of other tables that need these columns to be unique. */
  void dropReferencesTo(Name referenced, List<String> columns) {
    Table target = draft.schema.tables.get(referenced);
    for (Name name : draft.schema.referencing(referenced)) {
      Table table = draft.schema.tables.get(name);
      draft.put(
          table.withConstraints(
              table.constraints().stream()
                  .filter(c -> !needs(c, referenced, target, columns))
                  .toList()));
    }
  }

  private static boolean needs(
      Constraint constraint, Name referenced, Table target, List<String> columns) {
    if (!(constraint instanceof Constraint.ForeignKey key)
        || !key.referenced().equals(referenced)) {
      return false;
    }
    List<String> primaryKey = target == null ? List.<String>of() : target.primaryKey();
    List<String> used = key.referencedColumns().isEmpty() ? primaryKey : key.referencedColumns();
    return used.isEmpty() || used.stream().anyMatch(columns::contains);
  }
}
