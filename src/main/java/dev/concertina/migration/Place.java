package dev.concertina.migration;

import java.util.Comparator;

/**
 * Where a file belongs.
 *
 * @param history the folder whose migrations are ordered among each other
 * @param version null for a repeatable one
 * @param position its place in the framework's own list (a journal, a plan); {@link #UNLISTED}
 *     where there is none
 */
record Place(
    String path,
    Framework framework,
    Engine engine,
    String history,
    Version version,
    int position,
    Kind kind) {

  /** The position of a migration that is in no list: after all that are. */
  static final int UNLISTED = Integer.MAX_VALUE;

  /** What a file of a history is for. */
  enum Kind {
    UP,
    DOWN,
    /** Both directions, divided by comments. */
    SECTIONS,
    REPEATABLE,
    /** All that a new database needs up to its version; not run where older ones have run. */
    BASELINE,
    /** A program that sends SQL. */
    PROGRAM,
    /** A migration in a language that is not read. */
    UNREAD
  }

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.version == null)
          .thenComparingInt(Place::position)
          .thenComparing(Place::version, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Place::path);

  /** The order in which a history runs: repeatable ones last. */
  static Comparator<Place> order() {
    return ORDER;
  }

  /** The version as written, or null for a repeatable one. */
  String versionText() {
    return version == null ? null : version.text();
  }

  boolean listed() {
    return position != UNLISTED;
  }

  boolean goesUp() {
    return kind != Kind.DOWN;
  }
}
