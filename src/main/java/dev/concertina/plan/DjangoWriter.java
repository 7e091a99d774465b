package dev.concertina.plan;

import dev.concertina.django.Declaration;
import dev.concertina.django.Models;
import dev.concertina.plan.DjangoMigration.Part;
import dev.concertina.rule.Context;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.PythonExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a plan into Django's words: the schema changes as the operations of migrations, the changes
 * of the code as fields of models. At the end of the plan the models and the migrations agree.
 */
final class DjangoWriter {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Context context;
  private final Models models;
  private final DjangoStatements statements;

  DjangoWriter(Context context) {
    this.context = context;
    models = context.here().migration().models();
    statements = new DjangoStatements(context);
  }

  Plan write(Plan written) {
    boolean changes = written.steps().stream().anyMatch(step -> !step.schema().isEmpty());
    Plan plan = changes ? AddedField.plan(context, statements.own()).orElse(written) : written;
    List<Step> steps = new ArrayList<>();
    for (Step step : StepIndexes.complete(plan.steps(), context)) {
      List<Part> parts = new ArrayList<>();
      for (String sql : step.schema()) {
        statements.part(sql, !step.transactional()).ifPresent(parts::add);
      }
      String code = new DjangoCode(context, models, statements).of(step);
      steps.add(step.with(parts.isEmpty() ? null : new DjangoMigration(parts), code));
    }
    forgetWhatIsDropped(steps);
    return new Plan(
        steps,
        new DjangoAlternatives(context, models).of(written.alternatives()),
        plan.note(),
        plan.rollbackFloor(),
        plan.fix());
  }

  /** What a later step drops is forgotten by the models in the release that stops using it. */
  private void forgetWhatIsDropped(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      for (String sql : steps.get(i).schema()) {
        List<PythonExpression> forgotten = forgotten(sql);
        if (!forgotten.isEmpty()) {
          int release = lastWithoutSchema(steps, i);
          forget(steps, release < 0 ? i : release, forgotten, sql);
        }
      }
    }
  }

  private void forget(List<Step> steps, int at, List<PythonExpression> forgotten, String sql) {
    Step step = steps.get(at);
    List<Part> parts = new ArrayList<>();
    PythonExpression state = DjangoOperation.separate(List.of(), forgotten);
    parts.add(new Part(null, state, null, false));
    if (step.migration() instanceof DjangoMigration own) {
      parts.addAll(own.parts());
    }
    String code =
        step.schema().contains(sql)
            ? step.code()
            : new DjangoCode(context, models, statements).gone(sql, step.code());
    steps.set(at, step.with(new DjangoMigration(parts), code));
  }

  /** The last release before a step that changes the code alone; -1 for none. */
  private static int lastWithoutSchema(List<Step> steps, int before) {
    for (int i = before - 1; i >= 0; i--) {
      Step step = steps.get(i);
      boolean codeAlone = step.schema().isEmpty() && !step.betweenDeploys();
      if (codeAlone && step.deploy() < steps.get(before).deploy()) {
        return i;
      }
    }
    return -1;
  }

  private List<PythonExpression> forgotten(String sql) {
    return reader.read(sql).stream()
        .flatMap(statement -> statement.operations().stream())
        .flatMap(
            operation ->
                switch (operation) {
                  case Operation.DropColumn o -> field(o.table(), o.column()).stream();
                  case Operation.DropTable o -> model(o.table()).stream();
                  default -> List.<PythonExpression>of().stream();
                })
        .toList();
  }

  private List<PythonExpression> field(Name table, String column) {
    Optional<String> model = models.model(table);
    Optional<Declaration> field = models.before(table, column);
    List<PythonExpression> forgotten = new ArrayList<>();
    if (model.isPresent() && field.isPresent()) {
      String name = field.get().name();
      models
          .indexesOver(table, name)
          .forEach(i -> forgotten.add(named("migrations.RemoveIndex", model.get(), i)));
      models
          .constraintsOver(table, name)
          .forEach(c -> forgotten.add(named("migrations.RemoveConstraint", model.get(), c)));
      forgotten.add(named("migrations.RemoveField", model.get(), name));
    }
    return forgotten;
  }

  private static PythonExpression named(String operation, String model, String name) {
    return DjangoOperation.named(operation, model, name);
  }

  private List<PythonExpression> model(Name table) {
    return statements.own().is("DeleteModel")
        ? List.of(statements.own().source())
        : models.model(table).map(DjangoOperation::deleteModel).stream().toList();
  }
}
