package dev.concertina.migration;

import static dev.concertina.migration.InMemoryTree.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Transactions.Fault;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which statements share a transaction, and what they find set. */
class TransactionsTest {

  private static final String TWO = "DROP TABLE a;\nDROP TABLE b;\n";

  @Test
  void a_framework_wraps_a_file() {
    Transactions t = of("db/migration/V1__a.sql", TWO, "db/migration/V2__b.sql", TWO);
    assertThat(t.runs()).extracting(Run::transaction).containsExactly(1, 1, 2, 2);
    assertThat(t.runs()).allMatch(Run::inTransaction);
    assertThat(t.in(2)).hasSize(2);
    assertThat(t.faults()).isEmpty();
  }

  @Test
  void all_pending_files_share_one() {
    Transactions t =
        of(
            "drizzle/0001_a.sql",
            TWO + "--> statement-breakpoint\n" + TWO,
            "drizzle/0002_b.sql",
            TWO);
    assertThat(t.runs()).extracting(Run::transaction).containsOnly(1);
  }

  @Test
  void one_query_is_a_transaction_from_two_statements_on() {
    assertThat(of("migrations/1_a.up.sql", TWO).runs()).allMatch(Run::inTransaction);
    assertThat(of("migrations/1_a.up.sql", "DROP TABLE a;").runs()).noneMatch(Run::inTransaction);
  }

  @Test
  void a_commit_in_a_query_begins_the_next_and_frees_nobody() {
    Transactions t = of("migrations/1_a.up.sql", "BEGIN;" + TWO + "COMMIT; DROP TABLE c;");
    List<Run> runs = t.runs();
    assertThat(runs.get(1).transaction()).isEqualTo(runs.get(3).transaction());
    assertThat(runs.get(4).transaction()).isNotEqualTo(runs.get(3).transaction());
    assertThat(runs.get(4).inTransaction()).isTrue();
    assertThat(t.faults()).isEmpty();
  }

  @Test
  void plain_files_run_statement_by_statement() {
    Transactions t = of("migrations/1_a.sql", TWO);
    assertThat(t.runs()).noneMatch(Run::inTransaction);
    assertThat(t.runs().get(0).transaction()).isNotEqualTo(t.runs().get(1).transaction());
  }

  @Test
  void plain_files_may_begin_and_commit() {
    Transactions t = of("migrations/1_a.sql", "DROP TABLE z;BEGIN;" + TWO + "COMMIT;DROP TABLE c;");
    assertThat(t.runs())
        .extracting(Run::inTransaction)
        .containsExactly(false, false, true, true, true, false);
    assertThat(t.runs().get(1).transaction()).isEqualTo(t.runs().get(4).transaction());
    assertThat(t.runs().stream().map(Run::transaction).distinct().count()).isEqualTo(3);
    assertThat(t.faults()).isEmpty();
  }

  @Test
  void goose_sends_a_block_of_statements_as_one_query() {
    String sql =
        """
        -- +goose NO TRANSACTION
        -- +goose Up
        DROP TABLE z;
        -- +goose StatementBegin
        DROP TABLE a;
        DROP TABLE b;
        -- +goose StatementEnd
        -- +goose StatementBegin
        DROP TABLE c;
        -- +goose StatementEnd
        -- +goose StatementBegin
        DROP TABLE d;
        DROP TABLE e;
        -- +goose StatementEnd
        """;
    List<Run> runs = of("migrations/1_a.sql", sql).runs();
    assertThat(runs)
        .extracting(Run::inTransaction)
        .containsExactly(false, true, true, false, true, true);
    assertThat(runs.get(1).transaction()).isEqualTo(runs.get(2).transaction());
    assertThat(runs.get(4).transaction()).isEqualTo(runs.get(5).transaction());
    assertThat(runs.stream().map(Run::transaction).distinct()).hasSize(4);
  }

  @Test
  void two_files_never_share_by_chance() {
    Transactions t =
        of("migrations/1_a.sql", "DROP TABLE a;", "migrations/2_b.sql", "DROP TABLE b;");
    assertThat(t.runs().get(0).transaction()).isNotEqualTo(t.runs().get(1).transaction());
  }

