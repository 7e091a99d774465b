package dev.concertina.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is known of the database between two operations: replayed from the repository's history,
 * then advanced through the change. Immutable; {@link #after} gives the next one. A name that is
 * not here is unknown, and unknown means existing and big.
 */
public final class Schema {

  /** Nothing is known. */
  public static final Schema EMPTY = new Schema();

  // Written by Draft alone, before anybody else sees the schema.
  Trie<Name, Table> tables = Trie.empty();
  Trie<Name, Index> indexes = Trie.empty();
  Trie<Name, View> views = Trie.empty();
  Trie<Name, List<String>> enums = Trie.empty();
  Trie<Name, Domain> domains = Trie.empty();
  Trie<Name, List<Operation.CreateRoutine>> routines = Trie.empty();
  Trie<Name, Sequence> sequences = Trie.empty();
  Trie<Name, Name> extensions = Trie.empty();

  /** The tables that were created with a placeholder in place of their schema. */
  Trie<Name, Name> templated = Trie.empty();

  /** Who owns a relation, type or routine, where the history says so. */
  Trie<Name, String> owners = Trie.empty();

  /** The roles that have no rights on a thing any more, where the history says so. */
  Trie<Name, List<String>> revoked = Trie.empty();

  /** What ENABLE and FORCE ROW LEVEL SECURITY have turned on, as the names of their options. */
  Trie<Name, List<String>> rowSecurity = Trie.empty();

  /** What REPLICA IDENTITY says of a table: {@code full}, {@code nothing} or an index of it. */
  Trie<Name, String> replicaIdentities = Trie.empty();

  // The same knowledge the other way round, so that no question walks over the whole schema.
  Trie<Name, Trie<Name, Name>> indexesByTable = Trie.empty();
  Trie<Name, Trie<Name, Name>> partitionsByParent = Trie.empty();
  Trie<Name, Trie<Name, Name>> tablesByReferenced = Trie.empty();
  Trie<Name, Trie<Name, Name>> tablesByConstraint = Trie.empty();
  Trie<Name, Trie<Name, Name>> sequencesByTable = Trie.empty();
  Trie<Name, Name> parentIndexes = Trie.empty();

  /** The views by every identifier of their queries. */
  Trie<String, Trie<Name, Name>> viewsByWord = Trie.empty();

  /** What the change created, with the parts that it added; {@link Draft#WHOLE} is all of it. */
  Trie<Name, Set<String>> added = Trie.empty();

  /**
   * What {@link #indexesOf} said last, for all schemas of one change: each operation asks for it
   * many times. It holds as long as the links are the same, since {@link Draft} links an index anew
   * whenever it writes it.
   */
  private AtomicReference<SortedIndexes> lastIndexes = new AtomicReference<>();

  private record SortedIndexes(Trie<Name, Name> links, List<Index> indexes) {}

  private Schema() {}

  /** A copy that {@link Draft} may change before anybody else sees it. */
  Schema(Schema other) {
    tables = other.tables;
    indexes = other.indexes;
    views = other.views;
    enums = other.enums;
    domains = other.domains;
    routines = other.routines;
    sequences = other.sequences;
    extensions = other.extensions;
    templated = other.templated;
    owners = other.owners;
    revoked = other.revoked;
    rowSecurity = other.rowSecurity;
    replicaIdentities = other.replicaIdentities;
    indexesByTable = other.indexesByTable;
    partitionsByParent = other.partitionsByParent;
    tablesByReferenced = other.tablesByReferenced;
    tablesByConstraint = other.tablesByConstraint;
    sequencesByTable = other.sequencesByTable;
    parentIndexes = other.parentIndexes;
    viewsByWord = other.viewsByWord;
    added = other.added;
    lastIndexes = other.lastIndexes;
  }

  /**
   * The schema after one operation. One that does not fit what is known costs knowledge, and never
   * fails.
   */
  public Schema after(Operation operation) {
    return after(List.of(operation));
  }

  /** The schema after many operations. */
  public Schema after(Iterable<Operation> operations) {
    Schema next = new Schema(this);
    Replay replay = new Replay(new Draft(next));
    operations.forEach(replay::apply);
    return next;
  }

  /** The same schema with nothing marked as new: where a change begins. */
  public Schema asBase() {
    Schema base = new Schema(this);
    base.added = Trie.empty();
    base.lastIndexes = new AtomicReference<>();
    return base;
  }

  public Optional<Table> table(Name name) {
    return Optional.ofNullable(tables.get(name));
  }

  public Collection<Table> tables() {
    return tables.values();
  }

  public Optional<Index> index(Name name) {
    return Optional.ofNullable(indexes.get(name));
  }

  /** The indexes of a table or materialized view, by name. */
  public List<Index> indexesOf(Name table) {
    Trie<Name, Name> links = indexesByTable.get(table);
    if (links == null) {
      return List.of();
    }
    SortedIndexes last = lastIndexes.get();
    if (last == null || last.links != links) {
      last = new SortedIndexes(links, links.keys().stream().sorted().map(indexes::get).toList());
      lastIndexes.set(last);
    }
    return last.indexes;
  }

  public Optional<View> view(Name name) {
    return Optional.ofNullable(views.get(name));
  }

  /** The views and materialized views whose query names {@code relation}, by name. */
  public List<View> viewsOn(Name relation) {
    return viewsOn(relation, relation.local());
  }

  /** Those of them whose query also has the identifier {@code word}. */
  List<View> viewsOn(Name relation, String word) {
    // Most views need not be read to know that they don't name it.
    Trie<Name, Name> saying = viewsByWord.get(word);
    return saying == null
        ? List.of()
        : linked(viewsByWord, relation.local()).stream()
            .filter(saying::has)
            .sorted()
            .map(views::get)
            .filter(view -> view.query().detail().tables().contains(relation))
            .toList();
  }

  /** The values of an enum, or empty when there is no such enum. */
  public Optional<List<String>> enumValues(Name type) {
    return Optional.ofNullable(enums.get(type));
  }

  public Optional<Domain> domain(Name name) {
    return Optional.ofNullable(domains.get(name));
  }

  public Collection<Domain> domains() {
    return domains.values();
  }

  /** The function or procedure of that name; of several overloads the last that was created. */
  public Optional<Operation.CreateRoutine> routine(Name name) {
    List<Operation.CreateRoutine> overloads = routines(name);
    return overloads.isEmpty()
        ? Optional.empty()
        : Optional.of(overloads.get(overloads.size() - 1));
  }

  /** Every overload of a function or procedure, in the order of their creation. */
  public List<Operation.CreateRoutine> routines(Name name) {
    List<Operation.CreateRoutine> overloads = routines.get(name);
    return overloads == null ? List.of() : overloads;
  }

  public Optional<Sequence> sequence(Name name) {
    return Optional.ofNullable(sequences.get(name));
  }

  /** Whether the history creates that extension. */
  public boolean hasExtension(String extension) {
    return extensions.has(Name.of(extension));
  }

  /** Whether a placeholder stands in place of the schema of some table. */
  public boolean hasTemplates() {
    return !templated.isEmpty();
  }

  /** The owner of a relation or type, where the history names one. */
  public Optional<String> owner(Name name) {
    return Optional.ofNullable(owners.get(name));
  }

  /** The owner of the routines of that name, where the history names one. */
  public Optional<String> routineOwner(Name name) {
    return owner(Draft.routineKey(name));
  }

  /** Whether a REVOKE takes nothing away, because the history has taken all of it already. */
  public boolean takesNothing(Operation.Grant revoke) {
    List<String> without = revoke.on() == null ? null : revoked.get(Rights.key(revoke));
    return without != null && without.containsAll(Rights.roles(revoke));
  }

  /** Whether ENABLE or FORCE ROW LEVEL SECURITY has been said of a table already. */
  public boolean hasRowSecurity(Name table, Operation.TableOption.Option option) {
    List<String> on = rowSecurity.get(table);
    return on != null && on.contains(option.name());
  }

  /**
   * What names the rows of a table to logical replication, where it is not the primary key: {@code
   * full}, {@code nothing} or an index of the table.
   */
  public Optional<String> replicaIdentity(Name table) {
    return Optional.ofNullable(replicaIdentities.get(table));
  }

  /** The sequences that belong to a table's column, by name. */
  public List<Sequence> sequencesOf(Name table, String column) {
    return sequencesOf(table).stream()
        .filter(sequence -> column.equals(sequence.column()))
        .toList();
  }

  /** The sequences that belong to a table's columns, by name. */
  public List<Sequence> sequencesOf(Name table) {
    return linked(sequencesByTable, table).stream().sorted().map(sequences::get).toList();
  }

  /** The tables with a foreign key to {@code table}, by name. */
  public List<Name> referencing(Name table) {
    return linked(tablesByReferenced, table).stream().sorted().toList();
  }

  /** The direct partitions of a table, by name. */
  public List<Table> partitionsOf(Name parent) {
    return linked(partitionsByParent, parent).stream().sorted().map(tables::get).toList();
  }

  /** Whether a relation of that name is known: a table, index, view or sequence. */
  public boolean knowsRelation(Name name) {
    return tables.has(name) || indexes.has(name) || views.has(name) || sequences.has(name);
  }

  /** Whether the change itself created this relation, type or routine (also if renamed since). */
  public boolean isNew(Name name) {
    return marked(name, Draft.WHOLE)
        || marked(Draft.routineKey(name), Draft.WHOLE) && !knowsRelation(name);
  }

  /**
   * Whether the change itself added this column, constraint or trigger of a table, this value of an
   * enum, or all of the table or enum.
   */
  public boolean isNew(Name owner, String part) {
    return isNew(owner) || marked(owner, part);
  }

  private boolean marked(Name name, String part) {
    Set<String> parts = added.get(name);
    return parts != null && parts.contains(part);
  }

  private static <K> List<Name> linked(Trie<K, Trie<Name, Name>> links, K from) {
    Trie<Name, Name> to = links.get(from);
    return to == null ? List.of() : to.keys();
  }
}
