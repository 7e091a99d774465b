package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.RunCode;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the function of a RunPython does to rows, as SQL would do it. */
class RunPythonTest {

  private static final String MODELS =
      """
      from django.db import migrations, models

      class Migration(migrations.Migration):
          operations = [
              migrations.CreateModel(name="Artist", fields=[("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())]),
              migrations.CreateModel(
                  name="Track",
                  fields=[
                      ("id", models.BigAutoField(primary_key=True)),
                      ("length", models.IntegerField(null=True)),
                      ("length_ms", models.IntegerField(null=True)),
                      ("title", models.TextField(db_column="name")),
                      ("artist", models.ForeignKey(on_delete=models.CASCADE, to="music.artist")),
                      ("guests", models.ManyToManyField(to="music.artist", related_name="+")),
                  ],
              ),
          ]
      """;

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  @Test
  void updatesOfAQuery() {
    assertThat(
            body(
                """
                Track = apps.get_model("music", "Track")
                Track.objects.filter(length_ms__isnull=True).update(length_ms=models.F("length"), title="x")
                Track.objects.all().update(length=0)
                """))
        .containsExactly(
            "UPDATE music_track SET length_ms = \"length\", name = 'x' WHERE \"length_ms\" IS NULL",
            "UPDATE music_track SET length = 0");
  }

  @Test
  void savesInALoop() {
    RunCode code =
        read(
            """
            for track in apps.get_model("music.Track").objects.filter(length__gt=5).iterator():
                track.length_ms = track.length * 1000
                track.save()
            """);
    assertThat(texts(code))
        .containsExactly(
            "UPDATE music_track SET length_ms = \"computed\"('row.length * 1000') WHERE \"length\" > 5");
    assertThat(code.loops()).isTrue();
    assertThat(code.commits()).isFalse();
    assertThat(code.importsModel()).isFalse();
  }

  @Test
  void whatCannotBeTakenOutOfALoop() {
    for (String body :
        List.of(
            "track.title = track.artist.name",
            "track.title = other",
            "track.title = f\"{track.length}\"",
            "track.title = track",
            "track.title = eval('1')",
            "track.title = str(track.length)\n    track.length = len(track.title)",
            "if track.length:\n        track.title = str(track.length)")) {
      assertThat(
              body(
                  "for track in apps.get_model('music.Track').objects.all():\n    "
                      + body
                      + "\n    track.save()\n"))
          .as(body)
          .singleElement()
          .asString()
          .contains("name = \"computed\"()");
    }
  }

  @Test
  void aListOfRowsThatAreSavedAtOnce() {
    assertThat(
            body(
                """
                Track = apps.get_model("music", "Track")
                some = []
                for track in Track.objects.filter(length__gt=5):
                    track.length_ms = track.length * 1000
                    some.append(track)
                Track.objects.bulk_update(some, ["length_ms"])
                Track.objects.bulk_update(unknown, ["length"])
                """))
        .containsExactly(
            "UPDATE music_track SET length_ms = \"computed\"('row.length * 1000') WHERE \"length\" > 5",
            "UPDATE music_track SET length = \"computed\"()");
  }

  @Test
  void savesOfNamedFields() {
    assertThat(
            body(
                """
                Track = apps.get_model("music", "Track")
                track = Track.objects.get(pk=3)
                track.title = "a"
                track.length += 1
                track.save(update_fields=["title"])
                """))
        .containsExactly("UPDATE music_track SET name = \"computed\"() WHERE \"id\" = 3");
  }

  @Test
  void oneRowIsFoundByItsKey() {
    assertThat(
            body(
                """
                Track = apps.get_model("music", "Track")
                Artist = apps.get_model("music", "Artist")
                track = Track.objects.filter(length__gt=5).first()
                track.title = "a"
                track.save()
                for artist in Artist.objects.filter(name="x"):
                    track = Track.objects.get(title=artist.name)
                    track.length = 5
                    track.save()
                """))
        .containsExactly(
            "UPDATE music_track SET name = \"computed\"() WHERE \"id\" = 0",
            "UPDATE music_track SET length = \"computed\"() WHERE \"name\" = ''");
  }

