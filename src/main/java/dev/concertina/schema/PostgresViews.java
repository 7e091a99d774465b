package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.List;

/** What PostgreSQL does while views come and are refreshed. */
final class PostgresViews {

  private final Moment moment;

  PostgresViews(Moment moment) {
    this.moment = moment;
  }

  Effect create(Operation.CreateView o) {
    View known = moment.schema().view(o.view()).orElse(null);
    Footprint footprint = new Footprint();
    if (o.ifNotExists() && known != null) {
      moment.read(footprint, o.query(), false);
      return footprint.because("the view is already there").effect();
    }
    if (o.orReplace()) {
      // An unknown view may be there as well, and is then replaced.
      footprint.lock(o.view(), Lock.ACCESS_EXCLUSIVE, Role.OWN);
    }
    if (o.orReplace() && known != null) {
      refuse(footprint, o, known);
    }
    if (o.materialized()) {
      moment.read(footprint, o.query(), o.withData());
    } else {
      // Only the relations that it names: what is behind a view is locked when it is read.
      o.query().detail().tables().stream()
          .sorted()
          .forEach(table -> footprint.lock(table, Lock.ACCESS_SHARE, Role.DEPENDENT));
    }
    return footprint.effect();
  }

  /** A replaced view may only get columns at its end. Measured. */
  private void refuse(Footprint footprint, Operation.CreateView o, View known) {
    List<String> before = known.outputs();
    List<String> after = View.of(o).createdIn(moment.schema()).outputs();
    boolean understood =
        !before.isEmpty()
            && !after.isEmpty()
            && !before.contains("*")
            && !after.contains("*")
            && !before.contains("?")
            && !after.contains("?");
    if (!understood) {
      return;
    }
    if (after.size() < before.size()) {
      footprint.refuse("CREATE OR REPLACE VIEW can't drop columns");
    } else if (!after.subList(0, before.size()).equals(before)) {
      footprint.refuse("CREATE OR REPLACE VIEW can't rename or reorder columns");
    }
  }

  Effect refresh(Operation.RefreshView o) {
    Name name = o.view();
    View known = moment.schema().view(name).orElse(null);
    Footprint footprint =
        moment.alone(name, o.concurrently() ? Lock.EXCLUSIVE : Lock.ACCESS_EXCLUSIVE);
    List<Index> indexes = moment.schema().indexesOf(name);
    if (o.concurrently()) {
      indexes.forEach(i -> footprint.lock(i.name(), Lock.ROW_EXCLUSIVE, Role.INDEX));
      footprint.scan(name);
      refuseConcurrently(footprint, o, known, indexes);
    } else {
      moment.lockIndexes(footprint, name);
      fill(footprint, o, indexes);
    }
    if (known != null && o.withData()) {
      moment.read(footprint, known.query(), true);
    }
    return footprint.effect();
  }

  /** WITH NO DATA leaves empty files behind. */
  private static void fill(Footprint footprint, Operation.RefreshView o, List<Index> indexes) {
    if (!o.withData()) {
      return;
    }
    footprint.rewrite(o.view());
    if (!indexes.isEmpty()) {
      footprint.build(o.view()).scan(o.view());
    }
  }

  private static void refuseConcurrently(
      Footprint footprint, Operation.RefreshView o, View known, List<Index> indexes) {
    boolean unique = indexes.stream().anyMatch(i -> i.unique() && i.valid() && i.where() == null);
    if (known != null && !unique) {
      footprint.refuse("CONCURRENTLY needs a unique index without a WHERE on " + o.view());
    }
    if (!o.withData()) {
      footprint.refuse("CONCURRENTLY and WITH NO DATA exclude each other");
    }
  }

  /** DROP VIEW, DROP MATERIALIZED VIEW. */
  Effect drop(Operation.DropObject o) {
    Footprint footprint = moment.alone(o.name(), Lock.ACCESS_EXCLUSIVE);
    moment.lockIndexes(footprint, o.name());
    if (o.cascade()) {
      moment.lockViewsOn(footprint, o.name());
    }
    return footprint.effect();
  }
}
