package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What PostgreSQL does for partitions that are created, attached and detached. */
final class PostgresPartitions {

  private PostgresPartitions() {}

  static Effect createUnder(Operation.CreateTable create, Schema before) {
    Name parent = create.partitionOf().table();
    Effect effect = Effect.NONE.and(parent, Lock.ACCESS_EXCLUSIVE, Role.PARENT);
    return withDefault(effect, parent, create.partitionOf().isDefault(), before);
  }

  static Effect attach(Operation.AttachPartition attach, Schema before) {
    Name child = attach.partition().table();
    Effect effect =
        Effect.locking(attach.table(), Lock.SHARE_UPDATE_EXCLUSIVE)
            .and(child, Lock.ACCESS_EXCLUSIVE, Role.PARTITION);
    if (!proved(attach, before)) {
      effect =
          effect
              .scanning(child)
              .because("no validated check of " + child + " proves the bounds");
    } else {
      effect = effect.because("a check of " + child + " proves the bounds");
    }
    return withDefault(effect, attach.table(), attach.partition().isDefault(), before);
  }

  private static Effect withDefault(
      Effect effect, Name parent, boolean isDefault, Schema before) {
    Optional<Table> other = defaultOf(parent, before);
    return isDefault || other.isEmpty()
        ? effect
        : effect
            .and(other.get().name(), Lock.ACCESS_EXCLUSIVE, Role.DEFAULT_PARTITION)
            .scanning(other.get().name());
  }

  static Optional<Table> defaultOf(Name parent, Schema before) {
    return before.partitionsOf(parent).stream()
        .filter(table -> table.partition().isDefault())
        .findFirst();
  }

  static Effect detach(
      Operation.DetachPartition detach, Schema before, Session session, int version) {
    if (detach.concurrently() || detach.finalizing()) {
      Effect effect =
          Effect.locking(detach.table(), Lock.SHARE_UPDATE_EXCLUSIVE)
              .and(detach.partition(), Lock.ACCESS_EXCLUSIVE, Role.PARTITION);
      if (version < 14) {
        return effect.refused("DETACH PARTITION … CONCURRENTLY came with PostgreSQL 14");
      }
      if (detach.concurrently() && defaultOf(detach.table(), before).isPresent()) {
        return effect.refused("CONCURRENTLY is impossible while a DEFAULT partition exists");
      }
      return detach.concurrently() && session.inTransaction()
          ? effect.refused("DETACH CONCURRENTLY cannot run inside a transaction block")
          : effect;
    }
    Lock child = version < 14 ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
    return Effect.locking(detach.table(), Lock.ACCESS_EXCLUSIVE)
        .and(detach.partition(), child, Role.PARTITION);
  }

  /**
   * Whether one validated check of the child says the bounds and that the key is not null: the
   * key's lower and upper literals for a range, its values for a list. Anything else is not proved.
   */
  private static boolean proved(Operation.AttachPartition attach, Schema before) {
    Table parent = before.table(attach.table()).orElse(null);
    Table child = before.table(attach.partition().table()).orElse(null);
    if (parent == null || child == null || parent.partitionKey().size() != 1) {
      return false;
    }
    String key = parent.partitionKey().get(0);
    List<String> literals = literals(attach.partition().bounds());
    boolean notNull = PostgresConstraints.refusesNull(child, key);
    return notNull
        && !literals.isEmpty()
        && child.constraints().stream()
            .filter(c -> c instanceof Constraint.Check && c.validated())
            .map(c -> ((Constraint.Check) c).condition().detail())
            .anyMatch(detail -> says(detail, key, attach.partition().bounds(), literals));
  }

  private static boolean says(
      Expression.Detail detail, String key, String bounds, List<String> literals) {
    boolean range = bounds.strip().toUpperCase(Locale.ROOT).startsWith("FROM");
    if (range) {
      return literals.size() == 2
          && (unbounded(literals.get(0))
              || compares(detail, key, Expression.Operator.GREATER_OR_EQUAL, literals.get(0)))
          && (unbounded(literals.get(1))
              || compares(detail, key, Expression.Operator.LESS, literals.get(1)));
    }
    return detail.conjuncts().stream()
        .anyMatch(
            c ->
                key.equals(c.column())
                    && (c.operator() == Expression.Operator.IN
                        || c.operator() == Expression.Operator.EQUAL)
                    && !c.values().isEmpty()
                    && literals.containsAll(c.values()));
  }

  private static boolean compares(
      Expression.Detail detail, String key, Expression.Operator operator, String literal) {
    return detail.conjuncts().stream()
        .anyMatch(
            c ->
                key.equals(c.column())
                    && c.operator() == operator
                    && c.values().contains(literal));
  }

  private static boolean unbounded(String literal) {
    return literal.equalsIgnoreCase("minvalue") || literal.equalsIgnoreCase("maxvalue");
  }

  /** The values in the parentheses of FROM (…) TO (…) or IN (…). */
  private static List<String> literals(String bounds) {
    List<String> literals = new ArrayList<>();
    int at = 0;
    while (true) {
      int open = bounds.indexOf('(', at);
      int close = open < 0 ? -1 : bounds.indexOf(')', open);
      if (close < 0) {
        return literals;
      }
      for (String literal : bounds.substring(open + 1, close).split(",")) {
        literals.add(literal.strip());
      }
      at = close + 1;
    }
  }
}
