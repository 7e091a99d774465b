package dev.concertina.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models of a {@code schema.prisma}: one field a line. */
final class PrismaSchema implements DeclarationReader {
  private static final Pattern BLOCK = Pattern.compile("\\s*(model|view|enum)\\s+(\\w+)\\s*\\{.*");
  private static final Pattern MAP = Pattern.compile("(?<!@)@map\\(\\s*(?:name:\\s*)?\"([^\"]+)\"");
  private static final Pattern MAP_MODEL =
      Pattern.compile("\\s*@@map\\(\\s*(?:name:\\s*)?\"([^\"]+)\".*");
  private static final Pattern FIELD = Pattern.compile("\\s*(\\w+)(\\s.*)?");

  @Override
  public boolean reads(String path) {
    return path.endsWith(".prisma");
  }

  @Override
  public List<Declaration> read(String text) {
    List<Declaration> all = new ArrayList<>();
    List<Declaration> model = new ArrayList<>();
    String table = null;
    int number = 0;
    for (String full : (Iterable<String>) text.lines()::iterator) {
      number++;
      int comment = full.indexOf("//");
      String line = comment < 0 ? full : full.substring(0, comment);
      Matcher block = BLOCK.matcher(line);
      Matcher mapped = MAP_MODEL.matcher(line);
      if (block.matches()) {
        table = block.group(2);
        model.clear();
        model.add(new Declaration(table, null, number));
      } else if (table != null && line.strip().startsWith("}")) {
        for (Declaration part : model) {
          all.add(new Declaration(table, part.column(), part.line()));
        }
        table = null;
      } else if (table != null && mapped.matches()) {
        table = mapped.group(1);
      } else if (table != null && !line.contains("@ignore")) {
        field(line, number, model);
      }
    }
    return all;
  }

  private static void field(String line, int number, List<Declaration> model) {
    Matcher field = FIELD.matcher(line);
    if (field.matches()) {
      Matcher map = MAP.matcher(line);
      String column = map.find() ? map.group(1) : field.group(1);
      model.add(new Declaration(null, column, number));
    }
  }
}
