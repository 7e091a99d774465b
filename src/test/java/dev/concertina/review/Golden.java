package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Outputs as files, to be read by people. One command writes them anew:
 *
 * <pre>mvn test -Dtest='dev.concertina.review.*Test' -Dconcertina.update=true</pre>
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/concertina/review");

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("concertina.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }
}
