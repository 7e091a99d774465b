package dev.concertina.node;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.List;

/** Migrations with little in them. */
final class Sample {

  private Sample() {}

  /** A framework, and what stands around the body of its way up. */
  enum Kind {
    MIKROORM("mikroorm", "class Sample1 extends Migration {\n  async up() {\n%s\n  }\n}\n"),
    TYPEORM(
        "typeorm",
        "class Sample1 implements MigrationInterface {\n  async up(queryRunner) {\n%s\n  }\n}\n"),
    KNEX("knex", "exports.up = async function (knex) {\n%s\n};\n"),
    SEQUELIZE(
        "sequelize", "module.exports = {\n  async up(queryInterface, Sequelize) {\n%s\n  },\n};\n"),
    NODE_PG_MIGRATE("node-pg-migrate", "exports.up = async (pgm) => {\n%s\n};\n");

    private final String id;
    private final String frame;

    Kind(String id, String frame) {
      this.id = id;
      this.frame = frame;
    }

    String id() {
      return id;
    }

    List<Program> read(String body) {
      return file(frame.replace("%s", body));
    }

    List<Program> file(String text) {
      return file(text, Modules.NONE);
    }

    List<Program> file(String text, Modules modules) {
      NodeMigrations migrations = new NodeMigrations(new SqlReader(SqlSyntax.POSTGRESQL));
      String path = "migrations/1700000000000-sample.ts";
      return switch (this) {
        case KNEX -> migrations.knex(path, text, modules);
        case SEQUELIZE -> migrations.sequelize(path, text, modules);
        case NODE_PG_MIGRATE -> migrations.nodePgMigrate(path, text, modules);
        case MIKROORM -> migrations.mikroOrm(path, text, modules);
        case TYPEORM -> migrations.typeOrm(path, text, modules);
      };
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** The SQL of all programs, and why what could not be read was not. */
  static List<String> lines(List<Program> programs) {
    return programs.stream()
        .flatMap(program -> program.statements().stream().map(Sample::line))
        .toList();
  }

  private static String line(Statement statement) {
    return statement.operations().get(0) instanceof dev.concertina.schema.Operation.NotAnalysed not
        ? "? " + not.reason()
        : String.join(" ", statement.sql().strip().split("\\s+"));
  }
}
