package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a runner puts into a script is read, and stands where the script has its placeholder. */
class PlaceholdersTest {

  private static final Placeholders VALUES =
      new Placeholders("${", "}", Map.of("schema", "app", "tables", "audio, image", "none", ""));

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  @Test
  void a_value_is_read_where_its_placeholder_stands() {
    String template = "SELECT 1;\nDROP TABLE ${schema}.audio;\nDROP INDEX ${schema}.i;";
    List<Statement> statements = read(template);
    assertThat(statements).hasSize(3);
    Statement drop = statements.get(1);
    assertThat(drop.text()).isEqualTo("DROP TABLE ${schema}.audio");
    assertThat(drop.sql()).isEqualTo("DROP TABLE app.audio");
    assertThat(drop.span().line()).isEqualTo(2);
    assertThat(template.substring(drop.span().start(), drop.span().end())).isEqualTo(drop.text());
    assertThat(drop.operations().get(0))
        .isInstanceOfSatisfying(
            Operation.DropTable.class, o -> assertThat(o.table().toString()).contains("app"));
    Statement index = statements.get(2);
    assertThat(template.substring(index.span().start(), index.span().end()))
        .isEqualTo("DROP INDEX ${schema}.i");
  }

  @Test
  void a_value_may_be_more_than_a_name_or_nothing() {
    Statement drop = read("DROP TABLE ${none}${TABLES} ;").get(0);
    assertThat(drop.operations()).hasSize(2);
    assertThat(drop.sql()).isEqualTo("DROP TABLE audio, image");
    assertThat(drop.text()).isEqualTo("DROP TABLE ${none}${TABLES}");
  }

  @Test
  void a_value_at_either_end_of_a_statement_belongs_to_it() {
    Placeholders whole = new Placeholders("#[", "]", Map.of("do", "DROP TABLE", "what", "audio"));
    String template = "#[do] #[what]; SELECT 1";
    List<Statement> statements = reader.read(template, 0, template.length(), whole);
    assertThat(statements.get(0).text()).isEqualTo("#[do] #[what]");
    assertThat(statements.get(0).sql()).isEqualTo("DROP TABLE audio");
    assertThat(statements.get(1).text()).isEqualTo("SELECT 1");
  }

  @Test
  void what_has_no_value_stays_a_placeholder() {
    Statement drop = read("DROP TABLE ${other}.audio; -- ${").get(0);
    assertThat(drop.sql()).isEqualTo("DROP TABLE ${other}.audio");
    assertThat(drop.operations().get(0)).isInstanceOf(Operation.DropTable.class);
  }

  @Test
  void a_part_of_a_text_keeps_its_places() {
    String template = "-- +Up\nDROP TABLE ${schema}.audio";
    List<Statement> statements = reader.read(template, 7, template.length(), VALUES);
    assertThat(statements.get(0).span().line()).isEqualTo(2);
    assertThat(statements.get(0).span().start()).isEqualTo(7);
    assertThat(statements.get(0).span().end()).isEqualTo(template.length());
  }

  private List<Statement> read(String template) {
    return reader.read(template, 0, template.length(), VALUES);
  }
}
