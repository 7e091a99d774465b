package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Operation.TableOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What PostgreSQL does while whole tables come, go and change. */
final class PostgresTables {

  private final Moment moment;

  PostgresTables(Moment moment) {
    this.moment = moment;
  }

  /** The new table itself is nobody's to wait for. */
  Effect create(Operation.CreateTable o) {
    if (o.ifNotExists() && moment.schema().table(o.table()).isPresent()) {
      return Effect.NONE.because("the table is already there");
    }
    Footprint footprint = new Footprint();
    if (o.partitionOf() != null) {
      new PostgresPartitions(moment).partitionOf(footprint, o.partitionOf());
    }
    o.like().forEach(source -> footprint.lock(source, Lock.ACCESS_SHARE, Role.DEPENDENT));
    for (Constraint constraint : o.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key && !key.referenced().equals(o.table())) {
        moment.lockOther(footprint, key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
      }
    }
    return footprint.effect();
  }

  Effect createAs(Operation.CreateTableAs o) {
    Footprint footprint = new Footprint();
    moment.read(footprint, o.query(), true);
    return footprint.effect();
  }

  Effect drop(Operation.DropTable o) {
    Footprint footprint = new Footprint();
    drop(footprint, o.table(), Role.OWN, o.cascade());
    moment
        .schema()
        .table(o.table())
        .map(Table::partition)
        .ifPresent(place -> leaveParent(footprint, o.table(), place.table()));
    return footprint.effect();
  }

  private void drop(Footprint footprint, Name table, Role role, boolean cascade) {
    footprint.lock(table, Lock.ACCESS_EXCLUSIVE, role);
    moment.lockIndexes(footprint, table);
    for (Sequence sequence : sequences(table)) {
      footprint.lock(sequence.name(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
    }
    for (Constraint.ForeignKey key : moment.foreignKeys(table)) {
      moment.lockOther(footprint, key.referenced(), Lock.ACCESS_EXCLUSIVE, Role.REFERENCED);
    }
    if (cascade) {
      for (Name other : moment.schema().referencing(table)) {
        moment.lockOther(footprint, other, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
      }
      moment.lockViewsOn(footprint, table);
    } else {
      moment
          .schema()
          .viewsOn(table)
          .forEach(view -> footprint.refuse("the view " + view.name() + " depends on it"));
    }
    moment
        .schema()
        .partitionsOf(table)
        .forEach(partition -> drop(footprint, partition.name(), Role.PARTITION, cascade));
  }

  private List<Sequence> sequences(Name table) {
    List<Sequence> sequences = new ArrayList<>();
    moment
        .schema()
        .table(table)
        .ifPresent(
            known ->
                known
                    .columns()
                    .keySet()
                    .forEach(c -> sequences.addAll(moment.schema().sequencesOf(table, c))));
    return sequences;
  }

  /** The parent and its default partition get other bounds to route by. Measured. */
  private void leaveParent(Footprint footprint, Name table, Name parent) {
    footprint.lock(parent, Lock.ACCESS_EXCLUSIVE, Role.PARENT);
    Name defaultPartition = moment.defaultPartition(parent);
    if (defaultPartition != null && !defaultPartition.equals(table)) {
      footprint.lock(defaultPartition, Lock.ACCESS_EXCLUSIVE, Role.DEFAULT_PARTITION);
    }
  }

  /** ALTER TABLE … RENAME also takes indexes, and is gentle there. */
  Effect rename(Operation.RenameTable o) {
    boolean gentle = moment.schema().index(o.table()).isPresent() && moment.version() >= 12;
    return moment
        .alone(o.table(), gentle ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE)
        .effect();
  }

  /** The tables that TRUNCATE … CASCADE empties, the table itself first. */
  static Set<Name> truncated(Moment moment, Name table, boolean cascade) {
    Set<Name> emptied = new LinkedHashSet<>(List.of(table));
    List<Name> open = new ArrayList<>(emptied);
    while (!open.isEmpty()) {
      Name next = open.remove(0);
      List<Name> more = new ArrayList<>(moment.partitions(next));
      if (cascade) {
        more.addAll(moment.schema().referencing(next));
      }
      more.stream().filter(emptied::add).forEach(open::add);
    }
    return emptied;
  }

  /** New empty files take the place of the old ones: no row is written. */
  Effect truncate(Operation.Truncate o) {
    Footprint footprint = new Footprint();
    List<Name> partitions = moment.partitions(o.table());
    for (Name table : truncated(moment, o.table(), o.cascade())) {
      Role role =
          table.equals(o.table())
              ? Role.OWN
              : partitions.contains(table) ? Role.PARTITION : Role.REFERENCING;
      footprint.lock(table, Lock.ACCESS_EXCLUSIVE, role);
      moment.lockIndexes(footprint, table);
    }
    return footprint.effect();
  }

  Effect option(TableOption o) {
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
    for (Sequence sequence : sequences(o.table())) {
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
      moment.rewrite(footprint, o.table());
    }
    String state = toLogged ? "logged" : "unlogged";
    return footprint
        .because(already ? "the table is " + state + " already" : "every row is written again")
        .effect();
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
