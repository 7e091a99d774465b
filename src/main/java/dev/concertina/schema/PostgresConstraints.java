package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.List;

/** What PostgreSQL does for constraints that are added, validated and dropped. */
final class PostgresConstraints {

  Effect add(Operation.AddConstraint add, Schema before) {
    Name table = add.table();
    return switch (add.constraint()) {
      case Constraint.Check check -> {
        Effect effect = Postgres.strong(table, before);
        yield check.validated() && check.enforced()
            ? effect.scanning(table).because("the check is verified for every row")
            : effect;
      }
      case Constraint.NotNull notNull -> {
        Effect effect = Postgres.strong(table, before);
        yield notNull.validated() ? effect.scanning(table) : effect;
      }
      case Constraint.ForeignKey key -> {
        Effect effect = Effect.locking(table, Lock.SHARE_ROW_EXCLUSIVE);
        if (!key.referenced().equals(table)) {
          effect = effect.and(key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
        }
        yield key.validated() && key.enforced()
            ? effect
                .scanning(table, key.referenced())
                .because("every row is looked up in " + key.referenced())
            : effect;
      }
      case Constraint.PrimaryKey key -> key(add, before, true);
      case Constraint.Unique unique -> key(add, before, false);
      case Constraint.Exclusion exclusion ->
          Postgres.strong(table, before).building(table).scanning(table);
    };
  }

  private static Effect key(Operation.AddConstraint add, Schema before, boolean primary) {
    Effect effect = Postgres.strong(add.table(), before);
    String index = add.constraint().usingIndex();
    if (index == null) {
      return effect.building(add.table()).scanning(add.table());
    }
    if (!primary) {
      return effect.and(
          add.table().sibling(index), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX);
    }
    Table table = before.table(add.table()).orElse(null);
    Index known = before.index(add.table().sibling(index)).orElse(null);
    for (String column : known == null ? List.<String>of() : known.keys()) {
      if (!refusesNull(table, column)) {
        return effect
            .scanning(add.table())
            .because("the column " + column + " is not known to be NOT NULL");
      }
    }
    return known == null
        ? effect.scanning(add.table()).because("the index is not known")
        : effect;
  }

  static boolean refusesNull(Table table, String column) {
    return table != null
        && (table.column(column).map(Column::notNull).orElse(false)
            || table.constraints().stream()
                .anyMatch(
                    c ->
                        c instanceof Constraint.Check check
                            && check.validated()
                            && check.condition().detail().impliesNotNull(column)));
  }

  Effect validate(Operation.ValidateConstraint validate, Schema before) {
    Effect effect =
        Effect.locking(validate.table(), Lock.SHARE_UPDATE_EXCLUSIVE).scanning(validate.table());
    Constraint constraint =
        before
            .table(validate.table())
            .flatMap(table -> table.constraint(validate.constraint()))
            .orElse(null);
    return constraint instanceof Constraint.ForeignKey key
            && !key.referenced().equals(validate.table())
        ? effect
            .and(key.referenced(), Lock.ROW_SHARE, Role.REFERENCED)
            .scanning(key.referenced())
        : effect;
  }

  Effect drop(Operation.DropConstraint drop, Schema before) {
    Effect effect = Postgres.strong(drop.table(), before);
    Constraint constraint =
        before
            .table(drop.table())
            .flatMap(table -> table.constraint(drop.constraint()))
            .orElse(null);
    if (constraint instanceof Constraint.ForeignKey key
        && !key.referenced().equals(drop.table())) {
      return effect.and(key.referenced(), Lock.ACCESS_EXCLUSIVE, Role.REFERENCED);
    }
    boolean key =
        constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
    if (key) {
      for (Name other : before.referencing(drop.table())) {
        boolean needed =
            before.table(other).stream()
                .flatMap(table -> table.constraints().stream())
                .anyMatch(c -> c instanceof Constraint.ForeignKey k && needs(k, drop, constraint));
        if (needed && !drop.cascade()) {
          effect = effect.refused("a foreign key of " + other + " needs it");
        }
      }
    }
    return effect;
  }

  private static boolean needs(
      Constraint.ForeignKey key, Operation.DropConstraint drop, Constraint dropped) {
    boolean primary = dropped instanceof Constraint.PrimaryKey;
    return key.referenced().equals(drop.table())
        && (key.referencedColumns().isEmpty()
            ? primary
            : key.referencedColumns().equals(dropped.columns()));
  }
}
