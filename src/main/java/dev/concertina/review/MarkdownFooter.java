package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Context;
import dev.concertina.check.Report.MigrationResult;

/** Against what a change was checked, in small print. */
final class MarkdownFooter {

  private MarkdownFooter() {}

  static String of(Report report) {
    Context context = report.context();
    StringBuilder out = new StringBuilder("<sub>Checked");
    if (context.head() != null) {
      out.append(' ').append(MarkdownText.code(context.head()));
    }
    if (context.base() != null) {
      out.append(" against ").append(MarkdownText.code(context.base()));
    }
    if (context.engine() != null) {
      out.append(", ").append(engine(context));
    }
    return out.append(order(report)).append(".</sub>\n").toString();
  }

  private static String engine(Context context) {
    String name =
        switch (context.engine()) {
          case "postgresql" -> "PostgreSQL";
          case "mysql" -> "MySQL";
          case "mariadb" -> "MariaDB";
          default -> MarkdownText.code(context.engine());
        };
    String reason = context.versionReason();
    return name
        + (context.version() > 0 ? " " + context.version() : "")
        + (reason == null || reason.isBlank() ? "" : " (" + MarkdownText.code(reason) + ")");
  }

  private static String order(Report report) {
    if (report.migrations().isEmpty()) {
      return "";
    }
    if (report.migrations().stream().noneMatch(MigrationResult::postDeploy)) {
      return ", migrations run before the code";
    }
    return report.migrations().stream().allMatch(MigrationResult::postDeploy)
        ? ", migrations run after the old code is gone"
        : "";
  }
}
