package dev.concertina.django;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import dev.concertina.syntax.PythonExpression;
import dev.concertina.syntax.PythonValueText;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the code calls tables and columns, before a migration and after it. */
public final class Models {

  private final TableMapping before;
  private final TableMapping after;

  Models(ProjectState before, ProjectState after) {
    // What Django has made is not asked for, and one for each migration takes room.
    this.before = new TableMapping(before.with(new Catalogue()));
    this.after = new TableMapping(after.with(new Catalogue()));
  }

  /** Whether Django is of this version or a later one. */
  public boolean since(int major, int minor) {
    return before.state().settings().since(major, minor);
  }

  /** The class of a table: {@code Audio}. */
  public Optional<String> model(Name table) {
    return either(m -> find(m, table)).map(Model::name);
  }

  /** The field of a column as it is declared before the migration. */
  public Optional<Declaration> before(Name table, String column) {
    return field(before, table, column);
  }

  /** The field of a column as the migration leaves it. */
  public Optional<Declaration> after(Name table, String column) {
    return field(after, table, column);
  }

  /** A plain field for a new column of a table. */
  public Optional<Declaration> ofType(Name table, String column, DataType type) {
    return find(before, table)
        .flatMap(
            model ->
                model.fields().stream()
                    .findFirst()
                    .flatMap(any -> new Declaration(before, model, any).ofType(column, type)));
  }

  /** The declaration of an index as the migration leaves it. */
  public Optional<PythonExpression> index(Name table, String name) {
    return find(after, table).flatMap(model -> named(model.indexes(), name));
  }

  /** The declaration of a constraint as the migration leaves it. */
  public Optional<PythonExpression> constraint(Name table, String name) {
    return find(after, table).flatMap(model -> named(model.constraints(), name));
  }

  /** The class whose {@code Meta} declares an index of this name before the migration. */
  public Optional<String> modelOfIndex(String name) {
    return before.state().models().stream()
        .filter(model -> named(model.indexes(), name).isPresent())
        .map(Model::name)
        .findFirst();
  }

  /** The names of the indexes in {@code Meta} that a field is part of. */
  public List<String> indexesOver(Name table, String field) {
    return find(before, table).map(model -> over(model.indexes(), field)).orElse(List.of());
  }

  /** The names of the constraints in {@code Meta} that a field is part of. */
  public List<String> constraintsOver(Name table, String field) {
    return find(before, table).map(model -> over(model.constraints(), field)).orElse(List.of());
  }

  private static List<String> over(List<Value.Call> all, String field) {
    return all.stream()
        .filter(each -> names(each, field))
        .map(IndexWriter::name)
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean names(Value.Call call, String field) {
    Value fields = call.named().get("fields");
    return fields != null
        && Words.texts(fields).stream()
            .anyMatch(text -> text.equals(field) || text.equals("-" + field));
  }

  private static Optional<PythonExpression> named(List<Value.Call> all, String name) {
    return all.stream()
        .filter(each -> name.equals(IndexWriter.name(each)))
        .findFirst()
        .map(PythonValueText::of);
  }

  private Optional<Model> either(Function<TableMapping, Optional<Model>> look) {
    return Stream.of(before, after).map(look).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Model> find(TableMapping mapping, Name table) {
    return mapping.state().models().stream()
        .filter(model -> !model.isSet("proxy"))
        .filter(model -> Names.bare(mapping.table(model)).equals(table.local()))
        .findFirst();
  }

  private static Optional<Declaration> field(TableMapping mapping, Name table, String column) {
    return find(mapping, table)
        .flatMap(
            model ->
                model.fields().stream()
                    .filter(field -> !field.kind().isVirtual())
                    .filter(field -> TableMapping.columnName(field).equals(column))
                    .findFirst()
                    .map(field -> new Declaration(mapping, model, field)));
  }
}
