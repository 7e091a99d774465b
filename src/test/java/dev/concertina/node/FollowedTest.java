package dev.concertina.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.node.Sample.Kind;
import dev.concertina.syntax.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a program is followed, in which transaction, and what is said of the rest. */
class FollowedTest {

  @Test
  void bothWaysOfAConditionThatNobodyKnows() {
    assertThat(
            lines(
                Kind.KNEX,
                """
                const has = await knex.schema.hasTable('a');
                if (!has) {
                  await knex.raw('DROP TABLE b');
                } else {
                  await knex.raw('DROP TABLE c');
                }
                await knex.raw('DROP TABLE d');
                """))
        .containsExactly("DROP TABLE b", "DROP TABLE c", "DROP TABLE d");
  }

  @Test
  void whatComesAfterAnEarlyReturnThatMayNotHappen() {
    assertThat(
            lines(
                Kind.TYPEORM,
                """
                if (await queryRunner.hasColumn('a', 'b')) {
                  return;
                }
                await queryRunner.query('DROP TABLE a');
                """))
        .containsExactly("DROP TABLE a");
  }

  @Test
  void onlyTheWayOfPostgres() {
    assertThat(
            lines(
                Kind.SEQUELIZE,
                """
                if (queryInterface.sequelize.getDialect() === 'mysql') {
                  await queryInterface.dropTable('a');
                } else {
                  await queryInterface.dropTable('b');
                }
                """))
        .containsExactly("DROP TABLE IF EXISTS \"b\"");
    assertThat(
            lines(
                Kind.KNEX,
                """
                const { client } = knex.client.config;
                if (['pg', 'postgres'].includes(client)) await knex.raw('DROP TABLE a');
                switch (client) {
                  case 'sqlite3':
                    await knex.raw('DROP TABLE b');
                    break;
                  default:
                    await knex.raw('DROP TABLE c');
                }
                """))
        .containsExactly("DROP TABLE a", "DROP TABLE c");
  }

  @Test
  void aLoopOverRowsIsGoneThroughOnce() {
    assertThat(
            lines(
                Kind.KNEX,
                """
                const users = await knex('users').select('id');
                for (const user of users) {
                  await knex('users').where({ id: user.id }).update({ name: user.first + user.last });
                }
                """))
        .containsExactly(
            "update \"users\" set \"name\" = \"computed\"() where \"id\" = \"computed\"()");
  }

  @Test
  void sqlThatIsBuiltAtRunTimeIsNotRead() {
    assertThat(
            lines(
                Kind.TYPEORM,
                """
                const [{ schema }] = await queryRunner.query('SELECT current_schema()');
                await queryRunner.query(`DROP TABLE ${schema}.a`);
                await queryRunner.addColumn(process.env.TABLE, new TableColumn({ name: 'a', type: 'int' }));
                """))
        .containsExactly(
            "SELECT current_schema()",
            "? the SQL is built at run time",
            "? the table's name is only known when it runs");
  }

  @Test
  void functionsOfOtherFilesAreNotRead() {
    assertThat(lines(Kind.KNEX, "await addTimestamps(knex, 'users'); console.log(knex);"))
        .containsExactly("? `addTimestamps` is not in this file");
  }

  @Test
  void functionsAndNamesOfTheRepositoryAreRead() {
    Map<String, String> files =
        Map.of(
            "./tables", "export * from './names';",
            "./names", "export enum Table { Users = 'users' }",
            "./drop", "module.exports.drop = (knex, name) => knex.schema.dropTable(name);");
    Modules modules =
        (from, name) ->
            Optional.ofNullable(files.get(name)).map(text -> new Modules.Found(name, text));
    String text =
        """
        import { Table } from './tables';
        const { drop } = require('./drop');
        export async function up(knex: Knex): Promise<void> {
          await drop(knex, Table.Users);
        }
        """;
    List<Program> programs = Kind.KNEX.file(text, modules);
    assertThat(Sample.lines(programs)).containsExactly("drop table \"users\"");
    assertThat(programs.get(0).statements().get(0).span().line()).isEqualTo(4);
  }

  @Test
  void sqlStandsWhereItIsWritten() {
    String text =
        """
        class A implements MigrationInterface {
          async up(queryRunner) {
            await queryRunner.query(`
              DROP TABLE a
            `);
          }
        }
        """;
    assertThat(Kind.TYPEORM.file(text).get(0).statements().get(0).span().line()).isEqualTo(4);
  }

