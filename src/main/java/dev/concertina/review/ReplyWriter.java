package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.Template;

/** What a command in a comment is answered: the plan, a rule, the commands. */
public final class ReplyWriter {
  /** GitHub takes 65,536 characters. */
  private static final int LONGEST = 60_000;

  private static final String HELP =
      """
      Commands stand at the start of a line of a new comment and need write access:

      - `/concertina allow RULE because REASON [until 2027-01-31]` accepts the findings of a rule that are here now.
      - `/concertina disallow RULE` takes that back.
      - `/concertina recheck` runs the check again.
      - `/concertina plan` shows the deploy plan.
      - `/concertina explain RULE` says why a rule exists and what to do.
      """;

  private final RuleBook book;
  private final Report report;
  private final Links links;

  public ReplyWriter(RuleBook book, Report report, Links links) {
    this.book = book;
    this.report = report;
    this.links = links;
  }

  /**
   * The answer in Markdown, empty where doing it is the answer.
   *
   * @param argument what stands behind the verb; may be empty
   */
  public String write(String verb, String argument) {
    return switch (verb) {
      case "help" -> HELP;
      case "plan" -> plan();
      case "explain" -> explain(argument);
      default -> "";
    };
  }

  private String plan() {
    if (report.plan().steps().isEmpty()) {
      return "There is no plan, for nothing here needs one.\n";
    }
    String plan = MarkdownPlan.open(report.plan());
    String listings = MarkdownListings.folded(report.plan(), links);
    return plan.length() + listings.length() < LONGEST
        ? plan + (listings.isEmpty() ? "" : "\n" + listings)
        : "The plan is too long for a comment: "
            + PlanText.size(report.plan())
            + ". `concertina plan` prints it.\n";
  }

  private String explain(String id) {
    return book.rule(id)
        .map(
            rule -> {
              String address = links.rule(id);
              String name =
                  address == null
                      ? MarkdownText.code(id)
                      : MarkdownText.link(MarkdownText.code(id), address);
              return name
                  + ": "
                  + said(rule.text().page().title())
                  + ". "
                  + said(rule.text().page().why())
                  + "\n";
            })
        .orElse("");
  }

  /** The page speaks of any column: its placeholders stay as they are. */
  private static String said(Template template) {
    return MarkdownText.prose(Prose.of(template.source()));
  }
}
