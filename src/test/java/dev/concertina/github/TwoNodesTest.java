package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that share a PostgreSQL. */
class TwoNodesTest {
  private static final int PULLS = 8;

  @TempDir Path folder;

  @Test
  void write_one_at_a_time_in_one_installation() throws Exception {
    try (SharedStore store = new SharedStore(folder.resolve("postgresql"));
        Site one = new Site(folder.resolve("one"))) {
      one.environment.putAll(store.environment());
      Scene scene = one.scene;
      scene.pushHazards();
      for (int number = 8; number < 8 + PULLS; number++) {
        scene.open(number, "app/part" + number + ".py", "part = " + number + "\n");
      }
      scene.github.weather =
          () -> {
            Thread.sleep(20);
            return Optional.empty();
          };
      one.run();
      Site other = one.again();
      other.environment.put("CONCERTINA_DATA", folder.resolve("other").toString());
      other.run();
      for (int number = 8; number < 8 + PULLS; number++) {
        Site node = number % 2 == 0 ? one : other;
        String body = Site.pull("opened").replace(": 7", ": " + number);
        assertThat(node.deliver("pull_request", "delivery-" + number, body)).isEqualTo(202);
      }
      one.settled();
      other.end();
      assertThat(scene.github.state.checks)
          .hasSize(PULLS)
          .allSatisfy(check -> assertThat(check.conclusion).isEqualTo("failure"));
      assertThat(scene.github.mostChangesAtOnce).hasValue(1);
    }
  }
}
