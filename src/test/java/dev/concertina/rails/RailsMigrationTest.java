package dev.concertina.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Inflector;
import dev.concertina.syntax.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the code of a migration is followed. */
class RailsMigrationTest {

  private static final String CLASSES =
      """
      class Change < ActiveRecord::Migration[7.1]
        class User < ActiveRecord::Base
        end
        class Thing < ActiveRecord::Base
          self.table_name = "stuff"
        end
        TABLES = %%i[users teams].freeze
        SQL = "DELETE FROM old"
        %s
        def up
          %s
        end

        private

        def add_note(table, type = :text)
          add_column table, :note, type
        end

        def twice
          yield :users
          yield :teams
        end

        def main_table = :users
      end
      """;

  private static Program program(String head, String body) {
    return RailsMigration.read(CLASSES.formatted(head, body)).get(0);
  }

  private static List<String> does(String body) {
    List<String> done = new ArrayList<>();
    for (Statement statement : program("", body).statements()) {
      statement.operations().forEach(operation -> done.add(text(operation, statement)));
    }
    return done;
  }

  private static String text(Operation operation, Statement statement) {
    return switch (operation) {
      case Operation.NotAnalysed o -> "? " + o.reason();
      case Operation.RunCode o ->
          "ruby"
              + (o.loops() ? " loops" : "")
              + (o.importsModel() ? " imports" : "")
              + o.body().stream().map(RailsMigrationTest::row).toList();
      default -> CallTable.plain(statement.sql().isEmpty() ? statement.text() : statement.sql());
    };
  }

