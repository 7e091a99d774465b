package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import org.junit.jupiter.api.Test;

class ReadAtTest {

  @Test
  void everythingStandsAtThePlaceThatSaysIt() {
    Span place = new Span(40, 60, 3, 5, 3, 24);
    var statements =
        new SqlReader(SqlSyntax.POSTGRESQL)
            .readAt(place, "ALTER TABLE a ADD COLUMN b int DEFAULT f(1);\nDROP TABLE c");

    assertThat(statements).extracting(Statement::span).containsExactly(place, place);
    assertThat(statements)
        .extracting(Statement::text)
        .containsExactly("ALTER TABLE a ADD COLUMN b int DEFAULT f(1)", "DROP TABLE c");
    var added = (Operation.AddColumn) statements.get(0).operations().get(0);
    assertThat(added.span()).isEqualTo(place);
    assertThat(added.column().defaultValue().span()).isEqualTo(place);
    assertThat(added.column().defaultValue().text()).isEqualTo("f(1)");
  }
}
