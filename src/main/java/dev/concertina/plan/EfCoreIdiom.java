package dev.concertina.plan;

import dev.concertina.schema.Column;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Migrations of EF Core: its builder where that does exactly this, else the statement itself. */
final class EfCoreIdiom implements Idiom {

  private static final String BUILDER = "migrationBuilder.";

  @Override
  public String language() {
    return "csharp";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o when isPlain(o) -> addColumn(o);
      case Operation.DropColumn o when !o.ifExists() && !o.cascade() ->
          call("DropColumn", named(o.column(), o.table()));
      case Operation.RenameColumn o -> {
        List<String> arguments = named(o.column(), o.table());
        arguments.add("newName: " + CSharpText.quoted(o.newName()));
        yield call("RenameColumn", arguments);
      }
      case Operation.DropTable o when !o.ifExists() && !o.cascade() ->
          call("DropTable", of("name: ", o.table()));
      case Operation.RenameTable o when !o.ifExists() -> {
        List<String> arguments = of("name: ", o.table());
        arguments.add("newName: " + CSharpText.quoted(o.newName()));
        yield call("RenameTable", arguments);
      }
      case Operation.CreateIndex o when !o.ifNotExists() && PlainSql.is(sql, o) -> createIndex(o);
      default -> List.of();
    };
  }

  private static List<String> call(String method, List<String> arguments) {
    return CSharpText.call(BUILDER + method, arguments);
  }

  private static List<String> named(String name, Name table) {
    List<String> arguments = new ArrayList<>(List.of("name: " + CSharpText.quoted(name)));
    arguments.addAll(of("table: ", table));
    return arguments;
  }

  private static List<String> of(String keyword, Name table) {
    List<String> arguments = new ArrayList<>();
    if (!table.schema().isEmpty()) {
      arguments.add("schema: " + CSharpText.quoted(table.schema()));
    }
    arguments.add(keyword + CSharpText.quoted(table.local()));
    return arguments;
  }

  private static boolean isPlain(Operation.AddColumn add) {
    Column column = add.column();
    return add.constraints().isEmpty()
        && !add.ifNotExists()
        && column.collation() == null
        && column.generated() == Column.Generated.NO
        && EfCoreColumn.clr(column.type()) != null;
  }

  private static List<String> addColumn(Operation.AddColumn add) {
    List<String> arguments = named(add.column().name(), add.table());
    arguments.addAll(EfCoreColumn.arguments(add.column()));
    return call("AddColumn<" + EfCoreColumn.clr(add.column().type()) + ">", arguments);
  }

  private static List<String> createIndex(Operation.CreateIndex create) {
    List<String> arguments = named(create.index().local(), create.table());
    String columns =
        create.keys().stream().map(CSharpText::quoted).collect(Collectors.joining(", "));
    arguments.add(
        create.keys().size() == 1 ? "column: " + columns : "columns: new[] { " + columns + " }");
    if (create.unique()) {
      arguments.add("unique: true");
    }
    if (create.where() != null) {
      arguments.add("filter: " + CSharpText.quoted(create.where().text()));
    }
    List<String> annotations = new ArrayList<>();
    if (create.method() != null && !create.method().equals("btree")) {
      annotations.add(annotation("IndexMethod", CSharpText.quoted(create.method())));
    }
    if (create.concurrently()) {
      annotations.add(annotation("CreatedConcurrently", "true"));
    }
    return annotated(call("CreateIndex", arguments), annotations);
  }

  private static String annotation(String name, String value) {
    return ".Annotation(\"Npgsql:" + name + "\", " + value + ")";
  }

  private static List<String> annotated(List<String> call, List<String> annotations) {
    if (annotations.isEmpty()) {
      return call;
    }
    List<String> lines = new ArrayList<>(call);
    lines.set(lines.size() - 1, lines.get(lines.size() - 1).replaceAll(";$", ""));
    annotations.forEach(annotation -> lines.add("    " + annotation));
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ";");
    return lines;
  }

  @Override
  public List<String> verbatim(String sql) {
    return sql(sql, List.of());
  }

  private static List<String> sql(String sql, List<String> more) {
    String text = CSharpText.sql(sql);
    List<String> arguments = new ArrayList<>(List.of(text));
    arguments.addAll(more);
    return text.contains("\n")
        ? call("Sql", arguments)
        : List.of(BUILDER + "Sql(" + String.join(", ", arguments) + ");");
  }

  /** Each statement by itself is taken out of the transaction. */
  @Override
  public List<String> migration(List<ProgramBody.Part> calls, boolean outside) {
    List<String> lines = new ArrayList<>();
    for (ProgramBody.Part call : calls) {
      boolean taken = outside && call.lines().equals(verbatim(call.sql()));
      lines.addAll(taken ? sql(call.sql(), List.of("suppressTransaction: true")) : call.lines());
    }
    return body(lines, outside);
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    return CSharpText.block("protected override void Up(MigrationBuilder migrationBuilder)", words);
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return written.isEmpty()
        ? written
        : switch (operation) {
          case Operation.RenameColumn o ->
              List.of(
                  "Keep the column and rename the property alone: `.Property(x => x.%s).HasColumnName(%s)`, or `[Column(%s)]` on it. It needs no migration and no deploy order."
                      .formatted(
                          o.newName(),
                          CSharpText.quoted(o.column()),
                          CSharpText.quoted(o.column())));
          case Operation.RenameTable o ->
              List.of(
                  "Keep the table and rename the entity alone: `.ToTable(%s)`. It needs no migration and no deploy order."
                      .formatted(CSharpText.quoted(o.table().local())));
          default -> written;
        };
  }

  @Override
  public Optional<String> model(Operation operation) {
    return operation instanceof Operation.SetNotNull set
        ? Optional.of(
            "The property of `%s` is `IsRequired()` from here; this stands for the `AlterColumn` that EF Core generates for that."
                .formatted(set.column()))
        : Optional.empty();
  }

  @Override
  public Optional<String> stopUsing(Operation.DropColumn drop) {
    return Optional.of(
        "remove the property of `%s` from the entity, not only the reads: a mapped property is in every query and insert. Take the generated `DropColumn` out of this release's migration."
            .formatted(drop.column()));
  }
}
