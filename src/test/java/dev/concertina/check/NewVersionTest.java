package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.InMemoryTree;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.ReplayCache;
import dev.concertina.rule.RuleBook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Django migration takes away, and the models of the version that ships it. */
class NewVersionTest {

  private static final String RULE = "django/model-behind-migration";
  private static final String MODELS = "media/models.py";

  private static final String INITIAL =
      migration(
          """
          migrations.CreateModel("Audio", [
              ("id", models.BigAutoField(primary_key=True)),
              ("title", models.TextField()),
              ("mood", models.TextField(null=True)),
              ("created", models.DateTimeField(null=True)),
          ]),
          migrations.CreateModel("Spare", [("id", models.BigAutoField(primary_key=True))]),
          """);

  /** With a base in another file, a proxy, and a base that is not in the repository. */
  private static final String ALL =
      """
      from django.db import models
      from common.bases import Dated
      from elsewhere.models import Moody

      class Audio(Dated):
          title = models.TextField()
          mood = models.TextField(null=True)

      class Spare(Moody, models.Model):
          pass

      class Loud(Audio):
          class Meta:
              proxy = True
      """;

  private static final String BASES =
      """
      from django.db import models

      class Dated(models.Model):
          created = models.DateTimeField(null=True)

          class Meta:
              abstract = True
      """;

  private final InMemoryTree base =
      InMemoryTree.of(
          "manage.py",
          "",
          "requirements.txt",
          "Django==5.2\n",
          MODELS,
          ALL,
          "common/bases.py",
          BASES,
          "media/migrations/0001_initial.py",
          INITIAL);

  private static String migration(String operations) {
    return """
        from django.db import migrations, models

        class Migration(migrations.Migration):
            dependencies = []
            operations = [
        %s    ]
        """
        .formatted(operations.indent(8));
  }

  private List<String> findings(InMemoryTree head, String operations) {
    String path = "media/migrations/0002_change.py";
    String text = migration(operations).replace("= []", "= [(\"media\", \"0001_initial\")]");
    head.with(path, text);
    Intake intake =
        new Intake(
            base,
            base,
            head,
            LayoutSettings.NONE,
            ReplayCache.NONE,
            LocalDate.of(2026, 1, 1),
            "base",
            "head");
    Request request = intake.change(List.of(InMemoryTree.added(path, text)), List.of()).request();
    return new Checker(RuleBook.builtIn(), Settings.DEFAULT)
        .check(request).findings().stream()
            .map(Report.Result::finding)
            .filter(finding -> finding.rule().equals(RULE))
            .map(finding -> finding.why().replaceAll(" still declares.*", ""))
            .toList();
  }

  private List<String> findings(String operations) {
    return findings(base.copy(), operations);
  }

  @Test
  void aFieldAndAModelThatAreStillDeclared() {
    assertThat(findings("migrations.RemoveField('audio', 'mood'),"))
        .containsExactly("`media/models.py:7`");
    assertThat(findings("migrations.RenameField('audio', 'title', 'name'),"))
        .containsExactly("`media/models.py:6`");
    assertThat(findings("migrations.DeleteModel('Spare'),")).containsExactly("`media/models.py:9`");
    assertThat(findings("migrations.RenameModel('Audio', 'Track'),"))
        .containsExactly("`media/models.py:5`");
  }

  @Test
  void aFieldThatAnAbstractBaseInAnotherFileHas() {
    assertThat(findings("migrations.RemoveField('audio', 'created'),"))
        .containsExactly("`common/bases.py:4`");
  }

  @Test
  void aFieldThatIsMadeAgain() {
    assertThat(
            findings(
                """
                migrations.RemoveField('audio', 'mood'),
                migrations.AddField('audio', 'mood', models.IntegerField(null=True)),
                """))
        .isEmpty();
    assertThat(
            findings(
                """
                migrations.RenameField('audio', 'mood', 'feeling'),
                migrations.RenameField('audio', 'title', 'mood'),
                migrations.RenameField('audio', 'feeling', 'title'),
                """))
        .isEmpty();
  }

  @Test
  void whatTheModelsAloneForget() {
    assertThat(
            findings(
                """
                migrations.SeparateDatabaseAndState(
                    state_operations=[migrations.RemoveField('audio', 'mood')]
                ),
                """))
        .isEmpty();
  }

  @Test
  void aModelThatHasLetGo() {
    InMemoryTree head =
        base.copy().with(MODELS, ALL.replace("    mood = models.TextField(null=True)\n", ""));
    assertThat(findings(head, "migrations.RemoveField('audio', 'mood'),")).isEmpty();
  }

  @Test
  void aColumnThatComesFirst() {
    assertThat(findings("migrations.AddField('audio', 'plays', models.IntegerField(null=True)),"))
        .isEmpty();
    assertThat(
            findings(
                "migrations.CreateModel('Later', [('id', models.BigAutoField(primary_key=True))]),"))
        .isEmpty();
  }
}
