package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our reader against PostgreSQL's own grammar: it cuts every script of the corpus where PostgreSQL
 * does and makes the same of every statement. {@code src/test/oracle} writes the golden summaries.
 */
class PostgresGrammarTest {

  private static final Path CORPUS = Path.of("src/test/resources/oracle");
  private static final int FEWEST = 1_000;
  private static final int MOST_SHOWN = 40;

  private final List<String> differences = new ArrayList<>();
  private int compared;

  @Test
  void readsWhatPostgresReads() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        compare(file);
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(FEWEST);
    if (!differences.isEmpty()) {
      fail(
          "%d differences in %d statements:%n%s",
          differences.size(),
          compared,
          String.join("\n", differences.subList(0, Math.min(MOST_SHOWN, differences.size()))));
    }
  }

  private void compare(Path file) throws IOException {
    String text = Files.readString(file);
    List<Statement> read = new SqlReader(SqlSyntax.POSTGRESQL).read(text);
    List<Golden> golden = Golden.of(Path.of(file.toString().replaceAll("sql$", "summary")));
    Path shown = CORPUS.relativize(file);
    for (int i = 0; i < golden.size(); i++) {
      compared++;
      Golden expected = golden.get(i);
      boolean sameCut =
          i < read.size()
              && read.get(i).span().start() == expected.start()
              && read.get(i).span().end() == expected.end();
      if (!sameCut) {
        String at = text.substring(expected.start(), expected.end());
        differences.add("%s: not cut as PostgreSQL cuts it: %s".formatted(shown, at));
        return;
      }
      Statement statement = read.get(i);
      List<String> summary = OperationSummary.of(statement.operations());
      if (!summary.equals(expected.lines())) {
        differences.add(
            "%s:%d: %s%n  PostgreSQL: %s%n  we:         %s"
                .formatted(
                    shown,
                    statement.span().line(),
                    statement.text(),
                    String.join("\n              ", expected.lines()),
                    String.join("\n              ", summary)));
      }
    }
    if (read.size() > golden.size()) {
      differences.add(
          "%s: a statement that PostgreSQL does not see: %s"
              .formatted(shown, read.get(golden.size()).text()));
    }
  }

  /** A block of a golden file, with absolute offsets. */
  private record Golden(int start, int end, List<String> lines) {

    static List<Golden> of(Path file) throws IOException {
      List<Golden> blocks = new ArrayList<>();
      int end = 0;
      for (String block : Files.readString(file).split("\n\n")) {
        List<String> lines = block.lines().toList();
        if (lines.isEmpty()) {
          continue;
        }
        String[] place = lines.get(0).split(" ", 4);
        int start = end + Integer.parseInt(place[1]);
        end = start + Integer.parseInt(place[2]);
        blocks.add(new Golden(start, end, lines.subList(1, lines.size())));
      }
      return blocks;
    }
  }
}
