package dev.concertina.django;

/**
 * The column of a field.
 *
 * @param type as it is declared, without what follows it
 * @param family what decides whether a change of the type needs a cast: two {@code varchar} of
 *     other lengths are one family
 * @param suffix what makes it count by itself, or an empty text
 * @param collation or null
 * @param check the condition that its kind adds, or null
 * @param indexed whether an index of its own is asked for
 * @param comment or null
 * @param databaseDefault the expression of {@code db_default}, or null
 * @param generated the expression that it is computed by, or null
 * @param reference what it refers to, or null
 * @param tablespace of an index that it implies, or null
 */
record FieldColumn(
    String name,
    FieldKind kind,
    String type,
    String family,
    String suffix,
    String collation,
    String check,
    boolean nullable,
    boolean unique,
    boolean primaryKey,
    boolean indexed,
    String comment,
    String databaseDefault,
    String generated,
    Reference reference,
    String tablespace) {

  /**
   * @param table null when it can't be told which model is meant
   * @param enforced whether there is a constraint in the database
   */
  record Reference(String table, String column, boolean enforced) {}

  String quoted() {
    return Names.quote(name);
  }

  /** Whether Django gives it a second index for LIKE, and with which operator class; or null. */
  String likeOperators() {
    if (!indexed && !unique || type.endsWith("]")) {
      return null;
    } else if (type.startsWith("varchar")) {
      return "varchar_pattern_ops";
    }
    return type.startsWith("text") ? "text_pattern_ops" : null;
  }

  /** Whether an index of its own is made for it. */
  boolean ownIndex() {
    return indexed && !unique;
  }

  boolean enforcesReference() {
    return reference != null && reference.enforced();
  }
}
