package dev.concertina.plan;

import dev.concertina.migration.Migration;
import dev.concertina.rule.Transformation;
import dev.concertina.schema.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data transformation as a class that {@code bin/rails runner} runs, on Active Record alone. */
final class RailsCommand implements Commands.Language {

  private static final TemplateFile COMMAND = new TemplateFile("rails-command.rb");
  private static final Commands.Language PLAIN = new SqlCommand();

  @Override
  public List<Listing> write(Transformation transformation, Migration migration) {
    // Batches of Active Record go by one column, and a copy is taken row for row.
    boolean plain = transformation.key().size() == 1 && !transformation.saved();
    if (!plain || transformation.alias() != null) {
      return PLAIN.write(transformation, migration);
    }
    String name = Commands.name(transformation);
    String path = "lib/" + name + ".rb";
    Map<String, String> values = new HashMap<>();
    values.put("path", path);
    values.put("class", RailsText.model(name));
    values.put("table", RailsText.string(name(transformation)));
    values.put("key", RailsText.string(transformation.key().get(0)));
    values.put("pending", where(transformation));
    values.put("change", change(transformation));
    return List.of(new Listing(path, "ruby", COMMAND.fill(values)));
  }

  private static String name(Transformation transformation) {
    String schema = transformation.table().schema();
    return schema.isEmpty()
        ? transformation.table().local()
        : schema + "." + transformation.table().local();
  }

  private static String where(Transformation transformation) {
    String conditions =
        Stream.of(transformation.where(), transformation.pending())
            .filter(condition -> !condition.isEmpty())
            .map(condition -> "(" + condition + ")")
            .collect(Collectors.joining(" AND "));
    return conditions.isEmpty() ? "all" : "where(" + RailsText.string(conditions) + ")";
  }

  private static String change(Transformation transformation) {
    return transformation.changes().isEmpty()
        ? "delete_all"
        : "update_all("
            + RailsText.string(
                transformation.changes().entrySet().stream()
                    .map(change -> Identifier.quote(change.getKey()) + " = " + change.getValue())
                    .collect(Collectors.joining(", ")))
            + ")";
  }
}
