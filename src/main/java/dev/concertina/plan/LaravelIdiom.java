package dev.concertina.plan;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Migrations of Laravel: a blueprint where that does exactly this, else the statement itself. */
final class LaravelIdiom implements Idiom {

  @Override
  public String language() {
    return "php";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o when o.constraints().isEmpty() && !o.ifNotExists() ->
          LaravelColumn.of(o.column()).map(column -> table(o.table(), column)).orElse(List.of());
      case Operation.DropColumn o when !o.ifExists() && !o.cascade() ->
          table(o.table(), "dropColumn(" + PhpText.quoted(o.column()) + ")");
      case Operation.RenameColumn o ->
          table(o.table(), "renameColumn(" + quoted(List.of(o.column(), o.newName())) + ")");
      case Operation.RenameTable o when !o.ifExists() && o.table().schema().isEmpty() ->
          schema("rename", List.of(o.table().local(), o.newName()));
      case Operation.DropTable o when !o.cascade() ->
          schema(o.ifExists() ? "dropIfExists" : "drop", List.of(name(o.table())));
      case Operation.AddConstraint o
          when o.constraint() instanceof Constraint.ForeignKey key && PlainSql.is(sql, o) ->
          foreignKey(o.table(), key);
      default -> List.of();
    };
  }

  private static List<String> table(Name table, String call) {
    return PhpText.block(
        "Schema::table(" + PhpText.quoted(name(table)) + ", function (Blueprint $table) {",
        List.of("$table->" + call + ";"),
        "});");
  }

  private static List<String> schema(String method, List<String> names) {
    return List.of("Schema::" + method + "(" + quoted(names) + ");");
  }

  private static String name(Name table) {
    return table.schema().isEmpty() ? table.local() : table.schema() + "." + table.local();
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(PhpText::quoted).collect(Collectors.joining(", "));
  }

  private static List<String> foreignKey(Name table, Constraint.ForeignKey key) {
    boolean plain = key.columns().size() == 1 && key.referencedColumns().size() == 1;
    String deletes = key.onDelete() == null ? "" : onDelete(key.onDelete());
    if (!plain || deletes == null) {
      return List.of();
    }
    String column = key.columns().get(0);
    String usual = name(table).replace('.', '_') + "_" + column + "_foreign";
    Stream<String> named = Stream.of(key.name()).filter(name -> !name.equals(usual));
    return table(
        table,
        "foreign("
            + quoted(Stream.concat(Stream.of(column), named).toList())
            + ")->references("
            + PhpText.quoted(key.referencedColumns().get(0))
            + ")->on("
            + PhpText.quoted(name(key.referenced()))
            + ")"
            + deletes
            + (key.validated() ? "" : "->notValid()"));
  }

  private static String onDelete(String action) {
    return switch (action) {
      case "CASCADE" -> "->cascadeOnDelete()";
      case "RESTRICT" -> "->restrictOnDelete()";
      case "SET NULL" -> "->nullOnDelete()";
      default -> null;
    };
  }

  @Override
  public List<String> verbatim(String sql) {
    String bare = Lines.bare(sql);
    // A question mark in a statement is a binding; what is unprepared has none.
    return PhpText.call(bare.contains("?") ? "DB::unprepared" : "DB::statement", bare);
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (outside) {
      lines.add("public $withinTransaction = false;");
      lines.add("");
    }
    lines.add("public function up(): void");
    lines.addAll(PhpText.block("{", words, "}"));
    return lines;
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return written.isEmpty()
        ? written
        : switch (operation) {
          case Operation.RenameColumn o -> List.of(alias(o.column(), o.newName(), o.table()));
          case Operation.RenameTable o ->
              List.of(
                  "Keep the table and rename the model alone: `protected $table = %s;` in it. It needs no migration and no deploy order."
                      .formatted(PhpText.quoted(name(o.table()))));
          default -> written;
        };
  }

  private static String alias(String column, String newName, Name table) {
    return ("Keep the column and give it its new name in the model of `%s` alone: `protected function %s(): Attribute { return Attribute::make(get: fn ($value, $row) => $row[%s], set: fn ($value) => [%s => $value]); }`."
            + " Queries go on naming `%s`. It needs no migration and no deploy order.")
        .formatted(table, camel(newName), PhpText.quoted(column), PhpText.quoted(column), column);
  }

  /** A column's name as Eloquent calls the method for it. */
  private static String camel(String column) {
    StringBuilder name = new StringBuilder();
    for (String word : column.split("_")) {
      boolean first = name.isEmpty() || word.isEmpty();
      name.append(first ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }

  @Override
  public Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.of(
        "take `%s` out of `$attributes`, `$fillable` and `$casts` of the model of `%s`, and out of its factory, queries and resources. What stands in `$attributes` is in every insert."
            .formatted(drop.column(), drop.table()));
  }
}
