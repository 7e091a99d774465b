package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;

import dev.concertina.migration.Transactions.Run;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Facts about keys and indexes that the whole change says: what is missing, what is there twice.
 */
final class KeyFacts {

  private KeyFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "table.lacks-primary-key",
            "the change creates the table and gives it no primary key",
            KeyFacts::lacksPrimaryKey),
        list(
            "foreign-key.unindexed",
            "the columns of its foreign keys with which no index begins after the change",
            KeyFacts::unindexed),
        list(
            "index.redundant-with",
            "the indexes that make this one superfluous, or that this one makes superfluous",
            KeyFacts::redundant));
  }

  private static boolean lacksPrimaryKey(Context context) {
    return context.operation() instanceof Operation.CreateTable create
        && create.persistence() != Operation.Persistence.TEMPORARY
        && create.partitionOf() == null
        && create.like().isEmpty()
        && context.before().table(create.table()).isEmpty()
        && primaryKeys(create.constraints().stream()).findAny().isEmpty()
        && primaryKeys(later(context, create.table())).findAny().isEmpty();
  }

  private static Stream<Constraint> primaryKeys(Stream<Constraint> constraints) {
    return constraints.filter(Constraint.PrimaryKey.class::isInstance);
  }

  /** The constraints that the change adds to the table after this operation. */
  private static Stream<Constraint> later(Context context, Name table) {
    return context.later().stream()
        .map(Run::operation)
        .filter(operation -> table.equals(operation.target()))
        .flatMap(operation -> OperationFacts.constraints(operation).stream());
  }

  private static List<String> unindexed(Context context) {
    Name table = context.target();
    return OperationFacts.constraints(context.operation()).stream()
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint::columns)
        .filter(columns -> indexed(context, table).noneMatch(keys -> begins(keys, columns)))
        .map(columns -> String.join(", ", columns))
        .toList();
  }

  /** The keys of every index that the table has once the change is done, as far as it is known. */
  private static Stream<List<String>> indexed(Context context, Name table) {
    Schema before = context.before();
    Stream<List<String>> known =
        before.indexesOf(table).stream().filter(i -> i.where() == null).map(Index::keys);
    Stream<List<String>> own = keys(OperationFacts.constraints(context.operation()).stream());
    Stream<List<String>> created =
        context.later().stream()
            .map(Run::operation)
            .filter(o -> o instanceof Operation.CreateIndex i && i.table().equals(table))
            .map(o -> (Operation.CreateIndex) o)
            .filter(index -> index.where() == null)
            .map(Operation.CreateIndex::keys);
    return Stream.of(known, own, created, keys(later(context, table))).flatMap(s -> s);
  }

  private static Stream<List<String>> keys(Stream<Constraint> constraints) {
    return constraints
        .filter(c -> c instanceof Constraint.PrimaryKey || c instanceof Constraint.Unique)
        .map(Constraint::columns);
  }

  /** Whether an index finds rows by these columns, in whatever order they stand. */
  private static boolean begins(List<String> keys, List<String> columns) {
    return keys.size() >= columns.size() && keys.subList(0, columns.size()).containsAll(columns);
  }

  private static List<String> redundant(Context context) {
    if (!(context.operation() instanceof Operation.CreateIndex create)) {
      return List.of();
    }
    return context.before().indexesOf(create.table()).stream()
        .filter(Index::valid)
        .filter(other -> !other.name().equals(create.index()))
        .filter(other -> Objects.equals(other.method(), create.method()))
        .filter(other -> Objects.equals(text(other.where()), text(create.where())))
        .filter(other -> covers(other, create) || coveredBy(other, create))
        .map(other -> other.name().toString())
        .toList();
  }

  private static String text(Object expression) {
    return expression == null ? null : expression.toString();
  }

  /** The other index does what this one would. */
  private static boolean covers(Index other, Operation.CreateIndex create) {
    boolean same = other.keys().equals(create.keys());
    return create.unique()
        ? same && other.unique()
        : same || startsWith(other.keys(), create.keys());
  }

  /** This one does what the other index does. */
  private static boolean coveredBy(Index other, Operation.CreateIndex create) {
    return !other.unique() && startsWith(create.keys(), other.keys());
  }

  private static boolean startsWith(List<String> keys, List<String> first) {
    return keys.size() >= first.size() && keys.subList(0, first.size()).equals(first);
  }
}
