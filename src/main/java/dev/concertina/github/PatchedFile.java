package dev.concertina.github;

/**
 * A file of a pull request, as GitHub shows it.
 *
 * @param previousPath where it was before it was renamed, or null
 * @param status {@code added}, {@code removed}, {@code modified}, {@code renamed} …
 * @param patch its hunks, or null where GitHub shows none: binary files, and those that are too big
 */
public record PatchedFile(String path, String previousPath, String status, String patch) {}
