package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Computed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever rows, keys and names a change has, the command that is printed for it does what the
 * change would have done, in batches of two.
 */
@ResourceLock(Server.LOCK)
class CommandShapesTest {

  private static final int BATCH = 2;

  private static Server server;

  @TempDir private Path folder;

  /**
   * A change of rows.
   *
   * @param table creates the table
   * @param rows fills it
   */
  private record Shape(String name, String table, String rows, String change) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        new Shape(
            "a key that is no number",
            "CREATE TABLE audio (id uuid PRIMARY KEY, title text NOT NULL);",
            "INSERT INTO audio SELECT md5(n::text)::uuid, ' a' || n FROM generate_series(1, 7) n;",
            "UPDATE audio SET title = upper(trim(title));"),
        new Shape(
            "keys with quotes in them",
            "CREATE TABLE provider (code text PRIMARY KEY, plays integer);",
            "INSERT INTO provider VALUES ('o''brien', 1), ('a\\', 2), ('%s', 3), ('z\"', 4);",
            "UPDATE provider SET plays = 0;"),
        new Shape(
            "a key of two columns",
            "CREATE TABLE tag (audio_id bigint, name text, score integer, PRIMARY KEY (audio_id,"
                + " name));",
            "INSERT INTO tag SELECT n / 3, 'tag ' || n, n % 4 FROM generate_series(1, 20) n;",
            "UPDATE tag SET score = 9 WHERE score < 2;"),
        new Shape(
            "rows that are deleted",
            "CREATE TABLE audio (id bigint PRIMARY KEY, hidden boolean NOT NULL);",
            "INSERT INTO audio SELECT n, n % 3 = 0 FROM generate_series(1, 11) n;",
            "DELETE FROM audio WHERE hidden;"),
        new Shape(
            "an alias",
            "CREATE TABLE audio (id bigint PRIMARY KEY, title text, provider text);",
            "INSERT INTO audio SELECT n, 'a', 'free_sound' FROM generate_series(1, 5) n;",
            "UPDATE audio AS a SET provider = 'freesound' WHERE a.provider = 'free_sound' OR"
                + " a.title = 'b';"),
        new Shape(
            "a schema of its own",
            "CREATE SCHEMA music; CREATE TABLE music.audio (id bigint PRIMARY KEY, title text);",
            "INSERT INTO music.audio SELECT n, 'A' FROM generate_series(1, 5) n;",
            "UPDATE music.audio SET title = lower(title);"),
        new Shape(
            "several columns of which nothing is lost",
            "CREATE TABLE audio (id bigint PRIMARY KEY, a integer, b text, c text);",
            "INSERT INTO audio SELECT n, NULL, NULL, n FROM generate_series(1, 5) n;",
            "UPDATE audio SET a = 1, b = c || '$rows$' WHERE a IS NULL AND b IS NULL;"),
        new Shape(
            "names that want to be more",
            "CREATE TABLE \"Odd \"\"Table\" (\"Key\" bigint PRIMARY KEY, \"50%\" text, \"it's\""
                + " text);",
            "INSERT INTO \"Odd \"\"Table\" SELECT n, 'a', 'b%s' FROM generate_series(1, 5) n;",
            "UPDATE \"Odd \"\"Table\" SET \"50%\" = 'a%b\\ \"{help}\" :c' WHERE \"it's\" LIKE"
                + " '%s%';"));
  }

  @BeforeAll
  static void start() {
    server = Server.start(Majors.NEWEST);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void the_procedure_does_what_the_change_does(Shape shape) {
    PrintedPlan plan = PrintedPlan.of("sql", "db/3.sql", shape.table(), shape.change());
    try (Database database = database(shape, plan)) {
      String script = plan.listings().get(0).text();
      assertSame(shape, plan, database, new ProcedureCall(database, script, plan.remaining()));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void the_command_for_django_does_what_the_change_does(Shape shape) throws IOException {
    DjangoProject.require();
    PrintedPlan plan = PrintedPlan.forDjango(shape.table(), shape.change());
    try (Database database = database(shape, plan)) {
      DjangoProject project = new DjangoProject(folder, server.port(), database.name(), plan);
      assertSame(shape, plan, database, project);
    }
  }

  @Test
  void the_command_for_a_value_that_code_computes_has_the_code() throws IOException {
    DjangoProject.require();
    String table =
        "CREATE TABLE audio (id bigint PRIMARY KEY, title text NOT NULL, plays integer NOT NULL);";
    String rows = "INSERT INTO audio SELECT n, 'A ' || n, n FROM generate_series(1, 7) n;";
    Computed slug =
        new Computed(
            "slugify(row.title.replace('A', \"b\"))",
            List.of("from django.utils.text import slugify"));
    String change = "UPDATE audio SET title = " + slug.sql() + " WHERE plays > 3;";
    PrintedPlan plan = PrintedPlan.forDjango(table, change);
    try (Database database = server.database();
        Client client = database.connect()) {
      client.run(table + rows + plan.room());
      DjangoProject project = new DjangoProject(folder, server.port(), database.name(), plan);
      assertThat(project.dryRun()).isEqualTo(4);
      project.start(BATCH, 0, null).end();
      assertThat(project.dryRun()).isZero();
      assertThat(client.value("SELECT string_agg(title, ',' ORDER BY id) FROM audio"))
          .isEqualTo("A 1,A 2,A 3,b-4,b-5,b-6,b-7");
      assertThat(client.value("SELECT string_agg(title, ',' ORDER BY id) FROM audio_before"))
          .isEqualTo("A 4,A 5,A 6,A 7");
    }
  }

  private static Database database(Shape shape, PrintedPlan plan) {
    Database database = server.database();
    database.run(shape.table() + shape.rows() + plan.room());
    return database;
  }

  private static void assertSame(
      Shape shape, PrintedPlan plan, Database database, BatchCommand command) {
    String all = plan.remaining().replaceFirst(" WHERE .*", ";").replace("count(*)", "*");
    List<List<String>> expected = changed(shape, all);
    try (Client client = database.connect()) {
      assertThat(client.value(plan.remaining())).isNotEqualTo("0");
      command.start(BATCH, 0, null).end();
      assertThat(client.rows(all)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(client.value(plan.remaining())).isEqualTo("0");
    }
  }

  /** The rows after the change as it was written. */
  private static List<List<String>> changed(Shape shape, String all) {
    try (Database other = server.database();
        Client client = other.connect()) {
      client.run(shape.table() + shape.rows() + shape.change());
      return client.rows(all);
    }
  }
}
