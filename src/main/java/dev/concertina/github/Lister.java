package dev.concertina.github;

import dev.concertina.github.ApiTree.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHTree;
import org.kohsuke.github.GHTreeEntry;

/** Lists a commit: at once where GitHub can, folder by folder where it is too large for that. */
final class Lister {
  private static final int MOST_FOLDERS = 200;

  private final GHRepository repository;
  private final int most;
  private final List<Entry> entries = new ArrayList<>();
  private int folders;

  Lister(GHRepository repository) {
    this(repository, FetchLimits.FILES);
  }

  /**
   * @param most how many files a commit may have
   */
  Lister(GHRepository repository, int most) {
    this.repository = repository;
    this.most = most;
  }

  List<Entry> list(String commit) throws IOException {
    add(commit, "");
    return entries;
  }

  private void add(String tree, String folder) throws IOException {
    if (++folders > MOST_FOLDERS) {
      throw tooLarge();
    }
    GHTree whole = repository.getTreeRecursive(tree, 1);
    if (!whole.isTruncated()) {
      whole.getTree().stream().filter(e -> !isFolder(e)).forEach(e -> add(e, folder));
      return;
    }
    for (GHTreeEntry entry : repository.getTree(tree).getTree()) {
      if (isFolder(entry)) {
        add(entry.getSha(), folder + entry.getPath() + "/");
      } else {
        add(entry, folder);
      }
    }
  }

  private static boolean isFolder(GHTreeEntry entry) {
    return entry.getType().equals("tree");
  }

  private static GitHubException tooLarge() {
    return new GitHubException(0, "the repository is too large to be listed: check it out");
  }

  private void add(GHTreeEntry entry, String folder) {
    if (entries.size() == most) {
      throw tooLarge();
    }
    entries.add(
        new Entry(folder + entry.getPath(), entry.getMode(), entry.getSha(), entry.getSize()));
  }
}
