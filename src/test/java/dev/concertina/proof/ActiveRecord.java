package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system's own Ruby, for which the system has Active Record. */
public final class ActiveRecord {

  private static final String RUBY = "/usr/bin/ruby";
  private static final Path FILES = Path.of("src/test/resources/dev/concertina/rails");
  private static final Map<String, String> UTF_8 = Map.of("LC_ALL", "C.UTF-8");

  private ActiveRecord() {}

  /** Skips a test, with the reason, where the system has none; in CI that is a failure. */
  public static void require() {
    boolean there = canRun();
    if (System.getenv("CONCERTINA_CI") != null) {
      assertThat(there).as("Active Record and pg for %s, which CI installs", RUBY).isTrue();
    }
    assumeTrue(there, "expected Active Record: apt-get install ruby-activerecord ruby-pg");
  }

  private static boolean canRun() {
    try {
      return new ProcessBuilder(RUBY, "-e", "require 'active_record'; require 'pg'")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs one of the scripts to its end, and answers what it has said. */
  public static String run(Path folder, String script, String... arguments) {
    List<String> line =
        new ArrayList<>(List.of(RUBY, "-W0", FILES.resolve(script).toAbsolutePath().toString()));
    line.addAll(List.of(arguments));
    return CommandProcess.start(folder, UTF_8, line).end();
  }
}
