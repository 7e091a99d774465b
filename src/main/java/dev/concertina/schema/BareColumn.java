package dev.concertina.schema;

import java.util.Locale;

/**
 * Whether a USING says nothing but the column, perhaps cast to the very type that it gets: then the
 * change costs what it costs without it. Measured.
 */
final class BareColumn {

  private BareColumn() {}

  static boolean in(Expression using, String column, DataType type) {
    String text = strip(using.text());
    int cast = text.indexOf("::");
    if (cast > 0) {
      return names(text.substring(0, cast), column) && type(text.substring(cast + 2), type);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("cast") && text.endsWith(")") && text.indexOf('(') > 0) {
      String inside = text.substring(text.indexOf('(') + 1, text.length() - 1);
      int as = inside.toLowerCase(Locale.ROOT).lastIndexOf(" as ");
      return as > 0
          && names(inside.substring(0, as), column)
          && type(inside.substring(as + 4), type);
    }
    return names(text, column);
  }

  private static String strip(String text) {
    String stripped = text.strip();
    return stripped.startsWith("(")
            && stripped.endsWith(")")
            && stripped.indexOf(')') == stripped.length() - 1
        ? strip(stripped.substring(1, stripped.length() - 1))
        : stripped;
  }

  private static boolean names(String text, String column) {
    String name = strip(text);
    int dot = name.lastIndexOf('.');
    String local = name.substring(dot + 1).strip();
    boolean quoted = local.length() > 1 && local.startsWith("\"") && local.endsWith("\"");
    String folded =
        quoted
            ? local.substring(1, local.length() - 1).replace("\"\"", "\"")
            : local.toLowerCase(Locale.ROOT);
    return folded.equals(column);
  }

  private static boolean type(String written, DataType type) {
    String text =
        written
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace("character varying", "varchar")
            .replace("timestamp with time zone", "timestamptz")
            .replace("timestamp without time zone", "timestamp")
            .replace("decimal", "numeric")
            .replace("bpchar", "char")
            .replace("int4", "integer")
            .replace("int8", "bigint")
            .replace(" ", "");
    String canonical = text.equals("int") ? "integer" : text;
    return canonical.equals(type.toString().replace(" ", ""));
  }
}
