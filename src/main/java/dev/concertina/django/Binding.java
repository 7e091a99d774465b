package dev.concertina.django;

import dev.concertina.schema.Computed;
import dev.concertina.syntax.Node;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  /** A text that the code writes out. */
  record Text(String text) implements Binding {}

  /** A model. */
  record ModelClass(Model model) implements Binding {}

  /**
   * A manager or a query.
   *
   * @param where the condition as SQL, or null when it finds all rows
   * @param between the model of the table through which a row has these, or null
   */
  record Rows(Model model, String where, Model between) implements Binding {
    static Rows of(Model model, String where) {
      return new Rows(model, where, null);
    }
  }

  /** The many rows of a model's field, as the model has them: {@code Book.authors}. */
  record Many(Model between) implements Binding {}

  /**
   * One row, or each row of a loop.
   *
   * @param where the condition that found it, or null when it may be any
   * @param created whether it is one that the code makes
   * @param from the row of the loop that makes it, or null
   * @param touched the fields that it was given, which grow as the code goes on
   * @param lifted the values of these fields that can be taken out of the code
   */
  record Row(
      Model model,
      String where,
      boolean created,
      Row from,
      Set<String> touched,
      Map<String, Computed> lifted)
      implements Binding {
    static Row found(Model model, String where) {
      return new Row(model, where, false, null, new LinkedHashSet<>(), new HashMap<>());
    }
  }

  /** A list of rows. */
  record Several(Row row) implements Binding {}

  /** A list or tuple whose items are known one by one. */
  record Items(List<Binding> items) implements Binding {}

  /** A list of tuples, which a loop goes over: {@code zip}, {@code enumerate}. */
  record Tuples(Items each) implements Binding {}

  /**
   * A function of the file.
   *
   * @param given what leading arguments it already has
   * @param around the names of the function around it
   */
  record Function(Node definition, List<Binding> given, Map<String, Binding> around)
      implements Binding {}

  /**
   * Something that is imported.
   *
   * @param name with its module
   */
  record Imported(String name) implements Binding {}

  /** What each of several is. */
  static Binding each(Binding several) {
    return switch (several) {
      case Rows rows -> Row.found(rows.model, rows.where);
      case Several list -> list.row;
      case Tuples tuples -> tuples.each;
      case Row row -> row;
      default -> OTHER;
    };
  }

  /** Whether code that is given it could change rows. */
  default boolean reachesRows() {
    return switch (this) {
      case Other other -> false;
      case Text text -> false;
      case Imported imported -> false;
      case Function function -> false;
      case Items items -> items.items.stream().anyMatch(Binding::reachesRows);
      default -> true;
    };
  }
}
