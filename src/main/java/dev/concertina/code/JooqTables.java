package dev.concertina.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables that jOOQ generates from the database's schema, in Java or Kotlin: one field a line. */
final class JooqTables implements ModelReader {
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:this|super)\\s*\\(\\s*(?:alias, )?DSL\\.name\\(\"([^\"]+)\"\\)");
  private static final Pattern FIELD =
      Pattern.compile("createField\\(DSL\\.name\\(\"([^\"]+)\"\\)");
  private static final Pattern HEAD = Pattern.compile(".*\\bclass \\w+.*");

  @Override
  public boolean reads(String path, String text) {
    return (path.endsWith(".java") || path.endsWith(".kt"))
        && text.contains("createField(")
        && text.contains("TableImpl<");
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Spelling> tables = new ArrayList<>();
    List<Model.Field> fields = new ArrayList<>();
    Place head = null;
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Place here = new Place(path, ++number);
      Matcher table = TABLE.matcher(line);
      Matcher field = FIELD.matcher(line);
      if (head == null && HEAD.matcher(line).matches()) {
        head = here;
      }
      if (table.find()) {
        tables.add(Spelling.exact(table.group(1)));
      } else if (field.find()) {
        fields.add(new Model.Field(Spelling.exact(field.group(1)), here));
      }
    }
    return head == null ? List.of() : List.of(new Model(tables, head, fields));
  }
}
