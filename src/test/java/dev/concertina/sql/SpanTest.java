package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  @Test
  void anActionOfAlterTableHasItsOwnPlace() {
    String text = "-- x\nALTER TABLE t\n  ADD COLUMN a int,\n  DROP COLUMN b;\n";
    List<Operation> operations = operations(text);
    assertThat(place(operations.get(0).span())).isEqualTo("3:3-3:18");
    assertThat(place(operations.get(1).span())).isEqualTo("4:3-4:15");
    assertThat(reader.read(text).get(0).span()).isEqualTo(new Span(5, 54, 2, 1, 4, 15));
  }

  @Test
  void windowsLineEndsCountOnce() {
    List<Operation> operations = operations("ALTER TABLE t\r\n  ADD a int,\r\n  DROP b\r\n;");
    assertThat(place(operations.get(0).span())).isEqualTo("2:3-2:11");
    assertThat(place(operations.get(1).span())).isEqualTo("3:3-3:8");
  }

  @Test
  void aCarriageReturnAloneEndsACommentButNoLine() {
    assertThat(place(operations("-- a\rDROP TABLE b").get(0).span())).isEqualTo("1:6-1:17");
  }

  @Test
  void columnsCountUtf16Units() {
    assertThat(place(operations("/* é😀 */ DROP TABLE \"ß\"").get(0).span()))
        .isEqualTo("1:11-1:24");
  }

  @Test
  void aByteOrderMarkThatWasLeftIsSpace() {
    assertThat(operations("\uFEFFDROP TABLE b").get(0)).isInstanceOf(Operation.DropTable.class);
  }

  @Test
  void expressionsHaveThePlaceOfTheirText() {
    Operation.AddColumn added =
        (Operation.AddColumn) operations("ALTER TABLE t ADD a int DEFAULT (now()) NOT NULL").get(0);
    assertThat(added.column().defaultValue().text()).isEqualTo("now()");
    assertThat(place(added.column().defaultValue().span())).isEqualTo("1:34-1:38");
  }

  @Test
  void aPartOfATextKeepsThePlacesOfTheWhole() {
    String text = "-- +goose Up\nDROP TABLE a;\n-- +goose Down\nDROP TABLE b;\n";
    int down = text.indexOf("-- +goose Down");
    List<Statement> statements = reader.read(text, down, text.length());
    assertThat(statements).hasSize(1);
    assertThat(place(statements.get(0).span())).isEqualTo("4:1-4:12");
  }

  @Test
  void aFixedStatementIsOneWhateverItHolds() {
    String text = "DROP TABLE a; DROP TABLE b; -- c";
    List<Statement> statements = reader.readAsOne(text, 0, text.length());
    assertThat(statements).hasSize(1);
    assertThat(statements.get(0).operations()).hasSize(2);
    assertThat(place(statements.get(0).span())).isEqualTo("1:1-1:26");
    assertThat(statements.get(0).comments()).hasSize(1);
  }

  @Test
  void sqlInsideABlockHasItsExactPlace() {
    String text = "DO $$\nBEGIN\n  EXECUTE 'DROP TABLE a';\n  EXECUTE 'DROP TABLE ''B''';\nEND $$;";
    List<Operation> body = operations(text).get(0).body();
    assertThat(place(body.get(0).span())).isEqualTo("3:12-3:23");
    assertThat(place(body.get(1).span())).startsWith("4:11-");
  }

  @Test
  void everyCommentBelongsToOneStatement() {
    String text =
        "-- a\n\n-- b\nDROP TABLE a, -- c\n  b; /* d */ -- e\n-- f\nDROP TABLE c; /* g */ DROP TABLE d; -- h\n-- i";
    assertThat(
            reader.read(text).stream()
                .map(s -> s.comments().stream().map(Statement.Comment::text).toList()))
        .containsExactly(List.of("a", "b", "c", "d", "e"), List.of("f"), List.of("g", "h"));
  }

  private List<Operation> operations(String text) {
    return reader.read(text).get(0).operations();
  }

  private static String place(Span span) {
    return span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn();
  }
}
