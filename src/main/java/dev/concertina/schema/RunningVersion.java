package dev.concertina.schema;

import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.TableOption.Option;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the running version's reads and writes see once an operation is done. */
public final class RunningVersion {

  private static final Set<Option> ACCESS =
      Set.of(Option.ENABLE_ROW_SECURITY, Option.FORCE_ROW_SECURITY, Option.OWNER);

  /** Kinds of object that no statement of an application names. */
  private static final Set<ObjectKind> UNNAMED =
      Set.of(
          ObjectKind.INDEX,
          ObjectKind.STATISTICS,
          ObjectKind.PUBLICATION,
          ObjectKind.SUBSCRIPTION,
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.TABLESPACE,
          ObjectKind.OTHER);

  private static final Compatibility FULL = Compatibility.FULL;

  private RunningVersion() {}

  /**
   * What it sees; an operation on something that the change itself created concerns nobody.
   *
   * @param before the schema just before the operation
   * @param base the schema before the change: what the running version was written for
   */
  public static Compatibility after(Operation operation, Schema before, Schema base) {
    Name target = operation.target();
    if (target != null && before.isNew(target)) {
      return FULL;
    }
    return switch (operation) {
      case Operation.DropTable o -> gone("relation", o.table().toString());
      case Operation.RenameTable o when before.index(o.table()).isPresent() -> FULL;
      case Operation.RenameTable o -> gone("relation", o.table().toString());
      case Operation.DropColumn o when o.ifExists() && lacks(before, o.table(), o.column()) -> FULL;
      case Operation.DropColumn o when !before.isNew(o.table(), o.column()) ->
          gone("column", o.column());
      case Operation.RenameColumn o when !before.isNew(o.table(), o.column()) ->
          gone("column", o.column());
      case Operation.DropObject o when named(o.what(), o.name(), o.on()) ->
          gone(o.what().toString(), o.name().toString());
      case Operation.RenameObject o when named(o.what(), o.name(), o.on()) ->
          gone(o.what().toString(), o.name().toString());
      case Operation.MoveToSchema o when named(o.what(), o.name(), null) ->
          gone(o.what().toString(), o.name().toString());
      case Operation.RenameEnumValue o when !before.isNew(o.type(), o.value()) ->
          gone("enum value", o.value());
      case Operation.CreateView o -> view(ViewChange.of(o, base, before));
      case Operation.CreateRoutine o ->
          RoutineChange.of(o, base, before).map(RunningVersion::routine).orElse(FULL);
      case Operation.ChangeType o when !before.isNew(o.table(), o.column()) -> type(o, before);
      case Operation.AddColumn o when required(o) -> refusesNull(o.column().name());
      case Operation.SetNotNull o when newlyRefused(before, o.table(), o.column()) ->
          refusesNull(o.column());
      case Operation.AddConstraint o -> constraint(o, before);
      case Operation.RenameConstraint o when !before.isNew(o.table(), o.constraint()) ->
          writesOnly("ON CONFLICT ON CONSTRAINT " + o.constraint() + " no longer finds it");
      case Operation.AlterDomain o -> domain(o);
      case Operation.CreateIndex o when o.unique() && !allNew(before, o.table(), o.keys()) ->
          writesOnly("duplicate key value violates unique constraint");
      case Operation.DropDefault o when !before.isNew(o.table(), o.column()) ->
          writesOnly(withoutDefault(o, before));
      case Operation.SetDefault o when !before.isNew(o.table(), o.column()) ->
          changedDefault(o, before);
      case Operation.Grant o when o.revoke() -> Compatibility.none("permission denied");
      case Operation.TableOption o when ACCESS.contains(o.option()) ->
          Compatibility.none("permission denied, or rows that it can't see");
      case Operation.CreateObject o
          when o.what() == ObjectKind.POLICY && "restrictive".equals(o.detail()) ->
          Compatibility.none("a restrictive policy hides rows from it");
      case Operation.Truncate o -> new Compatibility(true, false, true, "its rows are gone");
      case Operation.DoBlock o -> all(o.body(), before, base);
      case Operation.RunCode o -> all(o.body(), before, base);
      // A value that nobody writes yet, a trigger and a nullable column are seen by rules alone:
      // whether they break anything depends on the code.
      default -> FULL;
    };
  }

  private static Compatibility gone(String what, String name) {
    return Compatibility.none(what + " \"" + name + "\" does not exist");
  }

  private static Compatibility writesOnly(String reason) {
    return new Compatibility(false, true, false, reason);
  }

  private static Compatibility refusesNull(String column) {
    return Compatibility.readsOnly(
        "null value in column \"" + column + "\" violates not-null constraint");
  }

  private static boolean named(ObjectKind what, Name name, Name on) {
    return name != null && on == null && !UNNAMED.contains(what);
  }

  private static boolean lacks(Schema schema, Name table, String column) {
    return schema.table(table).map(t -> t.complete() && t.column(column).isEmpty()).orElse(false);
  }

  private static boolean required(Operation.AddColumn add) {
    boolean notNull =
        add.column().notNull()
            || add.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
    return notNull && !add.column().fillsItself();
  }

