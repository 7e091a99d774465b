package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever stands in a migration, it is read to an end. */
class TornMigrationTest {

  private static final int STEP = 151;

  private static final String CODE =
      """
      from functools import partial
      from django.db import connection, migrations
      from music.models import Track as Now

      def forwards(apps, schema_editor, *more, size: int = 5, **named):
          Track = apps.get_model("music", "Track")
          for number, track in enumerate(Track.objects.filter(a=1)[:size]):
              track.length = [x for x in track.line_set.all()]
              track.save(update_fields=["length"])
          with connection.cursor() as cursor:
              cursor.execute("UPDATE t SET a = %s", [1])
          try:
              Now.objects.bulk_create([Track(a=1)], **named)
          except ValueError as error:
              raise error
          else:
              fill = lambda rows: rows.update(a=1)
              fill(Track.objects.all())
          while (row := Track.objects.first()) is not None:
              row.delete()

      class Migration(migrations.Migration):
          def inside(apps, schema_editor):
              forwards(apps, schema_editor)
          operations = [
              migrations.RunPython(partial(forwards), lambda apps, editor: None),
              migrations.RunPython(inside),
          ]
      """;

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Settings settings = Settings.of(5, 2).withUserModel("User");

  @Test
  void codeThatEndsAnywhere() {
    for (int end = 0; end < CODE.length(); end += 7) {
      applies(CODE.substring(0, end) + "\n" + CODE.substring(CODE.indexOf("class Migration")));
      applies(CODE.substring(end));
      applies(CODE.substring(0, end) + CODE.substring(Math.min(CODE.length(), end + 13)));
    }
  }

  @Test
  void operationsThatEndAnywhere() throws IOException {
    for (Path file : migrations()) {
      String text = Files.readString(file);
      for (int end = 0; end < text.length(); end += STEP) {
        applies(text.substring(0, end) + "]");
        applies(text.substring(0, end) + text.substring(Math.min(text.length(), end + 40)));
      }
    }
  }

  @Test
  void operationsWithoutTheirArguments() {
    for (String name :
        List.of(
            "CreateModel",
            "DeleteModel",
            "RenameModel",
            "AddField",
            "AlterField",
            "RemoveField",
            "RenameField",
            "AddIndex",
            "RemoveIndex",
            "RenameIndex",
            "AddConstraint",
            "RemoveConstraint",
            "AlterUniqueTogether",
            "AlterIndexTogether",
            "AlterModelTable",
            "AlterOrderWithRespectTo",
            "AlterModelOptions",
            "RunSQL",
            "RunPython",
            "SeparateDatabaseAndState",
            "AlterModelTableComment",
            "AlterConstraint")) {
      for (String arguments :
          List.of("", "1", "None, None, None", "'a', 'b', 'c'", "*x", "[], {}, ()")) {
        applies(
            "from django.db import migrations\nclass Migration(migrations.Migration):\n    operations = [migrations."
                + name
                + "("
                + arguments
                + ")]\n");
      }
    }
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> all = Files.walk(SentSql.PROJECT)) {
      return all.filter(file -> file.getFileName().toString().startsWith("0")).sorted().toList();
    }
  }

  private void applies(String text) {
    assertThatCode(
            () -> {
              MigrationFile file = MigrationFile.read(new Key("music", "0001"), text, settings);
              new SchemaEditor(reader).apply(ProjectState.of(settings), file);
            })
        .as(text)
        .doesNotThrowAnyException();
  }
}
