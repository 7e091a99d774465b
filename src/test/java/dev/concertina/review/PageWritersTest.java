package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.check.Report;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PageWritersTest {
  private static final String PAGE =
      """
      ---
      severity: error
      kind: rollout
      operation: rename-column
      ---
      # Renaming `{table}.{column}` breaks the running version

      From the moment this runs until the last old instance is gone, **every statement** of the
      running version that names the column fails. *Locks* are the smaller trouble here.

      ## Safe path

      1. **Deploy 1.** Add the new column; write both columns and keep reading the old one, which is
         the one that every running process still fills.

         ```sql
         ALTER TABLE {table} ADD COLUMN {new} {type};
         ```
      2. Copy the rows.
         - in batches
         - outside a migration
      3. Drop it.

      > Measured on PostgreSQL 13 to 18.

      ## Unsafe

      ```sql
      ALTER TABLE audio RENAME COLUMN length TO length_ms; -- finding
      SELECT 1;
      ```

      | version | lock |
      |---|---|
      | 13 | `ACCESS EXCLUSIVE` |

      <!-- not for readers -->

      ## References

      - [The manual](https://www.postgresql.org/docs/current/sql-altertable.html)
      - <https://www.postgresql.org>
      - [another rule](../postgres/blocking-index.md)
      """;

  @Test
  void a_page_reads_as_its_golden_files() throws IOException {
    Golden.check("explain.txt", explain(PAGE, Options.PLAIN));
    Golden.check("explain-colour.txt", explain(PAGE, Options.PLAIN.withColor(true)));
  }

  @Test
  void a_page_without_front_matter_is_a_page() throws IOException {
    assertThat(explain("# Title\n\nText.\n", Options.PLAIN)).isEqualTo("any/x\n\nTitle\n\nText.\n");
    assertThat(explain("---\nno end\n", Options.PLAIN)).contains("no end");
  }

  @Test
  void a_page_can_not_control_the_terminal() throws IOException {
    assertThat(explain("a \u001b[31m `\u202E`\n\n```\n\u001b]0;x\u0007\n```\n", Options.PLAIN))
        .doesNotContain("\u001b", "\u202E", "\u0007");
  }

  private static String explain(String page, Options options) throws IOException {
    StringBuilder out = new StringBuilder();
    new ExplainWriter(options).write("any/x", page, out);
    return out.toString();
  }

  @Test
  void a_plan_alone_has_its_steps_and_the_total() {
    String plan = new PlanWriter(Options.PLAIN).write(SampleReports.rename());
    assertThat(plan)
        .startsWith("The plan: 4 deploys and 1 data transformation\n")
        .contains("  Deploy 4 · contract\n")
        .endsWith(
            "\n\n2 migrations, 7 statements (1 not analysed): 2 errors, 1 warning. Blocked.\n");
  }

  @Test
  void without_steps_it_says_so() {
    assertThat(plan(SampleReports.clean())).contains("can roll out in one deploy");
    assertThat(plan(SampleReports.index())).contains("mended in place");
  }

  private static String plan(Report report) {
    return new PlanWriter(Options.PLAIN).write(report);
  }
}
