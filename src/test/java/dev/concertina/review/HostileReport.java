package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.RollbackFloor;
import dev.concertina.check.Report.Suppressed;
import dev.concertina.check.Report.Verdict;
import dev.concertina.code.Reference;
import dev.concertina.plan.DjangoMigration;
import dev.concertina.plan.Listing;
import dev.concertina.plan.Phase;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import dev.concertina.review.Sample.Draft;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Lock;
import dev.concertina.schema.Name;
import dev.concertina.schema.Span;
import dev.concertina.syntax.PythonExpression;
import java.util.List;

/** A pull request that wants to say things in our name. Every name and text in it tries. */
final class HostileReport {

  /** Everything that acts somewhere: a terminal, a log of GitHub's runner, a comment. */
  static final String NAME =
      "a`b``c|d @octocat #1 GH-1 octo/cat#2 https://evil.example www.evil.example"
          + " <img src=x onerror=alert(1)> ![i](https://evil.example/i.png) [l](javascript:x)"
          + " &#64;everyone $x$ :rocket: **bold** \\` \u001b[31mred\u001b[0m \u202Egnp.exe\u202C"
          + " zero\u200Bwidth \u0007 \uDB40\uDC41tag";

  private static final String FILE =
      "db/migration/V1__\u202E`](https://evil.example)<b>|@octocat\n::error::x.sql";

  private HostileReport() {}

  static Report report() {
    String text =
        "-- ::error::x\n\u001b[2JDROP TABLE \""
            + NAME
            + "\"; -- \u202E```\n~~~\n```suggestion\nx\n";
    String clause = "DROP TABLE \"" + NAME + "\"";
    Plan plan =
        new Plan(
            List.of(
                new Step(
                    1,
                    1,
                    Phase.EXPAND,
                    false,
                    "Stop using `" + NAME + "`.\n\n# Heading\n```mermaid\nclick A href \"x\"",
                    List.of("-- ```\n```\n</details>\n@octocat\n" + clause + ";"),
                    false,
                    NAME,
                    "this is 0: " + NAME,
                    NAME,
                    List.of(new Listing(FILE, "python", "```\n</details>\n" + NAME + "\n")),
                    new DjangoMigration(
                        List.of(
                            new DjangoMigration.Part(
                                null,
                                PythonExpression.source(
                                    "```\n</details>\n" + NAME + "\n::error::x"),
                                null,
                                false))))),
            List.of(NAME),
            NAME,
            1,
            new Plan.Fix(2, 2, "````\n```\nDROP TABLE x; \u202E @octocat"));
    return new Sample()
        .migration(FILE, 1, 1, Verdict.BLOCKED, RollbackFloor.NEW, text)
        .finding(
            new Draft("any/dropped-table", Severity.ERROR, FILE, clause)
                .about(NAME, NAME)
                .says("Dropping `" + NAME + "` breaks.\n::error::x", NAME)
                .effect(Effect.locking(Name.of(NAME), Lock.ACCESS_EXCLUSIVE))
                .breaks(Compatibility.none("relation \"" + NAME + "\" does not exist"))
                .usedIn(new Reference("src/" + NAME + ".py", 1, Reference.Kind.DECLARES, false))
                .related(new Finding.Related(FILE, Span.FILE, NAME))
                .plan(plan))
        .finding(
            new Draft("any/" + NAME, Severity.ERROR, FILE, clause)
                .says(NAME, NAME)
                .allowed(new Suppressed(NAME, "comment", null)))
        .unread(FILE, "```suggestion", NAME)
        .problem(".github/concertina.yml", 1, 1, NAME)
        .plan(plan)
        .report();
  }
}
