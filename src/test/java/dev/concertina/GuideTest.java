package dev.concertina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/guide.md names as the proof of a point is there, and every point has some. */
class GuideTest {

  private static final int POINTS = 18;
  private static final int COLUMNS = 5;
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TEST = Pattern.compile("[A-Z]\\w*(Test|Trials)");
  private static final Pattern RULE = Pattern.compile("[a-z]+/[a-z-]+");

  @Test
  void every_point_of_the_guide_has_its_row() throws IOException {
    assertThat(rows().stream().map(row -> row.get(0)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, POINTS).mapToObj(String::valueOf).toList());
    assertThat(rows()).allSatisfy(row -> assertThat(row).hasSize(COLUMNS).doesNotContain(""));
  }

  @Test
  void all_that_shows_a_point_is_there() throws IOException {
    Set<String> tests = tests();
    for (List<String> row : rows()) {
      List<String> names = names(row.get(3));
      assertThat(names).as("what shows point %s", row.get(0)).isNotEmpty();
      assertThat(names)
          .as("what shows point %s", row.get(0))
          .allSatisfy(name -> assertThat(exists(name, tests)).as(name).isTrue());
    }
  }

  @Test
  void a_name_that_is_not_there_is_found() throws IOException {
    Set<String> tests = tests();
    assertThat(Stream.of("NoSuchTest", "examples/no-such", "any/no-such", "rename-column", "Guide"))
        .noneMatch(name -> exists(name, tests));
    assertThat(Stream.of("GuideTest", "examples/rename-column", "any/renamed-column"))
        .allMatch(name -> exists(name, tests));
  }

  /** An example has a review beside it, a rule is a file, a test is a class. */
  private static boolean exists(String name, Set<String> tests) {
    if (name.startsWith("examples/")) {
      return Files.exists(Path.of(name, "expected.md"));
    }
    return TEST.matcher(name).matches()
        ? tests.contains(name)
        : RULE.matcher(name).matches() && Files.exists(Path.of("rules", name + ".md"));
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java"))
          .map(file -> file.substring(0, file.length() - ".java".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> names(String cell) {
    return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
  }

  /** The cells of each row below the heading. */
  private static List<List<String>> rows() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/guide.md"))) {
      if (line.startsWith("| ") && !line.startsWith("| #")) {
        String cells = line.substring(2, line.lastIndexOf(" |"));
        rows.add(Stream.of(cells.split(" \\| ", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }
}
