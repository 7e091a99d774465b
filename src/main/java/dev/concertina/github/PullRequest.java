package dev.concertina.github;

import java.util.Set;

/**
 * A pull request as it is now.
 *
 * @param repository {@code owner/name} of the base repository, through which everything is read
 * @param baseBranch the name of the branch that it goes to
 * @param base the commit of that branch
 * @param head the newest commit that is to be merged; never a merge commit of GitHub's
 * @param open whether it can still be merged
 * @param labels their names
 * @param fork whether the head is in another repository
 * @param changedFiles how many files it changes, as GitHub counts them
 */
public record PullRequest(
    String repository,
    int number,
    String baseBranch,
    String base,
    String head,
    boolean open,
    Set<String> labels,
    boolean draft,
    boolean fork,
    int changedFiles) {

  public PullRequest {
    labels = Set.copyOf(labels);
  }
}
