package dev.concertina.plan;

import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step as a migration of TypeORM, which writes SQL into its own migrations, too. */
final class TypeOrmIdiom implements Idiom {

  @Override
  public String language() {
    return "ts";
  }

  @Override
  public List<String> verbatim(String sql) {
    return List.of("await queryRunner.query(" + ScriptText.template(sql) + ");");
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (outside) {
      lines.add("transaction = false; // and run migrations with --transaction each");
      lines.add("");
    }
    String open = "public async up(queryRunner: QueryRunner): Promise<void> {";
    lines.addAll(ScriptText.block(open, words, "}"));
    return lines;
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return operation instanceof Operation.RenameColumn rename
        ? List.of(
            "Keep the column and rename the property alone: `@Column({ name: "
                + ScriptText.quoted(rename.column())
                + " })` on it. It needs no migration and no deploy order.")
        : written;
  }

  @Override
  public Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.of(
        "remove the property of `"
            + drop.column()
            + "` with its `@Column` from the entity, not only the reads: a declared property is in"
            + " every query. Take the generated DROP COLUMN out of this release's migration.");
  }
}
