package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Migrations of Phinx: a table's own methods where they do exactly this, else the statement. */
final class PhinxIdiom implements Idiom {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("text", "text"),
          Map.entry("varchar", "string"),
          Map.entry("char", "char"),
          Map.entry("smallint", "smallinteger"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "biginteger"),
          Map.entry("boolean", "boolean"),
          Map.entry("date", "date"),
          Map.entry("timestamp", "timestamp"),
          Map.entry("uuid", "uuid"),
          Map.entry("json", "json"),
          Map.entry("jsonb", "jsonb"),
          Map.entry("inet", "inet"));

  @Override
  public String language() {
    return "php";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o when isPlain(o) -> table(o.table(), addColumn(o.column()));
      case Operation.DropColumn o when !o.ifExists() && !o.cascade() ->
          table(o.table(), call("removeColumn", o.column()));
      case Operation.RenameColumn o ->
          table(o.table(), call("renameColumn", o.column(), o.newName()));
      case Operation.RenameTable o when !o.ifExists() ->
          table(o.table(), call("rename", o.newName()));
      case Operation.DropTable o when !o.ifExists() && !o.cascade() ->
          table(o.table(), call("drop"));
      default -> List.of();
    };
  }

  private static boolean isPlain(Operation.AddColumn add) {
    Column column = add.column();
    DataType type = column.type();
    boolean sized = type.name().equals("varchar") || type.name().equals("char");
    return add.constraints().isEmpty()
        && !add.ifNotExists()
        && column.defaultValue() == null
        && column.collation() == null
        && column.generated() == Column.Generated.NO
        && TYPES.containsKey(type.name())
        && type.dimensions() == 0
        && type.modifiers().isEmpty() != sized;
  }

  /** Whether a column takes NULL is written out: what it is else depends on the settings. */
  private static String addColumn(Column column) {
    String limit =
        column.type().modifiers().stream()
            .map(size -> "'limit' => " + size + ", ")
            .findFirst()
            .orElse("");
    return "addColumn(%s, %s, [%s'null' => %s])"
        .formatted(
            PhpText.quoted(column.name()),
            PhpText.quoted(TYPES.get(column.type().name())),
            limit,
            !column.notNull());
  }

  private static String call(String method, String... names) {
    return List.of(names).stream()
        .map(PhpText::quoted)
        .collect(Collectors.joining(", ", method + "(", ")"));
  }

  private static List<String> table(Name table, String call) {
    String name = table.schema().isEmpty() ? table.local() : table.schema() + "." + table.local();
    return List.of("$this->table(" + PhpText.quoted(name) + ")->" + call + "->update();");
  }

  @Override
  public List<String> verbatim(String sql) {
    return PhpText.call("$this->execute", Lines.bare(sql));
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    List<String> lines = new ArrayList<>(words);
    if (outside) {
      // Phinx has no way to ask for no transaction, and commits once more at the end.
      lines.add(0, "$this->execute('COMMIT');");
      lines.add("$this->execute('BEGIN');");
    }
    return PhpText.block("public function up(): void\n{", lines, "}");
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return operation instanceof Operation.RenameColumn rename && !written.isEmpty()
        ? List.of(
            "Keep the column and give it its new name where it is read: `SELECT %s AS %s`. It needs no migration and no deploy order."
                .formatted(rename.column(), rename.newName()))
        : written;
  }
}
