package dev.concertina.migration;

/**
 * Where a file belongs, or why it is no migration.
 *
 * @param place null when it is none
 * @param ignored null when it is one
 * @param among whether it is one, or lies among them and is no source of the application either
 */
record Placement(Place place, String ignored, boolean among) {
  static Placement of(Place place) {
    return new Placement(place, null, true);
  }

  static Placement ignored(String why) {
    return new Placement(null, why, false);
  }

  static Placement notRun(String why) {
    return new Placement(null, why, true);
  }
}
