package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where what Django sends stands in the file, and what is said of that which it does not send. */
class SchemaEditorTest {

  private static final Settings DJANGO = Settings.of(4, 2);

  private static final String MODELS =
      """
      migrations.CreateModel(
          name="Track",
          fields=[
              ("id", models.BigAutoField(primary_key=True)),
              ("length", models.IntegerField(null=True)),
              ("title", models.CharField(max_length=20)),
          ],
      ),
      """;

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private String text;

  @Test
  void whatAnOptionCausesStandsAtTheOption() {
    assertThat(
            places(
                """
                migrations.AddField("track", "rank", models.IntegerField(default=7, db_index=True)),
                """))
        .containsExactly(
            "add-column models.IntegerField(default=7, db_index=True)",
            "drop-default 7",
            "create-index True");
    assertThat(
            places(
                """
                migrations.AlterField("track", "length", models.IntegerField(null=False, default=5)),
                """))
        .containsExactly(
            "set-default 5", "update 5", "no-effect 5", "set-not-null False", "drop-default 5");
  }

  @Test
  void aForeignObjectHasNoColumn() {
    assertThat(
            places(
                """
                migrations.AddField("track", "other", models.ForeignObject(to="music.track", from_fields=("title",), to_fields=("title",), on_delete=models.DO_NOTHING)),
                """))
        .isEmpty();
  }

  @Test
  void whatTheOperationCausesStandsAtIt() {
    String rename = "migrations.RenameField('track', 'length', 'length_ms')";
    assertThat(places(rename + ",")).containsExactly("rename-column " + rename);
  }

  @Test
  void sqlStandsWhereItIsWritten() {
    assertThat(places("migrations.RunSQL('SELECT 1; DROP TABLE x', migrations.RunSQL.noop),"))
        .containsExactly("select SELECT 1", "drop-table DROP TABLE x");
    String escaped = "'DROP \\\\nTABLE x'";
    assertThat(places("migrations.RunSQL(" + escaped.replace("\\\\", "\\") + ", ''),"))
        .containsExactly("drop-table 'DROP \\nTABLE x'");
  }

  @Test
  void whatDjangoPutsOffComesLast() {
    List<Statement> statements =
        statements(
            """
            migrations.AddField("track", "rank", models.IntegerField(null=True, db_index=True)),
            migrations.RemoveField("track", "title"),
            """);
    assertThat(statements)
        .flatExtracting(Statement::operations)
        .extracting(operation -> ((Operation) operation).kind())
        .containsExactly("add-column", "drop-column", "create-index");
  }

  @Test
  void nothingIsSaidOfWhatTheDatabaseDoesNotKnow() {
    assertThat(
            kinds(
                """
                migrations.AlterField("track", "title", models.CharField(max_length=20, verbose_name="x")),
                migrations.AlterModelOptions("track", {"ordering": ["title"]}),
                """))
        .isEmpty();
  }

  @Test
  void operationsOfTheProjectsOwnAreNotAnalysed() {
    assertThat(kinds("mine.Vacuum('track'),")).containsExactly("not-analysed");
    assertThat(reasons("mine.Vacuum('track'),"))
        .containsExactly("Vacuum is an operation of the project's own");
  }

  @Test
  void aFieldOfAnUnknownClassHasAColumnOfAnUnknownType() {
    Operation.AddColumn add =
        (Operation.AddColumn)
            operations("migrations.AddField('track', 'price', mine.Money(null=True)),").get(0);
    assertThat(add.column().name()).isEqualTo("price");
    assertThat(add.column().type().name()).isEqualTo("mine.Money");
  }

  @Test
  void aFieldOfTheProjectsOwnIsWhatItExtends() {
    Settings settings =
        DJANGO.withFieldBases(java.util.Map.of("mine.Money", "django.db.models.DecimalField"));
    Operation.AddColumn add =
        (Operation.AddColumn)
            operations(
                    settings,
                    "migrations.AddField('track', 'price', mine.Money(max_digits=9, decimal_places=2, null=True)),")
                .get(0);
    assertThat(add.column().type().toString()).contains("numeric");
  }

