package dev.concertina.plan;

import dev.concertina.migration.Framework;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.rule.Context;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to what one call makes together, {@code add_reference} of Rails or {@code add} with
 * {@code references} of Ecto: the column alone, then its index and its foreign key in the form that
 * blocks nobody.
 */
final class AddedReference {

  private final List<Step> steps = new ArrayList<>();

  private AddedReference() {}

  /** The plan for the whole call; the one that is written where that call adds a column alone. */
  static Plan plan(Context context, Plan written) {
    if (context.here().migration().framework().equals(Framework.ECTO.id())) {
      return beside(context, written);
    }
    boolean rails = context.here().migration().framework().equals(Framework.RAILS.id());
    boolean changes = written.steps().stream().anyMatch(step -> !step.schema().isEmpty());
    List<Run> sent = rails && changes ? StepIndexes.sent(context) : List.of();
    boolean whole =
        sent.size() > 1
            && sent.get(0).operation() instanceof Operation.AddColumn
            && sent.stream().map(Run::operation).allMatch(AddedReference::fits);
    return whole ? new AddedReference().plan(sent) : written;
  }

  /** The plan for a key, before which stands the column that the same call adds. */
  private static Plan beside(Context context, Plan written) {
    boolean key =
        context.operation() instanceof Operation.AddConstraint add
            && add.constraint() instanceof Constraint.ForeignKey;
    return context.here().statement().operations().stream()
        .filter(o -> key && o instanceof Operation.AddColumn && fits(o))
        .filter(o -> o.span().equals(context.operation().span()))
        .findFirst()
        .map(o -> behind(new ColumnSql((Operation.AddColumn) o), written))
        .orElse(written);
  }

  private static Plan behind(ColumnSql column, Plan written) {
    AddedReference added = new AddedReference();
    List<String> schema = List.of(column.addPlain());
    added.step(false, true, "Add the column alone.", schema, null, null, "drop it.");
    for (Step step : written.steps()) {
      added.steps.add(step.at(step.number() + 1, step.schema()));
    }
    return new Plan(
        added.steps, written.alternatives(), written.note(), written.rollbackFloor(), null);
  }

  /** Whether an operation is part of a call that the steps below can say in full. */
  private static boolean fits(Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o ->
          o.constraints().isEmpty() && (!o.column().notNull() || o.column().fillsItself());
      case Operation.CreateIndex o -> o.index() != null;
      case Operation.AddConstraint o -> o.constraint() instanceof Constraint.ForeignKey;
      default -> false;
    };
  }

  private Plan plan(List<Run> sent) {
    List<String> columns = new ArrayList<>();
    List<String> indexes = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    for (Run run : sent) {
      String sql = run.statement().sql();
      if (run.operation() instanceof Operation.AddColumn) {
        columns.add(sql + ";");
      } else if (run.operation() instanceof Operation.CreateIndex index) {
        names.add(index.index());
        indexes.add(index.concurrently() ? sql + ";" : StepIndexes.concurrently(run.statement()));
      }
    }
    step(false, true, "Add the column alone.", columns, null, null, "drop it.");
    if (!indexes.isEmpty()) {
      String title = "Build the index without blocking writes.";
      String gate = StepIndexes.valid(names);
      step(false, false, title, indexes, null, gate, "`DROP INDEX CONCURRENTLY`.");
    }
    for (Run run : sent) {
      if (run.operation() instanceof Operation.AddConstraint add) {
        addKey(add, run.statement().sql());
      }
    }
    return new Plan(steps, List.of(), null, 0, null);
  }

  private void addKey(Operation.AddConstraint add, String sql) {
    String undo = "drop the constraint.";
    boolean validated = add.constraint().validated();
    step(
        false,
        true,
        "Add the key without looking at the rows.",
        List.of(sql + (validated ? " NOT VALID;" : ";")),
        "it holds for new rows at once.",
        "no row points to a missing one.",
        undo);
    String constraint = Identifier.quote(add.constraint().name());
    String validate =
        "ALTER TABLE " + add.table().sql() + " VALIDATE CONSTRAINT " + constraint + ";";
    step(
        true,
        true,
        "Verify the rows that are there.",
        List.of(validate),
        "a migration of its own; it blocks neither reads nor writes.",
        null,
        undo);
  }

  private void step(
      boolean later,
      boolean transactional,
      String title,
      List<String> schema,
      String code,
      String gate,
      String back) {
    Phase phase = later ? Phase.MIGRATE : Phase.EXPAND;
    steps.add(
        new Step(
            steps.size() + 1, 1, phase, later, title, schema, transactional, code, gate, back));
  }
}
