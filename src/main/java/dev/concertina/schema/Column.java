package dev.concertina.schema;

/**
 * A column, as a statement declares it and as the schema keeps it.
 *
 * @param name folded name
 * @param type its type; never null
 * @param notNull whether NULL is refused by the column itself
 * @param defaultValue the database default, or null
 * @param generated how its value comes about
 * @param collation the collation that is written, or null
 */
public record Column(
    String name,
    DataType type,
    boolean notNull,
    Expression defaultValue,
    Generated generated,
    String collation) {

  /** How a column gets its value when an INSERT leaves it out. */
  public enum Generated {
    /** By its default, or NULL. */
    NO,
    IDENTITY_ALWAYS,
    IDENTITY_BY_DEFAULT,
    /** Computed and stored: adding one rewrites the table. */
    STORED,
    /** Computed when read: PostgreSQL 18. */
    VIRTUAL;

    /** Whether this is one of the two kinds of identity column. */
    public boolean identity() {
      return this == IDENTITY_ALWAYS || this == IDENTITY_BY_DEFAULT;
    }
  }

  /** A nullable column without anything special. */
  public static Column of(String name, DataType type) {
    return new Column(name, type, false, null, Generated.NO, null);
  }

  /** Whether an INSERT that leaves this column out still gets a value other than NULL. */
  public boolean fillsItself() {
    return generated != Generated.NO
        || type.isSerial()
        || defaultValue != null && !defaultValue.detail().nullLiteral();
  }

  public Column named(String newName) {
    return new Column(newName, type, notNull, defaultValue, generated, collation);
  }

  public Column typed(DataType newType, String newCollation) {
    return new Column(name, newType, notNull, defaultValue, generated, newCollation);
  }

  public Column withNotNull(boolean newNotNull) {
    return new Column(name, type, newNotNull, defaultValue, generated, collation);
  }

  public Column withDefault(Expression newDefault) {
    return new Column(name, type, notNull, newDefault, generated, collation);
  }

  public Column withGenerated(Generated newGenerated) {
    return new Column(name, type, notNull, defaultValue, newGenerated, collation);
  }
}