  @Test
  void aTransactionThatIsLeftAndEnteredAgain() {
    List<Program> programs =
        Kind.TYPEORM.read(
            """
            await queryRunner.query('DROP TABLE a');
            await queryRunner.commitTransaction();
            await queryRunner.query('CREATE INDEX CONCURRENTLY i ON b (c)');
            await queryRunner.startTransaction();
            await queryRunner.query('DROP TABLE d');
            """);
    assertThat(programs).extracting(Program::transactional).containsExactly(true, false, true);
    assertThat(programs).allSatisfy(program -> assertThat(program.statements()).hasSize(1));
  }

  @Test
  void whatIsHandedTheTransactionIsInIt() {
    List<Program> programs =
        Kind.SEQUELIZE.read(
            """
            const transaction = await queryInterface.sequelize.transaction();
            try {
              await queryInterface.removeColumn('a', 'b', { transaction });
              await queryInterface.removeColumn('a', 'c');
              await transaction.commit();
            } catch (error) {
              await transaction.rollback();
              throw error;
            }
            """);
    assertThat(programs).extracting(Program::transactional).containsExactly(true, false);
  }

  @Test
  void whoAsksForNoTransactionHasNone() {
    assertThat(
            Kind.KNEX
                .file(
                    "exports.config = { transaction: false }; exports.up = k => k.raw('SELECT 1');")
                .get(0)
                .transactional())
        .isFalse();
    assertThat(
            Kind.TYPEORM
                .file(
                    "class A implements MigrationInterface { transaction = false as const;"
                        + " async up(q) { await q.query('SELECT 1'); } }")
                .get(0)
                .transactional())
        .isFalse();
    assertThat(
            Kind.NODE_PG_MIGRATE
                .read("pgm.sql('SELECT 1'); pgm.noTransaction();")
                .get(0)
                .transactional())
        .isFalse();
    assertThat(
            Kind.MIKROORM
                .file(
                    "class M extends Migration { isTransactional() { return false; }"
                        + " async up() { this.addSql('SELECT 1'); } }")
                .get(0)
                .transactional())
        .isFalse();
  }

  @Test
  void theWaysInWhichUpIsExported() {
    for (String text :
        List.of(
            "exports.up = function (knex) { return knex.raw('SELECT 1'); };",
            "module.exports = { up: (knex) => knex.raw('SELECT 1'), down() {} };",
            "module.exports.up = async knex => { await knex.raw('SELECT 1'); };",
            "export async function up(knex) { await knex.raw('SELECT 1'); }",
            "export const up = async (knex: Knex) => { await knex.raw('SELECT 1'); };",
            "export default { async up(knex) { await knex.raw('SELECT 1'); } };",
            "const up = (knex) => knex.raw('SELECT 1'); export { up };")) {
      assertThat(Sample.lines(Kind.KNEX.file(text))).as(text).containsExactly("SELECT 1");
    }
  }

  @Test
  void mikroOrm() {
    assertThat(
            lines(
                Kind.MIKROORM,
                """
                this.addSql('alter table "a" add column "b" int;');
                this.addSql(this.getKnex()('a').update({ b: 1 }));
                await this.execute(`DROP TABLE c`);
                """))
        .containsExactly(
            "alter table \"a\" add column \"b\" int", "update \"a\" set \"b\" = 1", "DROP TABLE c");
  }

  @Test
  void aFileWithoutAWayUpSaysSo() {
    assertThat(Sample.lines(Kind.KNEX.file("const a = 1;")))
        .containsExactly("? no function `up` was found in it");
    assertThat(Sample.lines(Kind.TYPEORM.file("const a = 1;")))
        .containsExactly("? no class with a method `up` was found in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const f = () => f(); f();",
        "let a = 'x'; for (const b of [1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0]) a += a;",
        "const a = [1,2,3,4,5,6,7,8,9]; for (const b of a) for (const c of a) for (const d of a)"
            + " for (const e of a) for (const f of a) for (const g of a) g;",
        "while (true) {} for (;;) {} do {} while (x);",
        "const o = { ...o }; const { a = a } = o; class B extends B {} new B(knex).up();",
        "await knex(knex)(knex).where(knex).update(knex);",
        "await knex.schema.alterTable(knex, knex); knex.schema.createTable('a', (t) => t.x.y.z());",
        "`${`${`${knex}`}`}`; a?.b?.[c]?.(d); /x/g; async () => {}; <T>x; x!; #y;",
      })
  void endsWhateverItIsGiven(String body) {
    assertThat(Kind.KNEX.read(body + " await knex.raw('DROP TABLE a');")).isNotEmpty();
    assertThat(Kind.SEQUELIZE.read(body.replace("knex", "queryInterface"))).isNotEmpty();
  }

  private static List<String> lines(Kind kind, String body) {
    return Sample.lines(kind.read(body));
  }
}
