package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The words that need quotes, against {@code SELECT word, catcode FROM pg_get_keywords()} of
 * PostgreSQL 18: U can be used anywhere, C not as a function or type, T only as one of those, R
 * nowhere.
 */
class KeywordsTest {

  @Test
  void theReservedWordsArePostgres() throws IOException {
    List<String[]> keywords = keywords();
    assertThat(keywords).hasSizeGreaterThan(400);
    List<String> wrong =
        keywords.stream()
            .filter(k -> Keywords.isReserved(k[0]) != (k[1].equals("R") || k[1].equals("T")))
            .map(k -> k[0])
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void otherWordsAreFree() {
    assertThat(Keywords.isReserved("booking")).isFalse();
    assertThat(Identifier.quote("order")).isEqualTo("\"order\"");
    assertThat(Identifier.quote("orders")).isEqualTo("orders");
  }

  private static List<String[]> keywords() throws IOException {
    try (InputStream in = KeywordsTest.class.getResourceAsStream("postgres-keywords.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\t")).toList();
    }
  }
}
