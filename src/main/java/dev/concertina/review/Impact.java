package dev.concertina.review;

import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Effect.Held;
import dev.concertina.schema.Lock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an operation does to the database and to the running version, in words. */
final class Impact {

  private static final int MOST_RELATIONS = 5;

  private Impact() {}

  /** {@code ACCESS EXCLUSIVE on audio, blocks reads and writes; instant}; empty without locks. */
  static Prose locks(Effect effect) {
    if (effect.locks().isEmpty()) {
      return Prose.EMPTY;
    }
    Map<Lock, Set<String>> byMode = new TreeMap<>(Comparator.reverseOrder());
    for (Held held : effect.locks()) {
      byMode
          .computeIfAbsent(held.mode(), mode -> new LinkedHashSet<>())
          .add(held.relation().toString());
    }
    Prose locks = Prose.EMPTY;
    for (Map.Entry<Lock, Set<String>> entry : byMode.entrySet()) {
      locks =
          locks
              .literally(entry.getKey() + " on ")
              .then(some(entry.getValue()))
              .literally(blocking(entry.getKey()) + "; ");
    }
    return locks.literally(work(effect));
  }

  private static Prose some(Set<String> relations) {
    List<Prose> names = new ArrayList<>();
    relations.stream().limit(MOST_RELATIONS).map(Prose::code).forEach(names::add);
    if (relations.size() > MOST_RELATIONS) {
      names.add(Prose.EMPTY.literally((relations.size() - MOST_RELATIONS) + " more"));
    }
    return Prose.and(names);
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
