package dev.concertina.review;

import dev.concertina.check.Report.Result;
import dev.concertina.code.Reference;
import dev.concertina.plan.Plan;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Compatibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sentences about one finding, in Markdown; a summary and a comment are made of them. */
final class MarkdownFinding {
  private static final int MOST_REFERENCES = 5;
  private static final int MESSAGE = 400;
  private static final int LONGEST_FIX = 6_000;

  private final Finding finding;
  private final Plan plan;
  private final Links links;

  MarkdownFinding(Result result, Links links) {
    this.finding = result.finding();
    this.plan = result.plan();
    this.links = links;
  }

  String headline() {
    return MarkdownText.strong(Prose.of(finding.message()).stopped());
  }

  /** {@code V42__rename_length.sql:3}, linked. */
  String place() {
    return place(finding.file(), finding.span().line());
  }

  private String place(String file, int line) {
    return MarkdownText.link(
        MarkdownText.code(Paths.name(file) + ":" + line), links.head(file, line));
  }

  /** The rule's id, linked to its page. */
  String rule() {
    return MarkdownText.link(MarkdownText.code(finding.rule()), links.rule(finding.rule()));
  }

  /** Facts for whoever looks for them, in small print: the severity and more. */
  String small(String... more) {
    List<String> facts = new ArrayList<>(List.of(finding.severity().toString()));
    Stream.of(more).filter(fact -> !fact.isEmpty()).forEach(facts::add);
    return "<sub>" + String.join(" · ", facts) + "</sub>";
  }

  /** The finding in one line, beside a worse one at the same place. */
  String beside() {
    return "Also ("
        + finding.severity()
        + ", "
        + rule()
        + "): "
        + MarkdownText.prose(Prose.of(Clean.cut(finding.message(), MESSAGE)).stopped());
  }

  String why() {
    return MarkdownText.prose(Prose.of(finding.why()));
  }

  /** What the running version says when it fails; empty when it does not, or is said already. */
  String failure() {
    Compatibility compatibility = finding.compatibility();
    return Impact.breaks(compatibility).isEmpty()
            || compatibility.reason().isEmpty()
            || finding.why().contains(compatibility.reason())
        ? ""
        : "The running version fails: " + MarkdownText.code(compatibility.reason()) + ".";
  }

  /** Where the running version uses it; empty when that is not known. */
  String uses() {
    List<Reference> references = finding.references();
    if (references.isEmpty()) {
      return "";
    }
    List<String> places = new ArrayList<>();
    references.stream().limit(MOST_REFERENCES).map(this::use).forEach(places::add);
    if (references.size() > MOST_REFERENCES) {
      places.add((references.size() - MOST_REFERENCES) + " more");
    }
    return "It is used in "
        + English.count(references.size(), "place")
        + ": "
        + English.and(places)
        + ".";
  }

  private String use(Reference reference) {
    String place =
        MarkdownText.link(
            MarkdownText.code(reference.file() + ":" + reference.line()),
            links.base(reference.file(), reference.line()));
    String declares = reference.kind() == Reference.Kind.DECLARES ? " declares it" : "";
    return place + declares + (reference.test() ? " (a test)" : "");
  }

  /** Whether the running version can come back; empty when it can, or is said already. */
  String rollback() {
    return finding.compatibility().breaksRollback()
            && !finding.why().contains("can't be rolled back")
        ? "Afterwards the application can't be rolled back to the running version."
        : "";
  }

  String related() {
    Finding.Related related = finding.related();
    if (related == null) {
      return "";
    }
    String message = MarkdownText.prose(Prose.of(related.message()));
    return "See also "
        + place(related.file(), related.span().line())
        + ": "
        + message
        + (message.endsWith(".") ? "" : ".");
  }

  String locks() {
    return MarkdownText.prose(Impact.locks(finding.effect()));
  }

  /** The first step of the plan; empty when there is none, or nothing to mend. */
  String firstStep() {
    return plan.steps().isEmpty() || finding.severity() == Severity.INFO
        ? ""
        : "**First step:** " + MarkdownText.prose(Prose.of(plan.steps().getFirst().title()));
  }

  /** The fix as a block, or empty. */
  String fix() {
    return plan.fix() == null ? "" : block("sql");
  }

  /**
   * The fix as a suggestion, which a click commits as it stands; as a plain block where a reader
   * could not see all of what would be committed.
   */
  String suggestion() {
    if (plan.fix() == null) {
      return "";
    }
    String replacement = plan.fix().replacement();
    boolean visible = Clean.block(replacement).equals(replacement);
    return block(visible ? "suggestion" : "sql");
  }

  private String block(String language) {
    String replacement = plan.fix().replacement();
    return replacement.length() > LONGEST_FIX
        ? "The fix is too long for this place; `concertina check` shows it.\n"
        : MarkdownText.block(language, replacement);
  }
}
