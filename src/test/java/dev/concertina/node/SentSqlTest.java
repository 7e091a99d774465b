package dev.concertina.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of a call is what the framework itself sends for it: {@code
 * src/test/oracle/node/record.mjs} has recorded that.
 */
class SentSqlTest {

  private static final Path CASES = Path.of("src/test/resources/dev/concertina/node");
  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  static Stream<Arguments> cases() throws IOException {
    Stream<Arguments> all = Stream.of();
    for (Sample.Kind kind : Sample.Kind.values()) {
      if (kind == Sample.Kind.MIKROORM) {
        // Its migrations are SQL already.
        continue;
      }
      Map<String, String> calls = blocks(kind.id() + ".txt");
      Map<String, String> sent = blocks(kind.id() + ".sql");
      assertThat(calls).as(kind.id()).hasSizeGreaterThanOrEqualTo(25);
      assertThat(sent.keySet()).containsExactlyElementsOf(calls.keySet());
      all =
          Stream.concat(
              all,
              calls.entrySet().stream()
                  .map(
                      call ->
                          Arguments.of(
                              kind, call.getKey(), call.getValue(), sent.get(call.getKey()))));
    }
    return all;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void saysWhatTheFrameworkSends(Sample.Kind kind, String name, String call, String sent) {
    List<Statement> read =
        kind.read(call).stream().map(Program::statements).flatMap(List::stream).toList();
    assertThat(read.stream().map(Statement::sql).map(SentSqlTest::oneLine).toList())
        .isEqualTo(
            READER.read(sent).stream().map(Statement::text).map(SentSqlTest::oneLine).toList());
    assertThat(read)
        .allSatisfy(
            statement ->
                assertThat(statement.operations())
                    .isNotEmpty()
                    .noneMatch(Operation.NotAnalysed.class::isInstance));
  }

  private static String oneLine(String sql) {
    return String.join(" ", sql.strip().split("\\s+")).replace(" ,", ",");
  }

  private static Map<String, String> blocks(String file) throws IOException {
    Map<String, String> blocks = new LinkedHashMap<>();
    for (String block : ("\n" + Files.readString(CASES.resolve(file))).split("\n=== ")) {
      int end = block.indexOf('\n');
      if (end > 0) {
        blocks.put(block.substring(0, end), block.substring(end + 1));
      }
    }
    return blocks;
  }
}
