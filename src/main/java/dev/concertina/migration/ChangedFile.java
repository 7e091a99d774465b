package dev.concertina.migration;

/**
 * One file that the change adds, edits, renames or deletes.
 *
 * @param path its path at the head; for a deleted file, at the base
 * @param previousPath its path at the base when it was renamed, else null
 * @param before its bytes at the base, or null when it is added
 * @param after its bytes at the head, or null when it is deleted
 */
public record ChangedFile(
    String path, Status status, String previousPath, byte[] before, byte[] after) {

  /** What happened to a file. */
  public enum Status {
    ADDED,
    EDITED,
    RENAMED,
    DELETED
  }
}
