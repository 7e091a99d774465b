package dev.concertina.migration;

import java.util.List;
import java.util.Map;

/** The migrations of a framework that are programs: where they belong, and what they send. */
interface Programs {

  /** Where a file belongs that {@link ProgramFrameworks} has recognised. */
  Place place(String path, Engine engine);

  /** What a file holds, in the order in which it runs. */
  List<Part> read(Place place, String text);

  /** How the framework runs a file that asks for nothing else. */
  default Migration.Transaction transaction(Place place) {
    return place.framework().transaction();
  }

  /** What the framework has SET on its connection before it begins, by folded name. */
  default Map<String, String> session(Place place) {
    return Map.of();
  }

  /** Whether a history goes by another name than its folder's. */
  default boolean owns(String history) {
    return false;
  }

  /** The paths of a history that goes by a name of its own, in order. */
  default List<String> order(String history) {
    return List.of();
  }

  /** The other last migration where two have none behind them and only one may, or null. */
  default String otherHead(Place place) {
    return null;
  }

  /**
   * The path by which the framework remembers the parts of a file, which it tells by their names;
   * null where a file is remembered as a whole.
   */
  default String remembered(Place place, String text) {
    return null;
  }
}
