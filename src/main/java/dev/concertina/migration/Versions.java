package dev.concertina.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the versions of new migrations with those that are there. */
final class Versions {

  /** Frameworks that remember a migration by its whole name: a number may occur twice. */
  private static final Set<Framework> BY_NAME =
      EnumSet.of(
          Framework.PRISMA,
          Framework.NODE_PG_MIGRATE,
          Framework.SQL_MIGRATE,
          Framework.SQITCH,
          Framework.DJANGO,
          Framework.LIQUIBASE,
          Framework.ALEMBIC,
          Framework.DRIZZLE);

  /** Longer numbers in files of no known framework are dates, of which one may have several. */
  private static final int LONGEST_SEQUENCE = 5;

  private final Layout base;
  private final Layout head;
  private final Layout tip;
  private final List<Place> added;

  Versions(Layout base, Layout head, Layout tip, List<Place> added) {
    this.base = base;
    this.head = head;
    this.tip = tip;
    this.added = added.stream().filter(Versions::isVersioned).toList();
  }

  private static boolean isVersioned(Place place) {
    return place.version() != null
        && place.goesUp()
        && place.kind() != Place.Kind.BASELINE
        && place.kind() != Place.Kind.UNREAD;
  }

  static boolean same(Place a, Place b) {
    if (a.framework() == Framework.DIESEL && b.framework() == Framework.DIESEL) {
      // Diesel compares texts: a number of zeros at the end makes another version.
      return a.versionText().equals(b.versionText());
    }
    return a.version() == null || b.version() == null
        ? a.version() == b.version()
        : a.version().compareTo(b.version()) == 0;
  }

  List<Change.Collision> collisions() {
    List<Change.Collision> collisions = new ArrayList<>();
    added.forEach(place -> twoHeads(place, collisions));
    for (String history : histories()) {
      if (!hasTwins(versioned(base, history))) {
        SortedMap<Version, List<Place>> others =
            others(history).stream()
                .collect(Collectors.groupingBy(Place::version, TreeMap::new, Collectors.toList()));
        mine(history).filter(Versions::counts).forEach(p -> collide(p, others, collisions));
      }
    }
    return collisions;
  }

  /** Where migrations name those before them, two that nothing is built on stop the framework. */
  private void twoHeads(Place place, List<Change.Collision> collisions) {
    Programs programs = head.programs(place.framework());
    String other = programs == null ? null : programs.otherHead(place);
    if (other != null) {
      collisions.add(
          new Change.Collision(place.path(), other, place.versionText(), place.framework()));
    }
  }

  /** What will be in the history: the head's, and what came to the base branch meanwhile. */
  private List<Place> others(String history) {
    List<Place> all = new ArrayList<>(versioned(head, history));
    Set<String> known = new HashSet<>();
    all.forEach(place -> known.add(place.path()));
    for (Place place : versioned(tip, history)) {
      boolean meanwhile = !known.contains(place.path()) && !base.files().has(place.path());
      if (meanwhile) {
        all.add(place);
      }
    }
    return all;
  }

  private static boolean counts(Place place) {
    boolean date =
        place.framework() == Framework.SQL && place.version().text().length() > LONGEST_SEQUENCE;
    return !date && !BY_NAME.contains(place.framework());
  }

  private static void collide(
      Place place, Map<Version, List<Place>> others, List<Change.Collision> collisions) {
    others.getOrDefault(place.version(), List.of()).stream()
        .filter(other -> !other.path().equals(place.path()) && same(place, other))
        .filter(other -> other.engine().name().equals(place.engine().name()))
        .findFirst()
        .ifPresent(
            other ->
                collisions.add(
                    new Change.Collision(
                        place.path(), other.path(), place.versionText(), place.framework())));
  }

  /** A history that has the same version twice belongs to a tool that does not mind. */
  private static boolean hasTwins(List<Place> places) {
    for (int i = 1; i < places.size(); i++) {
      Place a = places.get(i - 1);
      Place b = places.get(i);
      if (same(a, b) && a.engine().name().equals(b.engine().name())) {
        return true;
      }
    }
    return false;
  }

  List<Change.Late> late() {
    List<Change.Late> late = new ArrayList<>();
    Set<String> mine = new HashSet<>();
    added.forEach(place -> mine.add(place.path()));
    for (String history : histories()) {
      // A list (a plan, a journal) orders the head as a whole, and what it leaves out never runs;
      // versions are compared with the tip.
      boolean listed = versioned(head, history).stream().anyMatch(Place::listed);
      List<Place> minding =
          mine(history).filter(this::minds).filter(p -> !listed || p.listed()).toList();
      if (minding.isEmpty()) {
        continue;
      }
      Place newest =
          versioned(listed ? head : tip, history).stream()
              .filter(place -> !mine.contains(place.path()))
              .filter(place -> !listed || place.listed())
              .max(listed ? Comparator.comparingLong(head::moment) : order())
              .orElse(null);
      for (Place place : minding) {
        if (newest != null && (listed ? passedOver(place, newest) : sortsBefore(place, newest))) {
          late.add(new Change.Late(place.path(), newest.path(), place.framework()));
        }
      }
    }
    return late;
  }

  /** What a database that has run {@code newest} does not run any more. */
  private boolean passedOver(Place place, Place newest) {
    return head.moment(place) <= head.moment(newest);
  }

  private static boolean sortsBefore(Place place, Place newest) {
    return order().compare(place, newest) < 0 && !same(place, newest);
  }

  /** New migrations that the list of their framework leaves out. */
  List<Change.Unlisted> unlisted() {
    return added.stream()
        .filter(place -> head.leftOutOf(place) != null)
        .map(p -> new Change.Unlisted(p.path(), head.leftOutOf(p), p.framework()))
        .toList();
  }

  /** New migrations that the sums of Atlas don't fit, where they fitted those of the base. */
  List<Change.Unlisted> stale() {
    return added.stream()
        .filter(place -> place.framework() == Framework.ATLAS && place.listed())
        .filter(place -> AtlasSums.firstStale(place.history(), base.files()) == null)
        .filter(p -> p.path().equals(AtlasSums.firstStale(p.history(), head.files())))
        .map(p -> new Change.Unlisted(p.path(), Path.in(p.history(), "atlas.sum"), p.framework()))
        .toList();
  }

  private static Comparator<Place> order() {
    return Place.order();
  }

  private boolean minds(Place place) {
    boolean flywayAllows = place.framework() == Framework.FLYWAY && head.flyway().outOfOrder();
    // Without a journal Drizzle remembers names.
    boolean drizzleAllows = place.framework() == Framework.DRIZZLE && !place.listed();
    return !place.framework().lateAllowed()
        && !flywayAllows
        && !drizzleAllows
        && !allowsLate(place);
  }

  private boolean allowsLate(Place place) {
    return switch (place.framework()) {
      case REFINERY -> Path.name(place.path()).startsWith("U");
      case ATLAS ->
          head.files()
              .nearest(place.history(), "atlas.hcl")
              .map(path -> head.files().text(path).contains("NON_LINEAR"))
              .orElse(false);
      default -> false;
    };
  }

  private Set<String> histories() {
    Set<String> histories = new TreeSet<>();
    added.forEach(place -> histories.add(place.history()));
    return histories;
  }

  private Stream<Place> mine(String history) {
    return added.stream().filter(place -> place.history().equals(history)).sorted(order());
  }

  private static List<Place> versioned(Layout layout, String history) {
    return layout.history(history).stream().filter(Versions::isVersioned).toList();
  }
}
