package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Operation.ObjectKind;

/** What PostgreSQL does while objects of any other kind come, go and change. */
final class PostgresObjects {

  private static final String OWNED_BY = "owned by ";

  private final Moment moment;

  PostgresObjects(Moment moment) {
    this.moment = moment;
  }

  Effect create(Operation.CreateObject o) {
    if (o.what() == ObjectKind.SEQUENCE) {
      return lockOwner(new Footprint(), o.detail()).effect();
    }
    if (o.on() == null) {
      return Effect.NONE;
    }
    return switch (o.what()) {
      case STATISTICS, PUBLICATION -> on(o.on(), Lock.SHARE_UPDATE_EXCLUSIVE);
      default -> on(o.on(), Lock.ACCESS_EXCLUSIVE);
    };
  }

  private Effect on(Name relation, Lock mode) {
    return moment.alone(relation, mode).effect();
  }

  Effect drop(Operation.DropObject o) {
    return switch (o.what()) {
      case VIEW, MATERIALIZED_VIEW -> new PostgresViews(moment).drop(o);
      case FOREIGN_TABLE, TABLE ->
          new PostgresTables(moment)
              .drop(new Operation.DropTable(o.name(), o.ifExists(), o.cascade(), o.span()));
      case SEQUENCE -> dropSequence(o);
      case TYPE, DOMAIN -> new PostgresTypes(moment).drop(o);
      case SCHEMA -> dropSchema(o);
      case STATISTICS -> o.on() == null ? Effect.NONE : on(o.on(), Lock.SHARE_UPDATE_EXCLUSIVE);
      default -> o.on() == null ? Effect.NONE : on(o.on(), Lock.ACCESS_EXCLUSIVE);
    };
  }

  private Effect dropSequence(Operation.DropObject o) {
    Footprint footprint = moment.alone(o.name(), Lock.ACCESS_EXCLUSIVE);
    Sequence known = moment.schema().sequence(o.name()).orElse(null);
    if (known != null && known.table() != null && o.cascade()) {
      // The default that calls it goes as well. Measured.
      footprint.lock(known.table(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
    }
    if (known != null && !o.cascade() && fills(known)) {
      footprint.refuse("the column that it numbers depends on it");
    }
    return footprint.effect();
  }

  /** Whether its column gets values from it: one that is only owned by a column does not. */
  private boolean fills(Sequence sequence) {
    return moment
        .schema()
        .table(sequence.table() == null ? sequence.name() : sequence.table())
        .flatMap(table -> table.column(sequence.column()))
        .map(column -> column.generated().identity() || calls(column.defaultValue(), sequence))
        .orElse(false);
  }

  private static boolean calls(Expression value, Sequence sequence) {
    return value != null
        && value.detail().functions().contains("nextval")
        && value.text().contains(sequence.name().local());
  }

  private Effect dropSchema(Operation.DropObject o) {
    Footprint footprint = new Footprint();
    String schema = new Name(o.name().local(), "").schema();
    PostgresTables tables = new PostgresTables(moment);
    for (Table table : moment.schema().tables()) {
      if (!table.name().schema().equals(schema)) {
        continue;
      }
      if (!o.cascade()) {
        return footprint.refuse("the table " + table.name() + " is in it").effect();
      }
      footprint.add(tables.drop(new Operation.DropTable(table.name(), false, true, o.span())));
    }
    return footprint.effect();
  }

  Effect rename(Operation.RenameObject o) {
    return switch (o.what()) {
      case INDEX -> {
        // SHARE UPDATE EXCLUSIVE from version 12 on: its release notes; measured from 13.
        Lock mode = moment.version() >= 12 ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
        yield new Footprint().lock(o.name(), mode, Role.INDEX).effect();
      }
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE ->
          on(o.name(), Lock.ACCESS_EXCLUSIVE);
      case TRIGGER, POLICY, RULE ->
          o.on() == null ? Effect.NONE : moment.descending(o.on(), Lock.ACCESS_EXCLUSIVE).effect();
      default -> Effect.NONE;
    };
  }

  Effect move(Operation.MoveToSchema o) {
    return switch (o.what()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> moveRelation(o);
      default -> Effect.NONE;
    };
  }

  /** The sequences that a table owns go with it. Measured. */
  private Effect moveRelation(Operation.MoveToSchema o) {
    Footprint footprint = moment.alone(o.name(), Lock.ACCESS_EXCLUSIVE);
    for (Sequence sequence : moment.schema().sequencesOf(o.name())) {
      footprint.lock(sequence.name(), Lock.ACCESS_EXCLUSIVE, Role.DEPENDENT);
    }
    return footprint.effect();
  }

  Effect alter(Operation.AlterObject o) {
    String detail = o.detail() == null ? "" : o.detail();
    return switch (o.what()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> on(o.name(), Lock.ACCESS_EXCLUSIVE);
      case INDEX -> {
        boolean moves = detail.startsWith("set tablespace");
        Lock mode = moves ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE_UPDATE_EXCLUSIVE;
        yield new Footprint().lock(o.name(), mode, Role.INDEX).effect();
      }
      case SEQUENCE -> alterSequence(o, detail);
      case POLICY, RULE -> o.on() == null ? Effect.NONE : on(o.on(), Lock.ACCESS_EXCLUSIVE);
      // Of ALTER TRIGGER, DEPENDS ON EXTENSION; a new name is a RenameObject. Measured.
      case TRIGGER -> o.on() == null ? Effect.NONE : on(o.on(), Lock.ACCESS_SHARE);
      case PUBLICATION -> o.on() == null ? Effect.NONE : on(o.on(), Lock.SHARE_UPDATE_EXCLUSIVE);
      default -> Effect.NONE;
    };
  }

  private Effect alterSequence(Operation.AlterObject o, String detail) {
    boolean logging = detail.startsWith("set logged") || detail.startsWith("set unlogged");
    boolean strong = logging || detail.startsWith("owner to");
    Footprint footprint =
        moment.alone(o.name(), strong ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE_ROW_EXCLUSIVE);
    if (logging && moment.version() < 15) {
      footprint.refuse("sequences are logged or not from PostgreSQL 15 on");
    }
    return lockOwner(footprint, detail).effect();
  }

  /** The table whose column owns a sequence. */
  private static Footprint lockOwner(Footprint footprint, String detail) {
    int at = detail == null ? -1 : detail.indexOf(OWNED_BY);
    String owner = at < 0 ? "none" : detail.substring(at + OWNED_BY.length()).split(" ")[0];
    int dot = owner.lastIndexOf('.');
    return dot > 0
        ? footprint.lock(Name.parse(owner.substring(0, dot)), Lock.ACCESS_SHARE, Role.DEPENDENT)
        : footprint;
  }

  /** From version 18 on a lock that disturbs nobody; none before. Measured. */
  Effect grant(Operation.Grant o) {
    boolean relation =
        switch (o.what()) {
          case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, COLUMN -> true;
          default -> false;
        };
    return relation && o.on() != null && moment.version() >= 18
        ? on(o.on(), Lock.ACCESS_SHARE)
        : Effect.NONE;
  }

  Effect comment(Operation.Comment o) {
    return switch (o.what()) {
      case TABLE, COLUMN, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE ->
          on(o.name(), Lock.SHARE_UPDATE_EXCLUSIVE);
      case INDEX ->
          new Footprint().lock(o.name(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX).effect();
      case CONSTRAINT, TRIGGER, POLICY, RULE ->
          moment.schema().domain(o.name()).isPresent()
              ? Effect.NONE
              : on(o.name(), Lock.ACCESS_SHARE);
      default -> Effect.NONE;
    };
  }
}