  @Test
  void control_inside_a_wrapped_file_is_a_fault() {
    Transactions t = of("db/migration/V1__a.sql", "BEGIN;DROP TABLE a;COMMIT;DROP TABLE b;");
    assertThat(t.faults())
        .extracting(Fault::kind)
        .containsExactly(Fault.Kind.BEGIN_INSIDE, Fault.Kind.ENDS_FRAMEWORKS);
    assertThat(t.runs().get(3).inTransaction()).isFalse();
  }

  @Test
  void a_transaction_left_open_is_a_fault() {
    Transactions t = of("migrations/1_a.sql", "BEGIN;DROP TABLE a;");
    assertThat(t.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.LEFT_OPEN);
              assertThat(fault.operation()).isInstanceOf(Operation.Begin.class);
            });
  }

  @Test
  void a_block_is_one_transaction() {
    Transactions t = of("migrations/1_a.sql", "DO $$ BEGIN DROP TABLE a; DROP TABLE b; END $$;");
    assertThat(t.runs()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(t.runs()).extracting(Run::transaction).containsOnly(t.runs().get(0).transaction());
    assertThat(t.runs().get(0).inTransaction()).isFalse();
    assertThat(t.runs().subList(1, 3)).allMatch(run -> run.inTransaction() && run.nested());
  }

  @Test
  void flyway_steps_out_for_what_it_knows() {
    Transactions t =
        of(
            "db/migration/V1__i.sql",
            "CREATE INDEX CONCURRENTLY i ON t (a);",
            "db/migration/V2__d.sql",
            "ALTER TABLE p DETACH PARTITION c CONCURRENTLY;",
            "db/migration/V3__r.sql",
            "REINDEX INDEX CONCURRENTLY i;",
            "db/migration/V4__s.sql",
            "ALTER SYSTEM SET work_mem = '1MB';");
    assertThat(t.runs()).extracting(Run::inTransaction).containsExactly(false, true, true, false);
  }

  @Test
  void supabase_sends_such_a_statement_alone() {
    Transactions t =
        of(
            "supabase/migrations/20260101_a.sql",
            "DROP TABLE a;CREATE INDEX CONCURRENTLY i ON t (a);DROP TABLE b;");
    assertThat(t.runs()).extracting(Run::inTransaction).containsExactly(true, false, true);
    assertThat(t.runs().stream().map(Run::transaction).distinct().count()).isEqualTo(3);
  }

  @Test
  void set_local_ends_with_its_transaction() {
    Transactions t =
        of(
            "migrations/1_a.sql",
            "SET statement_timeout = 0;\nBEGIN;SET LOCAL lock_timeout = '1s';DROP TABLE a;COMMIT;"
                + "DROP TABLE b;SET LOCAL lock_timeout = '2s';DROP TABLE c;"
                + "RESET statement_timeout;DROP TABLE d;");
    assertThat(timeoutAt(t, "a")).isEqualTo("1s");
    assertThat(timeoutAt(t, "b")).isNull();
    assertThat(timeoutAt(t, "c")).isNull();
    assertThat(at(t, "c").session().variable("statement_timeout")).isEqualTo("0");
    assertThat(at(t, "d").session().variable("statement_timeout")).isNull();
  }

  @Test
  void a_rollback_takes_back_what_was_set() {
    Transactions t =
        of("migrations/1_a.sql", "BEGIN;SET lock_timeout = '1s';ROLLBACK;DROP TABLE a;");
    assertThat(timeoutAt(t, "a")).isNull();
  }

  @Test
  void a_file_begins_with_nothing_set() {
    Transactions t =
        of("migrations/1_a.sql", "SET lock_timeout = '1s';", "migrations/2_a.sql", "DROP TABLE a;");
    assertThat(timeoutAt(t, "a")).isNull();
  }

  private static String timeoutAt(Transactions t, String table) {
    return at(t, table).session().variable("lock_timeout");
  }

  private static Run at(Transactions t, String table) {
    return t.runs().stream()
        .filter(
            r ->
                r.operation() instanceof Operation.DropTable drop
                    && drop.table().local().equals(table))
        .findFirst()
        .orElseThrow();
  }

  private static Transactions of(String... pathsAndTexts) {
    List<ChangedFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.add(added(pathsAndTexts[i], pathsAndTexts[i + 1]));
    }
    InMemoryTree base = new InMemoryTree();
    return Transactions.of(Change.read(base, base, files, LayoutSettings.NONE).migrations());
  }
}
