package dev.concertina.code;

import dev.concertina.syntax.RubyClass;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Models of Rails: a model has all columns of its table, without naming any, but those that {@code
 * ignored_columns} names.
 */
final class RailsModels implements ModelReader {
  private static final int DEEPEST = 8;

  private final Sources sources;

  RailsModels(Sources sources) {
    this.sources = sources;
  }

  @Override
  public boolean reads(String path, String text) {
    return path.endsWith(".rb") && text.contains("class ");
  }

  @Override
  public boolean namesTables(String text) {
    return text.contains("table_name");
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    for (RubyClass found : sources.ruby(path).orElse(List.of())) {
      if (isModel(found, path, 0) && !isAbstract(found) && !sharesTable(found, path)) {
        models.add(model(found, path));
      }
    }
    return models;
  }

  private Model model(RubyClass found, String path) {
    Place place = new Place(path, found.span().line());
    Value only = found.settings().get("only_columns");
    return only == null
        ? new Model(tables(found), place, ignored(found, path), Model.Claim.ALL_OTHERS)
        : new Model(tables(found), place, fields(only.items(), place));
  }

  private static List<Spelling> tables(RubyClass found) {
    Value name = found.settings().get("table_name");
    if (name != null && name.text() != null) {
      return List.of(Spelling.exact(name.text()));
    }
    String path = found.name().replace("::", "_");
    String local = found.name().substring(found.name().lastIndexOf(':') + 1);
    List<Spelling> tables = new ArrayList<>();
    for (String one : new LinkedHashSet<>(List.of(path, local))) {
      Inflection.forms(Inflection.words(one)).forEach(form -> tables.add(Spelling.implied(form)));
    }
    return tables;
  }

  private List<Model.Field> ignored(RubyClass found, String path) {
    List<Model.Field> ignored = new ArrayList<>();
    for (RubyClass part : withIncluded(found, path)) {
      Place place = new Place(path, part.span().line());
      Value columns = part.settings().get("ignored_columns");
      ignored.addAll(fields(columns == null ? List.of() : columns.items(), place));
      for (Value.Call call : part.calls()) {
        if (call.name().equals("ignore_column") || call.name().equals("ignore_columns")) {
          ignored.addAll(fields(call.arguments(), place));
        }
      }
    }
    return ignored;
  }

  private static List<Model.Field> fields(List<Value> names, Place place) {
    List<Model.Field> fields = new ArrayList<>();
    for (Value name : names) {
      if (name.text() != null) {
        fields.add(new Model.Field(Spelling.exact(name.text()), place));
      } else {
        fields.addAll(fields(name.items(), place));
      }
    }
    return fields;
  }

  /** The class, what it inherits from and the concerns that it includes. */
  private Set<RubyClass> withIncluded(RubyClass found, String path) {
    Set<RubyClass> all = new LinkedHashSet<>();
    gather(found, path, all, 0);
    return all;
  }

  private void gather(RubyClass found, String path, Set<RubyClass> all, int depth) {
    if (depth > DEEPEST || !all.add(found)) {
      return;
    }
    if (found.superclass() != null) {
      named(found.superclass(), path).ifPresent(one -> gather(one.type, one.path, all, depth + 1));
    }
    for (Value.Call call : found.calls()) {
      for (Value module : call.name().equals("include") ? call.arguments() : List.<Value>of()) {
        if (module instanceof Value.Name name) {
          named(name.name(), path).ifPresent(one -> gather(one.type, one.path, all, depth + 1));
        }
      }
    }
  }

  private static boolean isAbstract(RubyClass found) {
    Value value = found.settings().get("abstract_class");
    return value != null && value.isTrue();
  }

  /** Whether it is one of several classes of one table, which the first of them declares. */
  private boolean sharesTable(RubyClass found, String path) {
    return !found.settings().containsKey("table_name")
        && !isRecord(found.superclass())
        && named(found.superclass(), path).filter(parent -> !isAbstract(parent.type)).isPresent();
  }

  private boolean isModel(RubyClass found, String path, int depth) {
    String parent = found.superclass();
    if (parent == null || depth > DEEPEST) {
      return false;
    }
    return isRecord(parent)
        || found.settings().containsKey("table_name")
        || found.settings().containsKey("ignored_columns")
        || named(parent, path).filter(one -> isModel(one.type, one.path, depth + 1)).isPresent();
  }

  private static boolean isRecord(String parent) {
    return parent.endsWith("ApplicationRecord")
        || parent.endsWith("ActiveRecord::Base")
        || parent.endsWith("ActiveRecord");
  }

  private record Found(RubyClass type, String path) {}

  /** A class by its name; Rails finds it in the file that is called so. */
  private Optional<Found> named(String name, String from) {
    String file = Inflection.words(name.replace("::", "/")) + ".rb";
    for (String path : sources.endingWith(file.startsWith("/") ? file.substring(1) : file, from)) {
      for (RubyClass type : sources.ruby(path).orElse(List.of())) {
        if (type.name().endsWith(name) && !path.equals(from)) {
          return Optional.of(new Found(type, path));
        }
      }
    }
    return sources.ruby(from).orElse(List.of()).stream()
        .filter(type -> type.name().equals(name) || type.name().endsWith("::" + name))
        .map(type -> new Found(type, from))
        .findFirst();
  }
}
