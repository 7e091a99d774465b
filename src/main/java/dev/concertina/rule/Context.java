package dev.concertina.rule;

import dev.concertina.migration.Transactions;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * An operation and everything around it, from which facts are computed.
 *
 * @param situation what is the same for the whole change
 * @param here the operation at its place
 * @param before the schema just before it
 * @param event what happened to the file, when the context is a whole file's; {@code here} is then
 *     null
 */
public record Context(Situation situation, Occurrence here, Schema before, FileEvent event) {

  /** The kind of operation, or of file event, for finding the rules that look at it. */
  public String kind() {
    return event != null ? event.kind() : operation().kind();
  }

  /** The operation itself. */
  public Operation operation() {
    return here.operation();
  }

  /** The relation, type or routine that it acts on, or null. */
  public Name target() {
    return here.operation().target();
  }

  /** What the running version sees once the whole transaction is there. */
  public Compatibility compatibility() {
    return RolloutFacts.bridged(this) ? Compatibility.FULL : here.compatibility();
  }

  /** The table that it acts on, as known just before. */
  public Optional<Table> table() {
    return Optional.ofNullable(target()).flatMap(before::table);
  }

  /** A finding's other place: where an earlier operation stands. */
  static Finding.Related place(Occurrence occurrence, String message) {
    return new Finding.Related(
        occurrence.migration().path(), occurrence.operation().span(), message);
  }

  /**
   * Whether a table of the application existed before the change: unknown means existing; the
   * database system's own tables are none.
   */
  public boolean existing(Name relation) {
    return relation != null && !before.isNew(relation) && !relation.isCatalog();
  }

  /** The operations that ran before this one in the same transaction. */
  public List<Occurrence> earlierInTransaction() {
    if (!here.inTransaction()) {
      return List.of();
    }
    // A transaction is never interrupted by another.
    int first = here.index();
    while (first > 0
        && situation.occurrences().get(first - 1).transaction() == here.transaction()) {
      first--;
    }
    return situation.occurrences().subList(first, here.index());
  }

  /** The operations of the change that ran before this one. */
  public List<Occurrence> earlier() {
    return situation.occurrences().subList(0, here.index());
  }

  /** The operations of the change that come after this one. */
  public List<Transactions.Run> later() {
    return situation
        .upcoming()
        .runs()
        .subList(here.index() + 1, situation.upcoming().runs().size());
  }

  /** The operations after this one in the same transaction. */
  public List<Transactions.Run> laterInTransaction() {
    if (!here.inTransaction()) {
      return List.of();
    }
    List<Transactions.Run> runs = situation.upcoming().runs();
    int end = here.index() + 1;
    while (end < runs.size() && runs.get(end).transaction() == here.transaction()) {
      end++;
    }
    return runs.subList(here.index() + 1, end);
  }
}
