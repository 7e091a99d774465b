package dev.concertina.review;

import dev.concertina.check.Report.Result;
import dev.concertina.code.Reference;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import dev.concertina.review.Paint.Style;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes the findings of one operation as one block on a terminal. */
final class FindingText {
  private static final String INDENT = "  ";
  private static final int MOST_REFERENCES = 5;
  private static final int LONGEST_FIX = 6_000;

  private final Page page;
  private final Sources sources;

  FindingText(Page page, Sources sources) {
    this.page = page;
    this.sources = sources;
  }

  void write(Block block) {
    Finding worst = block.worst();
    page.blank();
    heading(worst.file(), worst.span(), worst.severity(), worst.rule());
    excerpt(worst.file(), worst.span(), Style.of(worst.severity()));
    page.paragraph(INDENT, Prose.of(worst.message()));
    if (worst.severity() != Severity.INFO) {
      why(worst);
    }
    facts(worst);
    related(worst);
    remedy(block.results().getFirst().plan(), worst.severity());
    block.results().stream().skip(1).forEach(this::also);
  }

  void heading(String file, Span span, Severity severity, String rule) {
    String place = Clean.line(file) + ":" + span.line() + ":" + span.column();
    String shown = page.paint().on(Style.BOLD, place);
    String says =
        page.paint().on(Style.of(severity), severity.toString()) + INDENT + Clean.line(rule);
    int length = (place + INDENT + severity + INDENT + rule).length();
    if (length <= page.width()) {
      page.line(shown + INDENT + says);
    } else {
      page.line(shown);
      page.line(INDENT + says);
    }
  }

  void excerpt(String file, Span span, Style style) {
    sources
        .text(file)
        .ifPresent(
            text ->
                new Excerpt(text, span, page.paint(), style, page.width())
                    .lines()
                    .forEach(page::line));
  }

  private void why(Finding finding) {
    if (!finding.why().isBlank()) {
      page.blank();
      page.paragraph(INDENT, Prose.of(finding.why()));
    }
  }

  private void facts(Finding finding) {
    page.blank();
    page.labelled(INDENT, "Locks", Impact.locks(finding.effect()));
    breaks(finding.compatibility());
    references(finding.references());
  }

  private void breaks(Compatibility compatibility) {
    List<String> broken = new ArrayList<>(Impact.breaks(compatibility));
    if (compatibility.breaksRollback()) {
      broken.add("the way back");
    }
    if (!broken.isEmpty()) {
      String reason = compatibility.reason();
      page.labelled(
          INDENT,
          "Breaks",
          Prose.EMPTY.literally(English.and(broken) + (reason.isEmpty() ? "" : ": " + reason)));
    }
  }

  private void references(List<Reference> references) {
    if (references.isEmpty()) {
      return;
    }
    List<Reference> shown = references.stream().limit(MOST_REFERENCES).toList();
    List<String> lines =
        new ArrayList<>(
            Page.columns(
                shown.stream().map(r -> Clean.line(r.file()) + ":" + r.line()).toList(),
                shown.stream().map(FindingText::uses).toList()));
    if (references.size() > shown.size()) {
      lines.add("and " + (references.size() - shown.size()) + " more");
    }
    page.labelledLines(INDENT, "Used in", lines);
  }

  private static String uses(Reference reference) {
    String verb =
        switch (reference.kind()) {
          case DECLARES -> "declares it";
          case MENTIONS -> "mentions it";
        };
    return reference.test() ? verb + " (test)" : verb;
  }

  private void related(Finding finding) {
    if (finding.related() != null) {
      Finding.Related related = finding.related();
      page.labelled(
          INDENT,
          "See also",
          Prose.EMPTY.literally(place(finding, related) + ", ").then(Prose.of(related.message())));
    }
  }

  private static String place(Finding finding, Finding.Related related) {
    int line = related.span().line();
    return related.file().equals(finding.file()) ? "line " + line : related.file() + ":" + line;
  }

  private void remedy(Plan plan, Severity severity) {
    if (plan.fix() != null) {
      fix(plan.fix());
    } else if (!plan.steps().isEmpty() && severity != Severity.INFO) {
      Step first = plan.steps().getFirst();
      page.labelled(INDENT, "First step", Prose.of(first.title()));
    }
  }

  private void fix(Plan.Fix fix) {
    String lines =
        fix.line() == fix.endLine()
            ? "line " + fix.line()
            : "lines " + fix.line() + " to " + fix.endLine();
    if (fix.replacement().length() > LONGEST_FIX) {
      page.labelled(INDENT, "Fix", Prose.EMPTY.literally("for " + lines + ", in --format json"));
      return;
    }
    page.labelled(INDENT, "Fix", Prose.EMPTY.literally("replace " + lines + " with"));
    page.sql(INDENT + " ".repeat(15), List.of(fix.replacement()));
  }

  private void also(Result result) {
    Finding finding = result.finding();
    page.blank();
    page.line(
        INDENT
            + page.paint().on(Style.of(finding.severity()), finding.severity().toString())
            + "  "
            + Clean.line(finding.rule()));
    page.paragraph(INDENT, Prose.of(finding.message()));
    related(finding);
    remedy(result.plan(), finding.severity());
  }
}
