package dev.concertina.proof;

import dev.concertina.schema.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a statement does to the relations that are there before it: measured, or said by the
 * dialect. Of indexes only locks that disturb somebody count, as {@link
 * dev.concertina.schema.Postgres} leaves out those that are only read or filled.
 *
 * @param refusal why it is refused, or null; then nothing else is said
 * @param tables the strongest lock on every relation that is no index
 * @param indexes the strongest lock on every index
 * @param rewrites tables whose rows are all written again
 * @param scans tables whose rows are all read
 * @param builds tables of which an index is built over rows
 * @param blocksReads whether a read of some relation has to wait
 * @param blocksWrites whether a write to some relation has to wait
 */
record Outcome(
    String refusal,
    SortedMap<String, Lock> tables,
    SortedMap<String, Lock> indexes,
    SortedSet<String> rewrites,
    SortedSet<String> scans,
    SortedSet<String> builds,
    boolean blocksReads,
    boolean blocksWrites) {

  static Outcome refused(String why) {
    return new Outcome(
        why,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        false,
        false);
  }

  /** Keeps the strongest of several locks on a relation. */
  static void add(Map<String, Lock> locks, String relation, Lock mode) {
    locks.merge(relation, mode, (a, b) -> a.atLeast(b) ? a : b);
  }

  /** Leaves out the locks on indexes that disturb nobody. */
  static SortedMap<String, Lock> disturbing(Map<String, Lock> indexes) {
    SortedMap<String, Lock> disturbing = new TreeMap<>(indexes);
    disturbing.values().removeIf(mode -> !mode.atLeast(Lock.SHARE_UPDATE_EXCLUSIVE));
    return disturbing;
  }

  /** How {@code said} differs from this, which was measured; empty when it does not. */
  List<String> differences(Outcome said, EffectCase.Look look) {
    List<String> differences = new ArrayList<>();
    if (refusal != null || said.refusal != null) {
      check(differences, "refused", refusal != null, said.refusal != null);
      return differences.isEmpty()
          ? differences
          : List.of("refusal measured " + refusal + ", said " + said.refusal);
    }
    if (look == EffectCase.Look.INSIDE) {
      check(differences, "indexes", indexes, said.indexes);
      check(differences, "scans", scans, said.scans);
    } else {
      // What it has not come to yet when it waits can't be seen.
      indexes.forEach(
          (index, mode) -> check(differences, "lock on " + index, mode, said.indexes.get(index)));
    }
    if (look != EffectCase.Look.AFTERWARDS) {
      check(differences, "tables", tables, said.tables);
      check(differences, "reads wait", blocksReads, said.blocksReads);
      check(differences, "writes wait", blocksWrites, said.blocksWrites);
    }
    check(differences, "rewrites", rewrites, said.rewrites);
    check(differences, "builds", builds, said.builds);
    return differences;
  }

  private static void check(List<String> differences, String what, Object measured, Object said) {
    if (!Objects.equals(measured, said)) {
      differences.add(what + " measured " + measured + ", said " + said);
    }
  }

  /** Whether {@code said} holds all of this, which was measured, and perhaps more. */
  boolean within(Outcome said) {
    boolean locked = contains(said.tables, tables) && contains(said.indexes, indexes);
    return said.refusal != null
        || refusal == null
            && locked
            && said.rewrites.containsAll(rewrites)
            && said.scans.containsAll(scans)
            && said.builds.containsAll(builds);
  }

  private static boolean contains(Map<String, Lock> said, Map<String, Lock> measured) {
    return measured.entrySet().stream()
        .allMatch(
            lock ->
                said.containsKey(lock.getKey())
                    && said.get(lock.getKey()).atLeast(lock.getValue()));
  }
}
