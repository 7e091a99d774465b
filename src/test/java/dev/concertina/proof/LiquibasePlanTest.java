package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.liquibase.RealLiquibase;
import dev.concertina.plan.LiquibaseChange;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The change sets that a plan prints run, step by step, in a real Liquibase on a real server, in
 * each format. At the end the database is the one that the contributor's own change set would have
 * made.
 */
@ResourceLock(Server.LOCK)
class LiquibasePlanTest {

  private static final String FIRST =
      LiquibaseChange.xml(
          """
          <changeSet id="1" author="first">
            <createTable tableName="album">
              <column name="id" type="bigint"><constraints primaryKey="true"/></column>
            </createTable>
            <createTable tableName="audio">
              <column name="id" type="bigint"><constraints primaryKey="true"/></column>
              <column name="title" type="varchar(200)"/>
              <column name="length" type="int"/>
              <column name="genre" type="varchar(40)"/>
              <column name="album_id" type="bigint"/>
            </createTable>
          </changeSet>
          """);

  private static final String ROWS =
      "INSERT INTO album VALUES (1); INSERT INTO audio SELECT n, 'title ' || n, n, 'genre', 1 FROM"
          + " generate_series(1, 100) n";

  private static final String SHAPE =
      "SELECT string_agg(line, E'\\n' ORDER BY line) FROM (SELECT attrelid::regclass || '.' ||"
          + " attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull AS line FROM"
          + " pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relkind = 'r' AND attnum"
          + " > 0 AND NOT attisdropped AND relname IN ('audio', 'album') UNION ALL SELECT"
          + " conrelid::regclass || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated FROM"
          + " pg_constraint WHERE contype <> 'n' AND conrelid::regclass::text IN ('audio', 'album')"
          + " UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename IN ('audio', 'album'))"
          + " shape";

  private static Server server;

  @TempDir private Path scratch;

  /** A contributor's change, in each format. */
  private record Case(String name, String xml, String yaml, String sql, String rows) {
    String in(String format) {
      return switch (format) {
        case "xml" -> "<changeSet id=\"2\" author=\"me\">" + xml + "</changeSet>";
        case "yaml" -> "- changeSet:\n    id: 2\n    author: me\n    changes:\n" + yaml.indent(6);
        default -> "--changeset me:2\n" + sql + "\n";
      };
    }
  }

  private static List<Case> cases() {
    return List.of(
        new Case(
            "rename a column",
            "<renameColumn tableName='audio' oldColumnName='length' newColumnName='length_ms'/>",
            "- renameColumn: {tableName: audio, oldColumnName: length, newColumnName: length_ms}",
            "ALTER TABLE audio RENAME COLUMN length TO length_ms;",
            "UPDATE audio SET length_ms = length"),
        new Case(
            "drop a column",
            "<dropColumn tableName='audio' columnName='length'/>",
            "- dropColumn: {tableName: audio, columnName: length}",
            "ALTER TABLE audio DROP COLUMN length;",
            null),
        new Case(
            "not null",
            "<addNotNullConstraint tableName='audio' columnName='genre'/>",
            "- addNotNullConstraint: {tableName: audio, columnName: genre}",
            "ALTER TABLE audio ALTER COLUMN genre SET NOT NULL;",
            null),
        new Case(
            "an index",
            "<createIndex tableName='audio' indexName='audio_title_idx'><column name='title'/></createIndex>",
            "- createIndex: {tableName: audio, indexName: audio_title_idx, columns: [{column: {name: title}}]}",
            "CREATE INDEX audio_title_idx ON audio (title);",
            null),
        new Case(
            "a unique constraint",
            "<addUniqueConstraint tableName='audio' columnNames='title' constraintName='audio_title_key'/>",
            "- addUniqueConstraint: {tableName: audio, columnNames: title, constraintName: audio_title_key}",
            "ALTER TABLE audio ADD CONSTRAINT audio_title_key UNIQUE (title);",
            null),
        new Case(
            "a foreign key",
            "<addForeignKeyConstraint constraintName='audio_album' baseTableName='audio'"
                + " baseColumnNames='album_id' referencedTableName='album' referencedColumnNames='id'/>",
            "- addForeignKeyConstraint: {constraintName: audio_album, baseTableName: audio,"
                + " baseColumnNames: album_id, referencedTableName: album, referencedColumnNames: id}",
            "ALTER TABLE audio ADD CONSTRAINT audio_album FOREIGN KEY (album_id) REFERENCES album (id);",
            null),
        new Case(
            "a column that must have a value",
            "<addColumn tableName='audio'><column name='plays' type='int' defaultValueNumeric='0'>"
                + "<constraints nullable='false'/></column></addColumn>"
                + "<dropTable tableName='album'/>",
            "- addColumn: {tableName: audio, columns: [{column: {name: plays, type: int,"
                + " defaultValueNumeric: 0, constraints: {nullable: false}}}]}\n"
                + "- dropTable: {tableName: album}",
            "ALTER TABLE audio ADD COLUMN plays int NOT NULL DEFAULT 0;\nDROP TABLE album;",
            "ALTER TABLE audio ADD COLUMN plays int NOT NULL DEFAULT 0"));
  }

