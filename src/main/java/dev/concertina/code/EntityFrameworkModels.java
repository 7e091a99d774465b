package dev.concertina.code;

import dev.concertina.syntax.SourceClass;
import dev.concertina.syntax.SourceClass.Member;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entities of EF Core: classes with a key or with attributes, and what a context or a configuration
 * says of them in calls.
 */
final class EntityFrameworkModels implements ModelReader {
  private static final int DEEPEST = 6;

  private static final Set<String> COLLECTIONS =
      Set.of("List", "ICollection", "IList", "HashSet", "Collection", "IEnumerable", "ISet");

  private final Sources sources;

  EntityFrameworkModels(Sources sources) {
    this.sources = sources;
  }

  @Override
  public boolean reads(String path, String text) {
    return path.endsWith(".cs") && (text.contains("class ") || text.contains("record "));
  }

  @Override
  public boolean namesTables(String text) {
    return text.contains("[Table(") || text.contains("ToTable(");
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    for (SourceClass type : classes(path)) {
      if (isEntity(type)) {
        models.add(model(path, type, tables(type), Map.of(), Set.of()));
      }
    }
    for (EntityFrameworkConfiguration said : EntityFrameworkConfiguration.read(text)) {
      file(said.entity(), path)
          .ifPresent(
              file ->
                  classes(file).stream()
                      .filter(type -> type.name().equals(said.entity()))
                      .map(type -> model(file, type, said.tables(), said.columns(), said.ignored()))
                      .forEach(models::add));
    }
    return models;
  }

  private List<SourceClass> classes(String path) {
    return sources.classes(path).map(source -> source.classes()).orElse(List.of());
  }

  private Optional<String> file(String type, String from) {
    if (classes(from).stream().anyMatch(one -> one.name().equals(type))) {
      return Optional.of(from);
    }
    return sources.endingWith(type + ".cs", from).stream().findFirst();
  }

  private static boolean isEntity(SourceClass type) {
    return type.hasMark("Table", "Keyless", "Owned")
        || type.members().stream()
            .anyMatch(
                member ->
                    member.hasMark("Key", "Column")
                        || member.name().equals("Id")
                        || member.name().equals(type.name() + "Id"));
  }

  private static List<Spelling> tables(SourceClass type) {
    Optional<String> said = type.mark("Table").map(mark -> mark.argument("", 0)).map(Value::text);
    return said.map(name -> List.of(Spelling.exact(name))).orElse(implied(type.name()));
  }

  /** A set of a context is mostly called like the plural of its class. */
  static List<Spelling> implied(String type) {
    return Inflection.forms(Inflection.words(type)).stream().map(Spelling::implied).toList();
  }

  private Model model(
      String path,
      SourceClass type,
      List<Spelling> tables,
      Map<String, String> names,
      Set<String> ignored) {
    Map<String, List<Model.Field>> fields = new LinkedHashMap<>();
    collect(path, type, names, fields, new HashSet<>());
    fields.keySet().removeAll(ignored);
    return new Model(
        tables,
        new Place(path, type.span().line()),
        fields.values().stream().flatMap(List::stream).toList());
  }

  private void collect(
      String path,
      SourceClass type,
      Map<String, String> names,
      Map<String, List<Model.Field>> fields,
      Set<String> seen) {
    if (seen.size() > DEEPEST || !seen.add(type.name())) {
      return;
    }
    for (Member member : type.members()) {
      if (!member.hasMark("NotMapped") && !COLLECTIONS.contains(member.type())) {
        Place place = new Place(path, member.span().line());
        fields.putIfAbsent(member.name(), fields(member, names, place));
      }
    }
    for (String base : type.bases()) {
      boolean contract = base.matches("I\\p{Lu}.*");
      Optional<String> file = contract ? Optional.empty() : file(base, path);
      file.ifPresent(
          found ->
              classes(found).stream()
                  .filter(parent -> parent.name().equals(base))
                  .forEach(parent -> collect(found, parent, names, fields, seen)));
    }
  }

  /** A property of another class may be a value, or stand for the key of that class. */
  private static List<Model.Field> fields(Member member, Map<String, String> names, Place place) {
    Optional<String> said =
        Optional.ofNullable(names.get(member.name()))
            .or(() -> member.mark("Column").map(mark -> mark.argument("", 0)).map(Value::text));
    return said.isPresent()
        ? List.of(new Model.Field(Spelling.exact(said.get()), place))
        : List.of(
            new Model.Field(Spelling.implied(member.name()), place),
            new Model.Field(Spelling.implied(member.name() + "_id"), place));
  }
}
