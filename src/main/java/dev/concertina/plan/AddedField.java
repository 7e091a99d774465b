package dev.concertina.plan;

import dev.concertina.django.Declaration;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.rule.Context;
import dev.concertina.rule.Transformation;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way to a field of Django's whose column comes with an index, a foreign key or a unique
 * constraint. One operation makes them all, so that one plan answers whatever is found in it: the
 * column alone, then each of the others in the form that blocks nobody.
 */
final class AddedField {

  private static final String EVERYWHERE =
      "every process runs this release: web, workers, scheduled jobs, consumers.";
  private static final String OWN = "a migration of its own; it blocks neither reads nor writes.";
  private static final String UNDO = "drop the constraint.";
  private static final String UNKNOWN = ":value";

  private final Context context;
  private final Operation.AddColumn add;
  private final ColumnSql sql;
  private final List<Run> indexes;
  private final Declaration field;
  private final boolean unique;

  /** Whether rows get their value one by one, so that NOT NULL waits for the last of them. */
  private final boolean filled;

  private final List<Step> steps = new ArrayList<>();

  private AddedField(
      Context context, Operation.AddColumn add, List<Run> indexes, Declaration field) {
    this.context = context;
    this.add = add;
    this.indexes = indexes;
    this.field = field;
    sql = new ColumnSql(add);
    unique = add.constraints().stream().anyMatch(Constraint.Unique.class::isInstance);
    filled = add.column().notNull() && (unique || !field.isLiteral("default"));
  }

  /** The plan for the operation at hand; empty when it adds no field, or a column alone. */
  static Optional<Plan> plan(Context context, OwnOperation own) {
    return own.is("AddField")
        ? StepIndexes.sent(context).stream()
            .map(Run::operation)
            .filter(Operation.AddColumn.class::isInstance)
            .map(Operation.AddColumn.class::cast)
            .findFirst()
            .flatMap(add -> of(context, add))
        : Optional.empty();
  }

  private static Optional<Plan> of(Context context, Operation.AddColumn add) {
    String column = add.column().name();
    List<Run> indexes = StepIndexes.over(context, add.table(), List.of(column));
    boolean alone = add.constraints().isEmpty() && indexes.isEmpty();
    boolean known =
        add.constraints().stream()
            .allMatch(c -> c instanceof Constraint.Unique || c instanceof Constraint.ForeignKey);
    return alone || !known
        ? Optional.empty()
        : context
            .here()
            .migration()
            .models()
            .after(add.table(), column)
            .map(field -> new AddedField(context, add, indexes, field).plan());
  }

  private Plan plan() {
    addColumn();
    if (filled) {
      fill();
    }
    buildIndexes();
    add.constraints().forEach(this::addKey);
    if (filled) {
      refuseNull();
    }
    return new Plan(steps, List.of(), null, 0, null);
  }

  private void addColumn() {
    String name = "`" + add.column().name() + "`";
    if (filled) {
      String code = "every insert gives it a value.";
      String back = "deploy the previous release; the column is unused.";
      step(false, "Add " + name + " alone.", List.of(sql.addAlone()), code, EVERYWHERE, back);
    } else if (add.column().notNull()) {
      String code = "write the column in every insert.";
      String back = "deploy the previous release; the default stands in.";
      String title = "Add " + name + " and keep its default.";
      step(false, title, List.of(sql.addWithDefault()), code, null, back);
    } else {
      step(false, "Add " + name + " alone.", List.of(sql.addAlone()), null, null, "drop it.");
    }
  }

  private void fill() {
    Transformation rows = rows();
    boolean known = !rows.changes().containsValue(UNKNOWN);
    steps.add(
        new Step(
            steps.size() + 1,
            1,
            Phase.MIGRATE,
            true,
            "Fill in the rows that are there.",
            rows.batch("%1$s > :last AND %1$s <= :next".formatted(rows.first())),
            true,
            "a command of its own, in batches with a commit each, repeatable."
                + (known ? "" : " `" + UNKNOWN + "` is each row's own."),
            "this is 0: `" + rows.remaining() + "`",
            "stop the command; running it again does no harm.",
            known ? new DjangoCommand().write(rows, context.here().migration()) : List.of(),
            null));
  }

  private Transformation rows() {
    String column = add.column().name();
    String value = field.isName("default", "uuid.uuid4") ? "gen_random_uuid()" : UNKNOWN;
    Optional<Table> known = context.before().table(add.table());
    List<String> key =
        known.map(Table::primaryKey).filter(names -> !names.isEmpty()).orElse(List.of("id"));
    String missing = Identifier.quote(column) + " IS NULL";
    return new Transformation(
        add.table(), known, null, key, Map.of(column, value), "", missing, Map.of(), false);
  }

  private void buildIndexes() {
    List<String> statements = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    if (unique) {
      names.add(sql.uniqueIndex());
      statements.add(sql.buildUniqueIndex());
    }
    for (Run run : indexes) {
      names.add(((Operation.CreateIndex) run.operation()).index());
      statements.add(StepIndexes.concurrently(run.statement()));
    }
    if (!statements.isEmpty()) {
      String what = statements.size() == 1 ? "index" : "indexes";
      steps.add(
          new Step(
              steps.size() + 1,
              1,
              filled ? Phase.MIGRATE : Phase.EXPAND,
              filled,
              "Build the " + what + " without blocking writes.",
              statements,
              false,
              null,
              StepIndexes.valid(names),
              "`DROP INDEX CONCURRENTLY`."));
    }
    if (unique) {
      String title = "Make it the constraint's index.";
      step(filled, title, List.of(sql.addUnique()), null, null, UNDO);
    }
  }

  private void addKey(Constraint constraint) {
    if (constraint instanceof Constraint.ForeignKey key && key.name() != null) {
      step(
          filled,
          "Add the key without looking at the rows.",
          List.of(sql.addKey(key)),
          "it holds for new rows at once.",
          "no row points to a missing one.",
          UNDO);
      String title = "Verify the rows that are there.";
      step(true, title, List.of(sql.validate(key.name())), OWN, null, UNDO);
    }
  }

  private void refuseNull() {
    String check = sql.present();
    String refuse = "Refuse NULL without reading the rows.";
    step(true, refuse, List.of(sql.addPresent()), null, null, UNDO);
    step(true, "Verify that no row has NULL.", List.of(sql.validate(check)), OWN, null, UNDO);
    step(
        true,
        "Set NOT NULL: the check proves it, and no row is read.",
        List.of(sql.setNotNull(), sql.drop(check)),
        null,
        null,
        "`ALTER COLUMN … DROP NOT NULL`.");
  }

  private void step(
      boolean later, String title, List<String> schema, String code, String gate, String back) {
    Phase phase = later ? Phase.MIGRATE : Phase.EXPAND;
    steps.add(new Step(steps.size() + 1, 1, phase, later, title, schema, true, code, gate, back));
  }
}
