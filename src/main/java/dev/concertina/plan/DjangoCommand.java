package dev.concertina.plan;

import dev.concertina.migration.Migration;
import dev.concertina.rule.Transformation;
import dev.concertina.schema.Computed;
import dev.concertina.schema.Identifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A data transformation as a management command of Django's and its test. The base class is the one
 * of docs/data-transformations.md.
 */
final class DjangoCommand implements Commands.Language {

  private static final TemplateFile COMMAND = new TemplateFile("django-command.py");
  private static final TemplateFile COMPUTING = new TemplateFile("django-computing-command.py");
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
            transformation.isComputed()
                ? COMPUTING.fill(computing(transformation))
                : COMMAND.fill(command(transformation))),
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

  /** With the contributor's own expressions, or with a place to write them. */
  private static Map<String, String> computing(Transformation transformation) {
    Map<String, String> values = command(transformation);
    Map<String, Optional<Computed>> lifted = new LinkedHashMap<>();
    transformation.changes().forEach((column, sql) -> lifted.put(column, Computed.of(sql)));
    boolean known = lifted.values().stream().allMatch(Optional::isPresent);
    String columns = String.join(", ", lifted.keySet());
    String pairs =
        lifted.entrySet().stream()
            .map(
                each ->
                    PythonText.literal(Identifier.quote(each.getKey()))
                        + ": "
                        + each.getValue().map(Computed::expression).orElse(""))
            .collect(Collectors.joining(", "));
    values.put(
        "imports",
        lifted.values().stream()
            .flatMap(Optional::stream)
            .flatMap(computed -> computed.imports().stream())
            .distinct()
            .map(line -> line + "\n")
            .collect(
                Collectors.joining(
                    "",
                    "",
                    lifted.values().stream()
                            .flatMap(Optional::stream)
                            .allMatch(computed -> computed.imports().isEmpty())
                        ? ""
                        : "\n")));
    values.put(
        "compute",
        known
            ? "        return {" + pairs + "}"
            : "        # Fill in: a dictionary of what the migration gives to a row that has its"
                + " columns.\n        raise NotImplementedError("
                + PythonText.literal("say what becomes of " + columns)
                + ")");
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
