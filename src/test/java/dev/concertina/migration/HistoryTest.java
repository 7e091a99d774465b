package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.SchemaContents;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What has run is replayed, and only what is new is read again. */
class HistoryTest {

  private static final String RICH =
      """
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE TABLE parent (id bigserial PRIMARY KEY, name text NOT NULL DEFAULT 'x');
      CREATE TABLE child (
        id bigint GENERATED ALWAYS AS IDENTITY, parent_id bigint REFERENCES parent (id),
        total numeric(10, 2) CHECK (total > 0), at timestamptz DEFAULT now(), m mood
      );
      CREATE INDEX child_total ON child (total) INCLUDE (at) WHERE total > 5;
      CREATE VIEW v AS SELECT id, name FROM parent;
      CREATE TABLE events (at date, id int) PARTITION BY RANGE (at);
      CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE FUNCTION f(a int) RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN UPDATE parent SET name = 'y'; INSERT INTO child (id) SELECT 1; RETURN NEW; END $$;
      CREATE TRIGGER t BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION f();
      ALTER TABLE child ADD CONSTRAINT late CHECK (id > 0) NOT VALID;
      ALTER TABLE child REPLICA IDENTITY FULL;
      ALTER TABLE child OWNER TO app;
      REVOKE ALL ON child FROM app, other;
      ALTER FUNCTION f(int) OWNER TO app;
      """;

  @Test
  void only_what_went_up_is_replayed() {
    InMemoryTree base =
        InMemoryTree.of(
            "m/goose/1_a.sql",
                "-- +goose Up\nCREATE TABLE a (x int);\n-- +goose Down\nDROP TABLE a;",
            "m/goose/2_a.sql", "-- +goose Up\nALTER TABLE a ADD y text;\n-- +goose Down\n");
    Schema schema = replay(base, "m/goose", ReplayCache.NONE);
    assertThat(schema.table(Name.of("a")).orElseThrow().columns()).containsOnlyKeys("x", "y");
    assertThat(schema.isNew(Name.of("a"))).isFalse();
  }

  @Test
  void a_pair_is_replayed_upwards() {
    InMemoryTree base =
        InMemoryTree.of(
            "migrations/1_a.up.sql", "CREATE TABLE a (x int);",
            "migrations/1_a.down.sql", "DROP TABLE a;",
            "migrations/10_a.up.sql", "ALTER TABLE a RENAME x TO z;",
            "migrations/9_a.up.sql", "ALTER TABLE a ADD y int;");
    Schema schema = replay(base, "migrations", ReplayCache.NONE);
    assertThat(schema.table(Name.of("a")).orElseThrow().columns()).containsOnlyKeys("z", "y");
  }

  @Test
  void gaps_and_what_cannot_be_read_cost_only_themselves() {
    InMemoryTree base =
        InMemoryTree.of(
            "migrations/1_a.sql", "CREATE TABLE a (x int);",
            "migrations/4_b.sql", "CREATE TABEL ((( 'x",
            "migrations/7_c.sql", "ALTER TABLE nowhere ADD y int; CREATE TABLE c (x int);");
    Schema schema = replay(base, "migrations", ReplayCache.NONE);
    assertThat(schema.table(Name.of("a"))).isPresent();
    assertThat(schema.table(Name.of("c"))).isPresent();
    assertThat(schema.table(Name.of("nowhere")).map(t -> t.complete())).hasValue(false);
  }

  @Test
  void a_baseline_counts_only_where_nothing_older_is_left() {
    InMemoryTree base =
        InMemoryTree.of(
            "db/migration/B5__b.sql", "CREATE TABLE b (x int);",
            "db/migration/V6__c.sql", "ALTER TABLE b ADD y int;");
    assertThat(
            replay(base, "db/migration", ReplayCache.NONE)
                .table(Name.of("b"))
                .orElseThrow()
                .columns())
        .hasSize(2);
    base.with("db/migration/V1__a.sql", "CREATE TABLE a (x int);");
    assertThat(
            replay(base, "db/migration", ReplayCache.NONE)
                .table(Name.of("b"))
                .orElseThrow()
                .complete())
        .isFalse();
  }

  @Test
  void common_files_run_before_those_of_a_database() {
    InMemoryTree base =
        InMemoryTree.of(
            "db/migration/common/V1__a.sql", "CREATE TABLE a (x int);",
            "db/migration/postgresql/V2__b.sql", "ALTER TABLE a ADD y int;",
            "db/migration/mysql/V2__b.sql", "ALTER TABLE a ADD z int;");
    Schema schema = replay(base, "db/migration/postgresql", ReplayCache.NONE);
    assertThat(schema.table(Name.of("a")).orElseThrow().columns()).containsOnlyKeys("x", "y");
  }

