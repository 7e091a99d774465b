package dev.concertina.rule;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an index as SQL. */
final class IndexText {

  private IndexText() {}

  /** The index that a statement creates, under the name that it will have. */
  static Index of(Context context, Operation.CreateIndex create) {
    return new Index(
        create.index() == null
            ? create.table().sibling(create.table().local() + "_" + plain(create.keys()) + "_idx")
            : create.index(),
        create.table(),
        create.unique(),
        true,
        create.method(),
        written(context.before().table(create.table()), create.keys()),
        create.include(),
        create.where(),
        null);
  }

  private static String plain(List<String> keys) {
    return String.join("_", keys).replaceAll("[^A-Za-z0-9_]+", "_");
  }

  /** A plain column is kept by its name, and has to be quoted where the name requires it. */
  static List<String> written(Optional<Table> table, List<String> keys) {
    return keys.stream()
        .map(key -> table.flatMap(t -> t.column(key)).isPresent() ? Identifier.quote(key) : key)
        .toList();
  }

  /** The statement that builds an index without blocking writes; its keys are SQL already. */
  static String concurrently(Index index) {
    return start(index) + "INDEX CONCURRENTLY " + local(index.name()) + " ON " + rest(index);
  }

  /** The statement that creates the index of a partitioned table alone, without its partitions'. */
  static String onOnly(Index index) {
    return start(index) + "INDEX " + local(index.name()) + " ON ONLY " + rest(index);
  }

  private static String start(Index index) {
    return index.unique() ? "CREATE UNIQUE " : "CREATE ";
  }

  private static String local(Name name) {
    return Identifier.quote(name.local());
  }

  private static String rest(Index index) {
    List<String> include = index.include();
    Expression where = index.where();
    return index.table().sql()
        + (index.method().equals("btree") ? "" : " USING " + index.method())
        + " ("
        + String.join(", ", index.keys())
        + ")"
        + (include.isEmpty()
            ? ""
            : include.stream()
                .map(Identifier::quote)
                .collect(Collectors.joining(", ", " INCLUDE (", ")")))
        + (where == null ? "" : " WHERE " + where.text())
        + ";";
  }
}
