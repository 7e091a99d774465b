package dev.concertina.review;

/** Paths as a reader names them. */
final class Paths {

  private Paths() {}

  /** The last part of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
