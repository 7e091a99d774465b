package dev.concertina.code;

import dev.concertina.code.EntityClasses.Found;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entity with the classes that it inherits from, and what that means for its table.
 *
 * @param classes the entity itself first, then what it inherits from
 */
record EntityLine(List<Found> classes) {
  private static final int DEEPEST = 8;

  private enum Strategy {
    SINGLE_TABLE,
    JOINED,
    TABLE_PER_CLASS
  }

  static boolean isEntity(Found found) {
    return found.type().hasMark("Entity", "Table", "MappedEntity", "TableName");
  }

  static EntityLine of(Found entity, EntityClasses known) {
    List<Found> line = new ArrayList<>(List.of(entity));
    Optional<Found> next = parent(entity, known);
    while (next.isPresent() && line.size() <= DEEPEST && !line.contains(next.get())) {
      line.add(next.get());
      next = parent(next.get(), known);
    }
    return new EntityLine(line);
  }

  private static Optional<Found> parent(Found found, EntityClasses known) {
    return found.type().bases().stream()
        .map(base -> known.named(base, found))
        .flatMap(Optional::stream)
        .findFirst();
  }

  Found entity() {
    return classes.get(0);
  }

  /** The topmost entity. */
  private Found root() {
    return classes.stream().filter(EntityLine::isEntity).reduce((a, b) -> b).orElseThrow();
  }

  private Strategy strategy() {
    Value said =
        root().type().mark("Inheritance").map(mark -> mark.argument("strategy", 0)).orElse(null);
    if (said instanceof Value.Name name) {
      for (Strategy strategy : Strategy.values()) {
        if (name.name().endsWith(strategy.name())) {
          return strategy;
        }
      }
    }
    return Strategy.SINGLE_TABLE;
  }

  /** The entity whose table has the columns of this one. */
  Found owner() {
    return strategy() == Strategy.SINGLE_TABLE ? root() : entity();
  }

  /** The classes whose fields are columns of that table, and no other entity's. */
  List<Found> contributing() {
    List<Found> all = new ArrayList<>();
    boolean whole = strategy() == Strategy.TABLE_PER_CLASS;
    boolean jpa = entity().type().hasMark("Entity");
    for (Found found : classes) {
      boolean other = isEntity(found) && !found.equals(entity());
      if (other && !whole) {
        break;
      }
      if (other || found.equals(entity()) || !jpa || found.type().hasMark("MappedSuperclass")) {
        all.add(found);
      }
    }
    return all;
  }

  /** The entities above it whose key its own table repeats. */
  List<Found> keyed() {
    return strategy() == Strategy.JOINED && !root().equals(entity())
        ? classes.subList(1, classes.size())
        : List.of();
  }

  /** The column that says of which class a row is, where this is the class that declares it. */
  Optional<Spelling> discriminator() {
    if (!root().equals(entity()) || strategy() == Strategy.TABLE_PER_CLASS) {
      return Optional.empty();
    }
    Optional<Value.Call> mark = entity().type().mark("DiscriminatorColumn");
    boolean implied = entity().type().hasMark("Inheritance") && strategy() != Strategy.JOINED;
    return mark.flatMap(EntityColumns::name)
        .or(
            () ->
                mark.isPresent() || implied
                    ? Optional.of(Spelling.exact("dtype"))
                    : Optional.empty());
  }

  /** The names of the bases that are not in the repository. */
  List<String> libraryBases() {
    return classes.getLast().type().bases();
  }
}
