package dev.concertina.code;

import dev.concertina.code.PythonClasses.Found;
import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Models of Django: a class, what its abstract bases declare in other files, and the tables of its
 * many-to-many fields.
 */
final class DjangoModels implements ModelReader {
  private final PythonClasses classes;
  private final DjangoLabels labels;
  private final DjangoFields fields;

  DjangoModels(Sources sources) {
    classes = new PythonClasses(sources);
    labels = new DjangoLabels(sources);
    fields = new DjangoFields(classes);
  }

  @Override
  public boolean reads(String path, String text) {
    return path.endsWith(".py") && (text.contains("odels") || text.contains("Model"));
  }

  @Override
  public boolean namesTables(String text) {
    return text.contains("db_table");
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    for (Found found : classes.in(path)) {
      boolean concrete = !DjangoMeta.isAbstract(found.type()) && !DjangoMeta.isProxy(found.type());
      if (concrete && fields.isModel(found)) {
        List<DjangoFields.Declared> all = fields.of(found);
        List<Spelling> tables = tables(found);
        models.add(new Model(tables, found.place(), columns(all)));
        for (DjangoFields.Declared field : all) {
          // A table that is named with "through" has a model of its own.
          if (DjangoFields.isJoin(field.call()) && !field.call().named().containsKey("through")) {
            models.add(join(found.type(), tables, field));
          }
        }
      }
    }
    return models;
  }

  private static List<Model.Field> columns(List<DjangoFields.Declared> all) {
    return all.stream()
        .filter(field -> !DjangoFields.isJoin(field.call()))
        .map(field -> new Model.Field(Spelling.exact(field.column()), field.place()))
        .toList();
  }

  private List<Spelling> tables(Found found) {
    String name = DjangoMeta.text(found.type(), "db_table");
    if (name != null) {
      return List.of(Spelling.exact(name));
    }
    String model = found.type().name().toLowerCase(Locale.ROOT);
    return labels.of(found).stream().map(label -> Spelling.exact(label + "_" + model)).toList();
  }

  /** The table between two models. */
  private static Model join(PythonClass type, List<Spelling> tables, DjangoFields.Declared field) {
    String own = type.name().toLowerCase(Locale.ROOT);
    String other = target(field.call().argument("to", 0), own);
    boolean same = other.equals(own);
    Value named = field.call().argument("db_table", -1);
    List<Spelling> names =
        named != null && named.text() != null
            ? List.of(Spelling.exact(named.text()))
            : tables.stream().map(t -> Spelling.exact(t.text() + "_" + field.name())).toList();
    List<Model.Field> columns = new ArrayList<>();
    for (String column :
        List.of("id", (same ? "from_" : "") + own + "_id", (same ? "to_" : "") + other + "_id")) {
      columns.add(new Model.Field(Spelling.exact(column), field.place()));
    }
    return new Model(names, field.place(), columns);
  }

  private static String target(Value to, String own) {
    String name = to instanceof Value.Name other ? other.name() : to == null ? null : to.text();
    if (name == null || name.equals("self")) {
      return own;
    }
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
