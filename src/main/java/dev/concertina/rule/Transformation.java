package dev.concertina.rule;

import dev.concertina.schema.Computed;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A data transformation: a change of rows of one table that goes in batches, each a range of the
 * key with a commit after it. A row that is done is passed over, and what is overwritten can be
 * copied first.
 *
 * @param table the table whose rows change
 * @param known what the history knows of it; empty when it knows nothing
 * @param alias what the conditions call the table, or null for its name
 * @param key the columns that tell its rows apart, of which batches go by the first
 * @param changes new values as SQL, by column; empty when the rows are deleted
 * @param where which rows it is for, or the empty string for all of them
 * @param pending what a row that still needs the change fulfils, or the empty string when the rows
 *     that it is for are those that need it
 * @param fits literals by column with which a row is one that it is for
 * @param saved whether the rows are copied before they change
 */
public record Transformation(
    Name table,
    Optional<Table> known,
    String alias,
    List<String> key,
    Map<String, String> changes,
    String where,
    String pending,
    Map<String, String> fits,
    boolean saved) {

  /** The rows of a batch, where a command puts the ends of the range in. */
  private static final String RANGE = "%1$s > :last AND %1$s <= :next";

  /** The same, of which the rows are copied before they change. */
  Transformation saving() {
    return new Transformation(table, known, alias, key, changes, where, pending, fits, true);
  }

  /** Whether a row needs the change as long as it has other values than those of the change. */
  public boolean isByValue() {
    return !changes.isEmpty() && pending.equals(other(changes));
  }

  /** Whether code computes the new values, one row at a time. */
  public boolean isComputed() {
    return changes.values().stream().anyMatch(Computed::isIn);
  }

  /** The columns that change, for a sentence. */
  String names() {
    return changes.keySet().stream()
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }

  /** The copy's name. */
  public Name copy() {
    return copyOf(table);
  }

  static Name copyOf(Name table) {
    return table.sibling(table.local() + "_before");
  }

  /**
   * The statement that makes room for the copies of a table's rows, with when and in which
   * transaction each was taken.
   */
  static String room(Name table, List<String> key) {
    return "CREATE TABLE "
        + copyOf(table).sql()
        + " (saved_at timestamptz, saved_by bigint, LIKE "
        + table.sql()
        + ", PRIMARY KEY ("
        + list(key)
        + ", saved_at));";
  }

  /** The table with the alias that the conditions go by. */
  public String rows() {
    return alias == null ? table.sql() : table.sql() + " AS " + Identifier.quote(alias);
  }

  /** The column that batches are ranges of, for SQL. */
  public String first() {
    return Identifier.quote(key.get(0));
  }

  /** The statements for one batch, in one transaction, from {@code :last} to {@code :next}. */
  List<String> batch() {
    return batch(RANGE.formatted(first()));
  }

  /**
   * The statements for one batch, in one transaction.
   *
   * @param range the rows of the batch
   */
  public List<String> batch(String range) {
    if (!saved) {
      return List.of(change() + " WHERE " + both(range) + ";");
    }
    String lock = changes.isEmpty() ? "FOR UPDATE" : "FOR NO KEY UPDATE";
    String save =
        "INSERT INTO %s SELECT clock_timestamp(), txid_current(), * FROM %s WHERE %s %s;"
            .formatted(copy().sql(), rows(), both(range), lock);
    String keys = list(key);
    String one = key.size() == 1 ? keys : "(" + keys + ")";
    String change =
        "%s WHERE %s IN (SELECT %s FROM %s WHERE %s AND saved_by = txid_current());"
            .formatted(change(), one, keys, copy().sql(), range);
    return List.of(save, change);
  }

  private String change() {
    return changes.isEmpty()
        ? "DELETE FROM " + rows()
        : "UPDATE " + rows() + " SET " + columns((column, value) -> column + " = " + value);
  }

  /** The query that counts the rows that still need the change. */
  public String remaining() {
    String conditions = both("");
    return "SELECT count(*) FROM "
        + rows()
        + (conditions.isEmpty() ? "" : " WHERE " + conditions)
        + ";";
  }

  private String both(String range) {
    String these = where.isEmpty() ? "" : "(" + where + ")";
    return Stream.of(range, these, pending)
        .filter(condition -> !condition.isEmpty())
        .collect(Collectors.joining(" AND "));
  }

  private String columns(BiFunction<String, String, String> words) {
    return changes.entrySet().stream()
        .map(change -> words.apply(Identifier.quote(change.getKey()), change.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String list(List<String> columns) {
    Function<String, String> quote = Identifier::quote;
    return columns.stream().map(quote).collect(Collectors.joining(", "));
  }

  /** That a row has other values than these. */
  static String other(Map<String, String> changes) {
    String columns = list(List.copyOf(changes.keySet()));
    String values = String.join(", ", changes.values());
    boolean one = changes.size() == 1;
    String given = one && isWord(values) ? values : "(" + values + ")";
    return (one ? columns : "(" + columns + ")") + " IS DISTINCT FROM " + given;
  }

  private static boolean isWord(String value) {
    return value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }
}
