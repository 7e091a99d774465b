package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Operation.ColumnOption;

/** What PostgreSQL does while columns come, go and change, except for their type. */
final class PostgresColumns {

  private final Moment moment;

  PostgresColumns(Moment moment) {
    this.moment = moment;
  }

  Effect add(Operation.AddColumn o) {
    Name table = o.table();
    Footprint footprint = moment.descending(table, Lock.ACCESS_EXCLUSIVE);
    Column column = o.column();
    if (o.ifNotExists() && known(table, column.name()) != null) {
      return footprint.because("the column is already there").effect();
    }
    if (column.generated() == Column.Generated.VIRTUAL && moment.version() < 18) {
      footprint.refuse("virtual generated columns exist from PostgreSQL 18 on");
    }
    if (column.generated() == Column.Generated.STORED && moment.version() < 12) {
      footprint.refuse("generated columns exist from PostgreSQL 12 on");
    }
    String rewrites = rewrites(column);
    if (rewrites != null) {
      moment.rewrite(footprint.because(rewrites), table);
    }
    boolean empty = !column.fillsItself() && !moment.schema().isNew(table);
    if (column.notNull() && empty) {
      footprint.refuse("rows that are already there would have NULL in " + column.name());
    }
    PostgresConstraints constraints = new PostgresConstraints(moment);
    boolean filled = column.fillsItself();
    o.constraints().forEach(c -> constraints.inline(footprint, table, c, filled));
    return footprint.because(free(column)).effect();
  }

  /** Why adding the column writes every row, or null when it does not. */
  private String rewrites(Column column) {
    String type = column.type().toString();
    Domain domain = column.type().dimensions() > 0 ? null : PostgresTypes.domain(column, moment);
    if (domain != null && domain.constrained()) {
      return "the domain " + type + " has a constraint, which is checked row by row";
    }
    if (column.type().isSerial()) {
      return type + " numbers the rows that are already there";
    }
    switch (column.generated()) {
      case IDENTITY_ALWAYS, IDENTITY_BY_DEFAULT -> {
        return "an identity column numbers the rows that are already there";
      }
      case STORED -> {
        return "a stored generated column is computed for every row";
      }
      case VIRTUAL -> {
        return null;
      }
      case NO -> {}
    }
    Expression value = column.defaultValue();
    if (value == null || value.detail().nullLiteral()) {
      return null;
    }
    return moment.version() < 11
        ? "before PostgreSQL 11 a column with a default is written to every row"
        : Volatility.perRow(value, moment.schema());
  }

  private static String free(Column column) {
    if (column.generated() == Column.Generated.VIRTUAL) {
      return "a virtual generated column is computed when it is read";
    }
    if (column.defaultValue() == null) {
      return "";
    }
    return column.defaultValue().detail().constant()
        ? "a constant default is kept once in the catalog"
        : "the default is computed once and kept in the catalog";
  }

