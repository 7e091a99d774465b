package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Migration.Transaction;
import dev.concertina.schema.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlembicLayoutTest {

  private static final String FOLDER = "server/migrations/versions/";

  private final Map<String, String> base = new TreeMap<>();

  private static String revision(String id, String down, String body) {
    return """
    from alembic import op
    import sqlalchemy as sa

    revision: str = "%s"
    down_revision = %s


    def upgrade():
        %s
    """
        .formatted(id, down, body);
  }

  /** Named against their order, as the names of Alembic's are by chance. */
  private void twoRevisions() {
    base.put("server/migrations/env.py", "context.configure(connection=connection)\n");
    base.put(
        FOLDER + "f1_first.py",
        revision("f1", "None", "op.create_table('a', sa.Column('x', sa.Integer()))"));
    base.put(
        FOLDER + "2024/b2_second.py",
        revision("b2", "'f1'", "op.alter_column('a', 'x', new_column_name='y')"));
  }

  private InMemoryTree tree() {
    return InMemoryTree.of(
        base.entrySet().stream()
            .flatMap(file -> Stream.of(file.getKey(), file.getValue()))
            .toArray(String[]::new));
  }

  private Change change(String name, String text) {
    return Change.read(
        tree(),
        tree(),
        List.of(
            new ChangedFile(
                FOLDER + name,
                ChangedFile.Status.ADDED,
                null,
                null,
                text.getBytes(StandardCharsets.UTF_8))),
        LayoutSettings.NONE);
  }

  @Test
  void aRevisionIsTheSqlThatAlembicSends() {
    twoRevisions();
    Change change = change("c3_third.py", revision("c3", "'b2'", "op.drop_column('a', 'y')"));

    Migration migration = change.migrations().get(0);
    assertThat(migration.framework()).isEqualTo("alembic");
    assertThat(migration.history()).isEqualTo("server/migrations");
    assertThat(migration.version()).isEqualTo("c3");
    assertThat(migration.transaction()).isEqualTo(Transaction.ALL_PENDING);
    assertThat(migration.statements().get(0).sql()).isEqualTo("ALTER TABLE a DROP COLUMN y");
    assertThat(migration.statements().get(0).span().line()).isEqualTo(9);
    assertThat(change.collisions()).isEmpty();
  }

  @Test
  void runsInTheOrderThatTheRevisionsGiveThemselves() {
    twoRevisions();
    History history = new History(tree(), LayoutSettings.NONE, ReplayCache.NONE);
    assertThat(history.paths("server/migrations"))
        .containsExactly(FOLDER + "f1_first.py", FOLDER + "2024/b2_second.py");
    assertThat(history.replay("server/migrations").tables().toString()).contains("name=y");
  }

  @Test
  void eachHasATransactionOfItsOwnWhereTheEnvironmentSaysSo() {
    twoRevisions();
    base.put(
        "server/migrations/env.py",
        "context.configure(connection=c, transaction_per_migration=True)\n");
    Change change = change("c3.py", revision("c3", "'b2'", "op.drop_table('a')"));
    assertThat(change.migrations().get(0).transaction()).isEqualTo(Transaction.FILE);
  }

  @Test
  void noneHasOneWhereTheEnvironmentTurnsThemOff() {
    twoRevisions();
    base.put("server/migrations/env.py", "options = {'transactional_ddl': False}\n");
    Change change = change("c3.py", revision("c3", "'b2'", "op.drop_table('a')"));
    assertThat(change.migrations().get(0).transaction()).isEqualTo(Transaction.NONE);
  }

  @Test
  void knowsWhatTheEnvironmentSetsOnItsConnection() {
    twoRevisions();
    base.put(
        "server/migrations/env.py",
        """
        engine = create_engine(url, connect_args={"options": "-c statement_timeout=60s"})
        with engine.connect() as connection:
            connection.execute(text("SET lock_timeout = 4000"))
            connection.execute(text("SELECT 1"))
        """);
    Change change = change("c3.py", revision("c3", "'b2'", "op.drop_table('a')"));
    assertThat(change.migrations().get(0).session())
        .containsOnly(Map.entry("lock_timeout", "4000"), Map.entry("statement_timeout", "60s"));
  }

  @Test
  void leavesItsTransactionForABlock() {
    twoRevisions();
    String body =
        """
        op.add_column('a', sa.Column('z', sa.Text()))
            # concertina: allow postgres/x -- only here
            with op.get_context().autocommit_block():
                op.create_index('i', 'a', ['z'], postgresql_concurrently=True)
            op.execute('SELECT 1')
        """;
    List<Migration> stretches = change("c3.py", revision("c3", "'b2'", body)).migrations();
    assertThat(stretches.stream().map(Migration::transaction))
        .containsExactly(Transaction.ALL_PENDING, Transaction.NONE, Transaction.ALL_PENDING);
    assertThat(stretches.stream().map(m -> m.statements().get(0).comments().size()))
        .containsExactly(0, 1, 0);
    assertThat(Transactions.of(stretches).runs())
        .extracting(Transactions.Run::inTransaction)
        .containsExactly(true, false, true);
  }

  @Test
  void findsASecondHead() {
    twoRevisions();
    Change change = change("c3.py", revision("c3", "'f1'", "pass"));
    assertThat(change.collisions())
        .extracting(Change.Collision::other)
        .containsExactly(FOLDER + "2024/b2_second.py");
  }

  @Test
  void aMergeIsNoSecondHead() {
    twoRevisions();
    base.put(FOLDER + "c3.py", revision("c3", "'f1'", "pass"));
    assertThat(change("d4.py", revision("d4", "('b2', 'c3')", "pass")).collisions()).isEmpty();
  }

  @Test
  void aBranchWithALabelOfItsOwnIsNoSecondHead() {
    twoRevisions();
    String text =
        revision("c3", "None", "pass").replace("\n\n\ndef", "\nbranch_labels = 'x'\n\n\ndef");
    assertThat(change("c3.py", text).collisions()).isEmpty();
  }

  @Test
  void saysWhereThereIsNothingToRead() {
    twoRevisions();
    Change change = change("c3.py", "revision = 'c3'\ndown_revision = 'b2'\n");
    Operation only = change.migrations().get(0).statements().get(0).operations().get(0);
    assertThat(((Operation.NotAnalysed) only).reason()).isEqualTo("it has no function upgrade()");
  }
}
