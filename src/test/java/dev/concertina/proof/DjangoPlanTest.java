package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.plan.DjangoChange;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The migrations that a plan prints for a Django project run, step by step, in a real Django on a
 * real server. At the end models and migrations agree, and the database is the one that the
 * contributor's own migration would have made.
 */
@ResourceLock(Server.LOCK)
class DjangoPlanTest {

  private static final Path FILES = Path.of("src/test/resources/dev/concertina/proof/plans");
  private static final String PYTHON = "/usr/bin/python3";
  private static final String FIRST = "catalog/migrations/0001_initial.py";

  private static final String MODELS = "catalog/models.py";

  /** Another Django than the system's, as a folder for PYTHONPATH. */
  private static final String OTHER = System.getProperty("concertina.django", "");

  private static final String ROWS =
      "INSERT INTO catalog_provider (name) VALUES ('one');"
          + " INSERT INTO catalog_audio (title, length, genre, plays, note, owner_id) SELECT"
          + " 'title ' || n, n, NULLIF('genre ' || n % 3, 'genre 0'), n, 'note', 1"
          + " FROM generate_series(1, 100) n;";

  /** All that Django makes, whatever it is called; a default may stay for the running version. */
  private static final String SHAPE =
      "SELECT string_agg(line, E'\\n' ORDER BY line) FROM (SELECT attrelid::regclass || '.' ||"
          + " attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull AS line FROM"
          + " pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relkind = 'r' AND attnum"
          + " > 0 AND NOT attisdropped AND relname LIKE 'catalog%' UNION ALL SELECT"
          + " conrelid::regclass || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated FROM"
          + " pg_constraint WHERE contype <> 'n' AND conrelid::regclass::text LIKE 'catalog%' UNION"
          + " ALL SELECT regexp_replace(indexdef, 'INDEX \\w+', 'INDEX') FROM pg_indexes WHERE"
          + " tablename LIKE 'catalog%') shape";

  private static Server server;

  @TempDir private Path scratch;

  /**
   * A contributor's migration.
   *
   * @param from a line of the models
   * @param to what becomes of it
   */
  private record Case(String name, String operations, String from, String to) {}

