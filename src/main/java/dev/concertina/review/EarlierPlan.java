package dev.concertina.review;

/**
 * The plan in an earlier summary of a pull request. When the change that it was for has become one
 * of its own steps, the rest of it is still to come, and stays in the summary.
 */
public final class EarlierPlan {
  private static final String FOLDED = "<details><summary>";
  private static final String NEW = FOLDED + MarkdownPlan.TITLE;
  private static final String KEPT = FOLDED + "The plan that this may be a step of: ";
  private static final String END = "\n</details>\n";
  private static final String FOOTER = "\n<sub>Checked";

  private EarlierPlan() {}

  /**
   * A summary with the plan of the one before it.
   *
   * @param before what stands there
   * @param now what is to stand there, without a plan of its own
   */
  public static String kept(String before, String now) {
    String plan = plan(before.replace("\r\n", "\n"));
    int footer = now.lastIndexOf(FOOTER);
    boolean fits = now.length() + plan.length() < MarkdownWriter.LIMIT;
    return plan.isEmpty() || footer < 0 || !fits
        ? now
        : now.substring(0, footer) + "\n" + plan + now.substring(footer);
  }

  private static String plan(String summary) {
    int start = summary.indexOf("\n" + NEW);
    String heading = NEW;
    if (start < 0) {
      start = summary.indexOf("\n" + KEPT);
      heading = KEPT;
    }
    int end = start < 0 ? -1 : summary.indexOf(END, start);
    return end < 0
        ? ""
        : KEPT
            + summary
                .substring(start + 1 + heading.length(), end + END.length())
                .replace(MarkdownPlan.BELOW, "");
  }
}
