package dev.concertina.plan;

import dev.concertina.migration.Migration;
import dev.concertina.rule.Transformation;
import dev.concertina.schema.Identifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A data transformation as a management command of Django's and its test. The base class is the one
 * of docs/data-transformations.md.
 */
final class DjangoCommand implements Commands.Language {

  private static final TemplateFile COMMAND = new TemplateFile("django-command.py");
  private static final TemplateFile TEST = new TemplateFile("django-test.py");
  private static final String MIGRATIONS = "/migrations/";

  @Override
  public List<Listing> write(Transformation transformation, Migration migration) {
    String name = Commands.name(transformation);
    String app = app(migration.path());
    return List.of(
        new Listing(
            app + "management/commands/" + name + ".py",
            "python",
            COMMAND.fill(command(transformation))),
        new Listing(
            app + "tests/test_" + name + ".py", "python", TEST.fill(test(name, transformation))));
  }

  private static Map<String, String> command(Transformation transformation) {
    Map<String, String> values = new HashMap<>();
    boolean deletes = transformation.changes().isEmpty();
    String what = deletes ? "Deletes rows of " : "Changes rows of ";
    values.put("help", PythonText.literal(what + transformation.table() + ", batch by batch."));
    values.put("table", PythonText.literal(transformation.rows()));
    values.put(
        "key", PythonText.list(transformation.key().stream().map(Identifier::quote).toList()));
    Map<String, String> changes = new LinkedHashMap<>();
    transformation.changes().forEach((column, to) -> changes.put(Identifier.quote(column), to));
    values.put("change", PythonText.dictionary(changes));
    values.put("where", literal(transformation.where()));
    values.put("pending", transformation.isByValue() ? "" : literal(transformation.pending()));
    values.put("copy", transformation.saved() ? literal(transformation.copy().sql()) : "");
    return values;
  }

  private static String literal(String text) {
    return text.isEmpty() ? "" : PythonText.literal(text);
  }

  private static Map<String, String> test(String name, Transformation transformation) {
    SampleRow sample = new SampleRow(transformation);
    Map<String, String> values = new HashMap<>();
    values.put("module", name);
    values.put("name", PythonText.literal(name));
    values.put("class", className(name));
    values.put("insert", PythonText.literal(sample.insert()));
    values.put("select", PythonText.literal(sample.select()));
    return values;
  }

  private static String className(String name) {
    StringBuilder words = new StringBuilder();
    for (String word : name.split("_+")) {
      words.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return words.append("Test").toString();
  }

  /** The folder of the app whose migration it is, with a slash; the root where there is none. */
  private static String app(String path) {
    int migrations = path.lastIndexOf(MIGRATIONS);
    int end = migrations >= 0 ? migrations : path.lastIndexOf('/');
    return end < 0 ? "" : path.substring(0, end + 1);
  }
}
