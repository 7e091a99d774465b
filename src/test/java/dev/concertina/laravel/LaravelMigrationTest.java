package dev.concertina.laravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a migration sends is what Laravel sends: {@code sent.txt} holds what Laravel 8 said,
 * recorded by {@code src/test/oracle/laravel/record.php}.
 */
class LaravelMigrationTest {

  private static final String NOT_ANALYSED = "not analysed";

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  static Stream<Recorded> recorded() throws IOException {
    List<Recorded> all = Recorded.of(LaravelMigrationTest.class);
    assertThat(all).hasSizeGreaterThan(80);
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void does_what_laravel_sends(Recorded recorded) {
    String body =
        recorded.code().startsWith("$table")
            ? "Schema::table('audio', function (Blueprint $table) { " + recorded.code() + " });"
            : recorded.code();
    List<String> laravels = new ArrayList<>();
    for (String sql : recorded.sent()) {
      // Laravel 8 does not double the quotes of a default.
      laravels.addAll(does(reader.read(sql.replace("it's", "it''s"))));
    }
    assertThat(does(read(body).statements())).isEqualTo(laravels);
  }

  private static List<String> does(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.operations().stream())
        .map(operation -> operation.toString().replaceAll("Span\\[[^]]*]", ""))
        .toList();
  }

