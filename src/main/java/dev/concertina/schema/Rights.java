package dev.concertina.schema;

import dev.concertina.schema.Operation.ObjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Applies what GRANT and REVOKE say of one thing: who has nothing left of it. */
public final class Rights {

  private static final Set<ObjectKind> ROUTINES =
      Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

  private static final Set<String> NO_ROLES =
      Set.of("", "group", "cascade", "restrict", "with", "grant", "option", "granted", "by");

  private final Draft draft;

  Rights(Draft draft) {
    this.draft = draft;
  }

  void apply(Operation.Grant grant) {
    if (grant.revoke() && !grant.everything()) {
      return;
    }
    if (grant.on() == null) {
      // A GRANT may give anything back.
      draft.schema.revoked = grant.revoke() ? draft.schema.revoked : Trie.empty();
      return;
    }
    Name key = key(grant);
    List<String> known = draft.schema.revoked.get(key);
    List<String> without = new ArrayList<>(known == null ? List.of() : known);
    without.removeAll(roles(grant));
    if (grant.revoke()) {
      without.addAll(roles(grant));
    }
    draft.schema.revoked = draft.schema.revoked.with(key, List.copyOf(without));
  }

  /** Whether grants give back, all together, what one of them takes from its roles. */
  public static boolean givenBack(Operation.Grant revoke, List<Operation.Grant> later) {
    Set<String> without = new HashSet<>(roles(revoke));
    for (Operation.Grant grant : later) {
      // A routine has one right alone.
      boolean all = grant.everything() || ROUTINES.contains(grant.what());
      if (!grant.revoke() && all && Objects.equals(key(grant), key(revoke))) {
        without.removeAll(roles(grant));
        if (roles(grant).contains("public")) {
          return true;
        }
      }
    }
    return revoke.on() != null && without.isEmpty();
  }

  /** Routines have a name space of their own. */
  static Name key(Operation.Grant grant) {
    return grant.on() != null && ROUTINES.contains(grant.what())
        ? Draft.routineKey(grant.on())
        : grant.on();
  }

  /** The roles, in the words behind FROM or TO. */
  static List<String> roles(Operation.Grant grant) {
    return Stream.of(grant.roles().split("[ ,]+"))
        .filter(word -> !NO_ROLES.contains(word))
        .toList();
  }
}
