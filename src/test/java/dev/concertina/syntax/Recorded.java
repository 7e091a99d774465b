package dev.concertina.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a framework was recorded to send.
 *
 * @param code the call, or the body of a migration
 * @param sent the statements that it sends for it
 */
public record Recorded(String code, List<String> sent) {

  /** Those of {@code sent.txt} beside a test: code on a line, what is sent on lines below it. */
  public static List<Recorded> of(Class<?> test) throws IOException {
    List<Recorded> all = new ArrayList<>();
    try (InputStream file = test.getResourceAsStream("sent.txt")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("  ")) {
          all.get(all.size() - 1).sent().add(line.strip());
        } else {
          all.add(new Recorded(line, new ArrayList<>()));
        }
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return code;
  }
}
