package dev.concertina.plan;

import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Optional;

/** How a framework whose migrations are programs says what a statement does. */
interface Idiom {

  /** Its language as a fence in Markdown names it: {@code ruby}. */
  String language();

  /**
   * The framework's own words for a statement; empty where it has none that do exactly this.
   *
   * @param sql the statement, with its semicolon
   * @param operation the one thing that it does
   */
  default List<String> words(String sql, Operation operation) {
    return List.of();
  }

  /**
   * The cheaper ways to what a contributor probably wants, as the framework's users have them; the
   * rule's own where it has none.
   *
   * @param operation what the contributor wrote
   */
  default List<String> alternatives(List<String> written, Operation operation) {
    return written;
  }

  /**
   * What becomes of the code that maps a column in the release before one that drops it, where that
   * is certain.
   *
   * @param drop what a later step does
   */
  default Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.empty();
  }

  /** What the application's model says from the release on whose migration does this. */
  default Optional<String> model(Operation operation) {
    return Optional.empty();
  }

  /** The statement itself, as the framework is asked to run it. */
  List<String> verbatim(String sql);

  /**
   * What stands around the words in a migration.
   *
   * @param outside whether they must run outside a transaction
   */
  List<String> body(List<String> words, boolean outside);

  /** All of a migration, where what surrounds the calls depends on them. */
  default List<String> migration(List<ProgramBody.Part> calls, boolean outside) {
    return body(calls.stream().flatMap(call -> call.lines().stream()).toList(), outside);
  }
}
