package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.List;
import java.util.Objects;

/** What PostgreSQL does while a column gets another type. */
final class PostgresTypeChange {

  private final Moment moment;
  private final Operation.ChangeType change;
  private final Name table;
  private final Column column;

  PostgresTypeChange(Moment moment, Operation.ChangeType change) {
    this.moment = moment;
    this.change = change;
    table = change.table();
    column = moment.schema().table(table).flatMap(t -> t.column(change.column())).orElse(null);
  }

  Effect effect() {
    TypeChange cost = cost();
    Footprint footprint = moment.descending(table, Lock.ACCESS_EXCLUSIVE).because(cost.reason());
    refuse(footprint);
    boolean rewrites = cost.cost() == TypeChange.Cost.REWRITE;
    if (rewrites) {
      moment.rewrite(footprint, table);
    }
    for (Name rows : moment.rows(table)) {
      indexes(footprint, rows, cost.cost());
      checks(footprint, rows);
    }
    foreignKeys(footprint, rewrites);
    if (column != null && column.generated().identity()) {
      moment
          .schema()
          .sequencesOf(table, column.name())
          .forEach(s -> footprint.lock(s.name(), Lock.SHARE_ROW_EXCLUSIVE, Role.DEPENDENT));
    }
    return footprint.effect();
  }

  private TypeChange cost() {
    Expression using = change.using();
    if (using != null && !BareColumn.in(using, change.column(), change.type())) {
      return new TypeChange(
          TypeChange.Cost.REWRITE, "USING " + using.text() + " is computed for every row");
    }
    TypeChange cost = TypeChange.of(column == null ? null : column.type(), change.type(), moment);
    boolean recollated =
        column != null
            && !Objects.equals(collation(column.collation()), collation(change.collation()));
    return cost.cost() == TypeChange.Cost.FREE && recollated
        ? new TypeChange(
            TypeChange.Cost.INDEX_REBUILD, "the collation changes, which orders indexes anew")
        : cost;
  }

  private static String collation(String written) {
    return "default".equals(written) || "pg_catalog.default".equals(written) ? null : written;
  }

  private void refuse(Footprint footprint) {
    for (View view : Dependents.views(moment.schema(), table, change.column())) {
      footprint.refuse("the view " + view.name() + " depends on " + change.column());
    }
    boolean key =
        moment
            .schema()
            .table(table)
            .map(t -> t.partitionKey().stream().anyMatch(k -> Words.mentions(k, change.column())))
            .orElse(false);
    if (key) {
      footprint.refuse(change.column() + " is part of the partition key");
    }
  }

  /**
   * An index on the column gets a new catalog entry. It keeps its file when nothing changes for it;
   * one over an expression or with a predicate never does. Measured.
   */
  private void indexes(Footprint footprint, Name rows, TypeChange.Cost cost) {
    for (Index index : moment.schema().indexesOf(rows)) {
      if (!index.covers(change.column())) {
        continue;
      }
      footprint.lock(index.name(), Lock.ACCESS_EXCLUSIVE, Role.INDEX);
      boolean keyed = index.keys().contains(change.column());
      boolean reordered = cost == TypeChange.Cost.INDEX_REBUILD && keyed;
      if (reordered || index.computesFrom(change.column())) {
        footprint.build(rows).scan(rows);
      }
    }
  }

  /** A validated check over the column is checked again, even when the change is free. Measured. */
  private void checks(Footprint footprint, Name rows) {
    for (Constraint constraint :
        moment.schema().table(rows).map(Table::constraints).orElse(List.of())) {
      boolean again =
          constraint instanceof Constraint.Check check
              && check.validated()
              && check.enforced()
              && (!check.condition().detail().understood()
                  || check.columns().contains(change.column()));
      if (again) {
        footprint
            .scan(rows)
            .because("the check " + constraint.name() + " on the column is checked again");
      }
    }
  }

  /**
   * Foreign keys over the column are dropped and made again, which locks both tables whatever the
   * change costs; they are checked again when it rewrites. Measured.
   */
  private void foreignKeys(Footprint footprint, boolean rewrites) {
    for (Constraint.ForeignKey key : moment.foreignKeys(table)) {
      if (key.columns().contains(change.column())) {
        // A key that is not enforced has no triggers there. Measured.
        Lock mode = key.enforced() ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE_ROW_EXCLUSIVE;
        moment.lockOther(footprint, key.referenced(), mode, Role.REFERENCED);
        validate(footprint, key, table, rewrites);
      }
    }
    for (Name other : moment.schema().referencing(table)) {
      for (Constraint.ForeignKey key : moment.foreignKeys(other)) {
        if (Dependents.references(moment.schema(), key, table, change.column())) {
          moment.lockOther(footprint, other, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
          validate(footprint, key, other, rewrites);
        }
      }
    }
  }

  private void validate(
      Footprint footprint, Constraint.ForeignKey key, Name owner, boolean rewrites) {
    if (rewrites && key.validated() && key.enforced()) {
      moment.scan(footprint, owner);
      moment.scan(footprint, key.referenced());
    }
  }
}
