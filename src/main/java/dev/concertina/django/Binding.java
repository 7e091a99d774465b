package dev.concertina.django;

import dev.concertina.syntax.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a name stands for in the code of a migration, as far as it is about rows. */
sealed interface Binding {

  /** Something that is not about rows, or that is not followed. */
  Binding OTHER = new Other();

  /** The registry that a function is given as {@code apps}. */
  Binding APPS = new Apps();

  /** The schema editor that it is given, or a connection. */
  Binding CONNECTION = new Connection();

  /** What runs SQL. */
  Binding CURSOR = new Cursor();

  record Other() implements Binding {}

  record Apps() implements Binding {}

  record Connection() implements Binding {}

  record Cursor() implements Binding {}

  /** A model. */
  record ModelClass(Model model) implements Binding {}

  /**
   * A manager or a query.
   *
   * @param where the condition as SQL, or null when it finds all rows
   */
  record Rows(Model model, String where) implements Binding {}

  /**
   * One row, or each row of a loop.
   *
   * @param where the condition that found it, or null when it may be any
   * @param created whether it is one that the code makes
   * @param from the table whose rows the loop goes over that makes it, or null
   * @param touched the fields that it was given, which grow as the code goes on
   */
  record Row(Model model, String where, boolean created, String from, Set<String> touched)
      implements Binding {
    static Row found(Model model, String where) {
      return new Row(model, where, false, null, new LinkedHashSet<>());
    }
  }

  /** A list of rows. */
  record Several(Row row) implements Binding {}

  /** A tuple of which the first is a row: {@code get_or_create} gives one. */
  record Pair(Binding first) implements Binding {}

  /**
   * A function of the file.
   *
   * @param given what leading arguments it already has
   */
  record Function(Node definition, List<Binding> given) implements Binding {}

  /**
   * Something that is imported.
   *
   * @param name with its module
   */
  record Imported(String name) implements Binding {}

  /** Whether code that is given it could change rows. */
  default boolean reachesRows() {
    return !(this instanceof Other || this instanceof Imported || this instanceof Function);
  }
}
