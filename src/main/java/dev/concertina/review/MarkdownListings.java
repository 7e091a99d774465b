package dev.concertina.review;

import dev.concertina.plan.Listing;
import dev.concertina.plan.Plan;
import java.util.List;

/** The files that a plan comes with, folded away: each under its path, in a block to copy. */
final class MarkdownListings {
  private static final int MOST = 6;
  private static final int LONGEST = 6_000;

  /** What their size stands behind. */
  private static final String TITLE = "The command to copy: ";

  private MarkdownListings() {}

  /** The empty string where the plan has none. */
  static String folded(Plan plan, Links links) {
    List<Listing> listings = of(plan);
    if (listings.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append("<details><summary>").append(TITLE);
    out.append(English.count(listings.size(), "file")).append("</summary>\n\n");
    String page = MarkdownText.link("data transformations", links.page("data-transformations"));
    out.append("What it builds on, the same in other languages, and why: ").append(page);
    out.append(".\n");
    for (Listing listing : listings) {
      out.append('\n').append(MarkdownText.code(listing.path())).append("\n\n");
      out.append(
          listing.text().length() > LONGEST
              ? "It is too long for this place; `concertina check --format json` has it.\n"
              : MarkdownText.block(listing.language(), listing.text()));
    }
    return out.append("\n</details>\n").toString();
  }

  /** Those of all steps, as many as a comment has room for. */
  static List<Listing> of(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.listings().stream())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
