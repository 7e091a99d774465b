package dev.concertina.plan;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A step as a migration of Sequelize. What is to be in a transaction is handed one: each call may
 * go to the database by another connection else.
 */
final class SequelizeIdiom implements Idiom {

  /** Behind the arguments of each call; goes where there is no transaction. */
  private static final String IN_TRANSACTION = ", { transaction }";

  @Override
  public String language() {
    return "js";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return operation instanceof Operation.DropColumn o && !o.ifExists() && !o.cascade()
        ? List.of(
            "await queryInterface.removeColumn("
                + table(o.table())
                + ", "
                + ScriptText.quoted(o.column())
                + IN_TRANSACTION
                + ");")
        : List.of();
  }

  private static String table(Name table) {
    String name = ScriptText.quoted(table.local());
    return table.schema().isEmpty()
        ? name
        : "{ schema: " + ScriptText.quoted(table.schema()) + ", tableName: " + name + " }";
  }

  @Override
  public List<String> verbatim(String sql) {
    return List.of(
        "await queryInterface.sequelize.query(" + ScriptText.template(sql) + IN_TRANSACTION + ");");
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    boolean alone = outside || words.size() == 1;
    List<String> inner =
        alone
            ? words.stream().map(line -> line.replace(IN_TRANSACTION + ");", ");")).toList()
            : ScriptText.block(
                "await queryInterface.sequelize.transaction(async (transaction) => {",
                words,
                "});");
    return ScriptText.block("async up(queryInterface) {", inner, "},");
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return operation instanceof Operation.RenameColumn rename
        ? List.of(
            "Keep the column and rename the attribute alone: `field: "
                + ScriptText.quoted(rename.column())
                + "` in its options. It needs no migration and no deploy order.")
        : written;
  }

  @Override
  public Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.of(
        "remove the attribute of `"
            + drop.column()
            + "` from the model, not only the reads: a declared attribute is in every query.");
  }
}
