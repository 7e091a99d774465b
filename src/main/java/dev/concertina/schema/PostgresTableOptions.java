package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Operation.TableOption;
import java.util.List;

/** What PostgreSQL does while a table as a whole gets other settings. */
final class PostgresTableOptions {

  private final Moment moment;

  PostgresTableOptions(Moment moment) {
    this.moment = moment;
  }

  Effect change(TableOption o) {
    Name table = o.table();
    if (moment.schema().index(table).isPresent()) {
      boolean moves = o.option() == TableOption.Option.TABLESPACE;
      Lock mode = moves ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE_UPDATE_EXCLUSIVE;
      return new Footprint().lock(table, mode, Role.INDEX).effect();
    }
    return switch (o.option()) {
      case LOGGED, UNLOGGED -> logged(o);
      case TABLESPACE -> tablespace(o);
      case ACCESS_METHOD -> accessMethod(o);
      case STORAGE_PARAMETERS -> {
        // user_catalog_table is the one that is not gentle. Measured.
        boolean strong = o.detail() != null && o.detail().contains("user_catalog_table");
        Lock mode = strong ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE_UPDATE_EXCLUSIVE;
        yield moment.alone(table, mode).effect();
      }
      case CLUSTER_ON -> {
        Footprint footprint = moment.alone(table, Lock.SHARE_UPDATE_EXCLUSIVE);
        yield index(footprint, o, Lock.SHARE_UPDATE_EXCLUSIVE).effect();
      }
      case WITHOUT_CLUSTER -> moment.alone(table, Lock.SHARE_UPDATE_EXCLUSIVE).effect();
      case REPLICA_IDENTITY ->
          index(moment.alone(table, Lock.ACCESS_EXCLUSIVE), o, Lock.SHARE).effect();
      case ENABLE_TRIGGER, DISABLE_TRIGGER ->
          moment.descending(table, Lock.SHARE_ROW_EXCLUSIVE).effect();
      case INHERIT -> parent(o, Lock.SHARE_UPDATE_EXCLUSIVE);
      case NO_INHERIT -> parent(o, Lock.ACCESS_SHARE);
      case OWNER -> owner(o);
      case WITHOUT_OIDS,
          ENABLE_ROW_SECURITY,
          DISABLE_ROW_SECURITY,
          FORCE_ROW_SECURITY,
          NO_FORCE_ROW_SECURITY,
          OF_TYPE,
          NOT_OF_TYPE,
          ENABLE_RULE,
          DISABLE_RULE,
          FOREIGN_OPTIONS ->
          moment.alone(table, Lock.ACCESS_EXCLUSIVE).effect();
    };
  }

  /** What belongs to the table goes to its new owner as well. Measured. */
  private Effect owner(TableOption o) {
    Footprint footprint = moment.alone(o.table(), Lock.ACCESS_EXCLUSIVE);
    moment.lockIndexes(footprint, o.table());
    for (Sequence sequence : moment.schema().sequencesOf(o.table())) {
      footprint.lock(sequence.name(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
    }
    return footprint.effect();
  }

  private Effect logged(TableOption o) {
    Footprint footprint = moment.alone(o.table(), Lock.ACCESS_EXCLUSIVE);
    boolean toLogged = o.option() == TableOption.Option.LOGGED;
    Operation.Persistence wanted =
        toLogged ? Operation.Persistence.PERMANENT : Operation.Persistence.UNLOGGED;
    boolean already =
        moment
            .schema()
            .table(o.table())
            .filter(Table::complete)
            .map(t -> t.persistence() == wanted)
            .orElse(false);
    if (!already) {
      refuseMixed(footprint, o.table(), wanted);
      moment.rewrite(footprint, o.table());
    }
    String state = toLogged ? "logged" : "unlogged";
    return footprint
        .because(already ? "the table is " + state + " already" : "every row is written again")
        .effect();
  }

  /** A logged table can't reference one that is not: it would outlive a crash alone. */
  private void refuseMixed(Footprint footprint, Name table, Operation.Persistence wanted) {
    List<Name> others =
        wanted == Operation.Persistence.UNLOGGED
            ? moment.schema().referencing(table)
            : moment.foreignKeys(table).stream().map(Constraint.ForeignKey::referenced).toList();
    for (Name other : others) {
      boolean mixed =
          moment
              .schema()
              .table(other)
              .filter(Table::complete)
              .map(known -> known.persistence() != wanted)
              .orElse(false);
      if (mixed && !other.equals(table)) {
        footprint.refuse("a foreign key ties it to " + other);
      }
    }
  }

  /** A partitioned table only says where new partitions go. Measured. */
  private Effect tablespace(TableOption o) {
    Footprint footprint = moment.alone(o.table(), Lock.ACCESS_EXCLUSIVE);
    return moment.partitioned(o.table())
        ? footprint.effect()
        : footprint
            .rewrite(o.table())
            .because("the table is copied to the other tablespace")
            .effect();
  }

  private Effect accessMethod(TableOption o) {
    Footprint footprint = moment.alone(o.table(), Lock.ACCESS_EXCLUSIVE);
    if (moment.version() < 15) {
      footprint.refuse("SET ACCESS METHOD exists from PostgreSQL 15 on");
    }
    if (moment.partitioned(o.table())) {
      return moment.version() < 17
          ? footprint.refuse("a partitioned table has no access method before 17").effect()
          : footprint.effect();
    }
    moment.rewrite(footprint, o.table());
    return footprint.because("another access method stores every row anew").effect();
  }

  private Footprint index(Footprint footprint, TableOption o, Lock mode) {
    Name index = o.detail() == null ? null : o.table().sibling(o.detail());
    boolean known = index != null && moment.schema().index(index).isPresent();
    return known ? footprint.lock(index, mode, Role.INDEX) : footprint;
  }

  private Effect parent(TableOption o, Lock mode) {
    Footprint footprint = moment.alone(o.table(), Lock.ACCESS_EXCLUSIVE);
    return o.detail() == null
        ? footprint.effect()
        : footprint.lock(Name.parse(o.detail()), mode, Role.PARENT).effect();
  }
}
