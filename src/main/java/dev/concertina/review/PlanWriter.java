package dev.concertina.review;

import dev.concertina.check.Report;
import java.io.IOException;

/** The deploy plan alone, on a terminal. */
public final class PlanWriter implements ReportWriter {
  private final Options options;

  public PlanWriter(Options options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Page page = new Page(options);
    if (report.plan().steps().isEmpty()) {
      page.line(nothing(report));
    } else {
      new PlanText(page).write(report.plan());
      page.blank();
      page.line(Verdicts.sentence(report));
    }
    out.append(page.toString());
  }

  private static String nothing(Report report) {
    return switch (report.verdict()) {
      case SAFE -> "No plan needed: this change can roll out in one deploy.";
      case REVIEW, BLOCKED -> "No plan needed: what concertina check finds is mended in place.";
    };
  }
}