  /** What newer versions do, as their source says, and what is only Laravel's to know. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$table->string('a', 50)->nullable()->change(); | alter table \"audio\" alter column \"a\" type varchar(50), alter column \"a\" drop not null, alter column \"a\" drop default",
        "$table->integer('a')->default(1)->change(); | alter table \"audio\" alter column \"a\" type integer, alter column \"a\" set not null, alter column \"a\" set default '1'",
        "$table->renameColumn('a', 'b'); | alter table \"audio\" rename column \"a\" to \"b\"",
        "$table->ulid('a'); | alter table \"audio\" add column \"a\" char(26) not null",
        "$table->foreignIdFor(RecordLabel::class); | alter table \"audio\" add column \"record_label_id\" bigint not null",
        "$table->foreignIdFor(\\App\\Models\\Label::class, 'owner'); | alter table \"audio\" add column \"owner\" bigint not null",
        "$table->string(column: 'a', length: 5); | alter table \"audio\" add column \"a\" varchar(5) not null",
        "$table->comment('x'); | comment on table \"audio\" is 'x'",
        "$table->fullText('title'); | create index \"audio_title_fulltext\" on \"audio\" using gin ((to_tsvector('english', \"title\")))",
        "$table->string(self::NAME); | alter table \"audio\" add column \"named\" varchar(255) not null",
        "foreach (['a', 'b'] as $c) { $table->dropColumn($c); } | alter table \"audio\" drop column \"a\";alter table \"audio\" drop column \"b\"",
        "if (true) { $table->dropColumn('a'); } | alter table \"audio\" drop column \"a\"",
        "$table->index('a')->online(); | create index concurrently \"audio_a_index\" on \"audio\" (\"a\")",
        "$table->index('a')->online(false); | create index \"audio_a_index\" on \"audio\" (\"a\")",
        "$table->unique(['a', 'b'], 'u')->online(); | create unique index concurrently \"u\" on \"audio\" (\"a\", \"b\");alter table \"audio\" add constraint \"u\" unique using index \"u\"",
        "$table->string('a')->default($b); | alter table \"audio\" add column \"a\" varchar(255) not null default '?'",
        "$table->string('a')->default(new Expression('f()')); | alter table \"audio\" add column \"a\" varchar(255) not null default \"computed\"()",
        "$table->string('a')->default(config('b')); | alter table \"audio\" add column \"a\" varchar(255) not null default '?'",
        "$table->string('a')->default(DB::raw($b)); | alter table \"audio\" add column \"a\" varchar(255) not null default \"computed\"()",
        "$table->mystery('a'); | not analysed",
        "$table->string($name); | not analysed"
      })
  void knows_newer_calls_too(String call, String sent) {
    assertThat(sent(read("Schema::table('audio', function ($table) { " + call + " });")))
        .isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DB::statement(<<<SQL~  DROP TABLE a~  SQL); | DROP TABLE a",
        "DB::statement(<<<\"SQL\"~  DROP TABLE a~  SQL); | DROP TABLE a",
        "DB::statement('DROP ' . 'TABLE a'); | DROP TABLE a",
        "$sql = 'DROP TABLE a'; DB::statement($sql); | DROP TABLE a",
        "$t = 'a'; DB::statement(\"DROP TABLE $t\"); | DROP TABLE a",
        "DB::statement(\"DROP TABLE $t\"); | not analysed",
        "DB::statement(sprintf('DROP TABLE %s', $t)); | not analysed",
        "DB::transaction(function () { DB::statement('DROP TABLE a'); }); | DROP TABLE a",
        "$this->drop('a'); } private function drop($t) { Schema::drop($t); | drop table \"a\"",
        "Schema::drop($this->table); | drop table \"kept\"",
        "foreach (['a', 'b'] as $t) { Schema::drop($t); } | drop table \"a\";drop table \"b\"",
        "if (!Schema::hasTable('a')) { Schema::drop('a'); } | drop table \"a\"",
        "DB::update('UPDATE a SET b = ? WHERE c = ?', ['x', $c]); | UPDATE a SET b = 'x' WHERE c = \"computed\"()",
        "if (DB::getDriverName() === 'sqlite') { Schema::drop('a'); } else { Schema::drop('b'); } | drop table \"b\"",
        "if (DB::connection()->getDriverName() !== 'pgsql') { return; } Schema::drop('a'); | drop table \"a\"",
        "if (DB::getDriverName() === 'pgsql') { return; } Schema::drop('a'); | ''",
        "if (DB::getDriverName() === 'pgsql' && $x) { return; } Schema::drop('a'); | drop table \"a\"",
        "if ($x) { return; } Schema::drop('a'); | drop table \"a\"",
        "$this->other(); Schema::drop('a'); } private function other() { return 1; | drop table \"a\"",
        "Schema::drop($name); | not analysed",
        "$t = 'a'; if ($x) { $t = 'b'; } Schema::drop($t); | not analysed",
        "$t = 'a'; if ($x) { $t = 'b'; Schema::drop($t); } | drop table \"b\"",
        "$t = 'a'; foreach ($x as $y) { $t = 'b'; } Schema::drop($t); | not analysed",
        "$t = 'a'; $t .= $x; Schema::drop($t); | not analysed",
        "$t = 'a'; $this->other('x'); Schema::drop($t); } private function other($t) { $t = 'b'; | drop table \"a\"",
        "$this->drop(u: 'a'); } private function drop($t, $u) { Schema::drop($u); | drop table \"a\"",
        "Schema::mystery('a'); | not analysed",
        "User::where('a', 1)->update(['b' => 2]); | update \"users\" set \"b\" = '2' where \"a\" = '1'",
        "\\App\\Models\\UserKey::query()->whereNull('a')->delete(); | delete from \"user_keys\" where \"a\" is null",
        "Role::create(['name' => 'x']); | insert into \"roles\" (\"name\") values ('x')",
        "Cache::delete('x'); Storage::delete('y'); | ''",
        "$user->save(); | ''",
        "DB::dropEverything('a'); | not analysed",
        "DB::enableQueryLog(); | ''",
        "Artisan::call('db:seed'); | not analysed",
        "Log::info('DROP TABLE a'); | ''"
      })
  void follows_the_code(String body, String sent) {
    assertThat(sent(read(body.replace('~', '\n')))).isEqualTo(sent);
  }

  @Test
  void a_question_for_several_databases_is_answered_for_postgresql() {
    for (String others :
        List.of(
            "DB::getDriverName() === 'mysql' || DB::getDriverName() === 'mariadb'",
            "in_array(DB::getDriverName(), ['mysql', 'mariadb'])",
            "$x && DB::getDriverName() === 'sqlite'")) {
      assertThat(sent(read("if (" + others + ") { Schema::drop('a'); }"))).isEmpty();
    }
  }

  private static String sent(Program program) {
    return String.join(
        ";",
        program.statements().stream()
            .map(
                s ->
                    s.operations().get(0) instanceof Operation.NotAnalysed
                        ? NOT_ANALYSED
                        : s.sql().strip())
            .toList());
  }

  /** What Laravel's {@code Str::plural} says. */
  @Test
  void a_key_refers_to_the_plural_of_its_column() {
    String words =
        "user/users category/categories box/boxes status/statuses address/addresses "
            + "news/news hero/heroes person/people child/children man/men woman/women "
            + "leaf/leaves wolf/wolves life/lives knife/knives quiz/quizzes matrix/matrices "
            + "index/indices bus/buses alias/aliases axis/axes crisis/crises analysis/analyses "
            + "datum/data medium/media criterion/criteria potato/potatoes photo/photos "
            + "piano/pianos mouse/mice goose/geese tooth/teeth foot/feet ox/oxen key/keys "
            + "day/days company/companies party/parties class/classes brush/brushes "
            + "watch/watches tax/taxes series/series species/species fish/fish sheep/sheep "
            + "data/data metadata/metadata information/information money/money audio/audio "
            + "equipment/equipment feedback/feedback media/media staff/staff police/police "
            + "cookie/cookies movie/movies shoe/shoes sex/sexes move/moves virus/viri "
            + "octopus/octopuses campus/campuses bonus/bonuses focus/foci process/processes "
            + "business/businesses batch/batches branch/branches history/histories "
            + "policy/policies reply/replies survey/surveys boy/boys buffalo/buffalo "
            + "tomato/tomatoes echo/echoes volcano/volcanoes schema/schemas stigma/stigmas "
            + "hive/hives archive/archives leave/leaves cave/caves curve/curves half/halves "
            + "shelf/shelves thief/thieves chief/chiefs roof/roofs proof/proofs safe/safes "
            + "gas/gases lens/lenses basis/bases thesis/theses vertex/vertices "
            + "appendix/appendixes agenda/agendas bacterium/bacteria forum/forums "
            + "stadium/stadia aircraft/aircraft deer/deer moose/moose jeans/jeans "
            + "traffic/traffic evidence/evidence software/software hardware/hardware "
            + "education/education knowledge/knowledge nutrition/nutrition emoji/emoji "
            + "furniture/furniture firmware/firmware offspring/offspring rice/rice gold/gold";
    for (String pair : words.split(" ")) {
      String[] forms = pair.split("/");
      assertThat(Plural.table("main_" + forms[0] + "_id")).isEqualTo("main_" + forms[1]);
    }
  }

