package dev.concertina.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models of a {@code schema.prisma}: one field a line. */
final class PrismaSchema implements ModelReader {
  private static final Pattern BLOCK = Pattern.compile("\\s*(model|view|enum)\\s+(\\w+)\\s*\\{.*");
  private static final Pattern MAP = Pattern.compile("(?<!@)@map\\(\\s*(?:name:\\s*)?\"([^\"]+)\"");
  private static final Pattern MAP_MODEL =
      Pattern.compile("\\s*@@map\\(\\s*(?:name:\\s*)?\"([^\"]+)\".*");
  private static final Pattern FIELD = Pattern.compile("\\s*(\\w+)(\\s.*)?");

  @Override
  public boolean reads(String path, String text) {
    return path.endsWith(".prisma");
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> all = new ArrayList<>();
    List<Model.Field> fields = new ArrayList<>();
    String table = null;
    Place head = null;
    int number = 0;
    for (String full : (Iterable<String>) text.lines()::iterator) {
      Place here = new Place(path, ++number);
      int comment = full.indexOf("//");
      String line = comment < 0 ? full : full.substring(0, comment);
      Matcher block = BLOCK.matcher(line);
      Matcher mapped = MAP_MODEL.matcher(line);
      if (block.matches()) {
        table = block.group(2);
        head = here;
        fields.clear();
      } else if (table != null && line.strip().startsWith("}")) {
        all.add(new Model(List.of(Spelling.exact(table)), head, List.copyOf(fields)));
        table = null;
      } else if (table != null && mapped.matches()) {
        table = mapped.group(1);
      } else if (table != null && line.contains("@@ignore")) {
        // The client has nothing of such a model.
        table = null;
      } else if (table != null && !line.contains("@ignore")) {
        field(line, here, fields);
      }
    }
    return all;
  }

  private static void field(String line, Place here, List<Model.Field> fields) {
    Matcher field = FIELD.matcher(line);
    if (field.matches()) {
      Matcher map = MAP.matcher(line);
      String column = map.find() ? map.group(1) : field.group(1);
      fields.add(new Model.Field(Spelling.exact(column), here));
    }
  }
}
