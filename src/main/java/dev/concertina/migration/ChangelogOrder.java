package dev.concertina.migration;

import dev.concertina.liquibase.Changelog;
import dev.concertina.liquibase.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changelogs of one history in the order in which Liquibase comes to them. */
final class ChangelogOrder {

  private static final int DEEPEST = 50;
  private static final int MOST = 100_000;

  private final ChangelogIncludes includes;
  private final Map<String, Reached> reached = new LinkedHashMap<>();
  private Parameters parameters = Parameters.NONE;

  /**
   * How Liquibase comes to a changelog.
   *
   * @param position its place among those of the history
   * @param runs whether some include on the way is for others
   * @param parameters what is declared before it
   */
  record Reached(int position, boolean runs, Parameters parameters) {}

  private static final Reached ALONE = new Reached(Place.UNLISTED, true, Parameters.NONE);

  private ChangelogOrder(ChangelogIncludes includes) {
    this.includes = includes;
  }

  static ChangelogOrder of(String root, ChangelogIncludes includes) {
    ChangelogOrder order = new ChangelogOrder(includes);
    order.visit(root, true, 0);
    return order;
  }

  private void visit(String path, boolean runs, int depth) {
    Reached known = reached.get(path);
    // One whose include is for others may be brought in again by an include that is not.
    boolean again = known != null && (known.runs || !runs);
    if (again || depth > DEEPEST || reached.size() > MOST) {
      return;
    }
    int position = known == null ? reached.size() : known.position;
    reached.put(path, new Reached(position, runs, parameters));
    for (Changelog.Entry entry : includes.entries(path)) {
      switch (entry) {
        case Changelog.Property one -> {
          if (one.global()) {
            parameters = parameters.with(one.name(), one.value());
          }
        }
        case Changelog.Include one -> {
          boolean open = runs && !ChangelogIncludes.AUDIENCE.passesBy(one.context());
          Changelog.Include expanded =
              new Changelog.Include(
                  parameters.expand(one.path()), one.relative(), one.all(), one.context());
          includes.included(path, expanded).forEach(child -> visit(child, open, depth + 1));
        }
      }
    }
  }

  int position(String path) {
    return reached(path).position;
  }

  /** How Liquibase comes to a changelog; one that nothing brings in is read by itself. */
  Reached reached(String path) {
    return reached.getOrDefault(path, ALONE);
  }

  List<String> paths() {
    return List.copyOf(reached.keySet());
  }
}
