package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of calls in docs/github-action.md is what the fake counts. */
class CallsTest {
  private static final Path PAGE = Path.of("docs/github-action.md");
  private static final String HEAD = "| situation | calls | of them writes |\n|---|---|---|\n";
  private static final String RENAME = "ALTER TABLE audio RENAME COLUMN length TO length_ms;\n";

  @TempDir Path folder;
  private final List<String> rows = new ArrayList<>();

  /** Adds a row about the last of the reviews that are made in a new scene. */
  private void row(String situation, Consumer<Scene> reviews) {
    try (Scene scene = new Scene(folder.resolve("scene" + rows.size()))) {
      reviews.accept(scene);
      int writes = scene.github.writes().size();
      rows.add("| " + situation + " | " + scene.calls() + " | " + writes + " |");
    }
  }

  private static Scene large(Scene scene) {
    for (int i = 0; i < 240; i++) {
      scene.git.write("app/f" + i + ".py", "x = " + i + "\n");
    }
    for (int i = 10; i < 70; i++) {
      scene.git.write(
          "db/migration/V" + i + "__i.sql", "CREATE INDEX i" + i + " ON audio (title);\n");
    }
    return scene.pushed();
  }

  private static void first(Scene scene) {
    scene.push(Scene.RENAME, RENAME).review();
  }

  @Test
  void are_counted_for_each_situation() throws IOException {
    row("first review, one migration", CallsTest::first);
    row(
        "the same again, nothing changed",
        scene -> {
          first(scene);
          scene.review();
        });
    row(
        "its hazard is fixed",
        scene -> {
          first(scene);
          scene.push(Scene.RENAME, Scene.ADD).review();
        });
    row(
        "another hazard is pushed",
        scene -> {
          first(scene);
          scene.push(Scene.INDEX, Scene.CREATE_INDEX).review();
        });
    row("no migrations", scene -> scene.push("README.md", "Hello\n").review());
    row("first review, 300 files with 60 hazards", scene -> large(scene).review());
    row(
        "the same 300 files again, nothing changed",
        scene -> {
          large(scene).review();
          scene.review();
        });
    row("first review, one migration, without a checkout", s -> first(s.withoutCheckout()));
    row(
        "first review with a fork's token: each kind of write is refused once",
        scene -> {
          scene.github.deny("checks", "statuses", "comments");
          scene.pull.fork = true;
          first(scene);
        });
    row(
        "merge queue",
        scene -> {
          scene.push(Scene.RENAME, RENAME);
          String head = "refs/heads/gh-readonly-queue/main/pr-7-" + scene.pull.head;
          scene.review(Target.ofMergeGroup("octo/shop", "main", scene.base, scene.pull.head, head));
        });
    assertThat(Files.readString(PAGE)).contains(HEAD + String.join("\n", rows) + "\n\n");
  }
}
