package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Verdict;

/** The one line that sums a report up. */
public final class Verdicts {

  private Verdicts() {}

  /** {@code 2 migrations, 7 statements (1 not analysed): 1 error, 1 warning. Blocked.} */
  public static String sentence(Report report) {
    Totals totals = Totals.of(report);
    if (report.findings().isEmpty() && report.notAnalysed().isEmpty()) {
      return totals.migrations() == 0
          ? "No migrations in this change."
          : totals.scope() + ": the running version keeps working, nothing blocks.";
    }
    String findings = totals.findings();
    return totals.scope()
        + ": "
        + (findings.isEmpty() ? "no findings" : findings)
        + ". "
        + word(report.verdict());
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case BLOCKED -> "Blocked.";
      case REVIEW -> "Needs a look.";
      case SAFE -> "Safe.";
    };
  }
}
