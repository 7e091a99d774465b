package dev.concertina.schema;

import dev.concertina.schema.Operation.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Applies what GRANT and REVOKE say of one thing: who has nothing left of it. */
final class Rights {

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

  /** Routines have a name space of their own. */
  static Name key(Operation.Grant grant) {
    return ROUTINES.contains(grant.what()) ? Draft.routineKey(grant.on()) : grant.on();
  }

  /** The roles, in the words behind FROM or TO. */
  static List<String> roles(Operation.Grant grant) {
    return Stream.of(grant.roles().split("[ ,]+"))
        .filter(word -> !NO_ROLES.contains(word))
        .toList();
  }
}
