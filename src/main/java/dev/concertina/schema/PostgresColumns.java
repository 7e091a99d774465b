package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.Optional;

/** What PostgreSQL does for ADD COLUMN, ALTER COLUMN TYPE and SET NOT NULL. */
final class PostgresColumns {

  private final int version;

  PostgresColumns(int version) {
    this.version = version;
  }

  Effect add(Operation.AddColumn add, Schema before) {
    Column column = add.column();
    Effect effect = Postgres.strong(add.table(), before);
    boolean known = before.table(add.table()).flatMap(t -> t.column(column.name())).isPresent();
    if (add.ifNotExists() && known) {
      return effect;
    }
    String rewrite = rewrite(column, before);
    if (rewrite != null) {
      effect = effect.rewriting(add.table()).because(rewrite);
    } else if (column.defaultValue() != null && effect.reason().isEmpty()) {
      effect = effect.because(free(column));
    }
    for (Constraint constraint : add.constraints()) {
      effect = inline(effect, add, constraint);
    }
    return effect;
  }

  private static Effect inline(Effect effect, Operation.AddColumn add, Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check when check.enforced() ->
          effect.scanning(add.table()).because("the check is verified for every row");
      case Constraint.Unique unique -> effect.building(add.table()).scanning(add.table());
      case Constraint.PrimaryKey key -> effect.building(add.table()).scanning(add.table());
      case Constraint.ForeignKey key -> {
        Effect locking =
            key.referenced().equals(add.table())
                ? effect
                : effect.and(key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
        yield add.column().defaultValue() != null && add.column().fillsItself()
            ? locking
                .scanning(add.table(), key.referenced())
                .because("with a default every row has to be looked up")
            : locking;
      }
      default -> effect;
    };
  }

  /** Why adding this column writes the whole table again, or null when it does not. */
  private String rewrite(Column column, Schema before) {
    if (column.type().isSerial()) {
      return column.type().name() + " gives every row a number";
    }
    if (column.generated().identity()) {
      return "an identity column gives every row a number";
    }
    if (column.generated() == Column.Generated.STORED) {
      return "a stored generated column is computed for every row";
    }
    if (column.generated() == Column.Generated.VIRTUAL) {
      return null;
    }
    Optional<Domain> domain = before.domain(typeName(column.type()));
    if (domain.map(Domain::constrained).orElse(false)) {
      return "the domain " + column.type() + " has a constraint";
    }
    Expression value = column.defaultValue();
    if (value == null || value.detail().nullLiteral()) {
      return null;
    }
    if (version < 11) {
      return "before PostgreSQL 11 a default is written to every row";
    }
    return volatileReason(value, before);
  }

  private static String volatileReason(Expression value, Schema before) {
    if (!value.detail().understood()) {
      return "the default could not be read and may be volatile";
    }
    for (String function : value.detail().functions()) {
      switch (Volatility.of(function, before)) {
        case VOLATILE -> {
          return function + "() is volatile";
        }
        case UNKNOWN -> {
          return function + "() is not known to be stable";
        }
        case STABLE, IMMUTABLE -> {
          // Evaluated once, for all rows.
        }
      }
    }
    return null;
  }

  private static String free(Column column) {
    return column.defaultValue().detail().constant()
        ? "a constant default is not written to the rows"
        : "the default is evaluated once";
  }

