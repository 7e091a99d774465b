package dev.concertina.github;

import java.time.Duration;

/** How much of a repository is fetched: everything in it is somebody else's. */
final class FetchLimits {
  /** No file above this size is read, as on the command line. */
  static final int FILE_BYTES = 16 << 20;

  /**
   * Files of a commit that are listed, in a quarter of a kilobyte each: three commits at a time.
   */
  static final int FILES = (int) Math.min(2_000_000, Runtime.getRuntime().maxMemory() >> 12);

  /** Files kept in memory, together. */
  static final long MEMORY_BYTES = 64L << 20;

  /** After so many single files the whole commit is cheaper. */
  static final int SINGLE_FILES = 20;

  /** A compressed commit. */
  static final long ARCHIVE_BYTES = 512L << 20;

  /** What is unpacked of one archive, all in all, in one search. */
  static final long SEARCHED_BYTES = 4L << 30;

  /** What is unpacked of one archive and is not what the commit's tree says. */
  static final long WASTED_BYTES = 256L << 20;

  /** The names in an archive, which are taken into memory. */
  static final long ARCHIVE_DIRECTORY_BYTES = 64L << 20;

  static final Duration ARCHIVE_TIME = Duration.ofMinutes(3);

  /** Longer paths, and deeper ones, are no migrations that a person reviews. */
  static final int PATH_LENGTH = 4096;

  static final int PATH_DEPTH = 64;

  /** Archives kept on disk, together. */
  static final long FOLDER_BYTES = 2L << 30;

  private FetchLimits() {}
}
