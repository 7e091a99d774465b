package dev.concertina.plan;

import dev.concertina.migration.Migration;
import dev.concertina.rule.Transformation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A data transformation as a procedure of PostgreSQL's, with a commit after each batch. */
final class SqlCommand implements Commands.Language {

  /** The first major version with procedures. */
  private static final int PROCEDURES = 11;

  private static final TemplateFile PROCEDURE = new TemplateFile("procedure.sql");

  @Override
  public List<Listing> write(Transformation transformation, Migration migration) {
    if (migration.engine().version() < PROCEDURES) {
      return List.of();
    }
    String name = Commands.name(transformation);
    String key = transformation.first();
    String range = key + " >= batch_first AND " + key + " <= batch_last";
    String batch = String.join("\n    ", transformation.batch(range));
    Map<String, String> values = new HashMap<>();
    values.put("name", name);
    values.put("table", transformation.table().sql());
    values.put("key", key);
    values.put("batch", batch);
    values.put("quote", quote(batch));
    return List.of(new Listing(name + ".sql", "sql", PROCEDURE.fill(values)));
  }

  /** A dollar quote that nothing in the body ends. */
  private static String quote(String body) {
    StringBuilder tag = new StringBuilder("rows");
    while (body.contains("$" + tag)) {
      tag.append('_');
    }
    return "$" + tag + "$";
  }
}
