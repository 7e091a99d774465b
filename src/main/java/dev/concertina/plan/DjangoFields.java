package dev.concertina.plan;

import dev.concertina.django.Declaration;
import dev.concertina.django.Models;
import dev.concertina.schema.Column;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a plan's columns: what each is declared as by now, and what the contributor wants
 * it to be in the end.
 */
final class DjangoFields {

  /** Parts of a declaration that come into being by steps of their own. */
  private static final String[] STEPWISE = {"unique", "db_index", "db_constraint", "db_default"};

  private record Place(Name table, String column) {}

  private final Models models;
  private final Operation operation;
  private final Map<Place, Declaration> now = new HashMap<>();
  private final Map<Place, Declaration> goals = new HashMap<>();

  /**
   * @param operation what the plan takes the place of
   */
  DjangoFields(Models models, Operation operation) {
    this.models = models;
    this.operation = operation;
  }

  /** A new column's field, first as a column alone. */
  Optional<Declaration> added(Name table, Column column) {
    Optional<Declaration> goal = wanted(table, column);
    goal.ifPresent(
        field -> {
          goals.put(new Place(table, column.name()), field);
          set(table, column.name(), field.bare());
        });
    return goal.map(Declaration::bare);
  }

  private Optional<Declaration> wanted(Name table, Column column) {
    Optional<Declaration> declared = models.after(table, column.name());
    if (declared.isEmpty() && operation instanceof Operation.ChangeType change) {
      declared =
          models
              .after(table, change.column())
              .map(f -> f.named(column.name()).without("db_column"));
    }
    return declared.isPresent()
        ? declared
        : models.ofType(table, column.name(), column.type().stored());
  }

  /** What it is declared as by now. */
  Optional<Declaration> now(Name table, String column) {
    Declaration known = now.get(new Place(table, column));
    return known != null
        ? Optional.of(known)
        : models.before(table, column).or(() -> models.after(table, column));
  }

  /** What it is to be in the end. */
  Optional<Declaration> goal(Name table, String column) {
    Declaration goal = goals.get(new Place(table, column));
    return goal != null
        ? Optional.of(goal)
        : models.after(table, column).or(() -> models.before(table, column));
  }

  /** The goal, as far as steps of their own have not something left to do. */
  Optional<Declaration> almost(Name table, String column) {
    Optional<Declaration> goal = goal(table, column);
    Optional<Declaration> present = now(table, column);
    if (goal.isEmpty() || present.isEmpty()) {
      return Optional.empty();
    }
    Declaration almost = goal.get();
    for (String option : STEPWISE) {
      almost = almost.like(option, present.get());
    }
    return Optional.of(almost);
  }

  void set(Name table, String column, Declaration declared) {
    now.put(new Place(table, column), declared);
  }
}
