package dev.concertina.review;

import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Effect.Held;
import dev.concertina.schema.Lock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an operation does to the database and to the running version, in words. */
final class Impact {

  private static final int MOST_RELATIONS = 5;

  private Impact() {}

  /** {@code ACCESS EXCLUSIVE on audio, blocks reads and writes; instant}, or empty. */
  static String locks(Effect effect) {
    if (effect.locks().isEmpty()) {
      return "";
    }
    Map<Lock, List<String>> byMode = new TreeMap<>(Comparator.reverseOrder());
    for (Held held : effect.locks()) {
      byMode
          .computeIfAbsent(held.mode(), mode -> new ArrayList<>())
          .add(held.relation().toString());
    }
    List<String> parts = new ArrayList<>();
    byMode.forEach(
        (mode, relations) -> parts.add(mode + " on " + some(relations) + blocking(mode)));
    parts.add(work(effect));
    return String.join("; ", parts);
  }

  private static String some(List<String> relations) {
    List<String> names = relations.stream().distinct().toList();
    if (names.size() <= MOST_RELATIONS) {
      return English.and(names);
    }
    List<String> shown = new ArrayList<>(names.subList(0, MOST_RELATIONS - 1));
    shown.add((names.size() - shown.size()) + " more");
    return English.and(shown);
  }

  private static String blocking(Lock mode) {
    List<String> blocked = blocks(mode);
    return blocked.isEmpty() ? "" : ", blocks " + English.and(blocked);
  }

  /** {@code reads}, {@code writes}: who waits for a lock. */
  static List<String> blocks(Lock mode) {
    List<String> blocked = new ArrayList<>();
    if (mode.blocksReads()) {
      blocked.add("reads");
    }
    if (mode.blocksWrites()) {
      blocked.add("writes");
    }
    return blocked;
  }

  /** How long that lasts. */
  static String work(Effect effect) {
    return switch (effect.work()) {
      case INSTANT -> "instant";
      case SCAN -> "reads every row";
      case BUILD -> "builds an index";
      case REWRITE -> "rewrites every row";
    };
  }

  /** {@code reads}, {@code writes}: what of the running version fails. */
  static List<String> breaks(Compatibility compatibility) {
    List<String> broken = new ArrayList<>();
    if (compatibility.breaksReads()) {
      broken.add("reads");
    }
    if (compatibility.breaksWrites()) {
      broken.add("writes");
    }
    return broken;
  }
}