  @Test
  void rowsThatAGeneratorYields() {
    assertThat(
            bodyOf(
                """
                def batches(query):
                    start = 0
                    while True:
                        keys = list(query.filter(pk__gt=start)[:500].values_list("pk", flat=True))
                        if not keys:
                            break
                        yield keys
                        start = keys[-1]

                def forwards(apps, schema_editor):
                    Track = apps.get_model("music", "Track")
                    Artist = apps.get_model("music", "Artist")
                    track = Track.objects.first()
                    for keys in batches(Artist.objects.filter(name="a")):
                        track.guests.add(*keys)
                """))
        .containsExactly(
            "INSERT INTO music_track_guests [track_id, artist_id] SELECT \"computed\"(),"
                + " \"computed\"() FROM \"music_artist\" WHERE \"name\" = 'a' AND \"id\" > 0");
  }

  @Test
  void whatRunsAfterAllMigrationsIsNotInTheirTransaction() {
    List<Operation> operations =
        apply(
            """
            from django.db.models.signals import post_migrate

            def forwards(apps, schema_editor):
                Track = apps.get_model("music", "Track")

                def later(sender=None, **kwargs):
                    for track in Track.objects.all():
                        track.title = "a"
                        track.save()

                Track.objects.update(length=0)
                post_migrate.connect(later, weak=False)
            """,
            "",
            "");
    RunCode now = (RunCode) operations.get(0);
    RunCode later = (RunCode) operations.get(1);
    assertThat(texts(now)).containsExactly("UPDATE music_track SET length = 0");
    assertThat(now.loops()).isFalse();
    assertThat(texts(later)).containsExactly("UPDATE music_track SET name = \"computed\"('\"a\"')");
    assertThat(later.commits()).isTrue();
  }

  @Test
  void rowsThatComeAndGo() {
    assertThat(
            body(
                """
                Track = apps.get_model("music", "Track")
                Artist = apps.get_model("music", "Artist")
                Track.objects.exclude(length=1).delete()
                Artist.objects.create(name="b")
                artist, created = Artist.objects.get_or_create(name="c")
                Track(title="d", artist=artist).save()
                for artist in Artist.objects.all():
                    artist.delete()
                    Track.objects.create(title=artist.name, artist=artist)
                """))
        .containsExactly(
            "DELETE FROM music_track WHERE NOT (\"length\" = 1 AND \"length\" IS NOT NULL)",
            "INSERT INTO music_artist [name] 1",
            "INSERT INTO music_artist [name] 1",
            "INSERT INTO music_track [name, artist_id] 1",
            "DELETE FROM music_artist",
            "INSERT INTO music_track [name, artist_id] SELECT \"computed\"(), \"computed\"() FROM"
                + " \"music_artist\"");
  }

  @Test
  void manyRowsAtOnce() {
    RunCode code =
        read(
            """
            Track = apps.get_model("music", "Track")
            tracks = list(Track.objects.all())
            for track in tracks:
                track.length_ms = 1
            Track.objects.bulk_update(tracks, ["length_ms"], batch_size=500)
            Track.objects.bulk_create([Track(title=a.name) for a in apps.get_model("music", "Artist").objects.all()])
            """);
    assertThat(texts(code))
        .containsExactly(
            "UPDATE music_track SET length_ms = \"computed\"()",
            "INSERT INTO music_track [name] SELECT \"computed\"() FROM \"music_artist\"");
    assertThat(code.loops()).isFalse();
  }

  @Test
  void theTableBetweenTwoModels() {
    assertThat(
            body(
                """
                for track in apps.get_model("music", "Track").objects.all():
                    track.guests.add(track.artist)
                """))
        .containsExactly(
            "INSERT INTO music_track_guests [track_id, artist_id] SELECT \"computed\"(),"
                + " \"computed\"() FROM \"music_track\"");
  }

  @Test
  void functionsOfTheFileAreFollowed() {
    assertThat(
            bodyOf(
                """
                def fill(model, value):
                    model.objects.update(length=value)

                def rows(apps):
                    return apps.get_model("music", "Track").objects.filter(length=2)

                def forwards(apps, schema_editor):
                    fill(apps.get_model("music", "Track"), 3)
                    rows(apps).delete()
                """))
        .containsExactly(
            "UPDATE music_track SET length = \"computed\"()",
            "DELETE FROM music_track WHERE \"length\" = 2");
  }

