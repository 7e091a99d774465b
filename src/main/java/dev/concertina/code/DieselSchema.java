package dev.concertina.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of a Diesel {@code schema.rs}, as {@code diesel print-schema} writes it. */
final class DieselSchema implements ModelReader {
  private static final Pattern TABLE =
      Pattern.compile("\\s*(?:\\w+\\.)?(\\w+)\\s*(?:\\([\\w,\\s]*\\))?\\s*\\{\\s*");
  private static final Pattern COLUMN = Pattern.compile("\\s*(?:r#)?(\\w+)\\s*->.*");
  private static final Pattern NAME =
      Pattern.compile("\\s*#\\[sql_name\\s*=\\s*\"?([^\"\\]]+)\"?\\s*\\]\\s*");

  /** Whether a path is such a schema. */
  static boolean isOne(String path) {
    return path.equals("schema.rs") || path.endsWith("/schema.rs");
  }

  @Override
  public boolean reads(String path, String text) {
    return isOne(path);
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> all = new ArrayList<>();
    List<Model.Field> fields = null;
    String renamed = null;
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Place here = new Place(path, ++number);
      Matcher name = NAME.matcher(line);
      Matcher head = TABLE.matcher(line);
      Matcher column = COLUMN.matcher(line);
      if (name.matches()) {
        renamed = name.group(1);
      } else if (head.matches()) {
        fields = new ArrayList<>();
        String table = renamed == null ? head.group(1) : renamed;
        all.add(new Model(List.of(Spelling.exact(table)), here, fields));
        renamed = null;
      } else if (fields != null && column.matches()) {
        String own = renamed == null ? column.group(1) : renamed;
        fields.add(new Model.Field(Spelling.exact(own), here));
        renamed = null;
      }
    }
    return all;
  }
}
