package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.fuzz.Fuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever stands in a migration that is a program, it is read to an end and says something. */
class TornProgramsTest {

  private static final Path EXAMPLES = Path.of("examples");
  private static final int TRIALS = 60;

  private static final List<String> SPICE =
      List.of(
          "'",
          "\"",
          "`",
          "\"\"\"",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          "<",
          ">",
          "/>",
          "<!--",
          ",",
          ";",
          ":",
          "=>",
          "=",
          ".",
          "${",
          "#{",
          "<<~SQL",
          "\\",
          "\n",
          "\t",
          "- ",
          "nil",
          "None",
          "null",
          "self",
          "function",
          "def",
          "end",
          "return",
          "*args",
          "&block",
          "…",
          "\0",
          "\uD800");

  /** A migration of an example, and the tree that it is new in. */
  private record Migrating(String path, String text, InMemoryTree base) {}

  @TestFactory
  Stream<DynamicTest> is_read_to_an_end() throws IOException {
    List<Migrating> all = migrations();
    assertThat(all).hasSizeGreaterThan(30);
    return all.stream().map(m -> DynamicTest.dynamicTest(m.path(), () -> torn(m)));
  }

  private static void torn(Migrating migration) {
    Fuzz.seeds(
        TRIALS, seed -> mutated(migration.text(), new Random(seed)), t -> read(migration, t));
  }

  private static void read(Migrating migration, String text) {
    InMemoryTree base = migration.base();
    ChangedFile added =
        new ChangedFile(
            migration.path(),
            ChangedFile.Status.ADDED,
            null,
            null,
            text.getBytes(StandardCharsets.UTF_8));
    Change change = Change.read(base, base, List.of(added), LayoutSettings.NONE);
    for (Migration read : change.migrations()) {
      read.statements()
          .forEach(
              s -> {
                assertThat(s.operations()).isNotEmpty();
                assertThat(s.span().end()).isLessThanOrEqualTo(text.length());
                assertThat(s.operations().toString()).doesNotContain(MigrationReader.FAULT);
              });
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && changed.length() > 2; i++) {
      int at = random.nextInt(changed.length());
      int length = Math.min(changed.length() - at, 1 + random.nextInt(30));
      switch (random.nextInt(5)) {
        case 0 -> changed.delete(at, at + length);
        case 1 -> changed.insert(at, SPICE.get(random.nextInt(SPICE.size())));
        case 2 ->
            changed.insert(random.nextInt(changed.length()), changed.substring(at, at + length));
        case 3 -> changed.setLength(at);
        default -> changed.replace(at, at + 1, SPICE.get(random.nextInt(SPICE.size())));
      }
    }
    return changed.toString();
  }

  private static List<Migrating> migrations() throws IOException {
    List<Migrating> all = new ArrayList<>();
    try (Stream<Path> examples = Files.list(EXAMPLES)) {
      for (Path example : examples.sorted().toList()) {
        InMemoryTree base = new InMemoryTree();
        files(example.resolve("base")).forEach(file -> put(base, example.resolve("base"), file));
        for (Path file : files(example.resolve("head"))) {
          String path = example.resolve("head").relativize(file).toString().replace('\\', '/');
          boolean program = ProgramFrameworks.of(path, () -> text(file)).isPresent();
          if (program && !path.endsWith(".sql")) {
            all.add(new Migrating(path, text(file), base));
          }
        }
      }
    }
    return all;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void put(InMemoryTree tree, Path root, Path file) {
    tree.with(root.relativize(file).toString().replace('\\', '/'), text(file));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
