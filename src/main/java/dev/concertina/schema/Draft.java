package dev.concertina.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A schema while {@link Replay} still writes it. Every change goes through here, so that what the
 * schema knows and the links that lead back to it never disagree.
 */
final class Draft {

  /** Marks the object itself among its added parts; no part has this name. */
  static final String WHOLE = "";

  /** Partitions of partitions go down so far; nobody nests them deeper, and many calls recurse. */
  private static final int MOST_LEVELS = 32;

  final Schema schema;

  Draft(Schema schema) {
    this.schema = schema;
  }

  /** Routines have a name space of their own: a function may be called like a table. */
  static Name routineKey(Name routine) {
    return routine.sibling(routine.local() + "()");
  }

  // ---- tables

  /** The table, or an incomplete one when it appears from nowhere; null for a view's name. */
  Table table(Name name) {
    Table known = schema.tables.get(name);
    if (known != null || schema.views.has(name)) {
      return known;
    }
    return Table.unknown(name);
  }

  void put(Table written) {
    Table old = schema.tables.get(written.name());
    boolean moves = parent(written) != null && !parent(written).equals(parent(old));
    Table table = moves && !fits(written) ? written.withPartition(null) : written;
    schema.tables = schema.tables.with(table.name(), table);
    relink(table.name(), old, table);
  }

  /** Whether a table may be put below its parent: in no circle, which PostgreSQL refuses too. */
  private boolean fits(Table table) {
    int levels = 1 + levelsBelow(table.name());
    for (Name above = parent(table); above != null; above = parent(schema.tables.get(above))) {
      if (above.equals(table.name()) || ++levels > MOST_LEVELS) {
        return false;
      }
    }
    return true;
  }

  private int levelsBelow(Name table) {
    int levels = 0;
    for (Table partition : schema.partitionsOf(table)) {
      levels = Math.max(levels, 1 + levelsBelow(partition.name()));
    }
    return levels;
  }

  /** Forgets the table alone; what hangs on it is the business of the caller. */
  void removeTable(Name name) {
    Table old = schema.tables.get(name);
    if (old != null) {
      schema.tables = schema.tables.without(name);
      relink(name, old, null);
    }
  }

  private void relink(Name name, Table old, Table table) {
    Name oldParent = parent(old);
    Name parent = parent(table);
    if (oldParent != null && !oldParent.equals(parent)) {
      schema.partitionsByParent = unlink(schema.partitionsByParent, oldParent, name);
    }
    if (parent != null && !parent.equals(oldParent)) {
      schema.partitionsByParent = link(schema.partitionsByParent, parent, name);
    }
    List<Constraint> before = old == null ? List.of() : old.constraints();
    List<Constraint> after = table == null ? List.of() : table.constraints();
    if (before == after) {
      return;
    }
    schema.tablesByReferenced =
        relink(schema.tablesByReferenced, name, references(before), references(after));
    schema.tablesByConstraint =
        relink(schema.tablesByConstraint, name, names(name, before), names(name, after));
  }

  private static Trie<Name, Trie<Name, Name>> relink(
      Trie<Name, Trie<Name, Name>> links, Name table, Set<Name> before, Set<Name> after) {
    Trie<Name, Trie<Name, Name>> changed = links;
    for (Name gone : before) {
      changed = after.contains(gone) ? changed : unlink(changed, gone, table);
    }
    for (Name come : after) {
      changed = before.contains(come) ? changed : link(changed, come, table);
    }
    return changed;
  }

  private static Name parent(Table table) {
    return table == null || table.partition() == null ? null : table.partition().table();
  }

