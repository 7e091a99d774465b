package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page says what was measured. */
@ResourceLock(Server.LOCK)
class LocksPageTest {

  private static final Path RULES = Path.of("rules/postgres");

  @Test
  void saysWhatWasMeasured() throws IOException {
    String text = new LocksPage(Evidence.read()).text();
    if (Boolean.getBoolean("concertina.update")) {
      Files.writeString(LocksPage.FILE, text);
    }
    assertThat(LocksPage.FILE).hasContent(text);
  }

  /** A reader of a rule finds what was measured of the operations that it looks at. */
  @Test
  void isWhatTheRulesPointAt() throws IOException {
    try (Stream<Path> rules = Files.list(RULES)) {
      assertThat(rules)
          .isNotEmpty()
          .allSatisfy(
              rule -> assertThat(rule).content().contains("](../../docs/postgresql-locks.md"));
    }
  }
}
