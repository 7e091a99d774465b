package dev.concertina.cli;

import dev.concertina.migration.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one commit, from git's objects: no checkout, no filters. */
final class GitTree implements Tree {
  private final Git git;
  private final BlobReader blobs;
  private final String commit;
  private final GitCommand listing;
  private SortedMap<String, String> files;
  private final SortedMap<String, String> passedOver = new TreeMap<>();
  private final Map<Set<String>, Collection<String>> sieved = new HashMap<>();

  /**
   * Begins to list the files.
   *
   * @param commit the full id of a commit or tree
   */
  GitTree(Git git, BlobReader blobs, String commit) {
    this.git = git;
    this.blobs = blobs;
    this.commit = commit;
    listing = git.begin("ls-tree", "-r", "-z", "--full-tree", commit);
  }

  @Override
  public synchronized SortedMap<String, String> files() {
    if (files == null) {
      files = Collections.unmodifiableSortedMap(list());
    }
    return files;
  }

  @Override
  public SortedMap<String, String> passedOver() {
    files();
    return passedOver;
  }

  /** Each entry is {@code mode SP type SP id TAB path}. */
  private SortedMap<String, String> list() {
    SortedMap<String, String> found = new TreeMap<>();
    for (String entry : listing.success().fields()) {
      int tab = entry.indexOf('\t');
      String path = entry.substring(tab + 1);
      String[] words = entry.substring(0, tab).split(" ");
      switch (words[0]) {
        case "120000" -> passedOver.put(path, "it is a symbolic link, which is not followed");
        case "160000" -> passedOver.put(path, "it is a submodule");
        default -> found.put(path, words[2]);
      }
    }
    return found;
  }

  @Override
  public Optional<byte[]> read(String path) {
    String id = files().get(path);
    return id == null ? Optional.empty() : blobs.read(id, ReadLimits.FILE_BYTES);
  }

  @Override
  public synchronized Collection<String> containing(Collection<String> words) {
    return words.isEmpty() ? Set.of() : sieved.computeIfAbsent(Set.copyOf(words), this::search);
  }

  private Collection<String> search(Set<String> words) {
    Git.Outcome found = git.beginSearch(words, commit).outcome(ReadLimits.GREP);
    if (found.status() != 0 && found.status() != 1) {
      return files().keySet();
    }
    Set<String> paths = new HashSet<>();
    for (String field : found.fields()) {
      paths.add(field.substring(commit.length() + 1));
    }
    return paths;
  }
}
