package dev.concertina.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What changes for the callers of a routine when one of the same name is created.
 *
 * @param before the routine of that name before the change
 * @param parts what differs: {@code arguments}, {@code result}, {@code volatility}, {@code argument
 *     names}
 * @param keptBeside whether the old one stays, because PostgreSQL replaces a routine only by one
 *     with the same arguments
 */
public record RoutineChange(
    Operation.CreateRoutine before, List<String> parts, boolean keptBeside) {

  /** What PostgreSQL refuses to change by OR REPLACE, though callers mostly don't mind. */
  public static final String ARGUMENT_NAMES = "argument names";

  public RoutineChange {
    parts = List.copyOf(parts);
  }

  /**
   * Compares a routine that is created with those of that name before the change; empty when their
   * callers see no difference. Another overload beside several, or one that does not say OR
   * REPLACE, is meant as one.
   *
   * @param base the schema before the change
   * @param now the schema just before the routine is created
   */
  public static Optional<RoutineChange> of(
      Operation.CreateRoutine created, Schema base, Schema now) {
    List<Operation.CreateRoutine> old = base.routines(created.name());
    Operation.CreateRoutine same = withArguments(old, created);
    if (same != null) {
      List<String> parts = parts(same, created);
      if (created.orReplace() && now.routines(created.name()).contains(same)) {
        parts.addAll(renamed(same, created));
      }
      return Optional.of(new RoutineChange(same, parts, false))
          .filter(change -> !change.parts.isEmpty());
    }
    List<Operation.CreateRoutine> left = now.routines(created.name());
    boolean gone = !old.isEmpty() && left.stream().noneMatch(l -> withArguments(old, l) != null);
    boolean alone = old.size() == 1 && left.size() == 1;
    boolean meantToReplace = created.orReplace() && alone && !gone;
    if (!gone && !meantToReplace) {
      return Optional.empty();
    }
    Operation.CreateRoutine before = old.get(old.size() - 1);
    List<String> parts = new ArrayList<>(List.of("arguments"));
    parts.addAll(gone ? parts(before, created) : List.of());
    return Optional.of(new RoutineChange(before, parts, !gone));
  }

  /** {@code OR REPLACE} may name an argument that had no name, and rename none. */
  private static List<String> renamed(
      Operation.CreateRoutine before, Operation.CreateRoutine after) {
    List<String> old = before.argumentNames();
    return IntStream.range(0, old.size())
            .allMatch(i -> old.get(i).isEmpty() || old.get(i).equals(after.argumentNames().get(i)))
        ? List.of()
        : List.of(ARGUMENT_NAMES);
  }

  private static Operation.CreateRoutine withArguments(
      List<Operation.CreateRoutine> overloads, Operation.CreateRoutine created) {
    return overloads.stream()
        .filter(known -> known.arguments().equals(created.arguments()))
        .findFirst()
        .orElse(null);
  }

  private static List<String> parts(Operation.CreateRoutine before, Operation.CreateRoutine after) {
    List<String> parts = new ArrayList<>();
    if (!String.valueOf(before.returns()).equals(String.valueOf(after.returns()))) {
      parts.add("result");
    }
    if (!before.volatility().equals(after.volatility())) {
      parts.add("volatility");
    }
    return parts;
  }
}
