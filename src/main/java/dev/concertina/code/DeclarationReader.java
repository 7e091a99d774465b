package dev.concertina.code;

import java.util.List;

/** Reads model declarations of one kind: what says plainly which columns a model has. */
interface DeclarationReader {

  /**
   * A model or one of its fields.
   *
   * @param table the table's name in the database
   * @param column the column's name in the database, or null for the model itself
   * @param line where it stands, from 1
   */
  record Declaration(String table, String column, int line) {}

  /** Whether a file is of this kind. */
  boolean reads(String path);

  /** What the file declares; what can't be read is left out. */
  List<Declaration> read(String text);
}
