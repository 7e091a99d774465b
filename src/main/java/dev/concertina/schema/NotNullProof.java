package dev.concertina.schema;

/**
 * What spares SET NOT NULL its scan: a check that every row has passed and that NULL can't pass.
 * Source: "ALTER TABLE" in the PostgreSQL manual, SET NOT NULL, from version 12; measured.
 */
public final class NotNullProof {

  private NotNullProof() {}

  /**
   * The name of the check that proves it, or null when none does. A check that the same ALTER TABLE
   * drops does not count, and only the caller can see that.
   */
  public static String of(Schema schema, Name table, String column) {
    return schema.table(table).map(Table::constraints).stream()
        .flatMap(constraints -> constraints.stream())
        .filter(
            constraint ->
                constraint instanceof Constraint.Check check
                    && check.validated()
                    && check.enforced()
                    && check.condition().detail().impliesNotNull(column))
        .map(Constraint::name)
        .findFirst()
        .orElse(null);
  }

  /** Whether no row can have NULL there: the column refuses it, or a check proves it. */
  static boolean holds(Moment moment, Name table, String column) {
    boolean refused =
        moment
            .schema()
            .table(table)
            .flatMap(t -> t.column(column))
            .map(Column::notNull)
            .orElse(false);
    return refused || moment.version() >= 12 && of(moment.schema(), table, column) != null;
  }
}