  /** Whether NULL was welcome in the column until now. */
  private static boolean newlyRefused(Schema before, Name table, String column) {
    Optional<Table> known = before.table(table);
    boolean refused =
        known.flatMap(t -> t.column(column)).map(Column::notNull).orElse(false)
            || known.map(Table::constraints).orElse(List.of()).stream()
                .anyMatch(c -> !before.isNew(table, c.name()) && refuses(c, column));
    return !refused && !before.isNew(table, column);
  }

  /** A check refuses new rows whether or not the old ones have been looked at. */
  private static boolean refuses(Constraint constraint, String column) {
    return switch (constraint) {
      case Constraint.Check check ->
          check.enforced() && check.condition().detail().impliesNotNull(column);
      case Constraint.NotNull notNull -> notNull.column().equals(column);
      default -> false;
    };
  }

  private static boolean allNew(Schema before, Name table, List<String> columns) {
    return !columns.isEmpty() && columns.stream().allMatch(c -> before.isNew(table, c));
  }

  private static Compatibility type(Operation.ChangeType change, Schema before) {
    TypeFit fit =
        before
            .table(change.table())
            .flatMap(table -> table.column(change.column()))
            .map(column -> TypeFit.of(column.type(), change.type()))
            .orElse(TypeFit.CHANGES);
    return switch (fit) {
      case SAME, WIDENS -> FULL;
      case OUTGROWS ->
          new Compatibility(false, false, true, "values may outgrow the variable that reads them");
      case NARROWS ->
          Compatibility.readsOnly("value too long or out of range for " + change.type());
      case CHANGES ->
          Compatibility.none("operators and values of the old type no longer fit " + change.type());
    };
  }

  private static Compatibility constraint(Operation.AddConstraint add, Schema before) {
    Constraint constraint = add.constraint();
    List<String> columns = constraint.columns();
    if (constraint.usingIndex() != null) {
      Name index = add.table().sibling(constraint.usingIndex());
      columns = before.index(index).map(Index::keys).orElse(columns);
    }
    if (allNew(before, add.table(), columns)) {
      return FULL;
    }
    boolean primary = constraint instanceof Constraint.PrimaryKey;
    boolean notNull = constraint instanceof Constraint.NotNull;
    Optional<String> refused =
        primary || notNull
            ? columns.stream().filter(c -> newlyRefused(before, add.table(), c)).findFirst()
            : Optional.empty();
    if (refused.isPresent()) {
      return refusesNull(refused.get());
    }
    boolean enforced =
        switch (constraint) {
          case Constraint.Check check -> check.enforced();
          case Constraint.ForeignKey key -> key.enforced();
          default -> true;
        };
    // The unique index that becomes the constraint's has refused duplicates all along.
    return notNull || constraint.usingIndex() != null || !enforced
        ? FULL
        : writesOnly("rows that it writes may violate the constraint");
  }

  private static Compatibility domain(Operation.AlterDomain o) {
    return switch (o.change()) {
      case ADD_CONSTRAINT, SET_NOT_NULL ->
          writesOnly("values that it writes may violate the domain " + o.domain());
      case DROP_CONSTRAINT,
          VALIDATE_CONSTRAINT,
          RENAME_CONSTRAINT,
          DROP_NOT_NULL,
          SET_DEFAULT,
          DROP_DEFAULT ->
          FULL;
    };
  }

  private static String withoutDefault(Operation.DropDefault o, Schema before) {
    boolean notNull =
        before
            .table(o.table())
            .flatMap(t -> t.column(o.column()))
            .map(Column::notNull)
            .orElse(false);
    return "inserts that leave " + o.column() + (notNull ? " out fail" : " out get NULL");
  }

  private static Compatibility changedDefault(Operation.SetDefault o, Schema before) {
    Expression old =
        before
            .table(o.table())
            .flatMap(t -> t.column(o.column()))
            .map(Column::defaultValue)
            .orElse(null);
    return old == null || old.equals(o.value())
        ? FULL
        : writesOnly("inserts that leave " + o.column() + " out get another default");
  }

  private static Compatibility view(ViewChange change) {
    if (!change.lost().isEmpty()) {
      return gone("column", change.lost().get(0));
    }
    return change.any() ? Compatibility.none("its columns are not what they were") : FULL;
  }

  /** One that is kept beside the new one can still be called. */
  private static Compatibility routine(RoutineChange change) {
    String name = change.before().name() + "()";
    if (change.parts().contains("result")) {
      return Compatibility.none(name + " no longer returns " + change.before().returns());
    }
    return change.parts().contains("arguments") && !change.keptBeside()
        ? Compatibility.none(name + " takes other arguments")
        : FULL;
  }

  private static Compatibility all(List<Operation> body, Schema before, Schema base) {
    Compatibility all = FULL;
    Schema schema = before;
    for (Operation operation : body) {
      Compatibility one = after(operation, schema, base);
      all =
          new Compatibility(
              all.breaksReads() || one.breaksReads(),
              all.breaksWrites() || one.breaksWrites(),
              all.breaksRollback() || one.breaksRollback(),
              all.reason().isEmpty() ? one.reason() : all.reason());
      schema = schema.after(operation);
    }
    return all;
  }
}
