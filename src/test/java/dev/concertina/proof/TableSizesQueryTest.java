package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.check.SettingsFile;
import dev.concertina.rule.TableSizes;
import dev.concertina.schema.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The query in the documentation makes a file of table sizes that the configuration reads. */
@ResourceLock(Server.LOCK)
class TableSizesQueryTest {

  private static final Path PAGE = Path.of("docs/configuration.md");

  @Test
  void the_documented_query_makes_a_file_that_is_read() throws IOException {
    Matcher query =
        Pattern.compile("```sql\\n(SELECT jsonb_pretty.*?;)\\n```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(query.find()).isTrue();
    try (Server server = Server.start(Majors.NEWEST);
        Database database = server.database();
        Client client = database.connect()) {
      client.run(
          """
          CREATE TABLE audio (id bigint PRIMARY KEY, title text);
          INSERT INTO audio SELECT i, 'title' FROM generate_series(1, 1000) i;
          CREATE SCHEMA catalog;
          CREATE TABLE catalog."Odd.Name" (id bigint);
          CREATE TABLE play (id bigint, day date) PARTITION BY RANGE (day);
          CREATE TABLE never_analyzed (id bigint);
          ANALYZE audio, catalog."Odd.Name";
          """);
      String sizes = client.value(query.group(1));
      Map<Name, TableSizes.Measured> read = read(sizes);
      assertThat(read).containsOnlyKeys(Name.of("audio"), new Name("catalog", "Odd.Name"));
      assertThat(read.get(Name.of("audio")).rows()).isEqualTo(1000);
      assertThat(read.get(Name.of("audio")).bytes()).isBetween(50_000L, 500_000L);
    }
  }

  private static Map<Name, TableSizes.Measured> read(String sizes) {
    SettingsFile.Read read =
        SettingsFile.read(
            "concertina.yml",
            "tables: {stats: sizes.json}",
            List.of(),
            path -> path.equals("sizes.json") ? sizes : null);
    assertThat(read.problems()).isEmpty();
    return read.settings().sizes();
  }
}