  @BeforeAll
  static void start() {
    server = Server.start(Majors.NEWEST);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> every_step_runs_and_ends_where_the_contributor_wanted() {
    return Stream.of("xml", "yaml", "sql")
        .flatMap(
            format ->
                cases().stream()
                    .map(
                        one ->
                            DynamicTest.dynamicTest(
                                one.name + " in " + format, () -> run(one, format))));
  }

  private void run(Case one, String format) throws Exception {
    String wanted;
    try (Database database = server.database()) {
      Project project = new Project(database, format);
      project.add(one.in(format));
      wanted = project.shape();
    }
    Plan plan =
        LiquibaseChange.adding(FIRST, format, LiquibaseChange.of(format, one.in(format))).plan();
    assertThat(plan.steps()).anyMatch(step -> step.migration() != null);
    try (Database database = server.database()) {
      Project project = new Project(database, format);
      project.execute(ROWS);
      for (Step step : plan.steps()) {
        if (step.migration() != null) {
          assertThat(step.migration().language()).isEqualTo(format);
          project.add(step.migration().text() + "\n");
        } else if (!step.schema().isEmpty() && one.rows != null) {
          project.execute(one.rows);
        }
      }
      if (one.name.startsWith("a column")) {
        // The column by itself is no hazard, so that the plan leaves it to the contributor.
        project.execute(one.rows);
      }
      assertThat(project.shape()).isEqualTo(wanted);
    }
  }

  /** A folder of changelogs and its database. */
  private final class Project {
    private final Path folder;
    private final String format;
    private final String url;
    private final Database database;
    private int files = 1;

    Project(Database database, String format) throws Exception {
      this.database = database;
      this.format = format;
      url = "jdbc:postgresql://localhost:" + server.port() + "/" + database.name();
      folder = Files.createTempDirectory(scratch, "project");
      Files.createDirectories(folder.resolve("db/changelog"));
      Files.writeString(folder.resolve("db/master.xml"), LiquibaseChange.master());
      Files.writeString(folder.resolve("db/changelog/1.xml"), FIRST);
      update();
    }

    void add(String changeSets) throws Exception {
      Files.writeString(
          folder.resolve("db/changelog/" + ++files + "." + format),
          LiquibaseChange.of(format, changeSets));
      update();
    }

    private void update() throws Exception {
      try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
        new RealLiquibase(folder).update("db/master.xml", connection);
      }
    }

    void execute(String sql) {
      try (Client client = database.connect()) {
        client.execute(sql);
      }
    }

    String shape() throws IOException {
      try (Client client = database.connect()) {
        return client.value(SHAPE);
      }
    }
  }
}
