package dev.concertina.migration;

import dev.concertina.schema.Span;

/**
 * A change to a migration that exists at the base, and so may have run somewhere.
 *
 * @param path its path at the head; for a deleted one, at the base
 * @param previousPath its path at the base
 * @param sameVersion whether it still has the version that it had; false for a deleted one
 * @param firstChange the first line that differs, in {@code after}; the first character of the file
 *     when it is deleted or only renamed
 * @param wordingChanged whether more than comments and white space changed in the part that goes up
 * @param before its text at the base
 * @param after its text at the head; empty when it is deleted
 */
public record Edit(
    Kind kind,
    String path,
    String previousPath,
    Framework framework,
    String history,
    boolean sameVersion,
    Span firstChange,
    boolean wordingChanged,
    String before,
    String after) {

  /** What was done to it. */
  public enum Kind {
    EDITED,
    RENAMED,
    DELETED
  }

  /** Whether the framework refuses to go on, or databases drift from one another. */
  public boolean matters() {
    boolean content = wordingChanged || framework.checksummed() && !before.equals(after);
    return switch (kind) {
      case EDITED -> content;
      case DELETED -> true;
      case RENAMED -> content || !sameVersion || !sameName() && framework.remembersNames();
    };
  }

  /** Whether it moved to another folder and is still called what it was. */
  private boolean sameName() {
    String name = Path.name(path);
    boolean folder = name.equals("up.sql") || name.equals("migration.sql");
    return folder
        ? Path.name(Path.folder(path)).equals(Path.name(Path.folder(previousPath)))
        : name.equals(Path.name(previousPath));
  }
}
