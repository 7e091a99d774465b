package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Migrations of Ecto. {@code modify} always says a type, too, and so has no words for a NOT NULL or
 * a default alone.
 */
final class EctoIdiom implements Idiom {

  private static final String INDENT = "  ";

  @Override
  public String language() {
    return "elixir";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o when o.constraints().isEmpty() && isPlain(o) ->
          alter(o.table(), EctoColumn.add(o.column()));
      case Operation.DropColumn o when !o.cascade() ->
          alter(
              o.table(),
              (o.ifExists() ? "remove_if_exists " : "remove ") + EctoText.atom(o.column()));
      case Operation.ChangeType o when o.using() == null && o.collation() == null -> changeType(o);
      case Operation.RenameColumn o ->
          List.of(
              "rename %s, %s, to: %s"
                  .formatted(
                      EctoText.table(o.table()),
                      EctoText.atom(o.column()),
                      EctoText.atom(o.newName())));
      case Operation.DropTable o when !o.cascade() ->
          List.of((o.ifExists() ? "drop_if_exists " : "drop ") + EctoText.table(o.table()));
      case Operation.CreateIndex o when PlainSql.is(sql, o) -> index(o);
      case Operation.AddConstraint o
          when o.constraint() instanceof Constraint.Check check && PlainSql.is(sql, o) ->
          check(o.table(), check);
      case Operation.DropConstraint o when !o.cascade() ->
          EctoText.command(
              o.ifExists() ? "drop_if_exists" : "drop",
              "constraint",
              List.of(EctoText.atom(o.table().local()), EctoText.atom(o.constraint())),
              prefix(o.table()));
      default -> List.of();
    };
  }

  private static boolean isPlain(Operation.AddColumn add) {
    Column column = add.column();
    return !add.ifNotExists()
        && column.collation() == null
        && column.generated() == Column.Generated.NO;
  }

  private static List<String> alter(Name table, String change) {
    return Lines.block(INDENT, "alter " + EctoText.table(table) + " do", List.of(change), "end");
  }

  private static List<String> changeType(Operation.ChangeType change) {
    EctoColumn.Type type = EctoColumn.type(change.type());
    List<String> parts = new ArrayList<>(List.of(EctoText.atom(change.column()), type.word()));
    parts.addAll(type.options());
    return alter(change.table(), "modify " + String.join(", ", parts));
  }

  private static List<String> prefix(Name table) {
    return table.schema().isEmpty() ? List.of() : List.of(EctoText.prefix(table));
  }

  private static List<String> index(Operation.CreateIndex create) {
    List<String> options = new ArrayList<>();
    String name = create.index().local();
    String usual = create.table().local() + "_" + String.join("_", create.keys()) + "_index";
    if (!name.equals(usual)) {
      options.add("name: " + EctoText.atom(name));
    }
    if (create.method() != null && !create.method().equals("btree")) {
      options.add("using: " + EctoText.atom(create.method()));
    }
    if (create.where() != null) {
      options.add("where: " + EctoText.string(create.where().text()));
    }
    if (create.concurrently()) {
      options.add("concurrently: true");
    }
    options.addAll(prefix(create.table()));
    return EctoText.command(
        create.ifNotExists() ? "create_if_not_exists" : "create",
        create.unique() ? "unique_index" : "index",
        List.of(EctoText.atom(create.table().local()), EctoText.atoms(create.keys())),
        options);
  }

  private static List<String> check(Name table, Constraint.Check check) {
    List<String> options = new ArrayList<>();
    options.add("check: " + EctoText.string(check.condition().text()));
    if (!check.validated()) {
      options.add("validate: false");
    }
    options.addAll(prefix(table));
    return EctoText.command(
        "create",
        "constraint",
        List.of(EctoText.atom(table.local()), EctoText.atom(check.name())),
        options);
  }

  @Override
  public List<String> verbatim(String sql) {
    String statement = Lines.bare(sql);
    return statement.contains("\n") || statement.contains("\"")
        ? EctoText.heredoc("execute", statement)
        : List.of("execute " + EctoText.string(statement));
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (outside) {
      lines.add("@disable_ddl_transaction true");
      lines.add("@disable_migration_lock true");
      lines.add("");
    }
    boolean back = words.stream().allMatch(EctoIdiom::turnsBack);
    lines.addAll(Lines.block(INDENT, back ? "def change do" : "def up do", words, "end"));
    return lines;
  }

  /** Whether Ecto knows the opposite of a call; a line that goes on with one is a part of it. */
  private static boolean turnsBack(String line) {
    String word = line.strip();
    return word.startsWith("create")
        || word.startsWith("rename ")
        || word.startsWith("alter ")
        || word.startsWith("add ")
        || word.equals("end")
        || line.startsWith(" ") && !word.startsWith("remove") && !word.startsWith("modify ");
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return written.isEmpty()
        ? written
        : switch (operation) {
          case Operation.RenameColumn o ->
              List.of(
                  "Keep the column and rename the field alone: `field %s, …, source: %s` in the schema of `%s`. It needs no migration and no deploy order."
                      .formatted(EctoText.atom(o.newName()), EctoText.atom(o.column()), o.table()));
          case Operation.RenameTable o ->
              List.of(
                  "Keep the table and rename the module alone: `schema %s` stays in it. It needs no migration and no deploy order."
                      .formatted(EctoText.string(o.table().local())));
          default -> written;
        };
  }

  @Override
  public Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.of(
        "take `field %s` out of the schema of `%s`, and the column out of changesets, queries and `select`s. Ecto names every field of a schema when it reads and writes, and no other column."
            .formatted(EctoText.atom(drop.column()), drop.table()));
  }
}
