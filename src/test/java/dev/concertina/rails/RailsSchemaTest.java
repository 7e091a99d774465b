package dev.concertina.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@code schema.rb} says. */
class RailsSchemaTest {

  private static final String DUMP =
      """
      # This file is auto-generated from the current state of the database.
      ActiveRecord::Schema[7.1].define(version: 2024_03_01_120000) do
        enable_extension "plpgsql"
        create_enum "mood", ["sad", "ok"]

        create_table "users", id: :uuid, default: -> { "gen_random_uuid()" }, force: :cascade do |t|
          t.string "name", limit: 40, null: false
          t.enum "mood", default: "ok", enum_type: "mood"
          t.datetime "created_at", null: false
          t.index "lower((name)::text)", name: "index_users_on_lower_name", unique: true
          t.check_constraint "name <> ''::text", name: "name_given"
        end

        add_foreign_key "users", "teams", on_delete: :cascade
      end
      """;

  @Test
  void isReadAsWhatMakesTheSchema() {
    RailsSchema schema = RailsSchema.read(DUMP).orElseThrow();
    assertThat(schema.version()).isEqualTo("20240301120000");
    assertThat(sql(schema.statements()))
        .containsExactly(
            "CREATE EXTENSION IF NOT EXISTS \"plpgsql\"",
            "CREATE TYPE \"mood\" AS ENUM('sad', 'ok')",
            "DROP TABLE IF EXISTS \"users\" CASCADE",
            "CREATE TABLE \"users\"(\"id\" uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY,"
                + " \"name\" character varying(40) NOT NULL, \"mood\" mood DEFAULT 'ok',"
                + " \"created_at\" timestamp(6) NOT NULL,"
                + " CONSTRAINT name_given CHECK(name <> ''::text))",
            "CREATE UNIQUE INDEX \"index_users_on_lower_name\" ON \"users\"(lower((name)::text))",
            "ALTER TABLE \"users\" ADD CONSTRAINT \"fk_rails_b2bbf87303\" FOREIGN KEY(\"team_id\")"
                + " REFERENCES \"teams\"(\"id\") ON DELETE CASCADE");
  }

  @Test
  void ofAnOldReleaseHasNoVersionOfItsOwn() {
    RailsSchema schema =
        RailsSchema.read(
                "ActiveRecord::Schema.define(version: 20200101) do\n create_table \"a\" do |t|\n"
                    + " t.datetime \"at\"\n end\nend")
            .orElseThrow();
    assertThat(schema.version()).isEqualTo("20200101");
    assertThat(sql(schema.statements()))
        .containsExactly("CREATE TABLE \"a\"(\"id\" bigserial primary key, \"at\" timestamp)");
  }

  @Test
  void anyOtherFileIsNone() {
    assertThat(List.of("", "module Schema; end", "Schema.define { }", "end end"))
        .extracting(RailsSchema::read)
        .containsOnly(Optional.empty());
  }

  private static List<String> sql(List<Statement> statements) {
    return statements.stream().map(Statement::sql).map(CallTable::plain).toList();
  }
}
