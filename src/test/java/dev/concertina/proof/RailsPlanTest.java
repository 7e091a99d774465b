package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.plan.Listing;
import dev.concertina.plan.Plan;
import dev.concertina.plan.RailsChange;
import dev.concertina.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The migrations and commands that a plan prints for a Rails application run, step by step, in a
 * real Active Record on a real server. At the end the database is the one that the contributor's
 * own migration would have made.
 */
@ResourceLock(Server.LOCK)
class RailsPlanTest {

  private static final String FIRST =
      RailsChange.migration(
          "First",
          """
          def change
            create_table :albums do |t|
              t.string :title
            end
            create_table :tracks do |t|
              t.string :title, null: false
              t.integer :length
              t.integer :plays
              t.string :genre
              t.bigint :album_id
            end
            add_index :tracks, :plays
          end
          """);

  private static final String ROWS =
      "INSERT INTO albums (title) VALUES ('one'); INSERT INTO tracks (title, length, plays, genre,"
          + " album_id) SELECT 'title ' || n, n, nullif(n % 3, 0), 'g', 1 FROM generate_series(1,"
          + " 50) n;";

  /** All that a migration makes, whatever the order of the columns. */
  private static final String SHAPE =
      "SELECT string_agg(line, E'\\n' ORDER BY line) FROM (SELECT attrelid::regclass || '.' ||"
          + " attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' ||"
          + " coalesce(pg_get_expr(adbin, adrelid), '') AS line FROM pg_attribute JOIN pg_class ON"
          + " pg_class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
          + " WHERE relname IN ('tracks', 'albums') AND attnum > 0 AND NOT attisdropped UNION ALL"
          + " SELECT conrelid::regclass || ' ' || conname || pg_get_constraintdef(oid) FROM"
          + " pg_constraint WHERE contype <> 'n' AND conrelid::regclass::text IN ('tracks',"
          + " 'albums') UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename IN ('tracks',"
          + " 'albums')) shape";

  private static Server server;

  @TempDir private Path scratch;

  /** A contributor's migration. */
  private record Case(String name, String body) {}

  private static List<Case> cases() {
    return List.of(
        new Case("rename a column", "rename_column :tracks, :length, :length_ms"),
        new Case("remove a column", "remove_column :tracks, :genre, :string"),
        new Case("an index", "add_index :tracks, :title"),
        new Case("a unique index", "add_index :tracks, [:title, :length], unique: true"),
        new Case(
            "a partial index", "add_index :tracks, :length, where: \"plays > 1\", name: \"x\""),
        new Case("not null", "change_column_null :tracks, :plays, false"),
        new Case(
            "a reference", "add_reference :tracks, :owner, foreign_key: { to_table: :albums }"),
        new Case("a polymorphic reference", "add_reference :tracks, :subject, polymorphic: true"),
        new Case("a foreign key", "add_foreign_key :tracks, :albums"),
        new Case(
            "a check", "add_check_constraint :tracks, \"length > 0\", name: \"length_positive\""),
        new Case("drop an index", "remove_index :tracks, :plays"));
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
    ActiveRecord.require();
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name, () -> run(c)));
  }

  private void run(Case asked) throws IOException {
    String wanted;
    try (Database database = server.database();
        Client client = database.connect()) {
      Application application = new Application(database);
      application.add("First", FIRST);
      application.add("Own", RailsChange.migration("Own", "def change\n" + asked.body + "\nend"));
      wanted = client.value(SHAPE);
    }
    Plan plan = RailsChange.of(FIRST, asked.body).plan();
    try (Database database = server.database();
        Client client = database.connect()) {
      Application application = new Application(database);
      application.add("First", FIRST);
      client.execute(ROWS);
      for (Step step : plan.steps()) {
        application.carryOut(step);
      }
      assertThat(client.value(SHAPE)).isEqualTo(wanted);
    }
  }

  /** The folder of an application's migrations. */
  private final class Application {
    private final Path folder;
    private final String[] where;
    private int versions = 20_260_000;

    Application(Database database) throws IOException {
      folder = Files.createTempDirectory(scratch, "app");
      where =
          new String[] {
            "localhost",
            String.valueOf(server.port()),
            database.name(),
            "postgres",
            Files.createDirectories(folder.resolve("migrate")).toString()
          };
    }

    void add(String name, String migration) throws IOException {
      String file = versions++ + "_" + name.toLowerCase(Locale.ROOT) + ".rb";
      Files.writeString(folder.resolve("migrate").resolve(file), migration);
      ActiveRecord.run(folder, "migrate.rb", where);
    }

    void carryOut(Step step) throws IOException {
      if (step.migration() != null) {
        assertThat(step.migration().language()).isEqualTo("ruby");
        String name = "Step" + step.number();
        add(name, RailsChange.migration(name, step.migration().text()));
      }
      for (Listing listing : step.listings()) {
        // A value that nobody but the contributor knows.
        String text = listing.text().replace(":value", "0");
        Path file = Files.writeString(folder.resolve("command.rb"), text);
        String code = text.substring(text.indexOf("; ") + 2, text.indexOf("\"\n"));
        String before = "raise 'nothing to do' unless " + code.replace(".run", ".remaining > 0");
        String after = "raise 'rows are left' unless " + code.replace(".run", ".remaining == 0");
        String fast = code.replace(".run", ".run(batch_size: 7, pause: 0)");
        String all = String.join("; ", before.replace("raise", "warn"), fast, after);
        String[] line =
            Stream.concat(Stream.of(where), Stream.of(file.toString(), all)).toArray(String[]::new);
        assertThat(ActiveRecord.run(folder, "migrate.rb", line)).contains("rows changed");
      }
    }
  }
}
