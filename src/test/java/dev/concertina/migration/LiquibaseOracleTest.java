package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.liquibase.RealLiquibase;
import dev.concertina.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is said to be sent is what Liquibase sends, statement by statement, in every format. */
class LiquibaseOracleTest {

  private static final Path FOLDER = Path.of("src/test/resources/liquibase");

  @TestFactory
  Stream<DynamicTest> xml() throws Exception {
    return compared("db/changelog/changes.xml", 125);
  }

  @TestFactory
  Stream<DynamicTest> yaml() throws Exception {
    return compared("db/changelog/changes.yaml", 125);
  }

  @TestFactory
  Stream<DynamicTest> json() throws Exception {
    return compared("db/changelog/changes.json", 125);
  }

  @TestFactory
  Stream<DynamicTest> markedSql() throws Exception {
    return compared("db/changelog/marked.sql", 11);
  }

  @TestFactory
  Stream<DynamicTest> types() throws Exception {
    return compared("db/changelog/types.xml", 150);
  }

  private static Stream<DynamicTest> compared(String changelog, int atLeast) throws Exception {
    Map<String, List<String>> real = new RealLiquibase(FOLDER).sent(changelog);
    Map<String, List<String>> ours = read(changelog);
    assertThat(real).hasSizeGreaterThanOrEqualTo(atLeast);
    Stream<DynamicTest> sets =
        real.keySet().stream()
            .map(
                id ->
                    DynamicTest.dynamicTest(
                        id,
                        () ->
                            assertThat(ours.getOrDefault(id, List.of()))
                                .isEqualTo(real.get(id).stream().map(s -> plain(s)).toList())));
    DynamicTest all =
        DynamicTest.dynamicTest(
            "all change sets", () -> assertThat(real.keySet()).containsAll(ours.keySet()));
    return Stream.concat(sets, Stream.of(all));
  }

  private static Map<String, List<String>> read(String changelog) throws IOException {
    InMemoryTree tree = new InMemoryTree();
    try (Stream<Path> files = Files.list(FOLDER.resolve(changelog).getParent())) {
      for (Path file : files.toList()) {
        boolean other = file.getFileName().toString().startsWith("changes.");
        if (!other || FOLDER.resolve(changelog).equals(file)) {
          tree.with(FOLDER.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    Map<String, List<String>> sent = new LinkedHashMap<>();
    Change.ofFiles(tree, List.of(changelog), LayoutSettings.NONE)
        .migrations()
        .forEach(
            migration ->
                sent.put(
                    migration.version(),
                    migration.statements().stream()
                        .map(Statement::sql)
                        .map(LiquibaseOracleTest::plain)
                        .toList()));
    return sent;
  }

  /** White space and comments say nothing, nor does a semicolon at the end. */
  private static String plain(String sql) {
    String bare = sql.replaceAll("(?m)/\\*.*?\\*/|^--.*$", " ");
    String plain = bare.replaceAll("\\s+", " ").strip();
    return plain.endsWith(";") ? plain.substring(0, plain.length() - 1).strip() : plain;
  }
}
