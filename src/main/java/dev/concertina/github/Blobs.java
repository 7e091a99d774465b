package dev.concertina.github;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Contents of one repository by their ids, shared by the trees of its commits: a few are fetched
 * one by one, many as the archive of a commit.
 */
final class Blobs implements AutoCloseable {
  private final Remote remote;
  private final ArchiveFolder folder;
  private final List<Archive> archives = new ArrayList<>();
  private final Map<String, String> tried = new TreeMap<>();
  private final Map<String, byte[]> memory = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;
  private int single;

  Blobs(Remote remote, ArchiveFolder folder) {
    this.remote = remote;
    this.folder = folder;
  }

  /** Where contents come from. */
  interface Remote {
    byte[] blob(String id);

    void archive(String commit, Wire.Opening to);
  }

  /**
   * The bytes of that id.
   *
   * @param tree the tree that asks, with which its commit is fetched when many are asked for
   */
  synchronized Optional<byte[]> read(String id, ApiTree tree) {
    byte[] known = memory.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> archived = archived(id);
    if (archived.isEmpty() && single >= FetchLimits.SINGLE_FILES && fetch(tree)) {
      archived = archived(id);
    }
    if (archived.isPresent()) {
      return archived;
    }
    single++;
    byte[] bytes = remote.blob(id);
    if (!BlobId.of(bytes, id).equals(id)) {
      return Optional.empty();
    }
    remember(id, bytes);
    return Optional.of(bytes);
  }

  private void remember(String id, byte[] bytes) {
    memory.put(id, bytes);
    kept += bytes.length;
    var oldest = memory.entrySet().iterator();
    while (kept > FetchLimits.MEMORY_BYTES && memory.size() > 1) {
      kept -= oldest.next().getValue().length;
      oldest.remove();
    }
  }

  /** The bytes of that id, without asking GitHub. */
  synchronized Optional<byte[]> local(String id) {
    byte[] known = memory.get(id);
    return known != null ? Optional.of(known) : archived(id);
  }

  private Optional<byte[]> archived(String id) {
    return archives.stream()
        .filter(archive -> archive.has(id))
        .flatMap(archive -> archive.read(id).stream())
        .findFirst();
  }

  /** How many of these contents would have to be fetched one by one. */
  synchronized long missing(Iterable<String> ids) {
    long missing = 0;
    for (String id : ids) {
      boolean here = memory.containsKey(id) || archives.stream().anyMatch(a -> a.has(id));
      missing += here ? 0 : 1;
    }
    return missing;
  }

  /** Gets the archive of a tree's commit; says whether it is there. */
  synchronized boolean fetch(ApiTree tree) {
    String commit = tree.commit();
    if (tried.containsKey(commit)) {
      return tried.get(commit).isEmpty();
    }
    tried.put(commit, "");
    try {
      Path file = folder.archive(commit, to -> remote.archive(commit, to));
      try {
        archives.add(Archive.open(file, tree.files()));
      } catch (IOException e) {
        folder.remove(file);
        throw e;
      }
    } catch (IOException | GitHubException e) {
      tried.put(commit, e.getMessage() == null ? e.toString() : e.getMessage());
    }
    return tried.get(commit).isEmpty();
  }

  /** Why a commit's archive could not be had; empty when it could, or was not asked for. */
  synchronized String trouble(String commit) {
    return tried.getOrDefault(commit, "");
  }

  @Override
  public synchronized void close() {
    archives.forEach(Archive::close);
    archives.clear();
  }
}