  private static Set<Name> references(List<Constraint> constraints) {
    Set<Name> referenced = new LinkedHashSet<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.ForeignKey key) {
        referenced.add(key.referenced());
      }
    }
    return referenced;
  }

  private static Set<Name> names(Name table, List<Constraint> constraints) {
    Set<Name> names = new LinkedHashSet<>();
    constraints.forEach(constraint -> names.add(table.sibling(constraint.name())));
    return names;
  }

  /** Whether PostgreSQL must number a chosen constraint name: it is unique in its schema. */
  boolean constraintTaken(Name constraint) {
    return schema.tablesByConstraint.has(constraint);
  }

  // ---- indexes

  void put(Index index) {
    Index old = schema.indexes.get(index.name());
    if (old != null && !old.table().equals(index.table())) {
      schema.indexesByTable = unlink(schema.indexesByTable, old.table(), index.name());
    }
    schema.indexes = schema.indexes.with(index.name(), index);
    schema.indexesByTable = link(schema.indexesByTable, index.table(), index.name());
  }

  void removeIndex(Name name) {
    Index old = schema.indexes.get(name);
    if (old != null) {
      schema.indexes = schema.indexes.without(name);
      schema.indexesByTable = unlink(schema.indexesByTable, old.table(), name);
      schema.parentIndexes = schema.parentIndexes.without(name);
    }
  }

  // ---- views and sequences

  void put(View view) {
    removeView(view.name());
    schema.views = schema.views.with(view.name(), view);
    for (String word : Words.in(view.query().text())) {
      schema.viewsByWord = link(schema.viewsByWord, word, view.name());
    }
  }

  void removeView(Name name) {
    View old = schema.views.get(name);
    if (old != null) {
      schema.views = schema.views.without(name);
      for (String word : Words.in(old.query().text())) {
        schema.viewsByWord = unlink(schema.viewsByWord, word, name);
      }
    }
  }

  void put(Sequence sequence) {
    removeSequence(sequence.name());
    schema.sequences = schema.sequences.with(sequence.name(), sequence);
    if (sequence.table() != null) {
      schema.sequencesByTable = link(schema.sequencesByTable, sequence.table(), sequence.name());
    }
  }

  void removeSequence(Name name) {
    Sequence old = schema.sequences.get(name);
    if (old != null) {
      schema.sequences = schema.sequences.without(name);
      if (old.table() != null) {
        schema.sequencesByTable = unlink(schema.sequencesByTable, old.table(), name);
      }
    }
  }

  // ---- owners and replica identities

  void own(Name name, String owner) {
    schema.owners = schema.owners.with(name, owner);
  }

  void secure(Name table, Operation.TableOption.Option option, boolean on) {
    List<String> known = schema.rowSecurity.get(table);
    List<String> changed = new ArrayList<>(known == null ? List.of() : known);
    changed.remove(option.name());
    if (on) {
      changed.add(option.name());
    }
    schema.rowSecurity = schema.rowSecurity.with(table, List.copyOf(changed));
  }

  /** The primary key is what names the rows by default, and not kept. */
  void identify(Name table, String identity) {
    schema.replicaIdentities =
        identity.equals("default")
            ? schema.replicaIdentities.without(table)
            : schema.replicaIdentities.with(table, identity);
  }

  // ---- what the change added

  /**
   * @param name null where the database chooses one
   */
  void mark(Name name, String part) {
    if (name == null) {
      return;
    }
    Set<String> known = schema.added.get(name);
    boolean wholeIsNew = known != null && known.contains(WHOLE);
    if (wholeIsNew || known != null && known.contains(part)) {
      return;
    }
    Set<String> parts = known == null ? new HashSet<>() : new HashSet<>(known);
    parts.add(part);
    schema.added = schema.added.with(name, parts);
  }

  /** Forgets what is known of a name alone, now that its bearer is gone. */
  void unmark(Name name) {
    schema.added = schema.added.without(name);
    schema.owners = schema.owners.without(name);
    schema.revoked = schema.revoked.without(name);
    schema.rowSecurity = schema.rowSecurity.without(name);
    schema.replicaIdentities = schema.replicaIdentities.without(name);
  }

  void unmark(Name name, String part) {
    Set<String> known = schema.added.get(name);
    if (known != null && known.contains(part)) {
      Set<String> parts = new HashSet<>(known);
      parts.remove(part);
      schema.added = schema.added.with(name, parts);
    }
  }

  void moveMark(Name from, Name to) {
    schema.added = moved(schema.added, from, to);
    schema.owners = moved(schema.owners, from, to);
    schema.revoked = moved(schema.revoked, from, to);
    schema.rowSecurity = moved(schema.rowSecurity, from, to);
    schema.replicaIdentities = moved(schema.replicaIdentities, from, to);
  }

  private static <V> Trie<Name, V> moved(Trie<Name, V> known, Name from, Name to) {
    V value = known.get(from);
    return value == null ? known : known.without(from).with(to, value);
  }

  void moveMark(Name name, String part, String newPart) {
    Set<String> known = schema.added.get(name);
    if (known != null && known.contains(part)) {
      unmark(name, part);
      mark(name, newPart);
    }
  }

  // ---- links

  private static <K> Trie<K, Trie<Name, Name>> link(
      Trie<K, Trie<Name, Name>> links, K from, Name to) {
    Trie<Name, Name> known = links.get(from);
    return links.with(from, (known == null ? Trie.<Name, Name>empty() : known).with(to, to));
  }

  private static <K> Trie<K, Trie<Name, Name>> unlink(
      Trie<K, Trie<Name, Name>> links, K from, Name to) {
    Trie<Name, Name> known = links.get(from);
    Trie<Name, Name> rest = known == null ? Trie.empty() : known.without(to);
    return rest.isEmpty() ? links.without(from) : links.with(from, rest);
  }
}
