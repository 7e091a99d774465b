package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rule.CompiledRules;
import dev.concertina.rule.FactBook;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule file of the repository keeps the laws. */
class RuleLawsTest {

  private static final Path RULES = Path.of("rules");

  @TestFactory
  Stream<DynamicTest> keepsTheLaws() throws IOException {
    RuleBook book = RuleBook.read(files(), "rules/", new FactBook());
    RuleLaws laws = new RuleLaws(book);
    return book.rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> assertKept(laws, rule)));
  }

  @Test
  void the_compiled_rules_are_those_of_the_files() throws IOException {
    RuleBook book = RuleBook.read(files(), "rules/", new FactBook());

    assertThat(CompiledRules.of(RuleBook.builtIn())).isEqualTo(CompiledRules.of(book));
    assertThat(RuleBook.builtIn().rules())
        .allSatisfy(
            rule ->
                assertThat(rule.text().markdown())
                    .isEqualTo(book.rule(rule.id()).orElseThrow().text().markdown()));
  }

  private static void assertKept(RuleLaws laws, Rule rule) {
    assertThat(laws.broken(rule)).as(rule.id()).isEmpty();
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(RULES)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".md")).toList()) {
        String name = RULES.relativize(path).toString();
        files.put(name.substring(0, name.length() - ".md".length()), Files.readString(path));
      }
    }
    return files;
  }
}
