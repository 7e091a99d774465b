package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.MigrationResult;
import dev.concertina.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A report in numbers. Suppressed findings count as suppressed alone.
 *
 * @param notAnalysed statements of which a part could not be read
 */
record Totals(
    int migrations,
    int statements,
    int notAnalysed,
    long errors,
    long warnings,
    long infos,
    long suppressed,
    int deploys) {

  static Totals of(Report report) {
    return new Totals(
        report.migrations().size(),
        report.statements(),
        report.migrations().stream().mapToInt(MigrationResult::unread).sum(),
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.count(Severity.INFO),
        report.suppressed(),
        report.plan().deploys());
  }

  int analysed() {
    return statements - notAnalysed;
  }

  /** Migrations and statements: {@code 2 migrations, 7 statements (1 not analysed)}. */
  String scope() {
    String scope =
        English.count(migrations, "migration") + ", " + English.count(statements, "statement");
    return notAnalysed == 0 ? scope : scope + " (" + notAnalysed + " not analysed)";
  }

  /** Findings by severity: {@code 1 error, 1 warning}; empty when there are none. */
  String findings() {
    List<String> parts = new ArrayList<>();
    add(parts, errors, "error");
    add(parts, warnings, "warning");
    add(parts, infos, "info");
    if (suppressed > 0) {
      parts.add(suppressed + " allowed");
    }
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long number, String noun) {
    if (number > 0) {
      parts.add(English.count(number, noun));
    }
  }
}
