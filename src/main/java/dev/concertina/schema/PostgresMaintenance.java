package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;

/** What PostgreSQL does while tables are cleaned up, sorted, looked at and locked. */
final class PostgresMaintenance {

  private final Moment moment;

  PostgresMaintenance(Moment moment) {
    this.moment = moment;
  }

  Effect vacuum(Operation.Vacuum o) {
    Footprint footprint = new Footprint();
    if (moment.inTransaction()) {
      footprint.refuse("VACUUM cannot run inside a transaction block");
    }
    if (o.table() == null) {
      return footprint.effect();
    }
    Lock mode = o.full() ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE_UPDATE_EXCLUSIVE;
    moment.lockPartitions(footprint.lock(o.table(), mode, Role.OWN), o.table(), mode);
    if (o.full()) {
      moment.rewrite(footprint, o.table());
    }
    return footprint.effect();
  }

  Effect cluster(Operation.Cluster o) {
    Footprint footprint = new Footprint();
    boolean many = o.table() == null || moment.partitioned(o.table());
    if (moment.inTransaction() && many) {
      footprint.refuse("CLUSTER of several tables cannot run inside a transaction block");
    }
    if (o.table() == null) {
      return footprint.effect();
    }
    if (moment.partitioned(o.table()) && moment.version() < 15) {
      footprint.refuse("a partitioned table can't be clustered before PostgreSQL 15");
    }
    footprint.lock(o.table(), Lock.ACCESS_EXCLUSIVE, Role.OWN);
    moment.lockPartitions(footprint, o.table(), Lock.ACCESS_EXCLUSIVE);
    moment.rewrite(footprint, o.table());
    return footprint.effect();
  }

  Effect lock(Operation.LockTable o) {
    Footprint footprint = moment.descending(o.table(), o.mode());
    moment
        .schema()
        .view(o.table())
        .ifPresent(
            view ->
                moment
                    .read(view.query())
                    .forEach(table -> footprint.lock(table, o.mode(), Role.DEPENDENT)));
    return footprint.effect();
  }

  Effect analyze(Operation.Analyze o) {
    if (o.table() != null) {
      return moment.descending(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE).effect();
    }
    Footprint footprint = new Footprint();
    moment.schema().tables().stream()
        .map(Table::name)
        .sorted()
        .forEach(t -> footprint.lock(t, Lock.SHARE_UPDATE_EXCLUSIVE, Role.DEPENDENT));
    return footprint.effect();
  }
}
