package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concertina.migration.Tree;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHPermissionType;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHPullRequestFileDetail;
import org.kohsuke.github.GHRepository;

/**
 * A repository on GitHub, read: its pull requests, and the files of its commits, which come from a
 * checkout where that has them.
 */
public final class RemoteRepository implements AutoCloseable {
  private static final int PAGE = 100;

  /** GitHub lists no more files of a pull request. */
  private static final int MOST_FILES = 3000;

  /** What GitHub answers when a difference is too large, or takes it too long. */
  private static final Set<Integer> TOO_LARGE = Set.of(406, 422, 500, 502, 503, 504);

  /** GitHub gives the right to maintain as the right to write. */
  private static final Set<GHPermissionType> WRITERS =
      Set.of(GHPermissionType.ADMIN, GHPermissionType.WRITE);

  private final Connection connection;
  private final String name;
  private final Checkout checkout;
  private final Blobs blobs;
  private final Map<String, Tree> trees = new HashMap<>();
  private final Map<Integer, GHPullRequest> pulls = new HashMap<>();
  private GHRepository repository;

  /**
   * @param name {@code owner/name}
   * @param checkout asked first
   * @param archives where commits are kept that the checkout has not
   */
  public RemoteRepository(
      Connection connection, String name, Checkout checkout, ArchiveFolder archives) {
    if (!name.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("expected owner/name, found " + name);
    }
    this.connection = connection;
    this.name = name;
    this.checkout = checkout;
    this.blobs = new Blobs(new Contents(connection, name, this::known), archives);
  }

  /** {@code owner/name}. */
  public String name() {
    return name;
  }

  Connection connection() {
    return connection;
  }

  /** The library's view of it, asked for once. */
  GHRepository known() {
    if (repository == null) {
      repository = connection.ask(name, library -> library.getRepository(name));
    }
    return repository;
  }

  /** A pull request as it is now. */
  public PullRequest pullRequest(int number) {
    return connection.ask("pull request " + number, library -> read(number));
  }

  /**
   * The open pull requests whose head is this commit of this branch now: GitHub itself says so, and
   * nobody who runs a workflow in a fork.
   *
   * @param from the repository of the head, {@code owner/name}
   */
  public List<Integer> pullRequestsFrom(String from, String branch, String head) {
    String owner = from.substring(0, Math.max(0, from.indexOf('/')));
    if (owner.isEmpty() || branch.isEmpty()) {
      return List.of();
    }
    return connection.ask(
        "the pull requests of " + commitId(head),
        library -> {
          List<Integer> numbers = new ArrayList<>();
          for (GHPullRequest pull :
              known()
                  .queryPullRequests()
                  .state(GHIssueState.OPEN)
                  .head(owner + ":" + branch)
                  .list()
                  .withPageSize(PAGE)) {
            GHRepository repository = pull.getHead().getRepository();
            if (pull.getHead().getSha().equals(head)
                && repository != null
                && repository.getFullName().equals(from)) {
              numbers.add(pull.getNumber());
            }
          }
          return numbers;
        });
  }

  private PullRequest read(int number) throws IOException {
    GHPullRequest pull = known().getPullRequest(number);
    pulls.put(number, pull);
    GHRepository from = pull.getHead().getRepository();
    return new PullRequest(
        name,
        number,
        pull.getBase().getRef(),
        pull.getBase().getSha(),
        pull.getHead().getSha(),
        pull.getState() == GHIssueState.OPEN,
        pull.getLabels().stream().map(GHLabel::getName).collect(Collectors.toSet()),
        pull.isDraft(),
        from == null || from.getId() != known().getId(),
        pull.getChangedFiles());
  }

  /**
   * The files of a pull request with their patches: at most 3,000, since GitHub lists no more; none
   * where it finds the difference too large to show. Nothing that is judged depends on them.
   */
  public List<PatchedFile> files(PullRequest pull) {
    List<PatchedFile> files = new ArrayList<>();
    try {
      for (GHPullRequestFileDetail file : pulls.get(pull.number()).listFiles().withPageSize(PAGE)) {
        files.add(
            new PatchedFile(
                file.getFilename(), file.getPreviousFilename(), file.getStatus(), file.getPatch()));
        if (files.size() == MOST_FILES) {
          break;
        }
      }
    } catch (GitHubException e) {
      if (!TOO_LARGE.contains(e.status())) {
        throw e;
      }
    }
    return files;
  }

  /** The open pull requests whose newest commit this is. */
  public List<Integer> pullRequestsOf(String commit) {
    List<Integer> numbers = new ArrayList<>();
    connection
        .get("/repos/" + name + "/commits/" + commitId(commit) + "/pulls?per_page=" + PAGE)
        .forEach(
            pull -> {
              boolean newest = pull.path("head").path("sha").asText().equals(commit);
              if (newest && pull.path("state").asText().equals("open")) {
                numbers.add(pull.path("number").asInt());
              }
            });
    return numbers;
  }

  /** Whether somebody may push to it. */
  boolean mayWrite(String login) {
    try {
      return connection.ask(
          "the rights of " + login, library -> WRITERS.contains(known().getPermission(login)));
    } catch (GitHubException e) {
      if (e.isForbidden()) {
        return false;
      }
      throw e;
    }
  }

  /** The newest commit that both have in their history. */
  public String mergeBase(String base, String head) {
    return checkout
        .mergeBase(base, head)
        .orElseGet(() -> compared(commitId(base), commitId(head), "merge_base_commit"));
  }

  /** The newest commit of a branch, off which {@code head} was once made. */
  public String tip(String branch, String head) {
    return compared(branch, commitId(head), "base_commit");
  }

  private String compared(String base, String head, String what) {
    // The second page has neither the files nor the commits of the first.
    String range = URLEncoder.encode(base, StandardCharsets.UTF_8).replace("+", "%20");
    JsonNode answer =
        connection.get(
            "/repos/" + name + "/compare/" + range + "..." + head + "?per_page=1&page=2");
    String commit = answer.path(what).path("sha").asText("");
    if (commit.isEmpty()) {
      throw new GitHubException(404, base + " and " + head + " have no common history");
    }
    return commit;
  }

  /** The files of a commit. */
  public Tree tree(String commit) {
    return trees.computeIfAbsent(
        commitId(commit),
        id -> checkout.tree(id).orElseGet(() -> new ApiTree(id, this::listing, blobs)));
  }

  private List<ApiTree.Entry> listing(String commit) {
    return connection.ask("the files of " + commit, library -> new Lister(known()).list(commit));
  }

  /** What could not be read of the commits that were fetched, or empty. */
  public Optional<String> trouble() {
    return trees.values().stream()
        .filter(ApiTree.class::isInstance)
        .map(tree -> blobs.trouble(((ApiTree) tree).commit()))
        .filter(reason -> !reason.isEmpty())
        .findFirst();
  }

  private static String commitId(String commit) {
    if (!commit.matches("[0-9a-f]{40,64}")) {
      throw new IllegalArgumentException("expected a commit's id, found " + commit);
    }
    return commit;
  }

  @Override
  public void close() {
    blobs.close();
  }
}
