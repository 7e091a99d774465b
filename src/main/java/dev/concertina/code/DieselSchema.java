package dev.concertina.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of a Diesel {@code schema.rs}, as {@code diesel print-schema} writes it. */
final class DieselSchema implements DeclarationReader {
  private static final Pattern TABLE =
      Pattern.compile("\\s*(?:\\w+\\.)?(\\w+)\\s*(?:\\([\\w,\\s]*\\))?\\s*\\{\\s*");
  private static final Pattern COLUMN = Pattern.compile("\\s*(?:r#)?(\\w+)\\s*->.*");
  private static final Pattern NAME =
      Pattern.compile("\\s*#\\[sql_name\\s*=\\s*\"?([^\"\\]]+)\"?\\s*\\]\\s*");

  @Override
  public boolean reads(String path) {
    return path.equals("schema.rs") || path.endsWith("/schema.rs");
  }

  @Override
  public List<Declaration> read(String text) {
    List<Declaration> all = new ArrayList<>();
    String table = null;
    String renamed = null;
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      Matcher name = NAME.matcher(line);
      Matcher head = TABLE.matcher(line);
      Matcher column = COLUMN.matcher(line);
      if (name.matches()) {
        renamed = name.group(1);
      } else if (head.matches()) {
        table = renamed == null ? head.group(1) : renamed;
        all.add(new Declaration(table, null, number));
        renamed = null;
      } else if (table != null && column.matches()) {
        all.add(new Declaration(table, renamed == null ? column.group(1) : renamed, number));
        renamed = null;
      }
    }
    return all;
  }
}
