package dev.concertina.bench;

import dev.concertina.migration.InMemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The migrations that {@code bench/migrations.awk} makes: those of the whole-process benchmark. */
public final class Inputs {

  private static final String FOLDER = "db/migration/";

  private Inputs() {}

  /** Migrations from number 1 on, as a tree. */
  public static InMemoryTree migrations(int count) {
    InMemoryTree tree = InMemoryTree.of();
    try {
      Path folder = Files.createTempDirectory("concertina-bench");
      Process awk =
          new ProcessBuilder(
                  "awk",
                  "-v",
                  "folder=" + folder,
                  "-v",
                  "first=1",
                  "-v",
                  "count=" + count,
                  "-f",
                  "bench/migrations.awk")
              .inheritIO()
              .start();
      if (awk.waitFor() != 0) {
        throw new IllegalStateException("expected awk to make the migrations, it failed");
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          if (Files.isRegularFile(file)) {
            tree.with(FOLDER + file.getFileName(), Files.readString(file));
          }
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while awk made the migrations", e);
    }
    return tree;
  }

  /** All of their texts as one. */
  public static String script(InMemoryTree tree) {
    StringBuilder script = new StringBuilder();
    for (String path : paths(tree)) {
      script.append(new String(tree.read(path).orElseThrow(), StandardCharsets.UTF_8));
    }
    return script.toString();
  }

  /** The paths of the migrations, in order. */
  public static List<String> paths(InMemoryTree tree) {
    return tree.files().keySet().stream().filter(path -> path.startsWith(FOLDER)).toList();
  }
}