  private static List<Case> cases() {
    return List.of(
        new Case(
            "rename a column",
            "migrations.RenameField('audio', 'length', 'length_ms'),",
            "    length = ",
            "    length_ms = "),
        new Case(
            "drop a column",
            "migrations.RemoveField('audio', 'note'),",
            "    note = models.TextField()\n",
            ""),
        new Case(
            "not null",
            "migrations.AlterField('audio', 'genre', models.CharField(max_length=50)),",
            "models.CharField(max_length=50, null=True)",
            "models.CharField(max_length=50)"),
        new Case(
            "not null with a default",
            "migrations.AlterField('audio', 'genre', models.CharField(default='', max_length=50)),",
            "models.CharField(max_length=50, null=True)",
            "models.CharField(default='', max_length=50)"),
        new Case(
            "a column with a default",
            "migrations.AddField('audio', 'rating', models.IntegerField(default=0)),",
            "    note = ",
            "    rating = models.IntegerField(default=0KEPT)\n    note = "),
        new Case(
            "an index of Meta",
            "migrations.AddIndex('audio', models.Index(fields=['title'], name='audio_title_idx')),",
            "indexes = [",
            "indexes = [models.Index(fields=['title'], name='audio_title_idx'), "),
        new Case(
            "an index of a field",
            "migrations.AlterField('audio', 'plays', models.IntegerField(db_index=True)),",
            "plays = models.IntegerField()",
            "plays = models.IntegerField(db_index=True)"),
        new Case(
            "a foreign key",
            "migrations.AddField('audio', 'provider',"
                + " models.ForeignKey('catalog.provider', models.CASCADE, null=True)),",
            "    note = ",
            "    provider = models.ForeignKey(Provider, models.CASCADE, null=True)\n    note = "),
        new Case(
            "a foreign key with a default",
            "migrations.AddField('audio', 'provider',"
                + " models.ForeignKey('catalog.provider', models.CASCADE, default=1)),",
            "    note = ",
            "    provider = models.ForeignKey(Provider, models.CASCADE, default=1KEPT)\n    note = "),
        new Case(
            "a key to one row",
            "migrations.AddField('audio', 'provider',"
                + " models.OneToOneField('catalog.provider', models.CASCADE, null=True)),",
            "    note = ",
            "    provider = models.OneToOneField(Provider, models.CASCADE, null=True)\n    note = "),
        new Case(
            "a text with an index",
            "migrations.AddField('audio', 'mood',"
                + " models.CharField(max_length=20, null=True, db_index=True)),",
            "    note = ",
            "    mood = models.CharField(max_length=20, null=True, db_index=True)\n    note = "),
        new Case(
            "a unique text that may be missing",
            "migrations.AddField('audio', 'code',"
                + " models.CharField(max_length=20, null=True, unique=True)),",
            "    note = ",
            "    code = models.CharField(max_length=20, null=True, unique=True)\n    note = "),
        new Case(
            "a unique text with a default",
            "migrations.AddField('audio', 'slug', models.SlugField(unique=True, default='x')),",
            "    note = ",
            "    slug = models.SlugField(unique=True, default='x')\n    note = "),
        new Case(
            "a unique key that code makes",
            "migrations.AddField('audio', 'uid', models.UUIDField(unique=True, default=uuid.uuid4)),",
            "    note = ",
            "    uid = models.UUIDField(unique=True, default=uuid.uuid4)\n    note = "),
        new Case(
            "an index of a text",
            "migrations.AlterField('audio', 'title',"
                + " models.CharField(max_length=200, db_index=True)),",
            "models.CharField(max_length=200)",
            "models.CharField(max_length=200, db_index=True)"),
        new Case(
            "fields that are unique together",
            "migrations.AlterUniqueTogether('audio', {('title', 'length')}),",
            "        indexes = [",
            "        unique_together = [('title', 'length')]\n        indexes = ["),
        new Case(
            "a model with another name",
            "migrations.RenameModel('Provider', 'Source'),",
            "Provider",
            "Source"),
        new Case(
            "a foreign key of an existing column",
            "migrations.AlterField('audio', 'owner', models.ForeignKey('catalog.provider',"
                + " models.CASCADE, null=True, related_name='owned')),",
            "db_constraint=False, ",
            ""),
        new Case(
            "a unique constraint",
            "migrations.AddConstraint('audio',"
                + " models.UniqueConstraint(fields=['title'], name='audio_title_uniq')),",
            "        indexes = [",
            "        constraints ="
                + " [models.UniqueConstraint(fields=['title'], name='audio_title_uniq')]\n"
                + "        indexes = ["),
        new Case(
            "a unique field",
            "migrations.AlterField('audio', 'title',"
                + " models.CharField(max_length=200, unique=True)),",
            "models.CharField(max_length=200)",
            "models.CharField(max_length=200, unique=True)"),
        new Case(
            "a check",
            "migrations.AddConstraint('audio', models.CheckConstraint(CONDITION="
                + "models.Q(plays__gte=0), name='audio_plays_check')),",
            "        indexes = [",
            "        constraints = [models.CheckConstraint(CONDITION=models.Q(plays__gte=0),"
                + " name='audio_plays_check')]\n        indexes = ["),
        new Case(
            "an index that goes with a field's option",
            "migrations.AlterField('audio', 'length', models.IntegerField()),",
            "models.IntegerField(db_index=True)",
            "models.IntegerField()"),
        new Case(
            "an index of Meta that goes",
            "migrations.RemoveIndex('audio', 'audio_plays_idx'),",
            "models.Index(fields=[\"plays\"], name=\"audio_plays_idx\")",
            ""),
        new Case(
            "drop a table",
            "migrations.DeleteModel('Spare'),",
            "class Spare(models.Model):\n    id = models.BigAutoField(primary_key=True)\n",
            ""));
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
    DjangoProject.require();
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name, () -> run(c)));
  }

  @Test
  void a_wrong_end_is_seen() throws IOException {
    DjangoProject.require();
    Case wrong = cases().get(1);
    try (Database database = server.database()) {
      Project project = new Project(folder(), database);
      project.manage("migrate", "--verbosity=0");
      project.models(wrong);
      assertThat(project.changes()).contains("Remove field note");
    }
  }

  private void run(Case asked) throws IOException {
    String condition = since(5, 1) ? "condition" : "check";
    Case change =
        new Case(
            asked.name,
            asked.operations.replace("CONDITION", condition),
            asked.from,
            asked
                .to
                .replace("CONDITION", condition)
                .replace("KEPT", since(5, 0) ? ", db_default=0" : ""));
    String wanted = wanted(change);
    try (Database database = server.database();
        Client client = database.connect()) {
      Project project = new Project(folder(), database);
      project.manage("migrate", "--verbosity=0");
      client.execute(ROWS);
      Plan plan =
          DjangoChange.to(
                  version(),
                  Files.readString(FILES.resolve(FIRST)),
                  Files.readString(FILES.resolve(MODELS)))
              .adding(change.operations)
              .plan();
      assertThat(plan.steps()).anyMatch(step -> step.migration() != null);
      for (Step step : plan.steps()) {
        project.carryOut(step, client);
      }
      project.models(change);
      assertThat(project.changes()).contains("No changes detected");
      assertThat(client.value(SHAPE)).isEqualTo(wanted);
    }
  }

  /** What the contributor's own migration makes of the database. */
  private String wanted(Case change) throws IOException {
    try (Database database = server.database();
        Client client = database.connect()) {
      Project project = new Project(folder(), database);
      project.migration(change.operations, "");
      project.manage("migrate", "--verbosity=0");
      return client.value(SHAPE);
    }
  }

  private Path folder() throws IOException {
    return Files.createTempDirectory(scratch, "project");
  }

  private static String version() {
    List<String> ask = List.of(PYTHON, "-c", "import django; print(django.__version__)");
    return CommandProcess.start(Path.of("target"), environment("", 0), ask).end().strip();
  }

  private static boolean since(int major, int minor) {
    String[] parts = version().split("\\.");
    int has = Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
    return has >= major * 100 + minor;
  }

  private static Map<String, String> environment(String database, int port) {
    return Map.of(
        "CATALOG_PORT",
        String.valueOf(port),
        "CATALOG_NAME",
        database,
        "PYTHONDONTWRITEBYTECODE",
        "1",
        "PYTHONPATH",
        OTHER);
  }

  /** A project of a real Django with a database of its own. */
  private static final class Project {

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> migrations = new ArrayList<>(List.of("0001_initial"));

    Project(Path folder, Database database) throws IOException {
      this.folder = folder;
      environment = environment(database.name(), server.port());
      try (Stream<Path> files = Files.walk(FILES)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          write(FILES.relativize(file).toString(), Files.readString(file));
        }
      }
    }

    private void write(String path, String text) throws IOException {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    String manage(String... arguments) {
      List<String> line = new ArrayList<>(List.of(PYTHON, "-W", "ignore", "manage.py"));
      line.addAll(List.of(arguments));
      return CommandProcess.start(folder, environment, line).end();
    }

    /** What Django would still have to do for the models. */
    String changes() {
      return manage("makemigrations", "--dry-run");
    }

    void models(Case change) throws IOException {
      String models = Files.readString(FILES.resolve(MODELS));
      assertThat(models).contains(change.from);
      write(MODELS, models.replace(change.from, change.to));
    }

    void carryOut(Step step, Client client) throws IOException {
      if (step.migration() != null) {
        String text = step.migration().text();
        int body = text.indexOf("operations = [");
        String atomic = text.contains("atomic = False\n") ? "    atomic = False\n" : "";
        String imports = text.substring(0, body).replace("atomic = False\n", "");
        String operations = text.substring(body + "operations = [".length(), text.length() - 1);
        migration(operations.strip(), imports, atomic);
        manage("migrate", "--verbosity=0");
      }
      for (String sql : step.schema()) {
        if (step.migration() == null || !step.migration().covers(sql)) {
          assertThat(sql).startsWith("UPDATE");
          client.execute(
              sql.replace(":last", "0")
                  .replace(":next", "1000")
                  .replace(":value", sql.contains("slug") ? "id::text" : "'none'"));
        }
      }
    }

    private void migration(String operations, String imports) throws IOException {
      migration(operations, imports, "");
    }

    private void migration(String operations, String imports, String atomic) throws IOException {
      String name = "%04d_step".formatted(migrations.size() + 1);
      String text = imports + DjangoChange.migration(migrations.getLast(), operations);
      write(
          "catalog/migrations/" + name + ".py",
          text.replace("    dependencies = ", atomic + "    dependencies = "));
      migrations.add(name);
    }
  }
}
