package dev.concertina.code;

import dev.concertina.syntax.TypeScriptSource;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables of Drizzle: {@code pgTable("audio", { length: integer("length_ms") })}. */
final class DrizzleTables implements ModelReader {
  private static final int DEEPEST = 4;

  private static final Set<String> CALLS =
      Set.of("pgTable", "mysqlTable", "table", "createTable", "pgView");

  private final TypeScriptFiles files;

  DrizzleTables(Sources sources) {
    files = new TypeScriptFiles(sources);
  }

  @Override
  public boolean reads(String path, String text) {
    return TypeScriptFiles.isOne(path) && text.contains("drizzle-orm");
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    Optional<TypeScriptSource> source = files.source(path);
    for (Value.Call call : source.map(one -> one.calls(CALLS)).orElse(List.of())) {
      Value name = call.argument("", 0);
      if (name != null && name.text() != null) {
        Gathering fields = new Gathering();
        collect(call.argument("", 1), path, source.get(), fields, 0);
        Place place = new Place(path, call.span().line());
        models.add(new Model(List.of(Spelling.exact(name.text())), place, fields.fields()));
      }
    }
    return models;
  }

  private void collect(
      Value columns, String path, TypeScriptSource source, Gathering fields, int depth) {
    if (!(columns instanceof Value.Mapping known) || depth > DEEPEST || !fields.enter()) {
      return;
    }
    for (Map.Entry<Value, Value> entry : known.entries()) {
      if (entry.getKey() instanceof Value.Name spread) {
        files
            .constant(spread.name(), path, source)
            .ifPresent(c -> collect(c.value(), c.path(), c.source(), fields, depth + 1));
      } else if (entry.getKey().text() != null) {
        Place place = new Place(path, entry.getKey().span().line());
        fields.add(new Model.Field(column(entry), place));
      }
    }
  }

  /** What the innermost call is given as a text, else the key. */
  private static Spelling column(Map.Entry<Value, Value> entry) {
    Value value = entry.getValue();
    while (value instanceof Value.Call call && call.receiver() instanceof Value.Call inner) {
      value = inner;
    }
    Value name = value instanceof Value.Call call ? call.argument("", 0) : null;
    return name != null && name.text() != null
        ? Spelling.exact(name.text())
        : Spelling.implied(entry.getKey().text());
  }
}
