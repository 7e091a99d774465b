package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A placeholder of a framework in place of a schema: nobody knows which, and the rest is read. */
class TemplateTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${schema}.audio",
        "\"${schema}\".audio",
        "\"${schema}\".\"audio\"",
        "{{schema}}.audio",
        "\"{{ .Schema }}\".audio",
        "{{ index .Options \"Namespace\" }}.audio",
        ":schema.audio",
        "${database}.${schema}.audio"
      })
  void a_schema_may_be_a_placeholder(String table) {
    String text =
        """
        ALTER TABLE @ ADD COLUMN plays int;
        UPDATE @ SET plays = 0 WHERE id = 1;
        CREATE INDEX audio_plays_idx ON @ (plays);
        DROP TABLE @;
        """
            .replace("@", table);
    assertThat(reader.read(text).stream().flatMap(s -> s.operations().stream()))
        .hasSize(4)
        .noneMatch(Operation.NotAnalysed.class::isInstance)
        .extracting(Operation::target)
        .containsOnly(Name.of("audio"));
  }

  @Test
  void a_query_with_placeholders_is_understood() {
    Query.Detail detail =
        new Expressions(SqlSyntax.POSTGRESQL, Limits.DEFAULT)
            .query(
                """
                SELECT a.id FROM {{ .Schema }}.audio a, "${schema}"."image" i
                WHERE NOT EXISTS (SELECT 1 FROM ${schema}.plays p WHERE p.audio_id = a.id)
                """);
    assertThat(detail.understood()).isTrue();
    assertThat(detail.guarded()).isTrue();
    assertThat(detail.tables())
        .containsExactlyInAnyOrder(Name.of("audio"), Name.of("image"), Name.of("plays"));
  }
}
