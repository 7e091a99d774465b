package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.place;
import static dev.concertina.rule.Fact.text;

import dev.concertina.migration.Framework;
import dev.concertina.schema.Column;
import dev.concertina.schema.Operation;
import java.util.List;

/** Facts about migrations that are programs: what their code does, and what only models forget. */
final class DjangoFacts {

  private DjangoFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "code.inside",
            "a program of the migration does it, such as a RunPython",
            DjangoFacts::inCode),
        flag(
            "code.imports-model",
            "the program uses a model as the application declares it today",
            c -> c.operation() instanceof Operation.RunCode code && code.importsModel()),
        text(
            "step.one-way",
            "the step that says no way back: RunPython, RunSQL",
            c -> c.operation() instanceof Operation.OneWay step ? step.what() : null),
        text(
            "forgotten.unfilled",
            "the column that only the models forget and that the database can't fill",
            c -> forgotten(c, true)),
        text(
            "forgotten.kept",
            "the column or table that only the models forget, and that may be left alone",
            c -> forgotten(c, false)),
        flag(
            "column.required",
            "the column is NOT NULL and the database gives it no value",
            c -> SchemaFacts.column(c).filter(DjangoFacts::required).isPresent()),
        flag(
            "django.drops-default",
            "Django drops the default in the operation that added the column, NOT NULL, with it",
            DjangoFacts::dropsDefault),
        place(
            "django.mixed",
            "rows and schema change in one transaction of a Django migration: the other of the two",
            DjangoFacts::mixed));
  }

  private static String forgotten(Context context, boolean unfilled) {
    if (SchemaFacts.column(context).filter(DjangoFacts::required).isPresent() != unfilled) {
      return null;
    }
    return switch (context.operation()) {
      case Operation.ForgetColumn o -> o.table() + "." + o.column();
      case Operation.ForgetTable o -> o.table().toString();
      default -> null;
    };
  }

  private static boolean inCode(Context context) {
    return context.here().statement().operations().stream()
        .anyMatch(o -> o instanceof Operation.RunCode code && contains(code, context.operation()));
  }

  private static boolean contains(Operation outer, Operation wanted) {
    return outer.body().stream().anyMatch(o -> o == wanted || contains(o, wanted));
  }

  private static boolean required(Column column) {
    return column.notNull() && !column.fillsItself() && column.defaultValue() == null;
  }

  private static boolean isDjango(Context context) {
    return context.here().migration().framework().equals(Framework.DJANGO.id());
  }

  private static boolean dropsDefault(Context context) {
    if (!isDjango(context) || !(context.operation() instanceof Operation.DropDefault drop)) {
      return false;
    }
    return context.earlierInTransaction().stream()
        .filter(earlier -> sameStep(context, earlier))
        .anyMatch(
            earlier ->
                earlier.operation() instanceof Operation.AddColumn add
                    && add.column().notNull()
                    && add.table().equals(drop.table())
                    && add.column().name().equals(drop.column()));
  }

  /** Whether it is sent for the same operation of the migration. */
  private static boolean sameStep(Context context, Occurrence other) {
    return other.migration() == context.here().migration()
        && other.statement().span().equals(context.here().statement().span());
  }

  /** Where rows change after a change of the schema, or the other way round: once for a turn. */
  private static Finding.Related mixed(Context context) {
    boolean rows = RowFacts.many(context, context.operation());
    boolean schema = !rows && TransactionFacts.isSchema(context.here());
    if (!isDjango(context) || !rows && !schema) {
      return null;
    }
    Occurrence found = null;
    for (Occurrence earlier : context.earlierInTransaction()) {
      boolean earlierRows = RowFacts.many(context, earlier.operation());
      boolean other = rows ? TransactionFacts.isSchema(earlier) && !earlierRows : earlierRows;
      boolean same = rows ? earlierRows : TransactionFacts.isSchema(earlier);
      if (found == null && other && !sameStep(context, earlier)) {
        found = earlier;
      } else if (found != null && same) {
        return null;
      }
    }
    return found == null
        ? null
        : Context.place(found, rows ? "the schema changes here" : "the rows change here");
  }
}
