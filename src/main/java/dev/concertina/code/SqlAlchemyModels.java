package dev.concertina.code;

import dev.concertina.code.PythonClasses.Found;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Models of SQLAlchemy: classes in the old and the new style, also by way of Flask-SQLAlchemy and
 * SQLModel, and tables that are written as {@code Table("audio", …)}.
 */
final class SqlAlchemyModels implements ModelReader {
  private static final int MOST_BASES = 40;

  private static final Set<String> COLUMNS = Set.of("Column", "mapped_column");

  /** What an attribute of a model may be beside a column. */
  private static final Set<String> OTHERS =
      Set.of(
          "relationship",
          "Relationship",
          "association_proxy",
          "column_property",
          "hybrid_property",
          "composite",
          "synonym",
          "PrivateAttr");

  private final Sources sources;
  private final PythonClasses classes;

  SqlAlchemyModels(Sources sources) {
    this.sources = sources;
    classes = new PythonClasses(sources);
  }

  @Override
  public boolean reads(String path, String text) {
    return path.endsWith(".py")
        && (text.contains("__tablename__")
            || text.contains("sqlalchemy")
            || text.contains("SQLModel")
            || text.contains("mapped_column")
            || text.contains("Column(")
            || text.contains("Table("));
  }

  @Override
  public boolean namesTables(String text) {
    return text.contains("__tablename__") || text.contains("Table(");
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    for (Found found : classes.in(path)) {
      Map<String, Model.Field> fields = new LinkedHashMap<>();
      collect(found, found, fields, new HashSet<>());
      List<Spelling> tables = tables(found, fields);
      if (!tables.isEmpty()) {
        models.add(new Model(tables, found.place(), List.copyOf(fields.values())));
      }
    }
    sources.python(path).ifPresent(module -> tables(path, module, module.file().root(), models));
    return models;
  }

  /** What its table may be called; nothing when it is no model, or has no table. */
  private List<Spelling> tables(Found found, Map<String, Model.Field> fields) {
    if (isOn(found, "__abstract__")) {
      return List.of();
    }
    Optional<Spelling> said = tableOf(found);
    if (said.isPresent()) {
      return List.of(said.get());
    }
    Optional<Spelling> shared = parentsTable(found, new HashSet<>());
    if (shared.isPresent()) {
      return List.of(shared.get());
    }
    boolean model =
        isSqlModel(found)
            || found.type().bases().stream().anyMatch(base -> base.endsWith("db.Model"))
            || found.type().attributes().values().stream().anyMatch(SqlAlchemyModels::isColumn);
    return fields.isEmpty() || !model
        ? List.of()
        : Inflection.forms(Inflection.words(found.type().name())).stream()
            .map(Spelling::implied)
            .toList();
  }

  private static Optional<Spelling> tableOf(Found found) {
    Value name = found.type().attributes().get("__tablename__");
    return name == null || name.text() == null
        ? Optional.empty()
        : Optional.of(Spelling.exact(name.text()));
  }

  /** A class without a table of its own has its columns in that of the model above it. */
  private Optional<Spelling> parentsTable(Found found, Set<String> seen) {
    for (String base : found.type().bases()) {
      Optional<Found> parent = classes.named(base, found);
      if (parent.isPresent() && seen.size() < MOST_BASES && seen.add(parent.get().path() + base)) {
        Optional<Spelling> table = tableOf(parent.get()).or(() -> parentsTable(parent.get(), seen));
        if (table.isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  private void collect(Found model, Found from, Map<String, Model.Field> fields, Set<String> seen) {
    if (seen.size() > MOST_BASES || !seen.add(from.path() + ":" + from.type().name())) {
      return;
    }
    boolean everyAttribute = isSqlModel(model);
    from.type()
        .annotations()
        .forEach((name, type) -> annotated(name, type, from, everyAttribute, fields));
    from.type()
        .attributes()
        .forEach(
            (name, value) -> {
              if (isColumn(value)) {
                Place place = new Place(from.path(), value.span().line());
                fields.put(name, new Model.Field(column(name, (Value.Call) value), place));
              }
            });
    for (String base : from.type().bases()) {
      classes
          .named(base, from)
          .filter(parent -> tableOf(parent).isEmpty())
          .ifPresent(
              parent -> {
                Map<String, Model.Field> inherited = new LinkedHashMap<>();
                collect(model, parent, inherited, seen);
                inherited.forEach(fields::putIfAbsent);
              });
    }
  }

  /** {@code title: Mapped[str]}, and each attribute of a class of SQLModel. */
  private static void annotated(
      String name, Value.Unknown type, Found from, boolean every, Map<String, Model.Field> fields) {
    Value value = from.type().attributes().get(name);
    boolean other = value instanceof Value.Call call && OTHERS.contains(call.shortName());
    boolean mapped =
        type.source().matches("(?s)(\\w+\\.)?Mapped\\[(?!\\s*[\"']?([Ll]ist|[Ss]et)\\b).*");
    boolean wanted = mapped ? value == null || isColumn(value) : every;
    if (wanted && !other && !type.source().contains("ClassVar") && !name.startsWith("_")) {
      Place place = new Place(from.path(), type.span().line());
      fields.put(name, new Model.Field(Spelling.exact(name), place));
    }
  }

  private static boolean isColumn(Value value) {
    return value instanceof Value.Call call
        && (COLUMNS.contains(call.shortName())
            || call.shortName().equals("deferred")
                && !call.arguments().isEmpty()
                && isColumn(call.arguments().get(0)));
  }

  private static Spelling column(String attribute, Value.Call call) {
    if (call.shortName().equals("deferred")) {
      return column(attribute, (Value.Call) call.arguments().get(0));
    }
    Value name = call.argument("name", 0);
    return Spelling.exact(name == null || name.text() == null ? attribute : name.text());
  }

  private static boolean isSqlModel(Found found) {
    return found.type().bases().stream()
        .anyMatch(base -> base.replace(" ", "").equals("table=True"));
  }

  private static boolean isOn(Found found, String flag) {
    Value value = found.type().attributes().get(flag);
    return value != null && value.isTrue();
  }

  private static void tables(String path, PythonModule module, Node node, List<Model> models) {
    if (node.is("call")
        && module.value(node) instanceof Value.Call call
        && call.shortName().equals("Table")
        && call.argument("name", 0) != null
        && call.argument("name", 0).text() != null) {
      List<Model.Field> fields = new ArrayList<>();
      for (Value part : call.arguments()) {
        if (isColumn(part) && part instanceof Value.Call column) {
          fields.add(new Model.Field(column("", column), new Place(path, column.span().line())));
        }
      }
      Place place = new Place(path, call.span().line());
      models.add(
          new Model(List.of(Spelling.exact(call.argument("name", 0).text())), place, fields));
    }
    node.children().forEach(child -> tables(path, module, child, models));
  }
}
