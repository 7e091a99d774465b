package dev.concertina.migration;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The files of a repository at one commit, or of a folder. The only door through which the pure
 * part of the program sees files; whoever implements it does the I/O and holds its bounds.
 */
public interface Tree {

  /**
   * Every regular file: its path from the repository's root with forward slashes, and an id that
   * changes when its content does (git's blob id), or the empty string where there is none. No
   * symbolic links, no submodules.
   */
  SortedMap<String, String> files();

  /**
   * The bytes of a file, or empty when there is none, it can't be read or is over the size limit.
   */
  Optional<byte[]> read(String path);

  /**
   * The paths of text files that contain at least one of {@code words}, in any case, as whole or
   * part words: a cheap first sieve for the scan for references. May return too many.
   */
  Collection<String> containing(Collection<String> words);

  /**
   * Paths of what it holds beside regular files (symbolic links, submodules, unreadable names),
   * each with the reason why it is not looked into: nothing is left out silently.
   */
  default SortedMap<String, String> passedOver() {
    return Collections.emptySortedMap();
  }
}