  @Test
  void a_snapshot_seeds_the_schema() {
    InMemoryTree base =
        InMemoryTree.of(
            "db/schema.sql",
            "CREATE TABLE public.a (x int, seen int);\n"
                + "INSERT INTO schema_migrations (version) VALUES ('1'), ('2');",
            "db/migrations/1_a.sql",
            "-- migrate:up\nCREATE TABLE a (x int);",
            "db/migrations/2_a.sql",
            "-- migrate:up\nALTER TABLE a ADD seen int;",
            "db/migrations/3_a.sql",
            "-- migrate:up\nALTER TABLE a ADD newer int;");
    Schema schema = replay(base, "db/migrations", ReplayCache.NONE);
    assertThat(schema.table(Name.of("a")).orElseThrow().columns())
        .containsOnlyKeys("x", "seen", "newer");
    assertThat(base.reads).doesNotContain("db/migrations/1_a.sql");
  }

  @Test
  void a_snapshot_is_kept_too() {
    InMemoryTree base =
        InMemoryTree.of(
            "db/structure.sql",
            "CREATE TABLE public.a (x int);\nINSERT INTO schema_migrations (version) VALUES ('1');",
            "db/migrate/1_a.sql",
            "CREATE TABLE a (x int);");
    Map<String, byte[]> store = new HashMap<>();
    replay(base, "db/migrate", cache(store));
    assertThat(store).hasSize(1);
    assertThat(replay(base, "db/migrate", cache(store)).table(Name.of("a"))).isPresent();
  }

  @Test
  void histories_of_one_database_are_cached_one_after_the_other() {
    InMemoryTree base =
        InMemoryTree.of(
            "a/migrations/1_a.sql", "CREATE TABLE a (x int);",
            "b/migrations/1_b.sql", "CREATE TABLE b (x int);");
    Map<String, byte[]> store = new HashMap<>();
    List<String> both = List.of("a/migrations", "b/migrations");
    Schema cold = new History(base, LayoutSettings.NONE, cache(store)).replay(both);
    assertThat(cold.tables()).hasSize(2);
    assertThat(store).hasSize(2);
    assertThat(new History(base, LayoutSettings.NONE, cache(store)).replay(both).tables())
        .hasSize(2);
    assertThat(replay(base, "b/migrations", cache(store)).tables()).hasSize(1);
  }

  @Test
  void what_sorts_after_a_file_has_not_run_before_it() {
    InMemoryTree tree =
        InMemoryTree.of(
            "migrations/1_a.sql", "CREATE TABLE a (x int);",
            "migrations/2_b.sql", "CREATE TABLE b (x int);",
            "migrations/3_c.sql", "CREATE TABLE c (x int);");
    Tree before = Change.before(tree, List.of("migrations/2_b.sql"), LayoutSettings.NONE);
    assertThat(before.files().keySet()).containsExactly("migrations/1_a.sql");
    assertThat(Change.ofFiles(tree, List.of("migrations/2_b.sql"), LayoutSettings.NONE).late())
        .isEmpty();
  }

  @Test
  void a_schema_kept_by_hand_is_no_snapshot() {
    InMemoryTree base =
        InMemoryTree.of(
            "db/schema.sql", "CREATE TABLE b (x int);",
            "db/migrations/1_a.sql", "-- migrate:up\nCREATE TABLE a (x int);");
    Schema schema = replay(base, "db/migrations", ReplayCache.NONE);
    assertThat(schema.table(Name.of("a"))).isPresent();
    assertThat(schema.table(Name.of("b"))).isEmpty();
  }

  @Test
  void the_codec_gives_back_what_it_was_given() {
    SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
    List<Operation> operations =
        reader.read(RICH).stream().flatMap(s -> s.operations().stream()).toList();
    Schema schema = Schema.EMPTY.after(operations).asBase();
    SchemaCodec codec = new SchemaCodec();
    byte[] bytes = codec.write(schema);
    Schema read = codec.read(bytes).orElseThrow();
    assertThat(SchemaContents.of(read)).isEqualTo(SchemaContents.of(schema));
    assertThat(codec.write(read)).isEqualTo(bytes);
    assertThat(read.referencing(Name.of("parent")))
        .isEqualTo(schema.referencing(Name.of("parent")));
    assertThat(read.partitionsOf(Name.of("events"))).hasSize(1);
    assertThat(read.indexesOf(Name.of("child"))).isEqualTo(schema.indexesOf(Name.of("child")));
    assertThat(read.viewsOn(Name.of("parent"))).hasSize(1);
    assertThat(read.index(Name.of("child_total")).orElseThrow().where().detail())
        .isEqualTo(schema.index(Name.of("child_total")).orElseThrow().where().detail());
  }

