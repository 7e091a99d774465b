package dev.concertina.schema;

import java.util.List;

/**
 * A table constraint as a statement declares it and as the schema keeps it. {@code name} is null
 * only in a statement that leaves it to the database; the schema fills in PostgreSQL's own choice.
 */
public sealed interface Constraint {

  /** The folded name, or null where the statement gives none. */
  String name();

  /** The same constraint under another name. */
  Constraint named(String name);

  /** The constrained columns of the own table, folded; for a check, those it reads. */
  List<String> columns();

  /** Whether the rows that are already there have been checked: false for {@code NOT VALID}. */
  boolean validated();

  /** The index that becomes the constraint's, or null. */
  default String usingIndex() {
    return null;
  }

  /** The same constraint over these columns, where an index says which they are. */
  default Constraint over(List<String> keys) {
    return this;
  }

  /** The same constraint after {@code VALIDATE CONSTRAINT}. */
  default Constraint asValidated() {
    return this;
  }

  /**
   * @param usingIndex the index that becomes the key, or null
   */
  record PrimaryKey(String name, List<String> columns, String usingIndex) implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }

    @Override
    public boolean validated() {
      return true;
    }

    @Override
    public PrimaryKey named(String name) {
      return new PrimaryKey(name, columns, usingIndex);
    }

    @Override
    public PrimaryKey over(List<String> keys) {
      return new PrimaryKey(name, keys, usingIndex);
    }
  }

  /**
   * @param usingIndex the index that becomes the constraint's, or null
   */
  record Unique(String name, List<String> columns, String usingIndex, boolean nullsNotDistinct)
      implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }

    @Override
    public boolean validated() {
      return true;
    }

    @Override
    public Unique named(String name) {
      return new Unique(name, columns, usingIndex, nullsNotDistinct);
    }

    @Override
    public Unique over(List<String> keys) {
      return new Unique(name, keys, usingIndex, nullsNotDistinct);
    }
  }

  /**
   * @param referenced the table that is referenced
   * @param referencedColumns its columns; empty when the primary key is meant
   * @param onDelete the action in upper case ({@code CASCADE}), or null
   * @param enforced false for {@code NOT ENFORCED}
   */
  record ForeignKey(
      String name,
      List<String> columns,
      Name referenced,
      List<String> referencedColumns,
      String onDelete,
      boolean validated,
      boolean enforced)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }

    /** Whether a row that others refer to can't be deleted. */
    public boolean keepsParents() {
      return onDelete == null || onDelete.equals("NO ACTION") || onDelete.equals("RESTRICT");
    }

    /** Whether a deleted row takes those along that refer to it. */
    public boolean cascades() {
      return "CASCADE".equals(onDelete);
    }

    @Override
    public ForeignKey named(String name) {
      return new ForeignKey(
          name, columns, referenced, referencedColumns, onDelete, validated, enforced);
    }

    @Override
    public ForeignKey asValidated() {
      return new ForeignKey(name, columns, referenced, referencedColumns, onDelete, true, enforced);
    }
  }

  /**
   * @param enforced false for {@code NOT ENFORCED}
   */
  record Check(
      String name, Expression condition, boolean validated, boolean enforced, boolean noInherit)
      implements Constraint {

    /** Sorted, so that messages and derived names are stable. */
    @Override
    public List<String> columns() {
      return condition.detail().columns().stream().sorted().toList();
    }

    @Override
    public Check named(String name) {
      return new Check(name, condition, validated, enforced, noInherit);
    }

    @Override
    public Check asValidated() {
      return new Check(name, condition, true, enforced, noInherit);
    }
  }

  /** PostgreSQL 18's named NOT NULL constraint, which can be {@code NOT VALID}. */
  record NotNull(String name, String column, boolean validated, boolean noInherit)
      implements Constraint {
    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public NotNull named(String name) {
      return new NotNull(name, column, validated, noInherit);
    }

    @Override
    public NotNull asValidated() {
      return new NotNull(name, column, true, noInherit);
    }
  }

  /**
   * @param columns the plain columns among its elements
   */
  record Exclusion(String name, List<String> columns) implements Constraint {
    public Exclusion {
      columns = List.copyOf(columns);
    }

    @Override
    public boolean validated() {
      return true;
    }

    @Override
    public Exclusion named(String name) {
      return new Exclusion(name, columns);
    }
  }
}
