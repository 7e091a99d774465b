package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.code.Reference.Kind;
import dev.concertina.migration.Tree;
import dev.concertina.schema.Name;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is a use and what is none. A case is written {@code path | text}, where {@code ~} is a line
 * end.
 */
class IdentifierScanTest {
  private static final Subject LENGTH = new Subject(Name.of("audio"), "length");

  /** Files in memory; the sieve lets everything through. */
  private record Files(Map<String, String> texts) implements Tree {
    @Override
    public SortedMap<String, String> files() {
      SortedMap<String, String> files = new TreeMap<>();
      texts.keySet().forEach(path -> files.put(path, ""));
      return files;
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(texts.get(path))
          .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Collection<String> containing(Collection<String> words) {
      return texts.entrySet().stream()
          .filter(file -> words.stream().anyMatch(file.getValue().toLowerCase()::contains))
          .map(Map.Entry::getKey)
          .collect(Collectors.toList());
    }
  }

  private static List<Reference> references(String path, String text, Subject subject) {
    Files files = new Files(Map.of(path, text.replace("~", "\n")));
    return new IdentifierScan(files, excluded -> false, List.of(subject)).to(subject);
  }

  private static Subject subject(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? Subject.of(Name.of(name))
        : new Subject(Name.of(name.substring(0, dot)), name.substring(dot + 1));
  }