  private static String row(Operation operation) {
    return switch (operation) {
      case Operation.Update o ->
          "update "
              + o.table()
              + " "
              + o.assignments().stream().map(a -> a.column() + "=" + a.value().text()).toList()
              + (o.where() == null ? "" : " where " + o.where().text());
      case Operation.Delete o ->
          "delete " + o.table() + (o.where() == null ? "" : " where " + o.where().text());
      case Operation.Insert o -> "insert " + o.table() + " " + o.columns() + " " + o.rows();
      case Operation.NotAnalysed o -> "? " + o.reason();
      default -> operation.kind();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ⇒ ",
      quoteCharacter = '`',
      value = {
        "TABLES.each { |t| drop_table t } ⇒ DROP TABLE \"users\"; DROP TABLE \"teams\"",
        "%i[a b].each_with_index { |t, i| drop_table t } ⇒ DROP TABLE \"a\"; DROP TABLE \"b\"",
        "{ a: :x, b: :y }.each { |t, c| remove_column t, c } ⇒ ALTER TABLE \"a\" DROP COLUMN \"x\"; ALTER TABLE \"b\" DROP COLUMN \"y\"",
        "for t in [:a, :b] do drop_table t end ⇒ DROP TABLE \"a\"; DROP TABLE \"b\"",
        "add_note :users ⇒ ALTER TABLE \"users\" ADD \"note\" text",
        "add_note(:users, :string) ⇒ ALTER TABLE \"users\" ADD \"note\" character varying",
        "twice { |t| drop_table t } ⇒ DROP TABLE \"users\"; DROP TABLE \"teams\"",
        "drop_table main_table ⇒ DROP TABLE \"users\"",
        "t = :users; drop_table t ⇒ DROP TABLE \"users\"",
        "options = { unique: true }; add_index :users, :a, **options ⇒ CREATE UNIQUE INDEX \"index_users_on_a\" ON \"users\"(\"a\")",
        "execute SQL ⇒ DELETE FROM old",
        "execute \"TRUNCATE #{quote_table_name(:users)}\" ⇒ TRUNCATE \"users\"",
        "execute \"TRUNCATE #{Thing.quoted_table_name}\" ⇒ TRUNCATE \"stuff\"",
        "execute('SELECT 1') if index_exists?(:users, :a) ⇒ SELECT 1",
        "if column_exists?(:users, :a) then drop_table :a else drop_table :b end ⇒ DROP TABLE \"a\"; DROP TABLE \"b\"",
        "return if ENV['X']; drop_table :a unless table_exists?(:a) ⇒ DROP TABLE \"a\"",
        "table_exists?(:a) && drop_table(:a) ⇒ DROP TABLE \"a\"",
        "begin; drop_table :a; rescue StandardError => e; drop_table :b; ensure; drop_table :c; end ⇒ DROP TABLE \"a\"; DROP TABLE \"b\"; DROP TABLE \"c\"",
        "safety_assured { say_with_time('x') { drop_table :a } } ⇒ DROP TABLE \"a\"",
        "ActiveRecord::Base.connection.execute('SELECT 1') ⇒ SELECT 1",
        "reversible { |dir| dir.up { drop_table :a }; dir.down { drop_table :b } } ⇒ DROP TABLE \"a\"",
        "if connection.adapter_name == 'SQLServer' then drop_table :a else drop_table :b end ⇒ DROP TABLE \"b\"",
        "drop_table :a unless ActiveRecord::Base.connection.adapter_name =~ /postgres/i ⇒ ``",
        "drop_table :a if connection.adapter_name != 'SQLite' ⇒ DROP TABLE \"a\"",
        "drop_table :a if %w[mysql2 postgresql].include?(adapter) ⇒ DROP TABLE \"a\"",
        "create_table(:a, id: key) { |t| t.references :b, type: key } ⇒ CREATE TABLE \"a\"(\"id\" bigserial primary key, \"b_id\" bigint); CREATE INDEX \"index_a_on_b_id\" ON \"a\"(\"b_id\")",
        "with_lock_retries { drop_table :a } ⇒ DROP TABLE \"a\""
      })
  void followsTheCode(String body, String sent) {
    assertThat(String.join("; ", does(body))).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ⇒ ",
      quoteCharacter = '`',
      value = {
        "User.update_all(active: true) ⇒ ruby[update users [active=TRUE]]",
        "User.where(active: nil).update_all('active = false') ⇒ ruby[update users [active=false] where \"active\" IS NULL]",
        "User.where('a > ?', 3).delete_all ⇒ ruby[delete users where a > 3]",
        "User.where.not(id: [1, 2]).destroy_all ⇒ ruby[delete users where NOT (\"id\" IN (1, 2))]",
        "Thing.in_batches.update_all(a: 1) ⇒ ruby loops[update stuff [a=1]]",
        "Thing.where(a: nil).in_batches(of: 5) { |b| b.update_all(a: 1); sleep 1 } ⇒ ruby loops[update stuff [a=1] where \"a\" IS NULL]",
        "User.find_each { |u| u.update!(name: u.name.strip) } ⇒ ruby loops[update users [name=\"computed\"()]]",
        "User.find_each { |u| u.name = 'x'; u.save! } ⇒ ruby loops[update users [name=\"computed\"()]]",
        "User.find_each { |u| u.save! } ⇒ ruby loops[? which columns of users it writes is not seen]",
        "User.find_each(&:destroy) ⇒ ruby loops[delete users]",
        "User.find_each { |u| u.update_column(:a, 1) } ⇒ ruby loops[update users [a=\"computed\"()]]",
        "User.create!(name: 'x') ⇒ ruby[insert users [name] 1]",
        "User.find_each { |u| Thing.create!(user_id: u.id) } ⇒ ruby loops[insert stuff [user_id] 0]",
        "Account.where(a: 1).update_all(b: 2) ⇒ ruby imports[update accounts [b=2] where \"a\" = 1]",
        "ActiveStorage::Blob.update_all(a: 1) ⇒ ruby imports[update active_storage_blobs [a=1]]",
        "Admin::ApiKey.delete_all ⇒ ruby imports[delete api_keys]",
        "update_column_in_batches(:users, :a, 1) ⇒ ruby loops[update users [a=1]]"
      })
  void saysWhatModelsDoToRows(String body, String done) {
    assertThat(does(body)).containsExactly(done);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ⇒ ",
      quoteCharacter = '`',
      value = {
        "execute \"DROP TABLE #{ENV['T']}\" ⇒ ? the SQL is built at run time",
        "drop_table unknown_name ⇒ ? a name is computed",
        "add_index :users, :a, **options ⇒ ? what add_index is given is computed",
        "SomeJob.perform_later(1) ⇒ ? what SomeJob.perform_later does stands in another file",
        "backfill_everything ⇒ ? what backfill_everything does stands in another file",
        "revert Other ⇒ ? revert does the opposite of what stands elsewhere",
        "create_table(:a) { |t| t.attachment :logo } ⇒ ? what t.attachment does stands in another file; CREATE TABLE \"a\"(\"id\" bigserial primary key)",
        "rename_column_concurrently :users, :a, :b ⇒ ? what rename_column_concurrently sends is for its library to say, and is not read",
        "super ⇒ ? what the class above does stands in another file",
        "names.each { |n| drop_table n } ⇒ ? a name is computed"
      })
  void saysWhatItCanNotRead(String body, String said) {
    assertThat(String.join("; ", does(body))).isEqualTo(said);
  }

  @Test
  void doesNothingToTheDatabaseWhereItOnlyTalks() {
    assertThat(
            does(
                """
                say "x"
                User.reset_column_information
                Rails.cache.clear
                Rails.logger.info("y")
                puts User.count
                x = User.where(a: 1).pluck(:id)
                sleep 2
                """))
        .isEmpty();
  }

  @Test
  void leavesItsTransaction() {
    Program program =
        program("disable_ddl_transaction!", "drop_table :a\n transaction do\n drop_table :b\n end");
    assertThat(program.transactional()).isFalse();
    assertThat(program.statements())
        .extracting(Statement::sql)
        .containsExactly("DROP TABLE \"a\"", "BEGIN", "DROP TABLE \"b\"", "COMMIT");
    assertThat(program("", "transaction { drop_table :b }").statements()).hasSize(1);
  }

  @Test
  void standsWhereItIsWritten() {
    String text =
        """
        class Change < ActiveRecord::Migration[7.0]
          def change
            execute <<~SQL.squish
              UPDATE users
                 SET a = 1;
              -- concertina: allow any/unbounded-change because measured
              DELETE FROM teams
            SQL
            add_column :users, :b, :text # concertina: allow any/x because y
          end
        end
        """;
    List<Statement> statements = RailsMigration.read(text).get(0).statements();
    assertThat(statements).extracting(s -> s.span().line()).containsExactly(4, 7, 3, 9);
    assertThat(statements.get(1).comments().get(0).text()).startsWith("concertina: allow");
    assertThat(statements.get(3).comments().get(0).text()).endsWith("because y");
  }

  @Test
  void readsOldWaysAndOthersOfWritingAMigration() {
    assertThat(sent("class X < ActiveRecord::Migration\n def self.up\n drop_table :a\n end\nend"))
        .containsExactly("DROP TABLE \"a\"");
    assertThat(
            sent(
                "class X < ActiveRecord::Migration[5.0]\n def change\n drop_table(:a) {}\n end\nend"))
        .containsExactly("DROP TABLE \"a\"");
    assertThat(
            sent(
                "module M\n class X < Gitlab::Database::Migration[2.1]\n def up\n"
                    + " drop_table :a\n end\n def down\n drop_table :b\n end\n end\nend"))
        .containsExactly("DROP TABLE \"a\"");
  }

  private static List<String> sent(String text) {
    return CallTable.sent(text);
  }

  @Test
  void neverFails() {
    for (String text :
        List.of(
            "",
            "class X",
            "class X < ActiveRecord::Migration[7.0]\n def change\n add_column :a, \n end\nend",
            "class X < ActiveRecord::Migration[9\n",
            "class X < ActiveRecord::Migration[7.0]\n def up\n up\n end\nend",
            "class X < ActiveRecord::Migration[7.0]\n def up\n a\n end\n def a = b\n def b = a\nend",
            "class X < ActiveRecord::Migration[7.0]\n def up\n x(".concat("[".repeat(4000)),
            "class X < ActiveRecord::Migration[7.0]\n A = %w[a b c d e f g h i j]\n def up\n"
                + " A.each { |a| ".repeat(9)
                + " drop_table a "
                + "}".repeat(9)
                + "\n end\nend")) {
      assertThat(RailsMigration.read(text)).hasSize(1);
    }
  }

  @Test
  void inflectsAsActiveSupportDoes() {
    CallTable.read("words.txt")
        .forEach(
            row -> {
              String[] forms = row.code().split(" ");
              assertThat(Inflector.plural(forms[0])).isEqualTo(forms[1]);
              assertThat(Inflector.singular(forms[1])).isEqualTo(forms[2]);
            });
    assertThat(CallTable.read("words.txt")).hasSizeGreaterThan(60);
    assertThat(Inflector.underscore("APIKey")).isEqualTo("api_key");
  }
}