  @Test
  void contents_hold_every_field_of_a_schema() {
    // A field that is not listed here would be lost in the cache.
    assertThat(Schema.class.getDeclaredFields())
        .extracting(java.lang.reflect.Field::getName)
        .contains("tables")
        .isSubsetOf(
            "EMPTY",
            "tables",
            "indexes",
            "views",
            "enums",
            "domains",
            "routines",
            "sequences",
            "extensions",
            "templated",
            "owners",
            "revoked",
            "rowSecurity",
            "replicaIdentities",
            "parentIndexes",
            "indexesByTable",
            "partitionsByParent",
            "tablesByReferenced",
            "tablesByConstraint",
            "sequencesByTable",
            "viewsByWord",
            "added",
            // Known again from the others.
            "lastIndexes",
            "$jacocoData");
  }

  @Test
  void with_the_cache_only_new_files_are_read() {
    InMemoryTree base = longHistory(600);
    Map<String, byte[]> store = new HashMap<>();
    Schema cold = replay(base, "migrations", cache(store));
    assertThat(base.reads).hasSizeGreaterThan(600);
    base.reads.clear();
    assertThat(SchemaContents.of(replay(base, "migrations", cache(store))))
        .isEqualTo(SchemaContents.of(cold));
    // The folder's newest files are looked at to see whose they are.
    assertThat(base.reads).hasSizeLessThanOrEqualTo(3);
    base.with("migrations/0601_x.sql", "CREATE TABLE fresh (x int);");
    base.reads.clear();
    Schema next = replay(base, "migrations", cache(store));
    assertThat(next.table(Name.of("fresh"))).isPresent();
    assertThat(base.reads).hasSizeLessThanOrEqualTo(4);
    assertThat(SchemaContents.of(next))
        .isEqualTo(SchemaContents.of(replay(base, "migrations", ReplayCache.NONE)));
  }

  @Test
  void a_long_history_is_read_once() {
    InMemoryTree base = longHistory(5000);
    assertThat(replay(base, "migrations", ReplayCache.NONE).tables()).hasSize(5000);
    assertThat(base.reads).hasSizeLessThanOrEqualTo(5003);
  }

  @Test
  void an_edit_far_back_continues_from_a_milestone() {
    InMemoryTree base = longHistory(600);
    Map<String, byte[]> store = new HashMap<>();
    replay(base, "migrations", cache(store));
    base.with("migrations/0520_x.sql", "CREATE TABLE other (x int);");
    base.reads.clear();
    Schema schema = replay(base, "migrations", cache(store));
    assertThat(schema.table(Name.of("other"))).isPresent();
    assertThat(schema.table(Name.of("t3"))).isPresent();
    assertThat(base.reads).hasSizeLessThan(110);
  }

  @Test
  void a_damaged_cache_is_a_miss() {
    InMemoryTree base = longHistory(10);
    Map<String, byte[]> store = new HashMap<>();
    SchemaContents right = SchemaContents.of(replay(base, "migrations", cache(store)));
    Random random = new Random(7);
    Map<String, byte[]> good = new HashMap<>(store);
    for (int i = 0; i < 50; i++) {
      good.forEach((key, value) -> store.put(key, damaged(value, random)));
      assertThat(SchemaContents.of(replay(base, "migrations", cache(store)))).isEqualTo(right);
    }
    good.keySet().forEach(key -> store.put(key, new byte[0]));
    assertThat(SchemaContents.of(replay(base, "migrations", cache(store)))).isEqualTo(right);
  }

  @Test
  void bytes_that_were_never_written_end_in_an_exception_at_worst() {
    RecordCodec<SchemaContents> codec = new SchemaCodec().codec;
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      try {
        codec.read(noise);
      } catch (RuntimeException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }

  @Test
  void files_without_ids_are_not_cached() {
    InMemoryTree base = longHistory(3);
    Map<String, byte[]> store = new HashMap<>();
    Tree changed =
        new ChangedTree(
            base, List.of(InMemoryTree.added("migrations/0004_x.sql", "CREATE TABLE n (x int);")));
    new History(changed, LayoutSettings.NONE, cache(store)).replay("migrations");
    assertThat(store).isEmpty();
  }

  private static byte[] damaged(byte[] value, Random random) {
    byte[] damaged = value.clone();
    if (random.nextInt(4) == 0) {
      return java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
    }
    damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
    return damaged;
  }

  private static InMemoryTree longHistory(int files) {
    InMemoryTree base = new InMemoryTree();
    for (int i = 1; i <= files; i++) {
      base.with(
          String.format("migrations/%04d_x.sql", i),
          "CREATE TABLE t"
              + i
              + " (id bigint PRIMARY KEY, n text DEFAULT 'x');\n"
              + "CREATE INDEX ON t"
              + i
              + " (n);\n");
    }
    return base;
  }

  private static Schema replay(Tree base, String history, ReplayCache cache) {
    return new History(base, LayoutSettings.NONE, cache).replay(history);
  }

  private static ReplayCache cache(Map<String, byte[]> store) {
    return new ReplayCache() {
      @Override
      public Optional<byte[]> get(String key) {
        return Optional.ofNullable(store.get(key));
      }

      @Override
      public void put(String key, byte[] value) {
        store.put(key, value);
      }
    };
  }
}
