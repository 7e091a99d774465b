package dev.concertina.schema;

import dev.concertina.schema.Operation.TableOption.Option;
import java.util.Set;

/** What the running version's reads and writes see once an operation is done. */
public final class RunningVersion {

  private static final Set<Option> ACCESS =
      Set.of(Option.ENABLE_ROW_SECURITY, Option.FORCE_ROW_SECURITY, Option.OWNER);

  private RunningVersion() {}

  /** What it sees; an operation on something that the change itself created concerns nobody. */
  public static Compatibility after(Operation operation, Schema before) {
    Name target = operation.target();
    if (target != null && before.isNew(target)) {
      return Compatibility.FULL;
    }
    return switch (operation) {
      case Operation.DropTable o -> gone("relation", o.table().toString());
      case Operation.RenameTable o -> gone("relation", o.table().toString());
      case Operation.DropColumn o when !before.isNew(o.table(), o.column()) ->
          gone("column", o.column());
      case Operation.RenameColumn o when !before.isNew(o.table(), o.column()) ->
          gone("column", o.column());
      case Operation.DropObject o when o.name() != null && o.on() == null ->
          gone(o.what().toString(), o.name().toString());
      case Operation.RenameObject o when o.name() != null && o.on() == null ->
          o.what() == Operation.ObjectKind.INDEX
              ? Compatibility.FULL
              : gone(o.what().toString(), o.name().toString());
      case Operation.MoveToSchema o -> gone(o.what().toString(), o.name().toString());
      case Operation.RenameEnumValue o -> gone("enum value", o.value());
      case Operation.ChangeType o -> type(o, before);
      case Operation.AddColumn o when required(o) ->
          Compatibility.readsOnly(
              "null value in column \"" + o.column().name() + "\" violates not-null constraint");
      case Operation.SetNotNull o when !fillsItself(o.table(), o.column(), before) ->
          Compatibility.readsOnly(
              "null value in column \"" + o.column() + "\" violates not-null constraint");
      case Operation.AddConstraint o -> constraint(o, before);
      case Operation.CreateIndex o when o.unique() ->
          new Compatibility(false, true, false, "duplicate key value violates unique constraint");
      case Operation.DropDefault o when required(o, before) ->
          Compatibility.readsOnly(
              "null value in column \"" + o.column() + "\" violates not-null constraint");
      case Operation.DropDefault o when !before.isNew(o.table(), o.column()) ->
          new Compatibility(false, true, false, "inserts that leave " + o.column() + " out get NULL");
      case Operation.Grant o when o.revoke() -> Compatibility.none("permission denied");
      case Operation.TableOption o when ACCESS.contains(o.option()) ->
          Compatibility.none("permission denied, or rows that it can't see");
      case Operation.Truncate o -> new Compatibility(true, false, true, "its rows are gone");
      default -> Compatibility.FULL;
    };
  }

  private static Compatibility gone(String what, String name) {
    return Compatibility.none(what + " \"" + name + "\" does not exist");
  }

  private static boolean required(Operation.AddColumn add) {
    boolean notNull =
        add.column().notNull()
            || add.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
    return notNull && !add.column().fillsItself();
  }

  /** The running version leaves out a column that the change added; a default stands in for it. */
  private static boolean fillsItself(Name table, String column, Schema before) {
    return before.isNew(table, column)
        && before
            .table(table)
            .flatMap(known -> known.column(column))
            .map(Column::fillsItself)
            .orElse(true);
  }

  private static boolean required(Operation.DropDefault drop, Schema before) {
    return before
        .table(drop.table())
        .flatMap(table -> table.column(drop.column()))
        .map(column -> column.notNull() && column.defaultValue() != null)
        .orElse(false);
  }

  private static Compatibility type(Operation.ChangeType change, Schema before) {
    TypeFit fit =
        before
            .table(change.table())
            .flatMap(table -> table.column(change.column()))
            .map(column -> TypeFit.of(column.type(), change.type()))
            .orElse(TypeFit.CHANGES);
    return switch (fit) {
      case SAME, WIDENS -> Compatibility.FULL;
      case OUTGROWS ->
          new Compatibility(false, false, true, "values may outgrow the variable that reads them");
      case NARROWS -> Compatibility.readsOnly("value too long or out of range for " + change.type());
      case CHANGES ->
          Compatibility.none("operators and values of the old type no longer fit " + change.type());
    };
  }

  private static Compatibility constraint(Operation.AddConstraint add, Schema before) {
    boolean ownColumns =
        !add.constraint().columns().isEmpty()
            && add.constraint().columns().stream().allMatch(c -> before.isNew(add.table(), c));
    return ownColumns || add.constraint().usingIndex() != null
        ? Compatibility.FULL
        : new Compatibility(false, true, false, "rows that it writes may violate the constraint");
  }
}
