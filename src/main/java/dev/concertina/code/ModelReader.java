package dev.concertina.code;

import java.util.List;

/** Reads the models of one framework: what says which columns of a table the application has. */
interface ModelReader {

  /** Whether a file may hold such models: a look at its path and for a word that they need. */
  boolean reads(String path, String text);

  /** Whether such a file may say what a table is called, and not only name a class after it. */
  default boolean namesTables(String text) {
    return true;
  }

  /** The models of a file; what can't be read is left out. */
  List<Model> read(String path, String text);
}
