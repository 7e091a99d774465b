package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Migrations of Rails. */
final class RailsIdiom implements Idiom {

  private static final String NOT_VALID = "validate: false";

  @Override
  public String language() {
    return "ruby";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o when o.constraints().isEmpty() && isPlain(o) -> addColumn(o);
      case Operation.DropColumn o when !o.ifExists() && !o.cascade() ->
          call("remove_column", o.table(), List.of(RailsText.symbol(o.column())), List.of());
      case Operation.SetNotNull o -> columnNull(o.table(), o.column(), "false");
      case Operation.DropNotNull o -> columnNull(o.table(), o.column(), "true");
      case Operation.SetDefault o -> changeDefault(o);
      case Operation.DropDefault o ->
          call(
              "change_column_default",
              o.table(),
              List.of(RailsText.symbol(o.column()), "nil"),
              List.of());
      case Operation.ChangeType o when o.collation() == null -> changeType(o);
      case Operation.CreateIndex o when isPlain(o) -> addIndex(o);
      case Operation.AddConstraint o -> addConstraint(sql, o);
      case Operation.ValidateConstraint o ->
          call(
              "validate_constraint",
              o.table(),
              List.of(RailsText.symbol(o.constraint())),
              List.of());
      default -> List.of();
    };
  }

  private static List<String> call(
      String method, Name table, List<String> arguments, List<String> options) {
    List<String> all = new ArrayList<>(List.of(RailsText.table(table)));
    all.addAll(arguments);
    return RailsText.call(method, all, options);
  }

  private static boolean isPlain(Operation.AddColumn add) {
    return !add.ifNotExists()
        && add.column().collation() == null
        && add.column().generated() == Column.Generated.NO
        && !add.column().type().isSerial();
  }

  private static List<String> addColumn(Operation.AddColumn add) {
    RailsColumn.Type type = RailsColumn.type(add.column().type());
    return call(
        "add_column",
        add.table(),
        List.of(RailsText.symbol(add.column().name()), type.word()),
        RailsColumn.options(add.column(), type));
  }

  private static List<String> columnNull(Name table, String column, String allowed) {
    return call("change_column_null", table, List.of(RailsText.symbol(column), allowed), List.of());
  }

  private static List<String> changeDefault(Operation.SetDefault set) {
    return call(
        "change_column_default",
        set.table(),
        List.of(RailsText.symbol(set.column()), RailsColumn.value(set.value())),
        List.of());
  }

  private static List<String> changeType(Operation.ChangeType change) {
    RailsColumn.Type type = RailsColumn.type(change.type());
    List<String> options = new ArrayList<>(type.options());
    if (change.using() != null) {
      options.add("using: " + RailsText.string(change.using().text()));
    }
    return call(
        "change_column",
        change.table(),
        List.of(RailsText.symbol(change.column()), type.word()),
        options);
  }

  private static boolean isPlain(Operation.CreateIndex create) {
    return create.index() != null
        && !create.only()
        && create.keys().stream().allMatch(RailsText::isPlain)
        && create.include().isEmpty()
        && !create.nullsNotDistinct();
  }

  private static List<String> addIndex(Operation.CreateIndex create) {
    List<String> options = new ArrayList<>();
    String name = create.index().local();
    String usual = "index_" + create.table().local() + "_on_" + String.join("_and_", create.keys());
    if (!name.equals(usual)) {
      options.add("name: " + RailsText.string(name));
    }
    if (create.unique()) {
      options.add("unique: true");
    }
    if (create.method() != null && !create.method().equals("btree")) {
      options.add("using: " + RailsText.symbol(create.method()));
    }
    if (create.where() != null) {
      options.add("where: " + RailsText.string(create.where().text()));
    }
    if (create.concurrently()) {
      options.add("algorithm: :concurrently");
    }
    if (create.ifNotExists()) {
      options.add("if_not_exists: true");
    }
    return call("add_index", create.table(), List.of(RailsText.symbols(create.keys())), options);
  }

  private static List<String> addConstraint(String sql, Operation.AddConstraint add) {
    if (!PlainSql.is(sql, add)) {
      return List.of();
    }
    return switch (add.constraint()) {
      case Constraint.Check check -> check(add.table(), check);
      case Constraint.ForeignKey key -> foreignKey(add.table(), key);
      default -> List.of();
    };
  }

  private static List<String> check(Name table, Constraint.Check check) {
    if (!RailsText.isPlain(check.name())) {
      return List.of();
    }
    List<String> options = new ArrayList<>(List.of("name: " + RailsText.string(check.name())));
    if (!check.validated()) {
      options.add(NOT_VALID);
    }
    return call(
        "add_check_constraint",
        table,
        List.of(RailsText.string(check.condition().text())),
        options);
  }

  private static List<String> foreignKey(Name table, Constraint.ForeignKey key) {
    if (key.columns().size() != 1 || !key.referencedColumns().equals(List.of("id"))) {
      return List.of();
    }
    List<String> options = new ArrayList<>();
    options.add("column: " + RailsText.symbol(key.columns().get(0)));
    options.add("name: " + RailsText.string(key.name()));
    if (key.onDelete() != null) {
      Optional<String> action = action(key.onDelete());
      if (action.isEmpty()) {
        return List.of();
      }
      options.add("on_delete: " + action.get());
    }
    if (!key.validated()) {
      options.add(NOT_VALID);
    }
    return call("add_foreign_key", table, List.of(RailsText.table(key.referenced())), options);
  }

  private static Optional<String> action(String sql) {
    return switch (sql) {
      case "CASCADE" -> Optional.of(":cascade");
      case "RESTRICT" -> Optional.of(":restrict");
      case "SET NULL" -> Optional.of(":nullify");
      default -> Optional.empty();
    };
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return written.isEmpty()
        ? written
        : switch (operation) {
          case Operation.RenameColumn o ->
              List.of(
                  "Keep the column and rename it in the code alone: `alias_attribute %s, %s` in the model of `%s`. It needs no migration and no deploy order."
                      .formatted(
                          RailsText.symbol(o.newName()), RailsText.symbol(o.column()), o.table()));
          case Operation.RenameTable o ->
              List.of(
                  "Keep the table and rename the model alone: `self.table_name = %s` in it. It needs no migration and no deploy order."
                      .formatted(RailsText.string(o.table().toString())));
          default -> written;
        };
  }

  @Override
  public Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.of(
        "`self.ignored_columns += [%s]` in the model of `%s`, and nothing reads or writes it: a model has every column of its table."
            .formatted(RailsText.string(drop.column()), drop.table()));
  }

  @Override
  public List<String> verbatim(String sql) {
    String statement = Lines.bare(sql);
    if (!statement.contains("\n") && !statement.contains("\"")) {
      return List.of("execute " + RailsText.string(statement));
    }
    List<String> lines = new ArrayList<>(List.of("execute <<~SQL"));
    String escaped = statement.replace("\\", "\\\\").replace("#", "\\#");
    escaped.lines().forEach(line -> lines.add("  " + line));
    lines.add("SQL");
    return lines;
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (outside) {
      lines.add("disable_ddl_transaction!");
      lines.add("");
    }
    lines.add(words.stream().allMatch(RailsIdiom::turnsBack) ? "def change" : "def up");
    words.forEach(word -> lines.add(word.isEmpty() ? "" : "  " + word));
    lines.add("end");
    return lines;
  }

  /** Whether Rails knows the opposite of a call; a line that goes on with one is a part of it. */
  private static boolean turnsBack(String line) {
    return line.startsWith("  ")
        || line.startsWith("add_")
        || line.startsWith("change_column_null ");
  }
}
