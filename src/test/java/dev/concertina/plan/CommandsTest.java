package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Engine;
import dev.concertina.migration.Migration;
import dev.concertina.rule.Transformation;
import dev.concertina.schema.Column;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Table;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which language a data transformation is written, and that no name in it can act. */
class CommandsTest {

  private static final String DJANGO = "api/catalog/migrations/0007_trim.py";

  /** Ends strings, comments, dollar quotes and lines; hides itself; is a placeholder. */
  private static final String HOSTILE =
      "a\"'b\\\n$rows$ {help} [[ \u202E\u200B #`\"\"\"';DROP TABLE x;--\u0000\uD83D\uDE00 é %s";

  private final Commands commands = new Commands();

  @Test
  void the_framework_decides_the_language() {
    assertThat(commands.of(slug(), migration("django", DJANGO, 16)))
        .extracting(Listing::path)
        .containsExactly(
            "api/catalog/management/commands/set_audio_slug.py",
            "api/catalog/tests/test_set_audio_slug.py");
    assertThat(commands.of(slug(), migration("flyway", "db/migration/V2__slug.sql", 16)))
        .extracting(Listing::path)
        .containsExactly("set_audio_slug.sql");
  }

  @Test
  void a_path_outside_of_an_app_is_beside_its_migration() {
    assertThat(commands.of(slug(), migration("django", "0007_trim.py", 16)).get(0).path())
        .isEqualTo("management/commands/set_audio_slug.py");
  }

  @Test
  void postgresql_10_has_no_procedures() {
    assertThat(commands.of(slug(), migration("flyway", "V2__slug.sql", 10))).isEmpty();
  }

  @Test
  void what_does_not_apply_is_left_out() {
    String text = commands.of(slug(), migration("django", DJANGO, 16)).get(0).text();
    assertThat(text).contains("change = {\n        \"slug\": \"lower(title)\",\n    }");
    assertThat(text).doesNotContain("where =").doesNotContain("copy =").endsWith("}\n");
  }

  @Test
  void the_row_of_the_test_fits_what_the_history_knows() {
    String test = commands.of(slug(), migration("django", DJANGO, 16)).get(1).text();
    assertThat(test)
        .contains("cursor.execute(\"INSERT INTO audio (title, plays) VALUES (' Text', 7)\")")
        .contains("class SetAudioSlugTest(TransactionTestCase):");
  }

  @Test
  void no_name_can_leave_its_string_in_python() {
    for (Listing listing : commands.of(hostile(), migration("django", DJANGO, 16))) {
      assertThat(listing.text().chars())
          .as(listing.text())
          .allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f || c == 'é');
      assertThat(withoutStrings(listing.text())).doesNotContain("DROP TABLE x");
      assertThat(listing.path()).matches("[a-z/_]+\\.py");
    }
  }

  @Test
  void no_name_can_leave_its_quotes_in_sql() {
    String text = commands.of(hostile(), migration("flyway", "V2__x.sql", 16)).get(0).text();
    assertThat(text).contains("AS $rows_$\n").contains("END $rows_$;");
    assertThat(new SqlReader(SqlSyntax.POSTGRESQL).read(text)).hasSize(3);
  }

  /** A line at a time, since no string of ours goes over its line. */
  private static String withoutStrings(String python) {
    StringBuilder code = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < python.length(); i++) {
      char c = python.charAt(i);
      if (inside && c == '\\') {
        i++;
      } else if (c == '"') {
        inside = !inside;
      } else if (!inside || c == '\n') {
        assertThat(inside).as("a string that goes over its line: %s", python).isFalse();
        code.append(c);
      }
    }
    return code.toString();
  }

  private static Transformation slug() {
    List<Operation> base =
        new SqlReader(SqlSyntax.POSTGRESQL)
                .read(
                    "CREATE TABLE audio (id bigserial PRIMARY KEY, title text NOT NULL, slug text,"
                        + " plays integer, at timestamptz NOT NULL DEFAULT now())")
                .stream()
                .flatMap(statement -> statement.operations().stream())
                .toList();
    Optional<Table> known = Schema.EMPTY.after(base).asBase().table(Name.of("audio"));
    return new Transformation(
        Name.of("audio"),
        known,
        null,
        List.of("id"),
        Map.of("slug", "lower(title)"),
        "",
        "slug IS DISTINCT FROM (lower(title))",
        Map.of(),
        false);
  }

  private static Transformation hostile() {
    Name table = new Name(HOSTILE, HOSTILE);
    Table known =
        new Table(
            table,
            Map.of(HOSTILE, Column.of(HOSTILE, DataType.of("text"))),
            List.of(),
            true,
            Operation.Persistence.PERMANENT,
            List.of(),
            null,
            List.of());
    return new Transformation(
        table,
        Optional.of(known),
        HOSTILE,
        List.of(HOSTILE, HOSTILE),
        Map.of(HOSTILE, "'" + HOSTILE.replace("'", "''") + "'"),
        "('" + HOSTILE.replace("'", "''") + "' <> '')",
        "",
        Map.of(HOSTILE, "'" + HOSTILE.replace("'", "''") + "'"),
        true);
  }

  private static Migration migration(String framework, String path, int version) {
    return new Migration(
        path,
        framework,
        new Engine("postgresql", version, "the test says so"),
        "history",
        "7",
        Migration.Direction.UP,
        Migration.Transaction.FILE,
        false,
        false,
        false,
        "",
        List.of());
  }
}
