package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a place says by the language it is in. */
class ReferenceTest {

  @Test
  void a_prisma_schema_becomes_a_closed_client() {
    assertThat(new Reference("schema.prisma", 1, Reference.Kind.DECLARES, false).closesTypes())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "app/License.java, true",
    "web/license.ts, true",
    "src/license.rs, true",
    "models.py, true",
    "store/license.go, false",
    "queries/license.sql, false",
    "page.html, false",
    "deploy.sh, false"
  })
  void closed_types(String file, boolean closes) {
    Reference reference = new Reference(file, 1, Reference.Kind.MENTIONS, false);
    assertThat(reference.closesTypes()).isEqualTo(closes);
  }
}
