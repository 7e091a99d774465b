package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DjangoLayoutTest {

  private static final String HEAD =
      """
      from django.db import migrations, models

      class Migration(migrations.Migration):
      """;

  private final Map<String, String> base = new TreeMap<>();

  private static String migration(String dependency, String operation) {
    String needs = dependency == null ? "" : "    dependencies = [" + dependency + "]\n";
    return HEAD + needs + "    operations = [\n        " + operation + ",\n    ]\n";
  }

  private void projectWithAudio() {
    base.put("api/manage.py", "");
    base.put("api/requirements.txt", "Django==4.2.1\n");
    base.put("api/media/apps.py", "class C(AppConfig):\n    label = 'audio'\n");
    base.put(
        "api/media/migrations/0001_initial.py",
        migration(
            null,
            "migrations.CreateModel('Audio', [('id', models.BigAutoField(primary_key=True)),"
                + " ('length', models.IntegerField())])"));
  }

  private InMemoryTree tree() {
    return InMemoryTree.of(
        base.entrySet().stream()
            .flatMap(file -> Stream.of(file.getKey(), file.getValue()))
            .toArray(String[]::new));
  }

  private Change change(String path, String text) {
    return Change.read(
        tree(),
        tree(),
        List.of(
            new ChangedFile(
                path, ChangedFile.Status.ADDED, null, null, text.getBytes(StandardCharsets.UTF_8))),
        LayoutSettings.NONE);
  }

  @Test
  void aMigrationIsTheSqlThatDjangoSends() {
    projectWithAudio();
    String operation = "migrations.RenameField('Audio', 'length', 'length_ms')";
    Change change =
        change(
            "api/media/migrations/0002_rename.py",
            migration("('audio', '0001_initial')", operation));

    Migration migration = change.migrations().get(0);
    assertThat(migration.framework()).isEqualTo("django");
    assertThat(migration.history()).isEqualTo("api/manage.py");
    assertThat(migration.version()).isEqualTo("0002_rename");
    assertThat(migration.transaction()).isEqualTo(Migration.Transaction.FILE);
    assertThat(migration.statements()).hasSize(1);
    var statement = migration.statements().get(0);
    assertThat(statement.text()).isEqualTo(operation);
    assertThat(statement.span().line()).isEqualTo(6);
    assertThat(statement.operations())
        .containsExactly(
            new Operation.RenameColumn(
                Name.of("audio_audio"), "length", "length_ms", statement.span()));
    assertThat(change.collisions()).isEmpty();
  }

  @Test
  void theHistoryOfTheProjectIsTheSchema() {
    projectWithAudio();
    Schema schema =
        new History(tree(), LayoutSettings.NONE, ReplayCache.NONE).replay("api/manage.py");
    assertThat(schema.table(Name.of("audio_audio")).orElseThrow().column("length")).isPresent();
  }

  @Test
  void withoutATransaction() {
    projectWithAudio();
    String text =
        migration("('audio', '0001_initial')", "migrations.RunSQL('SELECT 1')")
            .replace("    operations", "    atomic = False\n    operations");
    assertThat(change("api/media/migrations/0002_x.py", text).migrations().get(0).transaction())
        .isEqualTo(Migration.Transaction.NONE);
  }

  @Test
  void twoHeadsAreACollision() {
    projectWithAudio();
    base.put(
        "api/media/migrations/0002_a.py",
        migration("('audio', '0001_initial')", "migrations.RunSQL('SELECT 1')"));
    String text = migration("('audio', '0001_initial')", "migrations.RunSQL('SELECT 2')");
    assertThat(change("api/media/migrations/0002_b.py", text).collisions())
        .singleElement()
        .satisfies(
            collision -> {
              assertThat(collision.path()).isEqualTo("api/media/migrations/0002_b.py");
              assertThat(collision.other()).isEqualTo("api/media/migrations/0002_a.py");
            });
    String merge = migration("('audio', '0002_a')", "migrations.RunSQL('SELECT 2')");
    assertThat(change("api/media/migrations/0002_b.py", merge).collisions()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotAnalysed() {
    projectWithAudio();
    assertThat(
            change("api/media/migrations/0002_x.py", HEAD + "    operations = make()\n")
                .migrations()
                .get(0)
                .statements())
        .flatExtracting(statement -> statement.operations())
        .hasOnlyElementsOfType(Operation.NotAnalysed.class)
        .hasSize(1);
  }

  @Test
  void aSquashRunsNothing() {
    projectWithAudio();
    String text =
        migration(null, "migrations.RunSQL('DROP TABLE x')")
            .replace(
                "    operations", "    replaces = [('audio', '0001_initial')]\n    operations");
    assertThat(change("api/media/migrations/0001_squash.py", text).migrations().get(0).statements())
        .isEmpty();
  }

  @Test
  void aFieldOfTheProjectIsKnownByARelativeImport() {
    projectWithAudio();
    base.put(
        "api/core/fields.py",
        "from django.db import models\n\nclass ProseField(models.TextField):\n    pass\n");
    base.put(
        "api/media/migrations/0002_notes.py",
        "from ...core.fields import ProseField\n"
            + migration(
                "('audio', '0001_initial')",
                "migrations.AddField('audio', 'notes', ProseField(null=True))"));
    Schema schema =
        new History(tree(), LayoutSettings.NONE, ReplayCache.NONE).replay("api/manage.py");
    assertThat(
            schema.table(Name.of("audio_audio")).orElseThrow().column("notes").orElseThrow().type())
        .hasToString("text");
  }

  @Test
  void aModelThatAnotherAppTakesOverIsNotForgotten() {
    projectWithAudio();
    String forget =
        "migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel('Audio')])";
    String takeOver =
        "migrations.SeparateDatabaseAndState(state_operations=[migrations.CreateModel('Sound',"
            + " [('id', models.BigAutoField(primary_key=True))],"
            + " options={'db_table': 'audio_audio'})])";
    String left = "api/media/migrations/0002_leave.py";
    String taken = "api/sound/migrations/0001_initial.py";
    base.put(left, migration("('audio', '0001_initial')", forget));
    assertThat(operations(left)).singleElement().isInstanceOf(Operation.ForgetTable.class);

    base.put(taken, migration("('audio', '0002_leave')", takeOver));
    assertThat(operations(left)).isEmpty();
  }

  private List<Operation> operations(String path) {
    return change(path, base.get(path)).migrations().get(0).statements().stream()
        .flatMap(statement -> statement.operations().stream())
        .toList();
  }
}
