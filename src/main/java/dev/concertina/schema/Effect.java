package dev.concertina.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the database does while it executes one operation: which locks on which relations, and what
 * it has to read or write under them.
 *
 * @param locks the strongest mode per relation, the operation's own relation first
 * @param scans tables whose rows are all read
 * @param rewrites tables whose rows are all written again
 * @param builds tables of which an index is built or rebuilt
 * @param refusal why the database refuses the operation, or null when it does not
 * @param reason why it has to work, or why it is free, in a few words for the message: {@code
 *     "gen_random_uuid() is volatile"}; the empty string when there is nothing to say
 */
public record Effect(
    List<Held> locks,
    Set<Name> scans,
    Set<Name> rewrites,
    Set<Name> builds,
    String refusal,
    String reason) {

  /** Takes no lock on a user's relation and does no work that grows with one. */
  public static final Effect NONE = new Effect(List.of(), Set.of(), Set.of(), Set.of(), null, "");

  public Effect {
    locks = List.copyOf(locks);
    scans = Set.copyOf(scans);
    rewrites = Set.copyOf(rewrites);
    builds = Set.copyOf(builds);
  }

  /** The most expensive thing that an operation does. */
  public enum Work {
    INSTANT,
    SCAN,
    BUILD,
    REWRITE
  }

  /** What a locked relation is to the operation. */
  public enum Role {
    OWN,
    REFERENCED,
    REFERENCING,
    PARENT,
    PARTITION,
    DEFAULT_PARTITION,
    INDEX,
    DEPENDENT
  }

  /**
   * A lock that the operation holds until its transaction ends.
   *
   * @param relation the locked relation
   * @param mode the strongest mode it takes there
   * @param role what the relation is to the operation
   */
  public record Held(Name relation, Lock mode, Role role) {}

  /** The most expensive thing it does. */
  public Work work() {
    if (!rewrites.isEmpty()) {
      return Work.REWRITE;
    }
    if (!builds.isEmpty()) {
      return Work.BUILD;
    }
    return scans.isEmpty() ? Work.INSTANT : Work.SCAN;
  }

  /** The mode held on {@code relation}, or null when it is not locked. */
  public Lock lockOn(Name relation) {
    return locks.stream()
        .filter(held -> held.relation().equals(relation))
        .map(Held::mode)
        .max(Lock::compareTo)
        .orElse(null);
  }

  /** The strongest mode it holds anywhere, or null when it locks nothing. */
  public Lock strongest() {
    return locks.stream().map(Held::mode).max(Lock::compareTo).orElse(null);
  }

  /** Whether somebody's reads have to wait for it. */
  public boolean blocksReads() {
    return locks.stream().anyMatch(held -> held.mode().blocksReads());
  }

  /** Whether somebody's writes have to wait for it. */
  public boolean blocksWrites() {
    return locks.stream().anyMatch(held -> held.mode().blocksWrites());
  }

  /** An effect that only locks, to be extended by the methods below. */
  public static Effect locking(Name relation, Lock mode) {
    return NONE.and(relation, mode, Role.OWN);
  }

  /** This effect with one more locked relation. */
  public Effect and(Name relation, Lock mode, Role role) {
    List<Held> more = new ArrayList<>(locks);
    more.add(new Held(relation, mode, role));
    return new Effect(more, scans, rewrites, builds, refusal, reason);
  }

  /** This effect and another, held together. */
  public Effect with(Effect other) {
    Effect both = this;
    for (Held held : other.locks) {
      both = both.and(held.relation(), held.mode(), held.role());
    }
    return both.scanning(other.scans.toArray(Name[]::new))
        .rewriting(other.rewrites.toArray(Name[]::new))
        .building(other.builds.toArray(Name[]::new))
        .because(reason.isEmpty() ? other.reason : reason)
        .refused(refusal == null ? other.refusal : refusal);
  }

  public Effect scanning(Name... tables) {
    return new Effect(locks, union(scans, tables), rewrites, builds, refusal, reason);
  }

  public Effect rewriting(Name... tables) {
    return new Effect(locks, scans, union(rewrites, tables), builds, refusal, reason);
  }

  public Effect building(Name... tables) {
    return new Effect(locks, scans, rewrites, union(builds, tables), refusal, reason);
  }

  public Effect because(String newReason) {
    return new Effect(locks, scans, rewrites, builds, refusal, newReason);
  }

  public Effect refused(String newRefusal) {
    return new Effect(locks, scans, rewrites, builds, newRefusal, reason);
  }

  private static Set<Name> union(Set<Name> some, Name... more) {
    Set<Name> all = new LinkedHashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