  Effect drop(Operation.DropColumn o) {
    Name table = o.table();
    Footprint footprint = moment.descending(table, Lock.ACCESS_EXCLUSIVE);
    for (Index index : moment.schema().indexesOf(table)) {
      if (index.covers(o.column())) {
        footprint.lock(index.name(), Lock.ACCESS_EXCLUSIVE, Role.INDEX);
      }
    }
    for (Constraint.ForeignKey key : moment.foreignKeys(table)) {
      if (key.columns().contains(o.column())) {
        moment.lockOther(footprint, key.referenced(), Lock.ACCESS_EXCLUSIVE, Role.REFERENCED);
      }
    }
    for (Name other : Dependents.referencing(moment.schema(), table, o.column())) {
      moment.lockOther(footprint, other, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
      if (!o.cascade() && !other.equals(table)) {
        footprint.refuse("a foreign key of " + other + " depends on it");
      }
    }
    for (View view : Dependents.views(moment.schema(), table, o.column())) {
      if (o.cascade()) {
        footprint.lock(view.name(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
        moment.lockViewsOn(footprint, view.name());
      } else {
        footprint.refuse("the view " + view.name() + " depends on it");
      }
    }
    moment
        .schema()
        .sequencesOf(table, o.column())
        .forEach(s -> footprint.lock(s.name(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT));
    return footprint.effect();
  }

  Effect setNotNull(Operation.SetNotNull o) {
    Footprint footprint = moment.descending(o.table(), Lock.ACCESS_EXCLUSIVE);
    requireNotNull(footprint, o.table(), o.column());
    return footprint.effect();
  }

  /** Scans every partition in which nothing says that the column has no NULL. */
  void requireNotNull(Footprint footprint, Name table, String column) {
    for (Name rows : moment.rows(table)) {
      if (!NotNullProof.holds(moment, rows, column)) {
        footprint.scan(rows).because("no validated check proves that `" + column + "` has no NULL");
      }
    }
    String proof = NotNullProof.of(moment.schema(), table, column);
    Column known = known(table, column);
    footprint.because(
        known != null && known.notNull()
            ? column + " is NOT NULL already"
            : proof == null ? "" : "the check " + proof + " proves it");
  }

  Effect dropNotNull(Operation.DropNotNull o) {
    Footprint footprint = moment.descending(o.table(), Lock.ACCESS_EXCLUSIVE);
    boolean inKey =
        moment
            .schema()
            .table(o.table())
            .map(t -> t.primaryKey().contains(o.column()))
            .orElse(false);
    return (inKey ? footprint.refuse(o.column() + " is in the primary key") : footprint).effect();
  }

  Effect changeGeneration(Operation.ChangeGeneration o) {
    Name table = o.table();
    boolean descends =
        switch (o.change()) {
          case ADD_IDENTITY, SET_IDENTITY, DROP_IDENTITY -> moment.version() >= 17;
          case SET_EXPRESSION, DROP_EXPRESSION -> true;
        };
    Footprint footprint =
        descends
            ? moment.descending(table, Lock.ACCESS_EXCLUSIVE)
            : moment.alone(table, Lock.ACCESS_EXCLUSIVE);
    switch (o.change()) {
      case SET_IDENTITY -> lockSequences(footprint, o, Lock.SHARE_ROW_EXCLUSIVE);
      case DROP_IDENTITY -> lockSequences(footprint, o, Lock.ACCESS_EXCLUSIVE);
      case SET_EXPRESSION -> {
        if (moment.version() < 17) {
          footprint.refuse("SET EXPRESSION exists from PostgreSQL 17 on");
        }
        Column column = known(table, o.column());
        if (column == null || column.generated() != Column.Generated.VIRTUAL) {
          moment.rewrite(
              footprint.because("a stored generated column is computed for every row"), table);
        }
      }
      case DROP_EXPRESSION -> {
        if (moment.version() < 13) {
          footprint.refuse("DROP EXPRESSION exists from PostgreSQL 13 on");
        }
      }
      case ADD_IDENTITY -> {}
    }
    return footprint.effect();
  }

  private void lockSequences(Footprint footprint, Operation.ChangeGeneration o, Lock mode) {
    moment
        .schema()
        .sequencesOf(o.table(), o.column())
        .forEach(sequence -> footprint.lock(sequence.name(), mode, Role.DEPENDENT));
  }

  Effect option(ColumnOption o) {
    if (moment.schema().index(o.table()).isPresent()) {
      return new Footprint().lock(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX).effect();
    }
    Footprint footprint =
        switch (o.option()) {
          case STATISTICS -> moment.descending(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE);
          case ATTRIBUTES -> moment.alone(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE);
          case STORAGE -> moment.descending(o.table(), Lock.ACCESS_EXCLUSIVE);
          case COMPRESSION, FOREIGN_OPTIONS -> moment.alone(o.table(), Lock.ACCESS_EXCLUSIVE);
        };
    return o.option() == ColumnOption.Option.COMPRESSION && moment.version() < 14
        ? footprint.refuse("SET COMPRESSION exists from PostgreSQL 14 on").effect()
        : footprint.effect();
  }

  private Column known(Name table, String column) {
    return moment.schema().table(table).flatMap(t -> t.column(column)).orElse(null);
  }
}