  private static String lines(String subject, String path, String text) {
    return references(path, text, subject(subject)).stream()
        .map(reference -> String.valueOf(reference.line()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          # a common column, in an SQL statement that names its table
          audio.length | a.py   | cur.execute("SELECT length FROM audio")                  | 1
          audio.length | a.py   | q = ~~"SELECT a.length "~"FROM audio a"                  | 3
          audio.length | a.py   | q = '''~SELECT id,~  length~FROM audio'''                | 3
          audio.length | a.rb   | sql = <<~SQL~SELECT length~FROM audio~SQL                | 3
          audio.length | a.go   | db.Query(`UPDATE audio SET~ length = $1`)                | 2
          audio.length | q.sql  | INSERT INTO audio (id, length)~VALUES ($1, $2);          | 1
          audio.length | q.sql  | SELECT "length" FROM public."audio";                     | 1
          audio.length | q.sql  | SELECT length FROM public.audio                          | 1
          audio.length | a.js   | knex('audio').select('length')                           | 1
          audio.length | a.java | em.createQuery("select a.length from Audio a");          | 1
          # in the body of its class
          audio.length | m.py   | class Audio(models.Model):~  id = 1~  length = Int()     | 3
          audio.length | m.py   | class Track(Base):~  __tablename__ = "audio"~  length = Column(Int) | 3
          audio.length | A.java | @Table(name = "audio")~class Track {~  int length;~}     | 3
          audio.length | a.go   | type Audio struct {~  ID int~  Length int `db:"length"`~} | 3
          audio.length | a.rb   | class Audio < ApplicationRecord~  validates :length~end  | 1 2
          audio.length | a.ex   | schema "audio" do~  field :length, :integer~end          | 2
          audio.length | a.ts   | export const a = pgTable('audio', {~  length: integer(),~}); | 2
          audio.length | a.rs   | #[derive(Queryable)]~struct Audio {~  length: i32,~}     | 3
          audio.length | a.kt   | @Entity~data class Audio(~  val length: Int,~)           | 3
          # as its member, beside a use of the table
          audio.length | a.rb   | @audio.length                                            | 1
          audio.length | v.erb  | <p><%= @audio.length %></p>                              | 1
          audio.length | a.php  | echo $audio->length;                                     | 1
          audio.length | a.py   | Audio.objects.filter(length=3)                           | 1
          audio.length | a.py   | s = select(Audio).where(~  Audio.length > 3)             | 2
          audio.length | a.rs   | audio::length.eq(3)                                      | 1
          audio.length | a.java | create.select(AUDIO.LENGTH).from(AUDIO)                  | 1
          audio.length | a.ts   | prisma.audio.findMany({~ select: { length: true } })     | 2
          audio.length | a.py   | fields = Audio~a["length"]                               | 2
          # a rarer word needs the table only in the file; a name of rare words not even that
          audio.isrc   | s.py   | class AudioSerializer:~  a = 1~~~~~~  fields = ['isrc']  | 8
          audio.isrc   | audio_serializer.py | x.isrc                                      | 1
          audio.external_id | s.py | audio = get()~~~~~~~x.external_id                     | 8
          audio.external_id | a.ts | const audio = get()~~~x.externalId                    | 4
          audio.stripe_customer_id | s.py | x.stripe_customer_id                                      | 1
          audio.duration_ms | a.java | Audio a;~a.getDurationMs();                         | 2
          # spellings of tables
          user_accounts | a.py  | class UserAccount(Model): pass                           | 1
          user_accounts | a.rb  | UserAccount.find(1)                                      | 1
          user_accounts | a.sql | DELETE FROM user_accounts;                               | 1
          user_accounts | a.ts  | prisma.userAccounts.count()                              | 1
          user_accounts | a.java | USER_ACCOUNTS.ID                                        | 1
          user_accounts | a.py  | x = "user_accounts"                                      | 1
          categories   | a.py   | class Category(models.Model): pass                       | 1
          people       | a.rb   | Person.find_by(id: 1)                                    | 1
          audio        | a.py   | Audio.objects.all()                                      | 1
          audio        | a.py   | __tablename__ = 'audio'                                  | 1
          api_audio    | api/models.py | class Audio(models.Model): pass                  | 1
          admin_users  | a.rb   | Admin::User.find(1)                                      | 1
          events       | a.py   | class Event(models.Model): pass                          | 1
          events       | a.py   | Event.objects.all()                                      | 1
          events       | a.py   | sql = "select * from events"                             | 1
          user_accounts | A.kt  | val a: List<UserAccount>                                 | 1
          # values of an enum
          mood.sad     | a.java | enum Mood {~  HAPPY,~  SAD~}                             | 3
          mood.sad     | a.py   | class Mood(Enum):~  SAD = "sad"                          | 2
          audio_state.in-progress | a.ts | type AudioState = 'in-progress' | 1
          """)
  void uses(String subject, String path, String text, String lines) {
    assertThat(lines(subject, path, text)).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          # the length of something else
          audio.length | a.js   | const n = items.length;
          audio.length | a.js   | import audio from './audio';~~~~~~for (; i < rows.length; i++) {}
          audio.length | a.js   | const r = await q('SELECT id FROM audio');~return r.length;
          audio.length | a.js   | const audios = await prisma.audio.findMany();~~if (audios.length) {}
          audio.length | a.py   | cur.execute("SELECT id FROM audio")~~~cur.execute("SELECT length FROM film")
          audio.length | q.sql  | SELECT id FROM audio;~SELECT length FROM film;
          audio.length | m.py   | class Audio(Model):~  id = 1~class Film(Model):~  length = Int()
          audio.length | a.java | class Audio {~  void f() { if (name.length() > 3) {} }~}
          audio.name   | a.rb   | Audio.name
          audio.external_id | a.py | film.external_id
          audio.isrc   | a.py   | film.isrc
          audio.user_id | a.py  | audio = 1~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~film.user_id
          audio.isrc   | a.py   | audio.isrcs + audio.my_isrc
          # comments
          audio.length | a.py   | x = 1  # audio.length
          audio.length | a.py   | class Audio(Model):~  '''The length of audio.'''~  id = 1
          audio.length | a.js   | // audio.length~/* audio.length~ audio.length */
          audio.length | a.sql  | -- SELECT length FROM audio
          audio.length | v.erb  | <%# audio.length %><!-- audio.length -->
          audio.length | a.rb   | class Audio < ApplicationRecord~  self.ignored_columns += %w[length]~end
          audio.length | a.rb   | class Audio < ApplicationRecord~  self.ignored_columns = [~    'length',~  ]~end
          # something else of the table's name
          versions.checksum | a.rs | let version = 1;~let checksum = hash(file);
          versions.checksum | a.ts | const v = app.version;~~const checksum = sum(file);
          # files that are no source
          audio.length | README.md | SELECT length FROM audio
          audio.length | CHANGELOG.txt | audio.length
          audio.length | db/structure.sql | CREATE TABLE audio (length int);
          audio.length | db/schema.rb | create_table "audio" do~  t.integer "length"~end
          audio.length | node_modules/a/a.js | audio.length
          audio.length | vendor/github.com/a/a.go | audio.Length
          audio.length | public/app.min.js | audio.length
          audio.length | yarn.lock | audio.length
          audio.length | config/locales/en.yml | audio: length
          audio.length | data.json | {"audio": {"length": 3}}
          # words that are not the table
          audio        | a.js   | const audio = new Thing();
          audio        | a.py   | from audio import x
          audio        | a.js   | import x from 'audio'
          audio        | a.html | <audio src="x">
          events       | a.js   | function f(event: Event) { const events = []; }
          events       | a.ts   | class Event { }
          events       | a.js   | emit('events'); const x = { "events": 1 };
          events       | a.py   | log("loaded from events")
          audio        | A.kt   | log.error("can't update audio of user")
          audio        | A.kt   | throw NotFound("Audio", id)
          audio        | A.kt   | data class Audio(val title: String)
          audio        | a.ts   | interface Props { audio: Audio }
          audio        | a.rb   | render(kind: MediaKind.Audio, other: 1)
          audio        | A.java | enum Kind {~  Audio,~  Video~}
          audio        | A.kt   | @OneToMany(mappedBy = "audio", fetch = FetchType.LAZY)
          audio        | baseline.xml | <ID>Long:Audio.kt</ID>
          admin_users  | shop/a.rb | User.find(1)
          user_accounts | a.ts  | const userAccount = 1;
          """)
  void no_uses(String subject, String path, String text) {
    assertThat(lines(subject, path, text)).isEmpty();
  }

  @Test
  void plain_uses_come_before_tests_and_the_nearest_first() {
    Files files =
        new Files(
            Map.of(
                "spec/audio_spec.rb", "audio.length",
                "app/far.rb", "Audio.find(1)\nx(:length)",
                "app/near.rb", "x = 'SELECT length FROM audio'"));
    List<Reference> found = new IdentifierScan(files, path -> false, List.of(LENGTH)).to(LENGTH);
    assertThat(found)
        .containsExactly(
            new Reference("app/near.rb", 1, Kind.MENTIONS, false),
            new Reference("app/far.rb", 2, Kind.MENTIONS, false),
            new Reference("spec/audio_spec.rb", 1, Kind.MENTIONS, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a.py | cur.execute("SELECT * FROM audio WHERE id = %s")                    | true
          a.py | q = ~~"SELECT a.* "~"FROM audio a"                                  | true
          a.py | cur.execute("SELECT DISTINCT a.id, a.* FROM audio AS a")            | true
          a.py | cur.execute("INSERT INTO audio (id) VALUES (1) RETURNING *")        | true
          a.py | cur.execute("SELECT id, title FROM audio")                          | false
          a.py | cur.execute("SELECT count(*) FROM audio")                           | false
          a.py | cur.execute("SELECT plays * 2 FROM audio")                          | false
          a.py | cur.execute("SELECT * FROM (SELECT id FROM audio) a")               | false
          a.py | cur.execute("UPDATE audio SET plays = plays * 2")                   | false
          """)
  void a_star_returns_every_column(String path, String text, boolean every) {
    assertThat(references(path, text, Subject.of(Name.of("audio"))))
        .isNotEmpty()
        .allMatch(reference -> reference.everyColumn() == every);
  }

  @Test
  void models_of_prisma_declare() {
    String text =
        """
        // model Audio { length Int }
        model Audio {
          id    Int @id
          len   Int @map("length")
          @@map("audio")
        }
        model Film {
          length Int
        }
        """;
    assertThat(references("prisma/schema.prisma", text, LENGTH))
        .containsExactly(new Reference("prisma/schema.prisma", 4, Kind.DECLARES, false));
    assertThat(references("prisma/schema.prisma", text, Subject.of(Name.of("audio"))))
        .containsExactly(new Reference("prisma/schema.prisma", 2, Kind.DECLARES, false));
  }

  @Test
  void tables_of_diesel_declare() {
    String text =
        """
        diesel::table! {
            audio (id) {
                id -> Int4,
                #[sql_name = "length"]
                len -> Int4,
            }
        }
        """;
    assertThat(references("src/schema.rs", text, LENGTH))
        .containsExactly(new Reference("src/schema.rs", 5, Kind.DECLARES, false));
  }

  @Test
  void rust_keeps_tests_at_the_end_of_a_file() {
    String text = "fn a() { q(\"SELECT length FROM audio\") }\n#[cfg(test)]\nmod tests {\n";
    text += "fn b() { q(\"SELECT length FROM audio\") }\n}\n";
    assertThat(references("src/a.rs", text, LENGTH))
        .containsExactly(
            new Reference("src/a.rs", 1, Kind.MENTIONS, false),
            new Reference("src/a.rs", 4, Kind.MENTIONS, true));
  }

  @Test
  void mappings_in_xml_are_uses() {
    String text = "<mapper>\n<select>SELECT length FROM audio</select>\n</mapper>";
    assertThat(references("AudioMapper.xml", text, LENGTH)).hasSize(1);
  }

  @Test
  void recorded_queries_are_uses() {
    String text = "{\"query\": \"\\n      SELECT\\nlength FROM audio\", \"hash\": \"x\"}";
    assertThat(references(".sqlx/query-1.json", text, LENGTH)).hasSize(1);
  }

  @Test
  void migrations_are_no_uses() {
    Files files = new Files(Map.of("db/V1.sql", "ALTER TABLE audio ADD length int", "a.py", "x"));
    IdentifierScan scan =
        new IdentifierScan(files, path -> path.startsWith("db/"), List.of(LENGTH));
    assertThat(scan.to(LENGTH)).isEmpty();
    assertThat(scan.sourcePresent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "db/V1.sql, false",
    "README.md, false",
    "deploy.sh, false",
    "node_modules/a.js, false",
    "tests/test_a.py, false",
    "app.py, true",
    "src/Main.java, true",
    "views/a.erb, true",
    "prisma/schema.prisma, true"
  })
  void source_is_present(String path, boolean present) {
    IdentifierScan scan = new IdentifierScan(new Files(Map.of(path, "x")), p -> false, List.of());
    assertThat(scan.sourcePresent()).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource({
    "spec/a.rb, true",
    "src/test/java/A.java, true",
    "a_test.go, true",
    "test_a.py, true",
    "a.spec.ts, true",
    "src/AudioTest.java, true",
    "src/Audio.java, false",
    "latest.py, false",
    "src/contest/a.py, false",
    "__tests__/a.js, true",
    "crates/app_test_utils/src/a.rs, true",
    "src/testhelpers/a.go, true",
    "src/latest/utils.ts, false"
  })
  void tests_are_told_apart(String path, boolean test) {
    assertThat(SourcePath.isTest(path)).isEqualTo(test);
  }

  @Test
  void what_was_not_announced_is_looked_for_too() {
    Files files = new Files(Map.of("a.py", "q('SELECT length FROM audio')"));
    IdentifierScan scan = new IdentifierScan(files, path -> false, List.of());
    assertThat(scan.to(LENGTH)).hasSize(1);
    assertThat(scan.to(Subject.of(Name.of("audio")))).hasSize(1);
  }

  @Test
  void many_uses_are_bounded() {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      texts.put("f" + i + ".py", "q('SELECT length FROM audio')\n".repeat(20));
    }
    IdentifierScan scan = new IdentifierScan(new Files(texts), path -> false, List.of(LENGTH));
    assertThat(scan.to(LENGTH)).hasSize(50);
    assertThat(scan.complete()).isTrue();
  }
}
