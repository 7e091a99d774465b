package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL does while constraints come, go and are validated. */
final class PostgresConstraints {

  private final Moment moment;

  PostgresConstraints(Moment moment) {
    this.moment = moment;
  }

  Effect add(Operation.AddConstraint o) {
    Name table = o.table();
    return switch (o.constraint()) {
      case Constraint.PrimaryKey key -> key(table, key);
      case Constraint.Unique key -> key(table, key);
      case Constraint.Exclusion exclusion -> {
        Footprint footprint = moment.descending(table, Lock.ACCESS_EXCLUSIVE);
        moment.build(footprint, table);
        yield footprint.because("an exclusion constraint builds its index at once").effect();
      }
      case Constraint.Check check -> {
        Footprint footprint = moment.descending(table, Lock.ACCESS_EXCLUSIVE);
        check(footprint, table, check);
        yield footprint.effect();
      }
      case Constraint.NotNull notNull -> {
        Footprint footprint = moment.descending(table, Lock.ACCESS_EXCLUSIVE);
        if (moment.version() < 18) {
          footprint.refuse("NOT NULL as a constraint of its own exists from PostgreSQL 18 on");
        }
        if (notNull.validated()) {
          new PostgresColumns(moment).requireNotNull(footprint, table, notNull.column());
        }
        yield footprint.effect();
      }
      case Constraint.ForeignKey key -> {
        Footprint footprint = moment.descending(table, Lock.SHARE_ROW_EXCLUSIVE);
        foreignKey(footprint, table, key, true);
        boolean unvalidated = !key.validated() && key.enforced();
        if (unvalidated && moment.partitioned(table) && moment.version() < 18) {
          footprint.refuse("a partitioned table can't have a NOT VALID foreign key before 18");
        }
        yield footprint.effect();
      }
    };
  }

