package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rule.FactBook;
import dev.concertina.rule.RuleBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A team's fix is held to the law as ours are. */
class RuleFixTest {

  private static List<String> broken(String fix, String header) {
    String page =
        """
        ---
        severity: warning
        kind: convention
        operations: [create-index]
        where: {unique: false}
        ---
        # An index of `{table}` needs a ticket

        The team wants to know of it.

        ## Fix

        ```sql
        %s
        ```

        ## Unsafe

        ```sql
        %s
        CREATE INDEX audio_title_idx ON audio (title); -- finding
        ```

        ## Safe

        ```sql
        CREATE TABLE audio (id int);
        ```
        """
            .formatted(fix, header);
    RuleBook team = RuleBook.read(Map.of("team/index", page), "", new FactBook());
    RuleBook book = RuleBook.builtIn().with(team);
    return new RuleLaws(book).broken(book.rule("team/index").orElseThrow());
  }

  @Test
  void a_fix_that_mends_is_fine() {
    assertThat(
            broken(
                "CREATE UNIQUE INDEX CONCURRENTLY ON {table} (title)",
                "-- migration no transaction"))
        .isEmpty();
  }

  @Test
  void one_that_leaves_the_finding_is_none() {
    assertThat(broken("CREATE INDEX ON {table} (title)", "-- migration"))
        .containsExactly("line 19: the fix leaves the finding: CREATE INDEX ON audio (title);");
  }

  @Test
  void nor_one_that_raises_an_error() {
    assertThat(broken("CREATE UNIQUE INDEX CONCURRENTLY ON {table} (title)", "-- migration"))
        .containsExactly(
            "line 19: the fix raises postgres/concurrently-in-transaction in example/1.sql:"
                + " CREATE UNIQUE INDEX CONCURRENTLY ON audio (title);");
  }

  @Test
  void nor_one_that_no_example_offers() {
    assertThat(broken("{new-name}", "-- migration"))
        .containsExactly("expected an unsafe example in which the fix is offered");
  }
}
