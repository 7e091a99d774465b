package dev.concertina.proof;

import dev.concertina.proof.EffectCase.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What was measured of a statement, in words.
 *
 * @param locks the relations that were there before it and how they are locked; empty for none
 * @param work what is rewritten, read or built, or why it is refused; empty when it takes an
 *     instant
 */
record Seen(String locks, String work) {

  /** Scans are counted in the statement's own transaction alone: from outside they come late. */
  static Seen of(Outcome outcome, Look look) {
    if (outcome.refusal() != null) {
      return new Seen("", "refused: " + outcome.refusal().strip());
    }
    List<String> locks = new ArrayList<>();
    outcome.tables().forEach((table, mode) -> locks.add("`" + table + "` " + mode));
    outcome.indexes().forEach((index, mode) -> locks.add("index `" + index + "` " + mode));
    List<String> work = new ArrayList<>();
    add(work, "rewrites ", outcome.rewrites());
    if (look == Look.INSIDE) {
      add(work, "scans ", outcome.scans());
    }
    add(work, "builds on ", outcome.builds());
    return new Seen(String.join(", ", locks), String.join("; ", work));
  }

  private static void add(List<String> work, String what, SortedSet<String> tables) {
    if (!tables.isEmpty()) {
      work.add(tables.stream().collect(Collectors.joining("`, `", what + "`", "`")));
    }
  }
}