  @Test
  void listsOfModelsAndOfTheirNamesAreGoneThrough() {
    assertThat(
            body(
                """
                for model in [apps.get_model("music", "Track"), apps.get_model("music", "Artist")]:
                    model.objects.all().delete()
                for name in ["Track", "Artist"]:
                    apps.get_model("music", name).objects.filter(pk=1).delete()
                """))
        .containsExactly(
            "DELETE FROM music_track",
            "DELETE FROM music_artist",
            "DELETE FROM music_track WHERE \"id\" = 1",
            "DELETE FROM music_artist WHERE \"id\" = 1");
  }

  @Test
  void whatPointsToARowIsFollowed() {
    assertThat(
            body(
                """
                for artist in apps.get_model("music", "Artist").objects.all():
                    for place, track in enumerate(artist.track_set.all()):
                        track.length = place
                        track.save()
                    artist.track_set.all().delete()
                Track = apps.get_model("music", "Track")
                Track.guests.through.objects.filter(artist=1).delete()
                """))
        .containsExactly(
            "UPDATE music_track SET length = \"computed\"() WHERE \"artist_id\" = 0",
            "DELETE FROM music_track WHERE \"artist_id\" = 0",
            "DELETE FROM music_track_guests WHERE \"artist_id\" = 1");
  }

  @Test
  void rowsThatAreCollectedFirst() {
    assertThat(
            body(
                """
                Track = apps.get_model("music", "Track")
                tracks = []
                for track in Track.objects.all():
                    track.title = "a"
                    tracks.append(track)
                Track.objects.bulk_update(tracks, fields=["title"])
                new = []
                for track, number in zip(Track.objects.all(), range(5)):
                    new.append(Track(length=number))
                Track.objects.bulk_create(new)
                """))
        .containsExactly(
            "UPDATE music_track SET name = \"computed\"('\"a\"')",
            "INSERT INTO music_track [length] SELECT \"computed\"() FROM \"music_track\"");
  }

  @Test
  void functionsThatAreMadeOrWrapped() {
    String made =
        """
        from functools import partial
        def maker(name):
            def forwards(apps, schema_editor):
                apps.get_model("music", name).objects.all().delete()
            return forwards
        def named(name, apps, schema_editor):
            apps.get_model("music", name).objects.all().delete()
        """;
    assertThat(texts(run(made, "maker(\"Track\")"))).containsExactly("DELETE FROM music_track");
    assertThat(texts(run(made, "lambda apps, se: named(\"Artist\", apps, se)")))
        .containsExactly("DELETE FROM music_artist");
    assertThat(texts(run(made, "partial(named, \"Track\")")))
        .containsExactly("DELETE FROM music_track");
  }

  @Test
  void aFunctionOfTheMigrationItself() {
    String inside =
        """
        def inside(apps, schema_editor):
                apps.get_model("music", "Track").objects.all().delete()
        """;
    List<Operation> operations = apply("", "", inside, "inside");
    assertThat(texts((RunCode) operations.get(0))).containsExactly("DELETE FROM music_track");
  }

  @Test
  void whatALibraryDoesReachesNoRows() {
    assertThat(body("x = markdown.render('a')\nprint(x)")).isEmpty();
    assertThat(body("from shop.music.tasks import fill\nfill.delay()")).isEmpty();
    assertThat(body("from shop.music.tasks import fill\nfill()"))
        .containsExactly("? it calls shop.music.tasks.fill, which is not followed");
  }

  @Test
  void sqlInTheCode() {
    assertThat(
            body(
                """
                with schema_editor.connection.cursor() as cursor:
                    cursor.execute("UPDATE music_track SET length = %s", [1])
                schema_editor.execute("DROP TABLE music_artist")
                cursor = schema_editor.connection.cursor()
                cursor.execute(f"DROP TABLE {x}")
                """))
        .containsExactly(
            "UPDATE music_track SET length = 1",
            "drop-table music_artist",
            "? the SQL is built at run time");
  }

