package dev.concertina.check;

import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Engine;
import dev.concertina.migration.Migration;
import dev.concertina.plan.Phase;
import dev.concertina.plan.Step;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Session;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The cure must not be a disease: what a step does to the schema, as a migration of its own, raises
 * no error, and a warning only where a gate of this step or of one before it answers it. A change
 * of rows goes in batches. One thing is open to a contract step behind a gate: its rule's own
 * finding, where no source shows that its time has come; the contributor then says why.
 */
final class ClosingLaw {

  private static final String TIMEOUT = "SET lock_timeout = '5s';\n";
  private static final String FILE = "plan/step.sql";

  /** What nobody can know is left standing: {@code <column type>}. That is no statement yet. */
  private static final Pattern GAP = Pattern.compile("<[a-z][a-z ]*>");

  private final Checker checker;
  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  ClosingLaw(Checker checker) {
    this.checker = checker;
  }

  /**
   * The steps that break it, a sentence each.
   *
   * @param rule the id of the rule whose steps they are
   * @param request the change that the steps replace
   */
  List<String> broken(String rule, List<Step> steps, Request request) {
    List<String> broken = new ArrayList<>();
    Schema schema = request.base();
    boolean gated = false;
    int codeChanges = Integer.MAX_VALUE;
    for (Step step : steps) {
      gated |= step.gate() != null;
      // A step meets the release before its own, or its own once that is everywhere.
      int released = step.betweenDeploys() ? step.deploy() : step.deploy() - 1;
      boolean codeChanged = codeChanges <= released;
      codeChanges = step.code() == null ? codeChanges : Math.min(codeChanges, step.deploy());
      String sql = String.join("\n", step.schema());
      if (sql.isEmpty() || GAP.matcher(sql).find()) {
        continue;
      }
      List<Operation> operations = operations(reader.read(sql));
      if (operations.stream().allMatch(ClosingLaw::changesRows)) {
        if (!sql.contains(":last") || !sql.contains(":next")) {
          broken.add(said(step, "changes rows, and not in batches from :last to :next"));
        }
        continue;
      }
      Schema before = schema;
      for (Operation operation : operations) {
        Session session = Session.fresh(step.transactional());
        String refusal = request.dialect().effect(operation, before, session).refusal();
        if (refusal != null) {
          broken.add(said(step, "is refused (" + refusal + "): " + sql));
        }
        before = before.after(List.of(operation));
      }
      Request own = request(step, sql, schema, codeChanged, request);
      boolean contracts = gated && step.phase() == Phase.CONTRACT;
      for (Report.Result result : checker.check(own).findings()) {
        String raised = result.finding().rule();
        if (!answered(result.finding().severity(), gated) && !(contracts && raised.equals(rule))) {
          broken.add(said(step, "raises " + raised + " in " + sql));
        }
      }
      schema = schema.after(operations).asBase();
    }
    return broken;
  }

  private static boolean answered(Severity severity, boolean gated) {
    return severity == Severity.INFO || (severity == Severity.WARNING && gated);
  }

  private static String said(Step step, String what) {
    return "step " + step.number() + " (" + step.title() + ") " + what;
  }

  private Request request(
      Step step, String sql, Schema schema, boolean codeChanged, Request request) {
    Function<Set<Subject>, References> running =
        codeChanged ? ClosingLaw::unused : request.running();
    return new Request(
        List.of(migration(step, sql, request)),
        Set.of(FILE),
        List.of(),
        List.of(),
        request.flyway(),
        schema,
        request.dialect(),
        running,
        running,
        request.today(),
        request.context());
  }

  /** The release that a step meets no longer uses what the plan takes away. */
  private static References unused(Set<Subject> subjects) {
    return new References() {
      @Override
      public boolean sourcePresent() {
        return true;
      }

      @Override
      public List<Reference> to(Subject subject) {
        return List.of();
      }
    };
  }

  private Migration migration(Step step, String sql, Request request) {
    String text = step.transactional() ? TIMEOUT + sql : sql;
    return new Migration(
        FILE,
        "sql",
        new Engine("postgresql", request.context().version(), "the plan is for it"),
        "plan",
        "1",
        Migration.Direction.UP,
        step.transactional() ? Migration.Transaction.FILE : Migration.Transaction.NONE,
        true,
        false,
        false,
        text,
        reader.read(text));
  }

  private static List<Operation> operations(List<Statement> statements) {
    return statements.stream().flatMap(statement -> statement.operations().stream()).toList();
  }

  private static boolean changesRows(Operation operation) {
    return operation instanceof Operation.Update
        || operation instanceof Operation.Delete
        || operation instanceof Operation.Insert
        || operation instanceof Operation.Merge;
  }
}
