package dev.concertina.plan;

import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step as a migration of MikroORM, which is SQL. */
final class MikroOrmIdiom implements Idiom {

  @Override
  public String language() {
    return "ts";
  }

  @Override
  public List<String> verbatim(String sql) {
    return List.of("this.addSql(" + ScriptText.template(sql) + ");");
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (outside) {
      lines.addAll(
          ScriptText.block("override isTransactional(): boolean {", List.of("return false;"), "}"));
      lines.add("");
    }
    lines.addAll(ScriptText.block("override async up(): Promise<void> {", words, "}"));
    return lines;
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return operation instanceof Operation.RenameColumn rename
        ? List.of(
            "Keep the column and rename the property alone: `@Property({ fieldName: "
                + ScriptText.quoted(rename.column())
                + " })` on it. It needs no migration and no deploy order.")
        : written;
  }

  @Override
  public Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.of(
        "remove the property of `"
            + drop.column()
            + "` from the entity, not only the reads: a declared property is in every query. Take"
            + " the generated drop out of this release's migration.");
  }
}
