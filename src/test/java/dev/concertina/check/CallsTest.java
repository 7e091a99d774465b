package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rule.RuleBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calls can be judged, though no migration says what the routine does. */
class CallsTest {

  @Test
  void functions_of_an_extension_that_the_history_creates() {
    assertThat(
            unread(
                """
                -- base
                CREATE EXTENSION "pgmq" WITH SCHEMA "pgmq";
                CREATE EXTENSION pg_cron WITH SCHEMA pg_catalog;
                -- migration
                SELECT pgmq.create('jobs');
                SELECT cron.schedule('tidy', '0 3 * * *', $$SELECT 1$$);
                SELECT "extensions"."uuid_generate_v4"();
                CREATE EXTENSION "uuid-ossp" WITH SCHEMA extensions;
                SELECT "extensions"."uuid_generate_v4"();
                """))
        .containsExactly("extensions.uuid_generate_v4() is called, which no migration defines");
  }

  @Test
  void but_not_those_that_nobody_installed_or_that_change_tables() {
    assertThat(
            unread(
                """
                -- base
                CREATE EXTENSION timescaledb;
                CREATE EXTENSION pgmq;
                -- migration
                SELECT create_hypertable('audio', 'at');
                SELECT cron.schedule('tidy', '0 3 * * *', $$SELECT 1$$);
                SELECT pgmq.drop_queue('jobs');
                SELECT other.create('jobs');
                """))
        .containsExactly(
            "create_hypertable() is called, which no migration defines",
            "cron.schedule() is called, which no migration defines",
            "pgmq.drop_queue() is called, which no migration defines",
            "other.create() is called, which no migration defines");
  }

  @Test
  void the_databases_own_functions_are_known_by_their_names_and_not_by_a_prefix() {
    assertThat(
            unread(
                """
                -- migration
                SELECT pg_advisory_lock(42), pg_catalog.setval('audio_id_seq', 7);
                SELECT pg_tidy_everything();
                """))
        .containsExactly("pg_tidy_everything() is called, which no migration defines");
  }

  private static List<String> unread(String change) {
    Report report =
        new Checker(RuleBook.builtIn(), Settings.DEFAULT)
            .check(new ExampleChange(change).request());
    return report.notAnalysed().stream().map(Report.Unread::reason).toList();
  }
}