  @Test
  void whatIsNotFollowedIsSaid() {
    assertThat(body("from_elsewhere(apps)"))
        .containsExactly("? it calls music.fill.from_elsewhere, which is not followed");
    assertThat(bodyOf("forwards = 1")).containsExactly("? RunPython runs what is computed");
    assertThat(bodyOf(""))
        .containsExactly("? RunPython runs forwards, which the file does not define");
    assertThat(body("x = apps.get_model(a, b)"))
        .containsExactly("? which model it takes is computed");
    assertThat(body("compute()[0].save()"))
        .containsExactly("? .save() is called on something not followed");
  }

  @Test
  void importedModelsAreNoticed() {
    RunCode code = read("Track.objects.update(length=1)", "from music.models import Track");
    assertThat(texts(code)).containsExactly("UPDATE music_track SET length = 1");
    assertThat(code.importsModel()).isTrue();
  }

  @Test
  void codeOutsideOfATransactionCommits() {
    List<Operation> operations =
        apply("def forwards(apps, schema_editor):\n    pass", "", "atomic = False");
    assertThat(((RunCode) operations.get(0)).commits()).isTrue();
  }

  @Test
  void aStepWithoutAWayBackSaysSo() {
    assertThat(apply("def forwards(apps, schema_editor):\n    pass", "", ""))
        .extracting(Operation::kind)
        .containsExactly("run-code", "one-way");
    assertThat(
            apply(
                "def forwards(apps, schema_editor):\n    pass", ", migrations.RunPython.noop", ""))
        .extracting(Operation::kind)
        .containsExactly("run-code");
  }

  @Test
  void endlessCallsEnd() {
    assertThat(
            bodyOf(
                """
                def forwards(apps, schema_editor):
                    forwards(apps, schema_editor)
                    again(apps)

                def again(apps):
                    apps.get_model("music", "Track").objects.all().delete()
                    forwards(apps, None)
                """))
        .containsExactly("DELETE FROM music_track");
  }

  private List<String> body(String statements) {
    return texts(read(statements));
  }

  private RunCode read(String statements) {
    return read(statements, "from music.fill import from_elsewhere");
  }

  private RunCode read(String statements, String imports) {
    String function = "def forwards(apps, schema_editor):\n" + statements.indent(4);
    return (RunCode) apply(imports + "\n" + function, "", "").get(0);
  }

  private List<String> bodyOf(String code) {
    return texts((RunCode) apply(code, "", "").get(0));
  }

  private RunCode run(String code, String function) {
    return (RunCode) apply(code, "", "", function).get(0);
  }

  private List<Operation> apply(String code, String reverse, String attribute) {
    return apply(code, reverse, attribute, "forwards");
  }

  private List<Operation> apply(String code, String reverse, String attribute, String function) {
    Settings settings = Settings.of(4, 2);
    MigrationFile models = MigrationFile.read(new Key("music", "0001"), MODELS, settings);
    ProjectState state = new SchemaEditor(reader).apply(ProjectState.of(settings), models).after();
    String text =
        """
        from django.db import migrations, models
        %s

        class Migration(migrations.Migration):
            %s
            operations = [migrations.RunPython(%s%s)]
        """
            .formatted(code, attribute, function, reverse);
    MigrationFile file = MigrationFile.read(new Key("music", "0002"), text, settings);
    return new SchemaEditor(reader)
        .apply(state, file).statements().stream().flatMap(s -> s.operations().stream()).toList();
  }

  private static List<String> texts(RunCode code) {
    return code.body().stream().map(RunPythonTest::text).toList();
  }

  private static String text(Operation operation) {
    return switch (operation) {
      case Operation.Update o -> {
        List<String> sets =
            o.assignments().stream().map(a -> a.column() + " = " + a.value().text()).toList();
        yield "UPDATE "
            + o.table()
            + " SET "
            + String.join(", ", sets)
            + (o.where() == null ? "" : " WHERE " + o.where().text());
      }
      case Operation.Delete o ->
          "DELETE FROM " + o.table() + (o.where() == null ? "" : " WHERE " + o.where().text());
      case Operation.Insert o ->
          "INSERT INTO "
              + o.table()
              + " "
              + o.columns()
              + " "
              + (o.source() == null ? String.valueOf(o.rows()) : o.source().text());
      case Operation.NotAnalysed o -> "? " + o.reason();
      default -> operation.kind() + " " + operation.target();
    };
  }
}
