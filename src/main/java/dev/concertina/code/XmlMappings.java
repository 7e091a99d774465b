package dev.concertina.code;

import dev.concertina.sql.LineTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mappings in XML: the classes of a {@code .hbm.xml} of Hibernate, and the result maps of MyBatis.
 * A result map does not name its table; it is one that the same file inserts into or updates, else
 * the one that it reads.
 */
final class XmlMappings implements ModelReader {
  private static final Pattern CLASS =
      Pattern.compile(
          "(?s)<(?:class|joined-subclass|union-subclass)\\b[^<>]*?\\btable\\s*=\\s*\"([^\"]+)\"");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "<(?:id|property|version|timestamp|many-to-one|key-property|discriminator)\\b[^<>]*>");
  private static final Pattern MAPPED =
      Pattern.compile("<(?:id|result|association|idArg|arg)\\b[^<>]*>");
  private static final Pattern COLUMN = Pattern.compile("\\bcolumn\\s*=\\s*\"([^\"]+)\"");
  private static final Pattern NAME = Pattern.compile("\\bname\\s*=\\s*\"([^\"]+)\"");
  private static final Pattern NESTED =
      Pattern.compile("<column\\b[^<>]*\\bname\\s*=\\s*\"([^\"]+)\"");
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)\\b(?:insert\\s+into|update)\\s+[\"`]?([\\w.]+)");
  private static final Pattern READ = Pattern.compile("(?i)\\bfrom\\s+[\"`]?([\\w.]+)");

  /** A larger file is no mapping that somebody wrote, and is left to the scan for words. */
  private static final int LONGEST = 400_000;

  @Override
  public boolean reads(String path, String text) {
    return path.endsWith(".xml")
        && text.length() < LONGEST
        && (text.contains("<resultMap") || text.contains("<hibernate-mapping"));
  }

  @Override
  public List<Model> read(String path, String text) {
    String bare = withoutComments(text);
    LineTable lines = new LineTable(bare);
    return bare.contains("<resultMap") ? resultMaps(path, bare, lines) : classes(path, bare, lines);
  }

  private static String withoutComments(String text) {
    StringBuilder bare = new StringBuilder(text);
    int from = text.indexOf("<!--");
    while (from >= 0) {
      int end = text.indexOf("-->", from);
      end = end < 0 ? text.length() : end;
      for (int i = from; i < end; i++) {
        bare.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
      }
      from = text.indexOf("<!--", end);
    }
    return bare.toString();
  }

  private static List<Model> resultMaps(String path, String text, LineTable lines) {
    List<Spelling> tables = names(WRITTEN, text);
    if (tables.isEmpty()) {
      tables = names(READ, text);
    }
    List<Model.Field> fields = new ArrayList<>();
    int from = text.indexOf("<resultMap");
    Place place = place(path, lines, from);
    while (from >= 0) {
      int end = text.indexOf("</resultMap>", from);
      end = end < 0 ? text.length() : end;
      for (Matcher field = MAPPED.matcher(text).region(from, end); field.find(); ) {
        Matcher column = COLUMN.matcher(field.group());
        if (column.find()) {
          Place here = place(path, lines, field.start());
          fields.add(new Model.Field(Spelling.exact(column.group(1)), here));
        }
      }
      from = text.indexOf("<resultMap", end);
    }
    return List.of(new Model(tables, place, fields));
  }

  private static List<Spelling> names(Pattern pattern, String text) {
    List<Spelling> names = new ArrayList<>();
    for (Matcher name = pattern.matcher(text); name.find(); ) {
      names.add(Spelling.exact(name.group(1)));
    }
    return names.stream().distinct().toList();
  }

  private static List<Model> classes(String path, String text, LineTable lines) {
    List<Model> models = new ArrayList<>();
    Matcher type = CLASS.matcher(text);
    boolean more = type.find();
    while (more) {
      Place place = place(path, lines, type.start());
      Spelling table = Spelling.exact(type.group(1));
      int from = type.end();
      more = type.find();
      int end = more ? type.start() : text.length();
      models.add(new Model(List.of(table), place, fields(path, text, lines, from, end)));
    }
    return models;
  }

  private static List<Model.Field> fields(
      String path, String text, LineTable lines, int from, int end) {
    List<Model.Field> fields = new ArrayList<>();
    for (Matcher field = PROPERTY.matcher(text).region(from, end); field.find(); ) {
      Matcher column = COLUMN.matcher(field.group());
      Matcher name = NAME.matcher(field.group());
      Place here = place(path, lines, field.start());
      if (column.find()) {
        fields.add(new Model.Field(Spelling.exact(column.group(1)), here));
      } else if (name.find()) {
        fields.add(new Model.Field(Spelling.implied(name.group(1)), here));
      }
    }
    for (Matcher column = NESTED.matcher(text).region(from, end); column.find(); ) {
      fields.add(
          new Model.Field(Spelling.exact(column.group(1)), place(path, lines, column.start())));
    }
    return fields;
  }

  private static Place place(String path, LineTable lines, int offset) {
    return new Place(path, lines.span(offset, offset + 1).line());
  }
}