  @Test
  void aFieldThatNoMigrationDeclaresIsNotAnalysed() {
    assertThat(reasons("migrations.RemoveField('track', 'gone'),"))
        .containsExactly("no migration that could be read declares track.gone");
    assertThat(reasons("migrations.AlterField('track', 'gone', models.TextField()),"))
        .containsExactly("no migration that could be read declares track.gone");
  }

  @Test
  void whatOnlyTheModelsForgetIsNoted() {
    String state =
        """
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField("track", "title")],
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField("track", "length"), migrations.DeleteModel("track")],
        ),
        """;
    assertThat(operations(state))
        .satisfiesExactly(
            o ->
                assertThat(o)
                    .isInstanceOfSatisfying(
                        Operation.ForgetColumn.class,
                        f ->
                            assertThat(f.table() + "." + f.column())
                                .isEqualTo("music_track.title")),
            o ->
                assertThat(o)
                    .isInstanceOfSatisfying(
                        Operation.ForgetTable.class,
                        f -> assertThat(f.table()).hasToString("music_track")));
  }

  @Test
  void whatIsDroppedByHandIsNotForgotten() {
    assertThat(
            kinds(
                """
                migrations.SeparateDatabaseAndState(
                    database_operations=[migrations.RunSQL("ALTER TABLE music_track DROP COLUMN title", "")],
                    state_operations=[migrations.RemoveField("track", "title")],
                ),
                """))
        .containsExactly("drop-column");
  }

  @Test
  void listsThatTheMigrationNamesAreRead() {
    String text =
        """
        from django.db import migrations, models

        class Migration(migrations.Migration):
            state = [migrations.CreateModel(name="Disc", fields=[("size", models.IntegerField())])]
            first = [migrations.SeparateDatabaseAndState(state_operations=state)]
            operations = first + [migrations.RemoveField("disc", "size")]
        """;
    MigrationFile file = MigrationFile.read(new Key("music", "0001"), text, DJANGO);
    assertThat(new SchemaEditor(reader).apply(ProjectState.of(DJANGO), file).statements())
        .flatExtracting(Statement::operations)
        .extracting(operation -> ((Operation) operation).kind())
        .containsExactly("drop-column");
  }

  @Test
  void sqlWithoutAWayBackSaysSo() {
    assertThat(kinds("migrations.RunSQL('SELECT 1'),")).containsExactly("select", "one-way");
  }

  @Test
  void aKeyToAModelElsewhereGuessesItsTable() {
    Operation.AddColumn add =
        (Operation.AddColumn)
            operations(
                    "migrations.AddField('track', 'tag', models.ForeignKey('taggit.Tag', on_delete=models.CASCADE, null=True)),")
                .get(0);
    assertThat(add.column().name()).isEqualTo("tag_id");
    assertThat(add.constraints().toString()).contains("taggit_tag");
  }

  private List<String> kinds(String operations) {
    return operations(operations).stream()
        .filter(operation -> !(operation instanceof Operation.NoEffect))
        .map(Operation::kind)
        .toList();
  }

  private List<String> reasons(String operations) {
    return operations(operations).stream()
        .map(operation -> ((Operation.NotAnalysed) operation).reason())
        .toList();
  }

  private List<String> places(String operations) {
    return operations(operations).stream()
        .map(o -> o.kind() + " " + text.substring(o.span().start(), o.span().end()))
        .toList();
  }

  private List<Operation> operations(String operations) {
    return operations(DJANGO, operations);
  }

  private List<Operation> operations(Settings settings, String operations) {
    return statements(settings, operations).stream()
        .flatMap(statement -> statement.operations().stream())
        .toList();
  }

  private List<Statement> statements(String operations) {
    return statements(DJANGO, operations);
  }

  private List<Statement> statements(Settings settings, String operations) {
    SchemaEditor editor = new SchemaEditor(reader);
    ProjectState models =
        editor.apply(ProjectState.of(settings), file("0001", MODELS, settings)).after();
    MigrationFile file = file("0002", operations, settings);
    text = file.text();
    return editor.apply(models, file).statements();
  }

  private static MigrationFile file(String name, String operations, Settings settings) {
    String text =
        """
        import mine
        from django.db import migrations, models

        class Migration(migrations.Migration):
            operations = [
        %s
            ]
        """
            .formatted(operations.indent(8));
    return MigrationFile.read(new Key("music", name), text, settings);
  }
}
