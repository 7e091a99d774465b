package dev.concertina.node;

import java.util.Optional;

/** The other files of a program, as far as a migration imports them by their place. */
@FunctionalInterface
public interface Modules {

  /** For a migration that is alone. */
  Modules NONE = (from, name) -> Optional.empty();

  /**
   * One file.
   *
   * @param path where it lies
   */
  record Found(String path, String text) {}

  /**
   * The file that {@code import … from "name"} in a file at {@code from} means.
   *
   * @param name begins with a dot
   */
  Optional<Found> find(String from, String name);
}
