package dev.concertina.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A plan for a Django migration says its steps in Django's words, by the project's version. */
class DjangoWriterTest {

  private static final String FIRST =
      DjangoChange.migration("none", "")
          .replace("dependencies = [(\"catalog\", \"none\")]", "dependencies = []")
          .replace(
              "operations = [\n",
              """
              operations = [
                      migrations.CreateModel(
                          name="Audio",
                          fields=[
                              ("id", models.BigAutoField(primary_key=True)),
                              ("title", models.CharField(max_length=200)),
                              ("length", models.IntegerField(db_index=True)),
                              ("genre", models.CharField(max_length=50, null=True)),
                              ("code", models.IntegerField(db_column="Code No")),
                          ],
                      ),
              """);

  private static final String MODELS =
      """
      from django.db import models


      class Audio(models.Model):
          id = models.BigAutoField(primary_key=True)
          title = models.CharField(max_length=200)
          length = models.IntegerField(db_index=True)
          genre = models.CharField(max_length=50, null=True)
          code = models.IntegerField(db_column="Code No")
      """;

  private static final String NOT_NULL =
      """
      migrations.AlterField(
          model_name="audio", name="genre", field=models.CharField(max_length=50)
      ),
      """;

  private static Plan plan(String version, String operations) {
    return DjangoChange.to(version, FIRST, MODELS).adding(operations).plan();
  }

  private static List<String> words(Plan plan) {
    return plan.steps().stream()
        .map(Step::migration)
        .filter(Objects::nonNull)
        .map(MigrationBody::text)
        .toList();
  }

  @Test
  void an_index_is_built_concurrently_as_it_was_declared() {
    Plan plan =
        plan(
            "4.2",
            """
            migrations.AddIndex(
                "audio", models.Index(fields=["title", "-length"], name="audio_title_idx")
            ),
            """);
    assertThat(words(plan))
        .containsExactly(
            """
            from django.contrib.postgres.operations import AddIndexConcurrently

            atomic = False
            operations = [
                AddIndexConcurrently(
                    model_name="audio",
                    index=models.Index(fields=["title", "-length"], name="audio_title_idx"),
                ),
            ]""");
  }

  @Test
  void a_check_is_a_condition_from_5_1_on_and_plain_sql_before_4_0() {
    assertThat(words(plan("5.1", NOT_NULL)).get(0))
        .contains("AddConstraintNotValid(")
        .contains("condition=models.Q(genre__isnull=False)");
    assertThat(words(plan("4.0", NOT_NULL)).get(0))
        .contains("AddConstraintNotValid(")
        .contains("check=models.Q(genre__isnull=False)");
    assertThat(words(plan("3.2", NOT_NULL)).get(0))
        .contains("migrations.RunSQL(")
        .contains("NOT VALID")
        .doesNotContain("AddConstraintNotValid");
  }

  @Test
  void not_null_ends_with_the_field_as_it_is_declared() {
    List<String> words = words(plan("4.2", NOT_NULL));
    assertThat(words.get(1)).contains("ValidateConstraint(model_name=\"audio\"");
    assertThat(words.get(2))
        .isEqualTo(
            """
            operations = [
                migrations.AlterField(
                    model_name="audio", name="genre", field=models.CharField(max_length=50)
                ),
                migrations.RemoveConstraint(model_name="audio", name="catalog_audio_genre_present"),
            ]""");
  }

  @Test
  void a_default_of_the_field_would_look_through_the_rows_so_the_models_alone_learn_it() {
    String withDefault = NOT_NULL.replace("max_length=50", "max_length=50, default=\"\"");
    String last = words(plan("4.2", withDefault)).get(2);
    assertThat(last).contains("SeparateDatabaseAndState").contains("SET NOT NULL");
  }

  @Test
  void a_default_stays_in_the_database_by_db_default_from_5_0_on() {
    String add = "migrations.AddField(\"audio\", \"rating\", models.IntegerField(default=0)),";
    assertThat(words(plan("5.0", add)))
        .singleElement()
        .asString()
        .contains("field=models.IntegerField(default=0, db_default=0)")
        .doesNotContain("RunSQL");
    assertThat(plan("5.0", add).steps().get(0).code())
        .endsWith("`Audio` declares `rating = models.IntegerField(default=0, db_default=0)`.");
    assertThat(words(plan("4.2", add)))
        .singleElement()
        .asString()
        .contains("ADD COLUMN rating integer NOT NULL")
        .contains("field=models.IntegerField(default=0)");
  }

  @Test
  void the_alias_comes_first_and_is_djangos_alone() {
    Plan plan = plan("4.2", "migrations.RenameField(\"audio\", \"length\", \"length_ms\"),");
    assertThat(plan.alternatives())
        .singleElement()
        .asString()
        .contains("`length_ms = models.IntegerField(db_index=True, db_column=\"length\")`")
        .doesNotContain("Rails");
    assertThat(plan.steps().get(0).code())
        .startsWith("`length_ms = models.IntegerField(null=True)` beside `length` in `Audio`");
    assertThat(words(plan).get(0)).contains("field=models.IntegerField(null=True)");
  }

  @Test
  void the_models_forget_a_column_in_the_release_before_it_is_dropped() {
    List<Step> steps = plan("4.2", "migrations.RemoveField(\"audio\", \"genre\"),").steps();
    Step stop = steps.get(steps.size() - 2);
    assertThat(stop.schema()).isEmpty();
    assertThat(stop.migration().text())
        .contains(
            "state_operations=[migrations.RemoveField(model_name=\"audio\", name=\"genre\")]");
    assertThat(stop.code()).startsWith("`Audio` no longer declares `genre`");
    assertThat(steps.get(steps.size() - 1).migration().text())
        .contains("DROP COLUMN genre")
        .contains("ADD COLUMN genre varchar(50)")
        .doesNotContain("RemoveField");
  }

  @Test
  void a_row_change_stays_sql_that_no_migration_runs() {
    Plan plan = plan("4.2", "migrations.RenameField(\"audio\", \"length\", \"length_ms\"),");
    Step copy = plan.steps().get(1);
    assertThat(copy.schema()).singleElement().asString().startsWith("UPDATE");
    assertThat(copy.migration()).isNull();
  }

  @Test
  void the_rows_of_a_default_are_changed_once() {
    String withDefault = NOT_NULL.replace("max_length=50", "max_length=50, default=\"\"");
    Plan plan = plan("4.2", withDefault);
    assertThat(plan.steps().stream().flatMap(step -> step.schema().stream()))
        .filteredOn(sql -> sql.startsWith("UPDATE"))
        .hasSize(1);
  }
}
