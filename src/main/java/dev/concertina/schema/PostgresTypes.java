package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL does while types and domains change. */
final class PostgresTypes {

  private final Moment moment;

  PostgresTypes(Moment moment) {
    this.moment = moment;
  }

  /** The domain that is a column's type, or null. */
  static Domain domain(Column column, Moment moment) {
    return moment.schema().domain(Name.parse(column.type().name())).orElse(null);
  }

  /** From version 12 a transaction may add a value, though not yet use it. */
  Effect addValue(Operation.AddEnumValue o) {
    boolean refused =
        moment.version() < 12 && moment.inTransaction() && !moment.schema().isNew(o.type());
    return refused
        ? Effect.NONE.refused(
            "ALTER TYPE … ADD VALUE cannot run inside a transaction block before PostgreSQL 12")
        : Effect.NONE;
  }

  Effect alterDomain(Operation.AlterDomain o) {
    boolean scans =
        switch (o.change()) {
          case ADD_CONSTRAINT -> o.constraint() == null || o.constraint().validated();
          case VALIDATE_CONSTRAINT, SET_NOT_NULL -> true;
          case DROP_CONSTRAINT, RENAME_CONSTRAINT, DROP_NOT_NULL, SET_DEFAULT, DROP_DEFAULT ->
              false;
        };
    if (!scans) {
      return Effect.NONE;
    }
    Footprint footprint = new Footprint();
    footprint.because("every table that uses " + o.domain() + " is read");
    if (moment.schema().domain(o.domain()).isEmpty()) {
      // Which tables those are is as unknown as the domain.
      return footprint.lock(o.domain(), Lock.SHARE, Role.OWN).scan(o.domain()).effect();
    }
    for (Name table : users(o.domain())) {
      footprint.lock(table, Lock.SHARE, Role.DEPENDENT).scan(table);
    }
    return footprint.effect();
  }

  /**
   * The tables with rows that have a column of this type, or of a domain over it. Measured: of a
   * partitioned table the partitions alone.
   */
  List<Name> users(Name type) {
    List<String> types = new ArrayList<>(List.of(type.toString()));
    for (int i = 0; i < types.size(); i++) {
      String base = types.get(i);
      moment.schema().domains().stream()
          .filter(domain -> domain.base().name().equals(base))
          .map(domain -> domain.name().toString())
          .filter(domain -> !types.contains(domain))
          .forEach(types::add);
    }
    return moment.schema().tables().stream()
        .filter(table -> !moment.partitioned(table.name()))
        .filter(
            table ->
                table.columns().values().stream().anyMatch(c -> types.contains(c.type().name())))
        .map(Table::name)
        .sorted()
        .toList();
  }

  /** CASCADE drops the columns, not the tables. Measured. */
  Effect drop(Operation.DropObject o) {
    Footprint footprint = new Footprint();
    moment.schema().tables().stream()
        .filter(table -> uses(table, o.name()))
        .map(Table::name)
        .sorted()
        .forEach(
            table -> {
              if (o.cascade()) {
                footprint.lock(table, Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
              } else {
                footprint.refuse("a column of " + table + " has it");
              }
            });
    return footprint.effect();
  }

  private static boolean uses(Table table, Name type) {
    return table.columns().values().stream().anyMatch(c -> c.type().name().equals(type.toString()));
  }
}
