package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Name T = Name.of("t");

  @Test
  void namesConstraintsLikePostgres() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE r (id bigint PRIMARY KEY);
            CREATE TABLE t (id serial PRIMARY KEY, a text UNIQUE, b text CHECK (b <> ''),
              r_id bigint REFERENCES r, UNIQUE (a, b), CHECK (a <> b), CHECK (b <> a));
            """);
    assertThat(constraints(schema, T))
        .containsExactly(
            "t_pkey", "t_a_key", "t_b_check", "t_r_id_fkey", "t_a_b_key", "t_check", "t_check1");
    assertThat(schema.indexesOf(T).stream().map(i -> i.name().local()))
        .containsExactly("t_a_b_key", "t_a_key", "t_pkey");
    assertThat(schema.referencing(Name.of("r"))).containsExactly(T);
  }

  @Test
  void knowsWhatSerialAndIdentityMean() {
    Schema schema =
        Sql.base("CREATE TABLE t (id serial, n bigint GENERATED ALWAYS AS IDENTITY, v text)");
    Column id = column(schema, "t", "id");
    assertThat(id.type()).isEqualTo(DataType.of("integer"));
    assertThat(id.notNull()).isTrue();
    assertThat(id.fillsItself()).isTrue();
    assertThat(id.defaultValue().text()).isEqualTo("nextval('t_id_seq'::regclass)");
    assertThat(column(schema, "t", "n").notNull()).isTrue();
    assertThat(schema.sequencesOf(T, "n"))
        .containsExactly(new Sequence(Name.of("t_n_seq"), T, "n"));
    assertThat(
            schema
                .after(Sql.operation("ALTER TABLE t DROP COLUMN id"))
                .sequence(Name.of("t_id_seq")))
        .isEmpty();
  }

  @Test
  void primaryKeyRefusesNull() {
    Schema schema = Sql.base("CREATE TABLE t (a int, b int, PRIMARY KEY (a)); ");
    assertThat(column(schema, "t", "a").notNull()).isTrue();
    assertThat(column(schema, "t", "b").notNull()).isFalse();
  }

  @Test
  void partitionsGoInNoCircle() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE t PARTITION OF t DEFAULT;
            ALTER TABLE a ATTACH PARTITION b DEFAULT;
            ALTER TABLE b ATTACH PARTITION c DEFAULT;
            ALTER TABLE c ATTACH PARTITION a DEFAULT;
            """);
    assertThat(schema.partitionsOf(T)).isEmpty();
    assertThat(schema.partitionsOf(Name.of("c"))).isEmpty();
    assertThat(moment(schema).partitions(Name.of("a"))).containsExactly(Name.of("b"), Name.of("c"));
  }

  @Test
  void partitionsAreNestedSoFar() {
    StringBuilder chain = new StringBuilder();
    for (int i = 10_000; i > 0; i--) {
      chain.append("ALTER TABLE p%d ATTACH PARTITION p%d DEFAULT;".formatted(i, i + 1));
    }
    assertThat(moment(Sql.base(chain.toString())).partitions(Name.of("p9980"))).hasSize(21);
  }

  @Test
  void viewsMayReadOneAnotherHoweverDeep() {
    StringBuilder chain = new StringBuilder("CREATE VIEW v0 AS SELECT * FROM v1000;");
    for (int i = 1; i <= 1000; i++) {
      chain.append("CREATE VIEW v%d AS SELECT * FROM v%d;".formatted(i, i - 1));
    }
    Schema schema = Sql.base(chain.toString());
    Operation.Select select = (Operation.Select) Sql.operation("SELECT * FROM v1000");
    assertThat(moment(schema).read(select.query())).hasSize(1001);
    Effect drop =
        new Postgres(16)
            .effect(Sql.operation("DROP VIEW v7 CASCADE"), schema, Session.fresh(false));
    assertThat(drop.locks()).hasSize(1001);
  }

  private static Moment moment(Schema schema) {
    return new Moment(16, schema, Session.fresh(false));
  }

  @Test
  void makesOneIndexOfPrimaryKeyUnique() {
    Schema schema = Sql.base("CREATE TABLE t (id int PRIMARY KEY UNIQUE, UNIQUE (id))");
    assertThat(constraints(schema, T)).containsExactly("t_pkey");
  }

  @Test
  void usingIndexRenamesTheIndex() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE t (id int, v int);
            CREATE UNIQUE INDEX ix ON t (v);
            ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX ix;
            """);
    assertThat(schema.index(Name.of("ix"))).isEmpty();
    assertThat(schema.index(Name.of("u")).orElseThrow().constraint()).isEqualTo("u");
    assertThat(schema.table(T).orElseThrow().constraint("u").orElseThrow().columns())
        .containsExactly("v");
  }

  @Test
  void columnRenameReachesEverything() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE r (id int PRIMARY KEY);
            CREATE TABLE t (a int REFERENCES r (id), b int, CHECK (a > 0 AND b > 0), UNIQUE (a, b));
            CREATE INDEX ix ON t (lower(a::text), (a + b)) WHERE a IS NOT NULL;
            CREATE VIEW v AS SELECT a, b FROM t;
            ALTER TABLE t RENAME COLUMN a TO "order";
            ALTER TABLE r RENAME id TO key;
            """);
    Table table = schema.table(T).orElseThrow();
    assertThat(table.columns().keySet()).containsExactly("order", "b");
    Constraint.Check check = (Constraint.Check) table.constraint("t_check").orElseThrow();
    assertThat(check.condition().text()).isEqualTo("\"order\" > 0 AND b > 0");
    assertThat(check.columns()).containsExactly("b", "order");
    assertThat(table.constraint("t_a_b_key").orElseThrow().columns()).containsExactly("order", "b");
    Constraint.ForeignKey key = (Constraint.ForeignKey) table.constraint("t_a_fkey").orElseThrow();
    assertThat(key.columns()).containsExactly("order");
    assertThat(key.referencedColumns()).containsExactly("key");
    Index index = schema.index(Name.of("ix")).orElseThrow();
    assertThat(index.keys()).containsExactly("lower(\"order\"::text)", "\"order\" + b");
    assertThat(index.where().detail().impliesNotNull("order")).isTrue();
    View view = schema.view(Name.of("v")).orElseThrow();
    assertThat(view.outputs()).containsExactly("a", "b");
    assertThat(view.query().text()).contains("\"order\"");
  }

  @Test
  void tableRenameReachesEverything() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE t (id serial PRIMARY KEY, parent int REFERENCES t (id));
            CREATE TABLE other (t_id int REFERENCES t);
            CREATE VIEW v AS SELECT id FROM t;
            ALTER TABLE t RENAME TO s;
            """);
    Name s = Name.of("s");
    assertThat(schema.table(T)).isEmpty();
    assertThat(schema.referencing(s)).containsExactly(Name.of("other"), s);
    assertThat(schema.indexesOf(s)).singleElement().extracting(Index::table).isEqualTo(s);
    assertThat(schema.viewsOn(s)).hasSize(1);
    assertThat(schema.viewsOn(T)).isEmpty();
    assertThat(schema.sequencesOf(s, "id")).hasSize(1);
  }

  @Test
  void setSchemaTakesIndexesAndSequencesAlong() {
    Schema schema =
        Sql.base("CREATE TABLE t (id serial PRIMARY KEY); ALTER TABLE t SET SCHEMA archive;");
    assertThat(schema.table(new Name("archive", "t"))).isPresent();
    assertThat(schema.index(new Name("archive", "t_pkey"))).isPresent();
    assertThat(schema.sequence(new Name("archive", "t_id_seq"))).isPresent();
  }

  @Test
  void dropColumnTakesWhatInvolvesIt() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE t (id int PRIMARY KEY, a int, b int, UNIQUE (a, b), CHECK (a < b));
            CREATE INDEX ix ON t (b) WHERE a > 0;
            ALTER TABLE t DROP COLUMN a;
            """);
    assertThat(constraints(schema, T)).containsExactly("t_pkey");
    assertThat(schema.indexesOf(T)).hasSize(1);
  }

  @Test
  void dropTableCascadeTakesForeignKeysAndViews() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE r (id int PRIMARY KEY);
            CREATE TABLE t (r_id int REFERENCES r);
            CREATE VIEW v AS SELECT id FROM r;
            CREATE VIEW w AS SELECT id FROM v;
            DROP TABLE r CASCADE;
            """);
    assertThat(constraints(schema, T)).isEmpty();
    assertThat(schema.view(Name.of("v"))).isEmpty();
    assertThat(schema.view(Name.of("w"))).isEmpty();
    assertThat(schema.index(Name.of("r_pkey"))).isEmpty();
  }

  @Test
  void partitionsFollowTheirParent() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE m (id int, v text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
            CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
            CREATE TABLE m2 (id int NOT NULL, v text);
            ALTER TABLE m ATTACH PARTITION m2 FOR VALUES FROM (10) TO (20);
            CREATE INDEX ix ON m (v);
            ALTER TABLE m ADD COLUMN n int DEFAULT 0;
            ALTER TABLE m RENAME COLUMN v TO w;
            """);
    Name m1 = Name.of("m1");
    assertThat(schema.partitionsOf(Name.of("m")).stream().map(Table::name))
        .containsExactly(m1, Name.of("m2"));
    assertThat(schema.table(m1).orElseThrow().columns().keySet()).containsExactly("id", "w", "n");
    assertThat(schema.indexesOf(m1).stream().map(i -> i.name().local()))
        .containsExactly("m1_pkey", "m1_v_idx");
    assertThat(schema.indexesOf(Name.of("m2")).stream().map(i -> i.name().local()))
        .containsExactly("m2_pkey", "m2_v_idx");
    Schema dropped =
        schema.after(
            Sql.operations("DROP INDEX ix; ALTER TABLE m DETACH PARTITION m2; DROP TABLE m;"));
    assertThat(dropped.table(m1)).isEmpty();
    assertThat(dropped.table(Name.of("m2"))).isPresent();
    assertThat(dropped.index(Name.of("m2_v_idx"))).isEmpty();
  }

  @Test
  void onOnlyIsInvalidUntilEveryPartitionIsAttached() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE m (id int) PARTITION BY RANGE (id);
            CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
            CREATE INDEX ix ON ONLY m (id);
            CREATE INDEX m1_ix ON m1 (id);
            """);
    assertThat(schema.index(Name.of("ix")).orElseThrow().valid()).isFalse();
    Schema after = schema.after(Sql.operation("ALTER INDEX ix ATTACH PARTITION m1_ix"));
    assertThat(after.index(Name.of("ix")).orElseThrow().valid()).isTrue();
  }

  @Test
  void marksWhatTheChangeAdds() {
    Schema base = Sql.base("CREATE TABLE t (id int); CREATE TYPE e AS ENUM ('a');");
    Schema schema =
        base.after(
            Sql.operations(
                """
                ALTER TABLE t ADD COLUMN c int;
                ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0);
                ALTER TABLE t RENAME COLUMN c TO d;
                ALTER TYPE e ADD VALUE 'b';
                CREATE TABLE n (id int);
                ALTER TABLE n RENAME TO p;
                ALTER TABLE t RENAME TO u;
                """));
    Name u = Name.of("u");
    assertThat(schema.isNew(u)).isFalse();
    assertThat(schema.isNew(u, "d")).isTrue();
    assertThat(schema.isNew(u, "c")).isFalse();
    assertThat(schema.isNew(u, "id")).isFalse();
    assertThat(schema.isNew(u, "k")).isTrue();
    assertThat(schema.isNew(Name.of("e"), "b")).isTrue();
    assertThat(schema.isNew(Name.of("e"), "a")).isFalse();
    assertThat(schema.isNew(Name.of("p"))).isTrue();
    assertThat(schema.isNew(Name.of("p"), "id")).isTrue();
    assertThat(base.isNew(T)).isFalse();
  }

  @Test
  void validationAndNotNull() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE t (a int);
            ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL) NOT VALID;
            """);
    assertThat(schema.table(T).orElseThrow().constraint("k").orElseThrow().validated()).isFalse();
    Schema validated = schema.after(Sql.operation("ALTER TABLE t VALIDATE CONSTRAINT k"));
    assertThat(validated.table(T).orElseThrow().constraint("k").orElseThrow().validated()).isTrue();
    Schema named =
        Sql.base(
            """
            CREATE TABLE t (a int);
            ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;
            ALTER TABLE t VALIDATE CONSTRAINT n;
            """);
    assertThat(column(named, "t", "a").notNull()).isTrue();
    Schema dropped = named.after(Sql.operation("ALTER TABLE t DROP CONSTRAINT n"));
    assertThat(column(dropped, "t", "a").notNull()).isFalse();
  }

  @Test
  void unknownTablesAppearIncomplete() {
    Schema schema =
        Sql.base("ALTER TABLE t ADD COLUMN a int; ALTER TABLE t SET (fillfactor = 50);");
    assertThat(schema.table(T).orElseThrow().complete()).isFalse();
    assertThat(schema.table(T).orElseThrow().columns().keySet()).containsExactly("a");
  }

  @Test
  void executesBlocksAndCalls() {
    Schema schema =
        Sql.base(
            """
            DO $$ BEGIN CREATE TABLE a (id int); END $$;
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS
              $$ BEGIN CREATE TABLE b (id int); END $$;
            """);
    assertThat(schema.table(Name.of("a"))).isPresent();
    assertThat(schema.table(Name.of("b"))).isEmpty();
    Schema called = schema.after(new Operation.CallRoutine(Name.of("f"), List.of(), Span.FILE));
    assertThat(called.table(Name.of("b"))).isPresent();
  }

  @Test
  void knowsTheExtensionsThatAreThere() {
    Schema schema =
        Sql.base(
            """
            CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA extensions;
            CREATE EXTENSION pgcrypto;
            CREATE EXTENSION pgmq;
            DROP EXTENSION pgmq;
            """);
    assertThat(schema.hasExtension("uuid-ossp")).isTrue();
    assertThat(schema.asBase().hasExtension("pgcrypto")).isTrue();
    assertThat(schema.hasExtension("pgmq")).isFalse();
  }

  @Test
  void takesAPlaceholderAndTheSchemaThatIsWrittenOutForOne() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE ${schema}.t (a int);
            ALTER TABLE app.t ADD COLUMN b int;
            CREATE TABLE u (id int REFERENCES app.t (a));
            CREATE TABLE app.u (a int);
            ALTER TABLE app.u ADD COLUMN c int;
            """);
    assertThat(schema.table(T).orElseThrow().columns().keySet()).containsExactly("a", "b");
    assertThat(schema.table(new Name("app", "t"))).isEmpty();
    assertThat(schema.referencing(T)).containsExactly(Name.of("u"));
    assertThat(schema.table(new Name("app", "u")).orElseThrow().columns().keySet())
        .containsExactly("a", "c");
  }

  @Test
  void dropsTheKeyOfPartitionsToo() {
    Schema schema =
        Sql.base(
            """
            CREATE TABLE m (id int PRIMARY KEY) PARTITION BY RANGE (id);
            CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
            ALTER TABLE m DROP CONSTRAINT m_pkey;
            """);
    assertThat(schema.indexesOf(Name.of("m1"))).isEmpty();
  }

  @Test
  void keepsOldStatesWhileNewOnesAreMade() {
    Schema before = Sql.base("CREATE TABLE t (id int)");
    Schema after = before.after(Sql.operation("ALTER TABLE t ADD COLUMN a int"));
    assertThat(before.table(T).orElseThrow().columns()).hasSize(1);
    assertThat(after.table(T).orElseThrow().columns()).hasSize(2);
  }

  @Test
  void findsIndexesAgainOnlyWhereTheyChanged() {
    Schema before = Sql.base("CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX i ON t (a)");
    List<Index> known = before.indexesOf(T);
    Schema elsewhere = before.after(Sql.operation("CREATE TABLE other (id int)"));
    assertThat(elsewhere.indexesOf(T)).isSameAs(known);
    Schema renamed = elsewhere.after(Sql.operation("ALTER INDEX i RENAME TO j"));
    assertThat(renamed.indexesOf(T))
        .extracting(index -> index.name().local())
        .containsExactly("j", "t_pkey");
    assertThat(before.indexesOf(T)).isEqualTo(known);
    Schema columnRenamed = renamed.after(Sql.operation("ALTER TABLE t RENAME COLUMN a TO b"));
    assertThat(columnRenamed.indexesOf(T).get(0).keys())
        .isNotEqualTo(renamed.indexesOf(T).get(0).keys());
  }

  private static List<String> constraints(Schema schema, Name table) {
    return schema.table(table).orElseThrow().constraints().stream().map(Constraint::name).toList();
  }

  private static Column column(Schema schema, String table, String column) {
    return schema.table(Name.of(table)).orElseThrow().column(column).orElseThrow();
  }
}