  @Test
  void rows_that_are_gone_through_are_changed_in_a_loop() {
    for (String body :
        List.of(
            "foreach (DB::table('a')->get() as $r) { DB::table('a')->where('id', $r->id)->update(['b' => 1]); }",
            "DB::table('a')->orderBy('id')->chunk(100, function ($rows) { foreach ($rows as $r) {"
                + " DB::table('a')->where('id', $r->id)->update(['b' => f($r)]); } });")) {
      assertThat(read(body).statements()).hasSize(1);
      assertThat(read(body).statements().get(0).operations().get(0))
          .isInstanceOfSatisfying(
              Operation.RunCode.class,
              code -> assertThat(code.body()).singleElement().isInstanceOf(Operation.Update.class));
    }
  }

  @Test
  void rows_of_a_model_are_changed_in_a_loop() {
    for (String body :
        List.of(
            "foreach (Song::all() as $song) { $song->title = f($song); $song->save(); }",
            "Song::query()->get()->each(static function (Song $song): void {"
                + " $song->update(['title' => f($song)]); });",
            "$songs = Song::where('a', 1)->get(); foreach ($songs as $s) {"
                + " $s->title = 'x'; $s->saveQuietly(); }")) {
      assertThat(read(body).statements()).hasSize(1);
      assertThat(read(body).statements().get(0).operations().get(0))
          .isInstanceOfSatisfying(
              Operation.RunCode.class,
              code ->
                  assertThat(code.body().toString())
                      .contains("Update[table=songs", "column=title"));
    }
  }

  @Test
  void a_statement_stands_at_its_call() {
    String text =
        php(
            "Schema::table('audio', function ($table) {\n$table->string('a');\n$table->index('a');\n});");
    List<Statement> statements = LaravelMigration.read(reader, text).get(0).statements();
    assertThat(statements)
        .extracting(Statement::text)
        .containsExactly("$table->string('a')", "$table->index('a')");
    assertThat(statements.get(1).span().line()).isEqualTo(statements.get(0).span().line() + 1);
  }

  @Test
  void a_migration_may_ask_for_no_transaction() {
    assertThat(read("").transactional()).isTrue();
    String text = php("").replace("const NAME", "public $withinTransaction = false;\n  const NAME");
    assertThat(LaravelMigration.read(reader, text).get(0).transactional()).isFalse();
  }

  @Test
  void what_is_no_migration_is_said() {
    for (String text : List.of("", "<?php", "<?php class A {", "\0<?php {{{")) {
      assertThat(LaravelMigration.read(reader, text).get(0).statements())
          .isNotEmpty()
          .allMatch(s -> s.operations().get(0) instanceof Operation.NotAnalysed);
    }
  }

  private Program read(String body) {
    return LaravelMigration.read(reader, php(body)).get(0);
  }

  private static String php(String body) {
    return "<?php\n\nreturn new class extends Migration\n{\n  const NAME = 'named';\n"
        + "  private $table = 'kept';\n  public function up(): void\n  {\n"
        + body
        + "\n  }\n  public function down() { Schema::drop('never'); }\n};\n";
  }
}
