package dev.concertina.code;

import dev.concertina.syntax.TypeScriptSource;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models of Sequelize: {@code sequelize.define("Audio", …)} and {@code Audio.init(…)}. */
final class SequelizeModels implements ModelReader {
  private final TypeScriptFiles files;

  SequelizeModels(Sources sources) {
    files = new TypeScriptFiles(sources);
  }

  @Override
  public boolean reads(String path, String text) {
    return TypeScriptFiles.isOne(path)
        && (text.contains(".define(") || text.contains(".init("))
        && (text.contains("DataTypes") || text.contains("equelize"));
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    Optional<TypeScriptSource> source = files.source(path);
    if (source.isPresent()) {
      for (Value.Call call : source.get().calls(Set.of("define", "init"))) {
        boolean define = call.shortName().equals("define");
        Value first = call.argument("", 0);
        String name = define ? first == null ? null : first.text() : receiver(call);
        if (name != null && call.argument("", define ? 1 : 0) instanceof Value.Mapping columns) {
          Value options = call.argument("", define ? 2 : 1);
          models.add(model(path, source.get(), call, name, columns, options));
        }
      }
    }
    return models;
  }

  private static String receiver(Value.Call call) {
    int dot = call.name().lastIndexOf('.');
    return dot < 0 ? null : call.name().substring(0, dot);
  }

  private static Model model(
      String path,
      TypeScriptSource source,
      Value.Call call,
      String name,
      Value.Mapping columns,
      Value options) {
    Place place = new Place(path, call.span().line());
    List<Model.Field> fields = new ArrayList<>();
    for (Map.Entry<Value, Value> entry : columns.entries()) {
      if (entry.getKey().text() != null && !isVirtual(entry.getValue())) {
        Place own = new Place(path, entry.getKey().span().line());
        Spelling column =
            option(entry.getValue(), "field")
                .map(Spelling::exact)
                .orElse(Spelling.implied(entry.getKey().text()));
        fields.add(new Model.Field(column, own));
      }
    }
    Value timestamps = options instanceof Value.Mapping all ? all.get("timestamps") : null;
    if (timestamps == null || !timestamps.isFalse()) {
      fields.add(new Model.Field(Spelling.implied("createdAt"), place));
      fields.add(new Model.Field(Spelling.implied("updatedAt"), place));
    }
    references(source, path, name, fields);
    return new Model(tables(name, options), place, fields);
  }

  private static List<Spelling> tables(String name, Value options) {
    Optional<String> said = option(options, "tableName");
    if (said.isPresent()) {
      return List.of(Spelling.exact(said.get()));
    }
    String model = option(options, "modelName").orElse(name);
    return Inflection.forms(Inflection.words(model)).stream().map(Spelling::implied).toList();
  }

  /** {@code Audio.belongsTo(models.Album, { foreignKey: "album_id" })}. */
  private static void references(
      TypeScriptSource source, String path, String name, List<Model.Field> fields) {
    for (Value.Call call : source.calls(Set.of("belongsTo"))) {
      String owner = receiver(call);
      if (name.equals(owner) || "this".equals(owner)) {
        Place place = new Place(path, call.span().line());
        Value options = call.argument("", 1);
        Value key = options instanceof Value.Mapping all ? all.get("foreignKey") : null;
        String column =
            key == null ? null : key.text() == null ? option(key, "name").orElse(null) : key.text();
        if (column != null) {
          fields.add(new Model.Field(Spelling.implied(column), place));
        } else if (call.argument("", 0) instanceof Value.Name other) {
          String target = other.name().substring(other.name().lastIndexOf('.') + 1);
          fields.add(new Model.Field(Spelling.implied(target + "_id"), place));
        }
      }
    }
  }

  private static boolean isVirtual(Value column) {
    Value type = column instanceof Value.Mapping options ? options.get("type") : column;
    return type instanceof Value.Name name && name.name().endsWith("VIRTUAL");
  }

  private static Optional<String> option(Value options, String key) {
    Value value = options instanceof Value.Mapping all ? all.get(key) : null;
    return value == null ? Optional.empty() : Optional.ofNullable(value.text());
  }
}
