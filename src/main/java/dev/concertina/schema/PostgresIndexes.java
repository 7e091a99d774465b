package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Operation.ObjectKind;

/** What PostgreSQL does while indexes come, go and are rebuilt. */
final class PostgresIndexes {

  private final Moment moment;

  PostgresIndexes(Moment moment) {
    this.moment = moment;
  }

  Effect create(Operation.CreateIndex o) {
    Name table = o.table();
    Lock mode = o.concurrently() ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.SHARE;
    boolean whole = !o.only() && !o.concurrently();
    Footprint footprint = whole ? moment.descending(table, mode) : moment.alone(table, mode);
    if (o.concurrently()) {
      refuseInTransaction(footprint, "CREATE INDEX CONCURRENTLY");
      if (moment.partitioned(table)) {
        footprint.refuse(table + " is partitioned, and CONCURRENTLY can't build there");
      }
    }
    if (o.nullsNotDistinct() && moment.version() < 15) {
      footprint.refuse("NULLS NOT DISTINCT exists from PostgreSQL 15 on");
    }
    boolean exists = o.index() != null && moment.schema().index(o.index()).isPresent();
    if (o.ifNotExists() && exists) {
      return footprint.because("the index is already there").effect();
    }
    if (o.only() && moment.partitioned(table)) {
      return footprint.because("ON ONLY builds nothing").effect();
    }
    moment.build(footprint, table);
    return footprint.effect();
  }

  private void refuseInTransaction(Footprint footprint, String command) {
    if (moment.inTransaction()) {
      footprint.refuse(command + " cannot run inside a transaction block");
    }
  }

  Effect drop(Operation.DropIndex o) {
    Index index = moment.schema().index(o.index()).orElse(null);
    Lock mode = o.concurrently() ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
    if (o.concurrently()) {
      Footprint refused = new Footprint();
      refuseInTransaction(refused, "DROP INDEX CONCURRENTLY");
      if (o.cascade()) {
        refused.refuse("DROP INDEX CONCURRENTLY does not support CASCADE");
      }
      return drop(o, index, mode, refused);
    }
    return drop(o, index, mode, new Footprint());
  }

  private Effect drop(Operation.DropIndex o, Index index, Lock mode, Footprint footprint) {
    if (index == null) {
      // Its table is as unknown as the index, and locked as well.
      return footprint.lock(o.index(), mode, Role.OWN).effect();
    }
    footprint.lock(index.table(), mode, Role.OWN);
    // CONCURRENTLY takes ACCESS EXCLUSIVE as well, when nobody can see the index any more.
    // Measured.
    footprint.lock(o.index(), mode, Role.INDEX);
    if (index.constraint() != null) {
      footprint.refuse("the constraint " + index.constraint() + " needs it");
    }
    if (moment.partitioned(index.table())) {
      if (o.concurrently()) {
        footprint.refuse("it is the index of a partitioned table");
      }
      moment.lockPartitions(footprint, index.table(), mode);
      for (Name partition : moment.partitions(index.table())) {
        for (Index part : moment.schema().indexesOf(partition)) {
          if (Indexes.alike(part, index)) {
            footprint.lock(part.name(), Lock.ACCESS_EXCLUSIVE, Role.INDEX);
          }
        }
      }
    }
    return footprint.effect();
  }

  /** Measured: the tables stay open to reads and writes. */
  Effect attach(Operation.AttachIndex o) {
    Footprint footprint = new Footprint();
    footprint.lock(o.index(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX);
    footprint.lock(o.partition(), Lock.ACCESS_EXCLUSIVE, Role.INDEX);
    moment
        .schema()
        .index(o.index())
        .ifPresent(i -> footprint.lock(i.table(), Lock.ACCESS_SHARE, Role.PARENT));
    moment
        .schema()
        .index(o.partition())
        .ifPresent(i -> footprint.lock(i.table(), Lock.ACCESS_SHARE, Role.PARTITION));
    return footprint.effect();
  }

  Effect reindex(Operation.Reindex o) {
    Footprint footprint = new Footprint();
    String command = "REINDEX " + (o.concurrently() ? "CONCURRENTLY" : o.what().name());
    if (o.concurrently()) {
      refuseInTransaction(footprint, command);
      if (moment.version() < 12) {
        footprint.refuse("REINDEX CONCURRENTLY exists from PostgreSQL 12 on");
      }
      if (o.what() == ObjectKind.SYSTEM || isOneOfCatalog(o)) {
        footprint.refuse("system catalogs can't be reindexed CONCURRENTLY");
      }
    }
    switch (o.what()) {
      case INDEX -> index(footprint, o);
      case TABLE -> {
        if (moment.partitioned(o.name()) && moment.version() < 14) {
          // It warns and does nothing. Measured.
          footprint.lock(o.name(), Lock.SHARE, Role.OWN);
          break;
        }
        if (moment.partitioned(o.name())) {
          refuseInTransaction(footprint, command);
        }
        table(footprint, o.name(), o.concurrently(), Role.OWN);
      }
      default -> {
        refuseInTransaction(footprint, command);
        moment.schema().tables().stream()
            .map(Table::name)
            .sorted()
            .filter(table -> o.what() != ObjectKind.SCHEMA || in(o.name(), table))
            .forEach(table -> table(footprint, table, o.concurrently(), Role.OWN));
      }
    }
    return footprint.effect();
  }

  private static boolean isOneOfCatalog(Operation.Reindex o) {
    boolean one = o.what() == ObjectKind.TABLE || o.what() == ObjectKind.INDEX;
    return one && o.name().isCatalog();
  }

  private static boolean in(Name schema, Name table) {
    return schema != null && new Name(schema.local(), "").schema().equals(table.schema());
  }

  private void index(Footprint footprint, Operation.Reindex o) {
    Lock tableMode = o.concurrently() ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.SHARE;
    Lock mode = o.concurrently() ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
    Index index = moment.schema().index(o.name()).orElse(null);
    if (index == null) {
      footprint.lock(o.name(), mode, Role.OWN).build(o.name()).scan(o.name());
      return;
    }
    if (moment.partitioned(index.table())) {
      refuseInTransaction(footprint, "REINDEX INDEX");
      if (moment.version() < 14) {
        footprint.refuse("the index of a partitioned table can't be reindexed before 14");
      }
    }
    footprint.lock(index.table(), tableMode, Role.OWN);
    footprint.lock(o.name(), mode, Role.INDEX);
    moment.build(footprint, index.table());
  }

  private void table(Footprint footprint, Name table, boolean concurrently, Role role) {
    Lock mode = concurrently ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.SHARE;
    Lock indexMode = concurrently ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
    footprint.lock(table, mode, role);
    moment.lockPartitions(footprint, table, mode);
    for (Name rows : moment.rows(table)) {
      moment
          .schema()
          .indexesOf(rows)
          .forEach(index -> footprint.lock(index.name(), indexMode, Role.INDEX));
      footprint.build(rows).scan(rows);
    }
  }
}
