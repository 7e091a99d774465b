package dev.concertina.cli;

import dev.concertina.migration.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A git repository on this machine: its commits and its work tree. */
final class Repository implements AutoCloseable {
  private final Path root;
  private final Git git;
  private final BlobReader blobs;

  private Repository(Path root) {
    this.root = root;
    this.git = new Git(root);
    this.blobs = new BlobReader(git);
  }

  /**
   * A commit.
   *
   * @param id its full id
   * @param name what the user called it
   */
  record Commit(String id, String name) {
    /** For display: {@code main at 9d0e77c}. */
    @Override
    public String toString() {
      String abbreviated = id.substring(0, 7);
      return id.startsWith(name) ? abbreviated : name + " at " + abbreviated;
    }
  }

  /**
   * A repository with the ends of a range.
   *
   * @param tip of the base
   * @param head the other end
   * @param running the newest commit that both have in their history: the running version
   */
  record Range(Repository repository, Commit tip, Commit head, Commit running)
      implements AutoCloseable {
    @Override
    public void close() {
      repository.close();
    }
  }

  /**
   * The range between two revisions, in the repository that {@code folder} is in. Where all is well
   * two commands at once find out; where not, one after the other says what is wrong.
   */
  static Range range(Path folder, String base, String head) {
    if (Files.isDirectory(folder) && isRevision(base) && isRevision(head)) {
      Git git = new Git(folder);
      GitCommand names =
          git.begin("rev-parse", "--show-toplevel", base + "^{commit}", head + "^{commit}");
      Git.Outcome met = git.begin("merge-base", base, head).outcome();
      Git.Outcome named = names.outcome();
      List<String> lines = named.lines();
      if (named.worked() && met.worked() && lines.size() == 3) {
        return new Range(
            new Repository(Path.of(lines.get(0))),
            new Commit(lines.get(1), base),
            new Commit(lines.get(2), head),
            new Commit(met.line(), base));
      }
    }
    Repository repository = at(folder);
    Commit tip = repository.commit(base);
    Commit end = repository.commit(head);
    return new Range(repository, tip, end, repository.mergeBase(tip, end));
  }

  /** The repository that {@code folder} is in; a failure where there is none. */
  static Repository at(Path folder) {
    Git.Outcome found = find(folder);
    if (found.worked()) {
      return new Repository(Path.of(found.line()));
    }
    if (new Git(folder).attempt("rev-parse", "--is-bare-repository").line().equals("true")) {
      return new Repository(folder);
    }
    throw new CommandFailure(folder + ": " + unusable(found));
  }

  /** The repository that {@code folder} is in, if it is in one that git can read. */
  static Optional<Repository> around(Path folder) {
    Git.Outcome found;
    try {
      found = find(folder);
    } catch (CommandFailure withoutGit) {
      return Optional.empty();
    }
    return found.worked() ? Optional.of(new Repository(Path.of(found.line()))) : Optional.empty();
  }

  private static Git.Outcome find(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(folder + ": no such folder");
    }
    return new Git(folder).attempt("rev-parse", "--show-toplevel");
  }

  private static String unusable(Git.Outcome found) {
    return found.complaint().contains("not a git repository")
        ? "not in a git repository"
        : Git.reason(found);
  }

  /** The top folder of the work tree. */
  Path root() {
    return root;
  }

  /** The commit that a revision names: a branch, a tag, an id, {@code HEAD~2}. */
  Commit commit(String revision) {
    if (!isRevision(revision)) {
      throw new CommandFailure("\"" + revision + "\" is no revision");
    }
    return resolve(revision)
        .map(id -> new Commit(id, revision))
        .orElseThrow(() -> new CommandFailure(unknown(revision)));
  }

  private static boolean isRevision(String text) {
    return !text.isBlank() && !text.startsWith("-") && text.indexOf('\0') < 0;
  }

  private Optional<String> resolve(String revision) {
    Git.Outcome found = git.attempt("rev-parse", "--verify", "--quiet", revision + "^{commit}");
    return found.worked() ? Optional.of(found.line()) : Optional.empty();
  }

  private String unknown(String revision) {
    String message = "no such revision: " + revision + " in " + root;
    if (resolve("origin/" + revision).isPresent()) {
      return message + "; did you mean origin/" + revision + "?";
    }
    return isShallow() ? message + "; the clone is shallow: " + DEEPEN : message;
  }

  private static final String DEEPEN =
      "git fetch --unshallow, or fetch-depth: 0 for actions/checkout, brings the whole history";

  /** The newest commit that both have in their history: the running version. */
  Commit mergeBase(Commit base, Commit head) {
    Git.Outcome found = git.attempt("merge-base", base.id(), head.id());
    if (found.worked()) {
      return new Commit(found.line(), base.name());
    }
    String message = base.name() + " and " + head.name() + " have no common history";
    throw new CommandFailure(
        isShallow() ? message + " in this shallow clone: " + DEEPEN : message + " in " + root);
  }

  /** The commit of that id, if it is here. */
  Optional<Commit> known(String id) {
    return resolve(id).map(found -> new Commit(found, id));
  }

  /**
   * The newest commit that both have in their history, if that is known for certain: a shallow
   * clone may have an older one alone.
   */
  Optional<String> knownMergeBase(String one, String other) {
    Git.Outcome found = git.attempt("merge-base", one, other);
    return found.worked() && !isShallow() ? Optional.of(found.line()) : Optional.empty();
  }

  private boolean isShallow() {
    return git.attempt("rev-parse", "--is-shallow-repository").line().equals("true");
  }

  /** The files of a commit. */
  GitTree tree(Commit commit) {
    return new GitTree(git, blobs, commit.id());
  }

  /** The files on disk that git tracks, and those that are new and not ignored. */
  Tree workTree() {
    return FolderTree.workTree(root, git);
  }

  /** {@code path}, however it is written, as a path from the root; empty when it is outside. */
  Optional<String> inside(Path path) {
    try {
      Path parent = path.toAbsolutePath().normalize();
      Path real = parent.getParent() == null ? parent : parent.getParent().toRealPath();
      Path full = parent.getFileName() == null ? real : real.resolve(parent.getFileName());
      Path top = root.toRealPath();
      return full.startsWith(top)
          ? Optional.of(top.relativize(full).toString().replace('\\', '/'))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    blobs.close();
  }
}
