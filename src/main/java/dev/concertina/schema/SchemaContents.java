package dev.concertina.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that a schema knows, as plain values: what a cache keeps. What the change added is not
 * part of it, and what can be derived is derived again.
 *
 * @param parentIndexes the parent of each attached index
 */
public record SchemaContents(
    List<Table> tables,
    List<Index> indexes,
    List<View> views,
    Map<Name, List<String>> enums,
    List<Domain> domains,
    Map<Name, List<Operation.CreateRoutine>> routines,
    List<Sequence> sequences,
    List<Name> extensions,
    List<Name> templated,
    Map<Name, Name> parentIndexes,
    Map<Name, String> owners,
    Map<Name, List<String>> revoked,
    Map<Name, List<String>> rowSecurity,
    Map<Name, String> replicaIdentities) {

  /** What a schema knows, in the order of names. */
  public static SchemaContents of(Schema schema) {
    return new SchemaContents(
        sorted(schema.tables.values(), Table::name),
        sorted(schema.indexes.values(), Index::name),
        sorted(schema.views.values(), View::name),
        map(schema.enums),
        sorted(schema.domains.values(), Domain::name),
        map(schema.routines),
        sorted(schema.sequences.values(), Sequence::name),
        schema.extensions.keys().stream().sorted().toList(),
        schema.templated.keys().stream().sorted().toList(),
        map(schema.parentIndexes),
        map(schema.owners),
        map(schema.revoked),
        map(schema.rowSecurity),
        map(schema.replicaIdentities));
  }

  /** The schema that knows this, with nothing marked as new. */
  public Schema schema() {
    Schema schema = new Schema(Schema.EMPTY);
    Draft draft = new Draft(schema);
    tables.forEach(draft::put);
    indexes.forEach(draft::put);
    views.forEach(draft::put);
    schema.enums = trie(enums);
    schema.domains = trie(domains, Domain::name);
    schema.routines = trie(routines);
    sequences.forEach(draft::put);
    schema.extensions = trie(extensions, name -> name);
    schema.templated = trie(templated, name -> name);
    schema.parentIndexes = trie(parentIndexes);
    schema.owners = trie(owners);
    schema.revoked = trie(revoked);
    schema.rowSecurity = trie(rowSecurity);
    schema.replicaIdentities = trie(replicaIdentities);
    return schema;
  }

  private static <V> List<V> sorted(List<V> values, Function<V, Name> name) {
    return values.stream().sorted((a, b) -> name.apply(a).compareTo(name.apply(b))).toList();
  }

  private static <V> Map<Name, V> map(Trie<Name, V> trie) {
    Map<Name, V> map = new TreeMap<>();
    trie.keys().forEach(name -> map.put(name, trie.get(name)));
    return map;
  }

  private static <V> Trie<Name, V> trie(List<V> values, Function<V, Name> name) {
    Trie<Name, V> trie = Trie.empty();
    for (V value : values) {
      trie = trie.with(name.apply(value), value);
    }
    return trie;
  }

  private static <V> Trie<Name, V> trie(Map<Name, V> map) {
    Trie<Name, V> trie = Trie.empty();
    for (Map.Entry<Name, V> entry : map.entrySet()) {
      trie = trie.with(entry.getKey(), entry.getValue());
    }
    return trie;
  }
}