  Effect changeType(Operation.ChangeType change, Schema before, Session session) {
    Effect effect = Postgres.strong(change.table(), before);
    Optional<Table> table = before.table(change.table());
    Optional<Column> column = table.flatMap(t -> t.column(change.column()));
    for (Name view : before.viewsOn(change.table()).stream().map(View::name).toList()) {
      if (before.view(view).map(v -> reads(v, change.column())).orElse(false)) {
        effect = effect.refused("the view " + view + " depends on column " + change.column());
      }
    }
    if (column.isEmpty()) {
      return effect
          .rewriting(change.table())
          .because("the old type is not known, so a rewrite is assumed");
    }
    boolean bare =
        change.using() == null
            || change.using().text().replace("\"", "").equalsIgnoreCase(change.column());
    DataType from = base(column.get().type(), before);
    TypeChange cost = TypeChange.of(from, change.type(), session.variable("timezone"));
    if (!bare) {
      effect = effect.rewriting(change.table()).because("USING computes every row");
    } else if (cost.cost() == TypeChange.Cost.REWRITE) {
      effect = effect.rewriting(change.table()).because(cost.reason());
    } else {
      effect = unchangedRows(effect.because(cost.reason()), change, table.get(), before);
    }
    return foreignKeys(effect, change, table.get(), before);
  }

  /** What is left to do where the rows stay as they are: indexes of another order, and checks. */
  private static Effect unchangedRows(
      Effect effect, Operation.ChangeType change, Table table, Schema before) {
    Effect more = effect;
    boolean indexed =
        before.indexesOf(change.table()).stream().anyMatch(i -> i.covers(change.column()));
    if (change.collation() != null && indexed) {
      more = more.building(change.table()).because("another collation rebuilds its indexes");
    }
    boolean checked =
        table.constraints().stream()
            .anyMatch(c -> c instanceof Constraint.Check && c.columns().contains(change.column()));
    boolean same = effect.reason().startsWith("the type stays");
    return checked && !same
        ? more.scanning(change.table()).because("a check on the column is verified again")
        : more;
  }

  private static Effect foreignKeys(
      Effect effect, Operation.ChangeType change, Table table, Schema before) {
    if (effect.reason().startsWith("the type stays")) {
      return effect;
    }
    Effect more = effect;
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key
          && key.columns().contains(change.column())
          && !key.referenced().equals(change.table())) {
        more =
            more.and(key.referenced(), Lock.ACCESS_EXCLUSIVE, Role.REFERENCED)
                .scanning(change.table(), key.referenced());
      }
    }
    for (Name other : before.referencing(change.table())) {
      boolean here =
          before.table(other).stream()
              .flatMap(t -> t.constraints().stream())
              .anyMatch(c -> c instanceof Constraint.ForeignKey k && over(k, change, table));
      if (here && !other.equals(change.table())) {
        more =
            more.and(other, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING)
                .scanning(change.table(), other);
      }
    }
    return more;
  }

  private static boolean over(
      Constraint.ForeignKey key, Operation.ChangeType change, Table table) {
    return key.referenced().equals(change.table())
        && (key.referencedColumns().isEmpty() ? table.primaryKey() : key.referencedColumns())
            .contains(change.column());
  }

  private static boolean reads(View view, String column) {
    return view.query().detail().outputs().contains("*")
        || view.query().text().contains(column);
  }

  private static DataType base(DataType type, Schema before) {
    return before.domain(typeName(type)).map(Domain::base).orElse(type);
  }

  private static Name typeName(DataType type) {
    int dot = type.name().indexOf('.');
    return dot < 0
        ? Name.of(type.name())
        : new Name(type.name().substring(0, dot), type.name().substring(dot + 1));
  }

  Effect setNotNull(Operation.SetNotNull set, Schema before) {
    Effect effect = Postgres.strong(set.table(), before);
    Table table = before.table(set.table()).orElse(null);
    if (table != null && table.column(set.column()).map(Column::notNull).orElse(false)) {
      return effect.because("the column is NOT NULL already");
    }
    if (version >= 12 && table != null) {
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.Check check
            && check.validated()
            && check.enforced()
            && check.condition().detail().impliesNotNull(set.column())) {
          return effect.because("the check " + check.name() + " proves it");
        }
      }
    }
    return effect
        .scanning(set.table())
        .because(
            version < 12
                ? "before PostgreSQL 12 every row is read"
                : "no validated check proves that the column has no NULL");
  }
}
