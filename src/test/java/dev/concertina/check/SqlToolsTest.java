package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of the files of each tool whose migrations are SQL: one table a tool. After a change
 * that is meant, {@code mvn test -Dtest=SqlToolsTest -Dtest.jvm=-Dconcertina.update=true} writes
 * them anew.
 */
class SqlToolsTest {

  private static final Path TABLES = Path.of("src/test/resources/dev/concertina/check/tools");
  private static final int ENOUGH = 25;

  static Stream<Path> tables() throws IOException {
    return Files.list(TABLES).filter(path -> path.toString().endsWith(".txt")).sorted();
  }

  static Stream<Arguments> cases() throws IOException {
    return tables().flatMap(path -> table(path).stream().map(c -> Arguments.of(tool(path), c)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void is_read_as_the_tool_runs_it(String tool, ToolCase one) {
    assertThat(ToolReading.of(one)).isEqualTo(one.expected());
  }

  static Stream<Arguments> recorded() throws IOException {
    return cases().filter(c -> Files.exists(TABLES.resolve(c.get()[0] + ".sent")));
  }

  /** {@code src/test/oracle/node/migrators.mjs} has recorded what the tool itself sends. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("recorded")
  void is_what_the_tool_sends(String tool, ToolCase one) throws IOException {
    String read = ToolReading.of(one);
    String sent = sent(Files.readString(TABLES.resolve(tool + ".sent")), one.name());
    if (sent.startsWith("refused: ")) {
      assertThat(read).containsAnyOf("! ", "? ", "not run: ");
    } else {
      assertThat(ToolReading.ran(read)).isEqualTo(ToolReading.queries(sent));
    }
  }

  private static String sent(String recorded, String name) {
    String block = recorded.substring(recorded.indexOf("=== " + name + "\n"));
    int next = block.indexOf("\n=== ");
    return block.substring(block.indexOf('\n') + 1, next < 0 ? block.length() : next + 1);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void has_enough_cases_of_which_each_has_its_name(Path path) throws IOException {
    List<ToolCase> cases = table(path);
    assertThat(cases).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertThat(cases).extracting(ToolCase::name).doesNotHaveDuplicates();
    if (Boolean.getBoolean("concertina.update")) {
      Files.writeString(path, cases.stream().map(SqlToolsTest::anew).collect(Collectors.joining()));
    }
  }

  private static String anew(ToolCase one) {
    return one.written(ToolReading.of(one));
  }

  private static List<ToolCase> table(Path path) {
    try {
      return ToolCase.of(Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String tool(Path path) {
    String name = path.getFileName().toString();
    return name.substring(0, name.length() - ".txt".length());
  }
}
