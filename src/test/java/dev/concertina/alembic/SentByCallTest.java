package dev.concertina.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentByCallTest {

  static List<CallTable.Row> rows() throws IOException {
    return CallTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatIsSent(CallTable.Row row) {
    assertThat(CallTable.read(row.code())).isEqualTo(row.sent());
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(CallTable.rows()).hasSizeGreaterThan(170);
  }

  @Test
  void everyStatementIsOneThatTheReaderKnows() throws IOException {
    SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
    for (CallTable.Row row : CallTable.rows()) {
      for (String sql : row.sent()) {
        if (!sql.startsWith("not analysed")
            && !sql.startsWith("one by one")
            && !sql.startsWith("batch by batch")) {
          assertThat(reader.read(sql)).as(sql).hasSize(1);
          assertThat(reader.read(sql).get(0).operations().toString())
              .as(sql)
              .doesNotContain("NotAnalysed");
        }
      }
    }
  }
}
