package dev.concertina.rule;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Table;
import java.util.List;

/** Whether the running version has lived with a constraint before the change wrote it anew. */
final class HeldFacts {

  private HeldFacts() {}

  /** The index refuses the same rows since it was built. */
  static boolean takesOverIndex(Context context) {
    return context.operation() instanceof Operation.AddConstraint add
        && add.constraint().usingIndex() != null
        && context
            .before()
            .index(add.table().sibling(add.constraint().usingIndex()))
            .map(index -> index.unique() && index.valid())
            .orElse(false);
  }

  static boolean heldBefore(Context context) {
    return switch (context.operation()) {
      case Operation.AddConstraint o -> held(renamedBase(context), o.table(), o.constraint());
      case Operation.CreateIndex o ->
          o.unique() && unique(renamedBase(context), o.table(), o.keys(), o);
      default -> false;
    };
  }

  /** A rename takes a constraint along, so that the base has it by the new names. */
  private static Schema renamedBase(Context context) {
    List<Operation> renames =
        context.situation().occurrences().stream()
            .map(Occurrence::operation)
            .filter(o -> o instanceof Operation.RenameTable || o instanceof Operation.RenameColumn)
            .toList();
    return context.situation().base().after(renames);
  }

  private static boolean held(Schema base, Name table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key ->
          base.table(table).map(t -> refers(t, key, base)).orElse(false);
      case Constraint.Check check -> base.table(table).map(t -> checks(t, check)).orElse(false);
      case Constraint.PrimaryKey key -> unique(base, table, key.columns(), null);
      case Constraint.Unique key -> unique(base, table, key.columns(), null);
      default -> false;
    };
  }

  private static boolean refers(Table table, Constraint.ForeignKey key, Schema base) {
    return table.constraints().stream()
        .anyMatch(
            c ->
                c instanceof Constraint.ForeignKey old
                    && old.enforced()
                    && old.columns().equals(key.columns())
                    && old.referenced().equals(key.referenced())
                    && parents(old, base).equals(parents(key, base))
                    && (old.keepsParents() || !key.keepsParents())
                    && (old.cascades() || !key.cascades()));
  }

  private static List<String> parents(Constraint.ForeignKey key, Schema base) {
    return key.referencedColumns().isEmpty()
        ? base.table(key.referenced()).map(Table::primaryKey).orElse(List.of())
        : key.referencedColumns();
  }

  private static boolean checks(Table table, Constraint.Check check) {
    return table.constraints().stream()
        .anyMatch(
            c ->
                c instanceof Constraint.Check old
                    && old.enforced()
                    && old.condition().sameValue(check.condition()));
  }

  /** A key over fewer columns refuses all that one over more would. */
  private static boolean unique(
      Schema base, Name table, List<String> keys, Operation.CreateIndex created) {
    return !keys.isEmpty()
        && base.indexesOf(table).stream()
            .filter(index -> index.unique() && index.valid())
            .filter(index -> index.where() == null || samePart(index, created))
            .anyMatch(index -> keys.containsAll(index.keys()));
  }

  private static boolean samePart(Index index, Operation.CreateIndex created) {
    return created != null && created.where() != null && created.where().sameValue(index.where());
  }
}
