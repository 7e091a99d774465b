package dev.concertina.github;

import dev.concertina.migration.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one commit, fetched from GitHub as they are asked for. */
final class ApiTree implements Tree {
  private final String commit;
  private final Listing listing;
  private final Blobs blobs;
  private SortedMap<String, String> files;
  private final SortedMap<String, String> passedOver = new TreeMap<>();

  ApiTree(String commit, Listing listing, Blobs blobs) {
    this.commit = commit;
    this.listing = listing;
    this.blobs = blobs;
  }

  /** Lists a commit. */
  interface Listing {
    List<Entry> of(String commit);
  }

  /**
   * One entry of a git tree.
   *
   * @param mode git's: {@code 100644}, {@code 120000} …
   */
  record Entry(String path, String mode, String id, long size) {}

  String commit() {
    return commit;
  }

  @Override
  public synchronized SortedMap<String, String> files() {
    if (files == null) {
      SortedMap<String, String> found = new TreeMap<>();
      for (Entry entry : listing.of(commit)) {
        if (!isPassedOver(entry)) {
          found.put(entry.path(), entry.id());
        }
      }
      files = Collections.unmodifiableSortedMap(found);
    }
    return files;
  }

  private boolean isPassedOver(Entry entry) {
    String reason =
        switch (entry.mode()) {
          case "120000" -> "it is a symbolic link, which is not followed";
          case "160000" -> "it is a submodule";
          default -> isBounded(entry) ? null : "it is too big, or its path too long";
        };
    if (reason != null) {
      passedOver.put(entry.path(), reason);
    }
    return reason != null;
  }

  private static boolean isBounded(Entry entry) {
    return entry.size() <= FetchLimits.FILE_BYTES
        && entry.path().length() <= FetchLimits.PATH_LENGTH
        && entry.path().chars().filter(c -> c == '/').count() <= FetchLimits.PATH_DEPTH;
  }

  @Override
  public SortedMap<String, String> passedOver() {
    files();
    return passedOver;
  }

  @Override
  public Optional<byte[]> read(String path) {
    String id = files().get(path);
    return id == null ? Optional.empty() : blobs.read(id, this);
  }

  @Override
  public Collection<String> containing(Collection<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    if (blobs.missing(files().values()) > FetchLimits.SINGLE_FILES) {
      blobs.fetch(this);
    }
    WordSieve sieve = new WordSieve(words);
    List<String> paths = new ArrayList<>();
    long room = FetchLimits.SEARCHED_BYTES;
    for (Map.Entry<String, String> file : files().entrySet()) {
      Optional<byte[]> bytes = room > 0 ? blobs.local(file.getValue()) : Optional.empty();
      room -= bytes.map(b -> b.length).orElse(0);
      if (bytes.map(sieve::mayHold).orElse(blobs.trouble(commit).isEmpty())) {
        paths.add(file.getKey());
      }
    }
    return paths;
  }
}
