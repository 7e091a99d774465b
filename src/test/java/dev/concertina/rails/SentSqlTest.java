package dev.concertina.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a call sends: as Active Record 6.1 was seen to, and as the releases after it document. */
class SentSqlTest {

  static Stream<CallTable.Row> calls() {
    return Stream.of("recorded-6.1.txt", "written-7.txt").flatMap(f -> CallTable.read(f).stream());
  }

  @Test
  void manyCallsAreCompared() {
    assertThat(CallTable.read("recorded-6.1.txt")).hasSizeGreaterThan(170);
    assertThat(CallTable.read("written-7.txt")).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sendsWhatActiveRecordSends(CallTable.Row row) {
    String migration = CallTable.migration(row);
    assertThat(CallTable.sent(migration))
        .isEqualTo(row.sql().stream().map(CallTable::plain).toList());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void doesWhatTheStatementsDo(CallTable.Row row) {
    List<Operation> operations =
        CallTable.statements(CallTable.migration(row)).stream()
            .map(Statement::operations)
            .flatMap(List::stream)
            .toList();
    assertThat(operations).noneMatch(o -> o instanceof Operation.NotAnalysed);
    assertThat(CallTable.texts(operations)).isEqualTo(CallTable.operations(row.sql()));
  }
}
