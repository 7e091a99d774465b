package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.review.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example pull request gets the review that stands beside it. After a change of words that is
 * meant, {@code mvn test -Dtest=ExamplesTest -Dconcertina.update=true} writes the reviews anew.
 */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
  private static final Map<String, String> FORMATS =
      Map.of("text", "expected.txt", "json", "expected.json", "markdown", "expected.md");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> isReviewedAsExpected() throws IOException {
    return examples().map(e -> DynamicTest.dynamicTest(name(e), () -> review(e)));
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void theReadmeShowsHowTheFirstOneBegins() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String shown = readme.substring(readme.indexOf("```text\n") + "```text\n".length());
    assertThat(Files.readString(EXAMPLES.resolve("rename-column/expected.txt")))
        .startsWith(shown.substring(0, shown.indexOf("  …\n")));
  }

  private void review(Path example) throws IOException {
    Path root = scratch.toRealPath().resolve(name(example));
    ScratchRepository repository = ScratchRepository.in(Files.createDirectory(root));
    copy(example.resolve("base"), root);
    repository.commit("The running version");
    copy(example.resolve("head"), root);
    for (Map.Entry<String, String> format : FORMATS.entrySet()) {
      Path expected = example.resolve(format.getValue());
      String result = stable(check(root, format.getKey()));
      if (Boolean.getBoolean("concertina.update")) {
        Files.writeString(expected, result);
      }
      assertThat(result).as(expected.toString()).isEqualTo(Files.readString(expected));
      if (format.getKey().equals("json")) {
        JsonSchema.report().check(result);
      }
    }
    JsonSchema.sarif().check(check(root, "sarif"));
    JsonSchema.codeQuality().check(check(root, "gitlab"));
  }

  private static String check(Path root, String format) {
    Ran ran =
        Ran.in(root, "", "check", "--base", "main", "--format", format, "--today", "2026-01-01");
    assertThat(ran.err()).isEmpty();
    return ran.out();
  }

  /** A commit's id depends on the clock; everything else must be the same every time. */
  private static String stable(String result) {
    return result.replaceAll("\\b(main at |`main` at `)[0-9a-f]{7}", "$1<commit>");
  }

  private static Stream<Path> examples() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static String name(Path example) {
    return example.getFileName().toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
