package dev.concertina.review;

import dev.concertina.check.Fingerprint;
import dev.concertina.check.Report;
import dev.concertina.check.Report.Context;
import dev.concertina.check.Report.MigrationResult;
import dev.concertina.check.Report.Problem;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.RollbackFloor;
import dev.concertina.check.Report.Suppressed;
import dev.concertina.check.Report.Unread;
import dev.concertina.check.Report.Verdict;
import dev.concertina.code.Reference;
import dev.concertina.plan.Plan;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Kind;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Name;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** Puts a report together by hand, with spans taken from the text of its migrations. */
final class Sample {
  private final List<MigrationResult> migrations = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private Plan plan = Plan.NONE;

  static Span span(String text, String clause) {
    int start = text.indexOf(clause);
    if (start < 0) {
      throw new IllegalArgumentException(clause + " does not stand in " + text);
    }
    int last = start + clause.length() - 1;
    return new Span(
        start,
        last + 1,
        line(text, start),
        column(text, start),
        line(text, last),
        column(text, last));
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private static int column(String text, int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }

  Sample migration(
      String file, int statements, int notRead, Verdict verdict, RollbackFloor floor, String text) {
    migrations.add(
        new MigrationResult(
            file,
            "flyway",
            "postgresql",
            true,
            true,
            false,
            statements,
            notRead,
            verdict,
            floor,
            text));
    return this;
  }

  String text(String file) {
    return migrations.stream().filter(m -> m.file().equals(file)).findFirst().orElseThrow().text();
  }

  Sample finding(Draft draft) {
    results.add(draft.result(this));
    return this;
  }

  Sample unread(String file, String clause, String reason) {
    unread.add(new Unread(file, span(text(file), clause), reason));
    return this;
  }

  Sample problem(String file, int line, int column, String message) {
    problems.add(new Problem(file, line, column, message));
    return this;
  }

  Sample plan(Plan newPlan) {
    plan = newPlan;
    return this;
  }

  Report report() {
    return new Report(
        migrations,
        results,
        unread,
        problems,
        plan,
        new Context("main at 9d0e77c", "3f2c1ab", "postgresql", 16, "compose.yaml"));
  }

  /** A finding in the making; what is not said is as little as possible. */
  static final class Draft {
    private final String rule;
    private final Severity severity;
    private final String file;
    private final String clause;
    private Kind kind = Kind.ROLLOUT;
    private Name table;
    private String object;
    private String message = "";
    private String why = "";
    private Effect effect = Effect.NONE;
    private Compatibility compatibility = Compatibility.FULL;
    private List<Reference> references = List.of();
    private Finding.Related related;
    private Plan plan = Plan.NONE;
    private Suppressed suppressed;

    Draft(String rule, Severity severity, String file, String clause) {
      this.rule = rule;
      this.severity = severity;
      this.file = file;
      this.clause = clause;
    }

    Draft kind(Kind newKind) {
      kind = newKind;
      return this;
    }

    Draft about(String newTable, String newObject) {
      table = Name.of(newTable);
      object = newObject;
      return this;
    }

    Draft says(String newMessage, String newWhy) {
      message = newMessage;
      why = newWhy;
      return this;
    }

    Draft effect(Effect newEffect) {
      effect = newEffect;
      return this;
    }

    Draft breaks(Compatibility newCompatibility) {
      compatibility = newCompatibility;
      return this;
    }

    Draft usedIn(Reference... newReferences) {
      references = List.of(newReferences);
      return this;
    }

    Draft related(Finding.Related newRelated) {
      related = newRelated;
      return this;
    }

    Draft plan(Plan newPlan) {
      plan = newPlan;
      return this;
    }

    Draft allowed(Suppressed newSuppressed) {
      suppressed = newSuppressed;
      return this;
    }

    private Result result(Sample sample) {
      Span span = clause.isEmpty() ? Span.FILE : span(sample.text(file), clause);
      Finding finding =
          new Finding(
              rule,
              kind,
              severity,
              file,
              span,
              clause,
              table,
              object,
              message,
              why,
              effect,
              compatibility,
              references,
              related,
              Finding.Scope.STATEMENT);
      return new Result(finding, plan, Fingerprint.of(finding, 0), suppressed);
    }
  }
}