  /** What a constraint that stands in ADD COLUMN does beside adding the column. */
  void inline(Footprint footprint, Name table, Constraint constraint, boolean filled) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> moment.build(footprint.because(building(key)), table);
      case Constraint.Unique key -> moment.build(footprint.because(building(key)), table);
      case Constraint.Exclusion key -> moment.build(footprint.because(building(key)), table);
      case Constraint.Check check -> check(footprint, table, check);
      case Constraint.NotNull notNull -> {}
      // Nothing to check while every row has NULL there. Measured.
      case Constraint.ForeignKey key -> foreignKey(footprint, table, key, filled);
    }
  }

  private static String building(Constraint constraint) {
    String kind =
        switch (constraint) {
          case Constraint.PrimaryKey key -> "PRIMARY KEY";
          case Constraint.Unique key -> "UNIQUE";
          default -> "EXCLUDE";
        };
    return kind + " builds its index at once";
  }

  private void check(Footprint footprint, Name table, Constraint.Check check) {
    if (!check.enforced() && moment.version() < 18) {
      footprint.refuse("NOT ENFORCED exists from PostgreSQL 18 on");
    }
    if (check.validated() && check.enforced()) {
      moment.scan(footprint.because("every row is checked"), table);
    }
  }

  private void foreignKey(
      Footprint footprint, Name table, Constraint.ForeignKey key, boolean filled) {
    Lock mode = Lock.SHARE_ROW_EXCLUSIVE;
    if (!key.referenced().equals(table)) {
      moment.lockOther(footprint, key.referenced(), mode, Role.REFERENCED);
    }
    if (!key.enforced() && moment.version() < 18) {
      footprint.refuse("NOT ENFORCED exists from PostgreSQL 18 on");
    }
    if (key.validated() && key.enforced() && filled) {
      moment.scan(footprint, table);
      moment.scan(footprint, key.referenced());
      footprint.because("every row is looked up in " + key.referenced());
    }
  }

  private Effect key(Name table, Constraint key) {
    boolean primary = key instanceof Constraint.PrimaryKey;
    Footprint footprint = moment.alone(table, Lock.ACCESS_EXCLUSIVE);
    if (key instanceof Constraint.Unique unique && unique.nullsNotDistinct()) {
      refuseNullsNotDistinct(footprint);
    }
    List<String> columns = key.columns();
    if (key.usingIndex() != null) {
      Name name = table.sibling(key.usingIndex());
      boolean renamed = key.name() != null && !key.name().equals(key.usingIndex());
      Lock mode = renamed ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_SHARE;
      footprint.lock(name, mode, Role.INDEX);
      columns = moment.schema().index(name).map(Index::keys).orElse(columns);
      if (primary && columns.isEmpty()) {
        moment.scan(footprint.because("the index " + name + " is not known"), table);
      }
    } else {
      moment.build(footprint.because(building(key)), table);
    }
    boolean refusesNull = false;
    for (String column : primary ? columns : List.<String>of()) {
      if (!refused(table, column)) {
        refusesNull = true;
        new PostgresColumns(moment).requireNotNull(footprint, table, column);
      }
    }
    // Before 18 the index alone needs no more than SHARE on the partitions. Measured on 15 and 18.
    boolean strong = refusesNull || moment.version() >= 18;
    moment.lockPartitions(footprint, table, strong ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE);
    return footprint.effect();
  }

  private void refuseNullsNotDistinct(Footprint footprint) {
    if (moment.version() < 15) {
      footprint.refuse("NULLS NOT DISTINCT exists from PostgreSQL 15 on");
    }
  }

  private boolean refused(Name table, String column) {
    return moment
        .schema()
        .table(table)
        .flatMap(t -> t.column(column))
        .map(Column::notNull)
        .orElse(false);
  }

  Effect validate(Operation.ValidateConstraint o) {
    Name table = o.table();
    Footprint footprint = moment.descending(table, Lock.SHARE_UPDATE_EXCLUSIVE);
    Constraint known = known(table, o.constraint());
    if (known != null && known.validated()) {
      return footprint.because("the constraint is validated already").effect();
    }
    moment.scan(footprint, table);
    if (known instanceof Constraint.ForeignKey key) {
      footprint.lock(key.referenced(), Lock.ROW_SHARE, Role.REFERENCED);
      for (Name partition : moment.partitions(key.referenced())) {
        footprint.lock(partition, Lock.ACCESS_SHARE, Role.PARTITION);
      }
      moment.scan(footprint, key.referenced());
    }
    return footprint.because("every row is checked while reads and writes go on").effect();
  }

  Effect drop(Operation.DropConstraint o) {
    Name table = o.table();
    Footprint footprint = moment.descending(table, Lock.ACCESS_EXCLUSIVE);
    Constraint known = known(table, o.constraint());
    if (known instanceof Constraint.ForeignKey key) {
      moment.lockOther(footprint, key.referenced(), Lock.ACCESS_EXCLUSIVE, Role.REFERENCED);
      footprint.because("dropping a foreign key locks " + key.referenced() + " as well");
    }
    for (Name part : descent(table)) {
      for (Index index : moment.schema().indexesOf(part)) {
        boolean own = part.equals(table) && o.constraint().equals(index.constraint());
        boolean inherited =
            !part.equals(table)
                && index.constraint() != null
                && known != null
                && index.keys().equals(known.columns());
        if (own || inherited) {
          footprint.lock(index.name(), Lock.ACCESS_EXCLUSIVE, Role.INDEX);
        }
      }
    }
    if (known instanceof Constraint.PrimaryKey || known instanceof Constraint.Unique) {
      dropKey(footprint, table, known, o.cascade());
    }
    return footprint.effect();
  }

  private List<Name> descent(Name table) {
    List<Name> all = new ArrayList<>(moment.partitions(table));
    all.add(0, table);
    return all;
  }

  private void dropKey(Footprint footprint, Name table, Constraint key, boolean cascade) {
    for (Name other : moment.schema().referencing(table)) {
      boolean needs =
          moment.foreignKeys(other).stream()
              .filter(foreign -> foreign.referenced().equals(table))
              .anyMatch(foreign -> needs(foreign, key));
      if (needs && cascade) {
        moment.lockOther(footprint, other, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
      } else if (needs) {
        footprint.refuse("a foreign key of " + other + " depends on it");
      }
    }
  }

  private static boolean needs(Constraint.ForeignKey foreign, Constraint key) {
    return foreign.referencedColumns().isEmpty()
        ? key instanceof Constraint.PrimaryKey
        : foreign.referencedColumns().equals(key.columns());
  }

  /**
   * Only ENFORCED has work to do; what else could be asked of a key that is not? Measured on 18.
   */
  Effect alter(Operation.AlterConstraint o) {
    Footprint footprint = moment.descending(o.table(), Lock.ACCESS_EXCLUSIVE);
    if (known(o.table(), o.constraint()) instanceof Constraint.ForeignKey key && !key.enforced()) {
      moment.lockOther(footprint, key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
      moment.scan(footprint, o.table());
      moment.scan(footprint, key.referenced());
      footprint.because("every row is looked up in " + key.referenced());
    }
    return footprint.effect();
  }

  Effect rename(Operation.RenameConstraint o) {
    Constraint known = known(o.table(), o.constraint());
    Footprint footprint =
        known instanceof Constraint.Check
            ? moment.descending(o.table(), Lock.ACCESS_EXCLUSIVE)
            : moment.alone(o.table(), Lock.ACCESS_EXCLUSIVE);
    for (Index index : moment.schema().indexesOf(o.table())) {
      if (o.constraint().equals(index.constraint())) {
        footprint.lock(index.name(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX);
      }
    }
    return footprint.effect();
  }

  private Constraint known(Name table, String constraint) {
    return moment.schema().table(table).flatMap(t -> t.constraint(constraint)).orElse(null);
  }
}
