package dev.concertina.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An {@link Effect} while it is being found out: of several locks on a relation the strongest. */
final class Footprint {

  private final Map<Name, Effect.Held> locks = new LinkedHashMap<>();
  private final Set<Name> scans = new LinkedHashSet<>();
  private final Set<Name> rewrites = new LinkedHashSet<>();
  private final Set<Name> builds = new LinkedHashSet<>();
  private String refusal;
  private String reason = "";

  Footprint lock(Name relation, Lock mode, Effect.Role role) {
    Effect.Held held = locks.get(relation);
    if (held == null) {
      locks.put(relation, new Effect.Held(relation, mode, role));
    } else if (mode.compareTo(held.mode()) > 0) {
      // The first role is what the relation is to the operation, whatever asks for more.
      locks.put(relation, new Effect.Held(relation, mode, held.role()));
    }
    return this;
  }

  Footprint scan(Iterable<Name> tables) {
    tables.forEach(scans::add);
    return this;
  }

  Footprint scan(Name table) {
    scans.add(table);
    return this;
  }

  Footprint build(Name table) {
    builds.add(table);
    return this;
  }

  Footprint rewrite(Name table) {
    rewrites.add(table);
    return this;
  }

  /** The first refusal stands: PostgreSQL goes no further. */
  Footprint refuse(String why) {
    refusal = refusal == null ? why : refusal;
    return this;
  }

  /** The first reason stands: callers give the weightiest first. */
  Footprint because(String why) {
    reason = reason.isEmpty() && why != null ? why : reason;
    return this;
  }

  Footprint add(Effect other) {
    other.locks().forEach(held -> lock(held.relation(), held.mode(), held.role()));
    scans.addAll(other.scans());
    rewrites.addAll(other.rewrites());
    builds.addAll(other.builds());
    if (other.refusal() != null) {
      refuse(other.refusal());
    }
    return because(other.reason());
  }

  Effect effect() {
    return new Effect(List.copyOf(locks.values()), scans, rewrites, builds, refusal, reason);
  }
}
