package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.django.Drift;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model and its migrations: which of the two is ahead. */
class ModelDriftTest {

  private static final String MODELS =
      """
      from django.db import models

      class Audio(models.Model):
          title = models.TextField()
          length = models.IntegerField()
          mood = models.TextField(null=True)
          objects = models.Manager()
      """;

  private static final String INITIAL =
      """
      from django.db import migrations, models

      class Migration(migrations.Migration):
          operations = [
              migrations.CreateModel("Audio", [
                  ("id", models.BigAutoField(primary_key=True)),
                  ("title", models.TextField()),
                  ("length", models.IntegerField()),
                  ("mood", models.TextField(null=True)),
              ]),
          ]
      """;

  private final List<String> base =
      new ArrayList<>(
          List.of(
              "manage.py",
              "",
              "media/models.py",
              MODELS,
              "media/migrations/0001_initial.py",
              INITIAL));

  private List<String> drifts(String after, ChangedFile... more) {
    InMemoryTree tree = InMemoryTree.of(base.toArray(String[]::new));
    List<ChangedFile> files = new ArrayList<>(List.of(more));
    files.add(
        new ChangedFile(
            "media/models.py",
            ChangedFile.Status.EDITED,
            null,
            base.get(3).getBytes(StandardCharsets.UTF_8),
            after.getBytes(StandardCharsets.UTF_8)));
    return Change.read(tree, tree, files, LayoutSettings.NONE).drifts().stream()
        .map(found -> found.drift().kind() + " " + found.drift().field() + line(found.drift()))
        .toList();
  }

  private static String line(Drift drift) {
    return " " + drift.span().line();
  }

  private static ChangedFile migration(String operation) {
    String text =
        """
        from django.db import migrations, models

        class Migration(migrations.Migration):
            dependencies = [("media", "0001_initial")]
            operations = [%s]
        """
            .formatted(operation);
    return new ChangedFile(
        "media/migrations/0002_x.py",
        ChangedFile.Status.ADDED,
        null,
        null,
        text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFieldThatNoMigrationAdds() {
    String after = MODELS.replace("    mood", "    plays = models.IntegerField()\n    mood");
    assertThat(drifts(after)).containsExactly("AHEAD media.Audio.plays 6");
    assertThat(
            drifts(
                after,
                migration("migrations.AddField('Audio', 'plays', models.IntegerField(null=True))")))
        .isEmpty();
  }

  @Test
  void aFieldThatTheModelLetsGoOf() {
    String after =
        MODELS
            .replace("    mood = models.TextField(null=True)\n", "")
            .replace("    length = models.IntegerField()\n", "");
    assertThat(drifts(after))
        .containsExactly("BEHIND_REQUIRED media.Audio.length 3", "BEHIND media.Audio.mood 3");
    assertThat(
            drifts(
                after,
                migration(
                    "migrations.RemoveField('Audio', 'mood'),"
                        + " migrations.SeparateDatabaseAndState(state_operations=["
                        + "migrations.RemoveField('Audio', 'length')])")))
        .isEmpty();
  }

  @Test
  void aFieldThatMovesToABaseInAnotherFile() {
    String bases = "from django.db import models\n\nclass Base(models.Model):\n    x = 1\n";
    String moved =
        bases + "    mood = models.TextField(null=True)\n    tempo = models.TextField()\n";
    String models =
        MODELS.replace("(models.Model)", "(Base)").replace("from", "from b import Base\nfrom");
    base.set(3, models);
    ChangedFile edited =
        new ChangedFile(
            "media/models/bases.py",
            ChangedFile.Status.EDITED,
            null,
            bases.getBytes(StandardCharsets.UTF_8),
            moved.getBytes(StandardCharsets.UTF_8));
    String after = models.replace("    mood = models.TextField(null=True)\n", "");
    assertThat(drifts(after, edited)).isEmpty();
    assertThat(drifts(after.replace("    length = models.IntegerField()\n", ""), edited))
        .containsExactly("BEHIND_REQUIRED media.Audio.length 4");
  }

  @Test
  void whatIsNoDrift() {
    assertThat(drifts(MODELS.replace("models.TextField()", "models.CharField(max_length=9)")))
        .isEmpty();
    assertThat(
            drifts(MODELS.replace("(models.Model)", "(Named)").replace("    title", "    # title")))
        .isEmpty();
    assertThat(drifts(MODELS + "\nclass Mixin(models.Model):\n    x = models.TextField()\n"))
        .isEmpty();
    assertThat(
            drifts(
                MODELS
                    .replace("models.IntegerField()", "MoneyField(max_digits=9)")
                    .replace("from", "from prices import MoneyField\nfrom")))
        .isEmpty();
    assertThat(drifts("class Audio(")).isEmpty();
  }
}
