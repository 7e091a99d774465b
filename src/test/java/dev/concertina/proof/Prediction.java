package dev.concertina.proof;

import dev.concertina.migration.Engine;
import dev.concertina.migration.Migration;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Dialect;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Lock;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Postgres;
import dev.concertina.schema.Schema;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the program says about a case, on the way that a pull request takes: the setup is replayed
 * as history, the statement is a migration, and the dialect is asked operation by operation.
 */
final class Prediction {

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  private Prediction() {}

  static Outcome of(EffectCase given, int major) {
    Dialect dialect = new Postgres(major);
    Schema schema = Schema.EMPTY.after(operations(given.setup())).asBase();
    Effect effect = Effect.NONE;
    for (Transactions.Run run : Transactions.of(List.of(migration(given, major))).runs()) {
      effect = effect.with(dialect.effect(run.operation(), schema, run.session()));
      // The operations of a block follow it.
      schema = run.operation().body().isEmpty() ? schema.after(run.operation()) : schema;
    }
    return effect.refusal() != null ? Outcome.refused(effect.refusal()) : outcome(effect, schema);
  }

  static List<Operation> operations(String script) {
    return READER.read(script).stream().flatMap(s -> s.operations().stream()).toList();
  }

  private static Migration migration(EffectCase given, int major) {
    return new Migration(
        given.name(),
        "sql",
        new Engine("postgresql", major, "the proof says so"),
        "proof",
        "1",
        Migration.Direction.UP,
        given.inTransaction() ? Migration.Transaction.FILE : Migration.Transaction.NONE,
        true,
        false,
        false,
        given.statement(),
        READER.read(given.statement()));
  }

  /** Without the relations that the statement itself makes. */
  private static Outcome outcome(Effect effect, Schema after) {
    SortedMap<String, Lock> tables = new TreeMap<>();
    SortedMap<String, Lock> indexes = new TreeMap<>();
    for (Effect.Held held : effect.locks()) {
      if (!after.isNew(held.relation())) {
        boolean index = held.role() == Effect.Role.INDEX;
        Outcome.add(index ? indexes : tables, held.relation().toString(), held.mode());
      }
    }
    return new Outcome(
        null,
        tables,
        Outcome.disturbing(indexes),
        names(effect.rewrites(), after),
        names(effect.scans(), after),
        names(effect.builds(), after),
        locks(effect, after).anyMatch(Lock::blocksReads),
        locks(effect, after).anyMatch(Lock::blocksWrites));
  }

  private static Stream<Lock> locks(Effect effect, Schema after) {
    return effect.locks().stream()
        .filter(held -> !after.isNew(held.relation()))
        .map(Effect.Held::mode);
  }

  private static SortedSet<String> names(Collection<Name> relations, Schema after) {
    return relations.stream()
        .filter(relation -> !after.isNew(relation))
        .map(Name::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
