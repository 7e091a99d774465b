package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.check.Report;
import dev.concertina.plan.Plan;
import dev.concertina.review.Sample.Draft;
import dev.concertina.rule.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentWriterTest {
  private final CommentWriter writer = new CommentWriter(MarkdownWriterTest.LINKS);

  @Test
  void reads_as_its_golden_files() throws IOException {
    List<Block> blocks = Block.of(SampleReports.rename());
    assertThat(blocks).hasSize(2);
    Golden.check("comment-rename.md", writer.write(blocks.get(0), "default", true));
    Golden.check("comment-index.md", writer.write(blocks.get(1), "default", true));
  }

  @Test
  void carries_the_marker_of_every_finding() {
    Block block = Block.of(SampleReports.rename()).getFirst();
    assertThat(block.results()).hasSize(2);
    assertThat(writer.write(block, "default", false))
        .startsWith(
            CommentWriter.marker(block.results().get(0).fingerprint())
                + "\n"
                + CommentWriter.marker(block.results().get(1).fingerprint())
                + "\n");
  }

  @Test
  void names_the_rule_and_the_line_that_allows_it() {
    assertThat(writer.write(Block.of(SampleReports.index()).getFirst(), "default", true))
        .contains("```suggestion\nCREATE INDEX CONCURRENTLY")
        .contains("[`postgres/blocking-index`](")
        .contains("`-- concertina: allow postgres/blocking-index because …`")
        .contains("`/concertina allow postgres/blocking-index because …`");
  }

  @Test
  void offers_nothing_to_apply_where_the_lines_are_others_or_hide_something() {
    Block index = Block.of(SampleReports.index()).getFirst();
    assertThat(writer.write(index, "default", false))
        .doesNotContain("suggestion")
        .contains("```sql\n");
    Block hostile = Block.of(HostileReport.report()).getFirst();
    assertThat(writer.write(hostile, "default", true)).doesNotContain("`suggestion\n");
  }

  @Test
  void is_bounded() {
    String huge = "@a ".repeat(20_000);
    Plan fix = new Plan(List.of(), List.of(), null, 0, new Plan.Fix(1, 1, huge));
    Report report =
        new Sample()
            .migration("a.sql", 1, 0, Report.Verdict.BLOCKED, Report.RollbackFloor.NEW, "DROP x")
            .finding(
                new Draft("any/a", Severity.ERROR, "a.sql", "DROP x").says(huge, huge).plan(fix))
            .report();
    assertThat(writer.write(Block.of(report).getFirst(), "default", true)).hasSizeLessThan(30_000);
  }

  @Test
  void speaks_the_comment_syntax_of_the_file() {
    assertThat(AllowLine.asComment("allow a/b", "x/0001_a.py")).isEqualTo("# allow a/b");
    assertThat(AllowLine.asComment("allow a/b", "x/20260101_a.rb")).startsWith("# ");
    assertThat(AllowLine.asComment("allow a/b", "x/a.ts")).startsWith("// ");
    assertThat(AllowLine.asComment("allow a/b", "x/a.xml")).startsWith("<!-- ").endsWith(" -->");
    assertThat(AllowLine.asComment("allow a/b", "x/a.sql")).startsWith("-- ");
  }
}
