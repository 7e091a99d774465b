package dev.concertina.github;

/**
 * What a review is about: a pull request, a group of them that a merge queue wants to merge, or a
 * branch.
 *
 * @param repository {@code owner/name}
 * @param number the pull request whose comments are read for commands, or 0 for none
 * @param baseBranch its name
 * @param base the commit of the base branch: the configuration is read there
 * @param head the newest commit
 * @param takesComments whether the review is to stand in the pull request, beside the check
 */
public record Target(
    String repository,
    int number,
    String baseBranch,
    String base,
    String head,
    boolean takesComments) {

  /** A pull request, as it is now. */
  public static Target of(PullRequest pull) {
    return new Target(
        pull.repository(), pull.number(), pull.baseBranch(), pull.base(), pull.head(), true);
  }

  /** What a branch has beside another one, without a pull request: it gets a check alone. */
  public static Target ofBranch(String repository, String baseBranch, String base, String head) {
    return new Target(repository, 0, baseBranch, base, head, false);
  }

  /**
   * A merge group. Its comments are those of the pull request that it was made for, which the name
   * of its branch tells: {@code gh-readonly-queue/main/pr-12-…}.
   */
  public static Target ofMergeGroup(
      String repository, String baseBranch, String base, String head, String headRef) {
    int start = headRef.lastIndexOf("/pr-");
    String digits = start < 0 ? "" : headRef.substring(start + "/pr-".length()).split("-", 2)[0];
    int number = digits.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(digits) : 0;
    return new Target(repository, number, baseBranch, base, head, false);
  }
}
