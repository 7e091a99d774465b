package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Unread;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What could not be read, without saying it twice. */
final class NotAnalysed {
  private static final String RULE = "any/not-analysed";

  private NotAnalysed() {}

  /** What no finding says already. */
  static List<Unread> withoutFindings(Report report) {
    Set<Place> said =
        report.findings().stream()
            .map(Result::finding)
            .filter(finding -> finding.rule().equals(RULE))
            .map(finding -> new Place(finding.file(), finding.span().line()))
            .collect(Collectors.toSet());
    return report.notAnalysed().stream()
        .filter(unread -> !said.contains(new Place(unread.file(), unread.span().line())))
        .toList();
  }

  private record Place(String file, int line) {}
}
