package dev.concertina.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column's type as Liquibase understands it: by its own names, those of Java and those of any
 * database, of which it makes one that PostgreSQL has.
 *
 * @param name the first word, in lower case
 * @param parameters what stands in parentheses
 * @param rest what stands behind the name, or null
 * @param written as a whole
 */
record ColumnType(String name, List<String> parameters, String rest, String written) {

  ColumnType {
    parameters = List.copyOf(parameters);
  }

  static ColumnType of(String type) {
    int open = type.indexOf('(');
    int close = open < 0 ? -1 : type.indexOf(')', open);
    List<String> parameters = new ArrayList<>();
    String words = type;
    if (open > 0 && close > 0) {
      parameters.addAll(Identifiers.split(type.substring(open + 1, close)));
      words = type.substring(0, open).stripTrailing() + type.substring(type.lastIndexOf(')') + 1);
    }
    int brace = words.indexOf('{');
    words = unquoted(withoutIdentity((brace > 0 ? words.substring(0, brace) : words).strip()));
    int blank = ofTwoWords(words) ? -1 : words.indexOf(' ');
    String name = blank < 0 ? words : words.substring(0, blank);
    String rest = blank < 0 ? null : words.substring(blank).strip();
    return new ColumnType(name.toLowerCase(Locale.ROOT), parameters, rest, type);
  }

  private static String withoutIdentity(String words) {
    boolean identity = words.toLowerCase(Locale.ROOT).endsWith(" identity");
    return identity ? words.substring(0, words.length() - " identity".length()) : words;
  }

  private static String unquoted(String words) {
    for (String pair : List.of("\"\"", "[]", "``", "''")) {
      int end = words.indexOf(pair.charAt(1), 1);
      if (end > 0 && words.charAt(0) == pair.charAt(0)) {
        return words.substring(1, end) + words.substring(end + 1);
      }
    }
    return words;
  }

  private static boolean ofTwoWords(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.startsWith("bit varying")
        || lower.startsWith("character varying")
        || lower.startsWith("long varchar")
        || lower.startsWith("long nvarchar")
        || lower.startsWith("long binary")
        || lower.startsWith("long varbinary");
  }

  Family family() {
    return Family.of(name);
  }

  /** Whether the name alone asks for numbers that count up. */
  boolean serial() {
    return written.toLowerCase(Locale.ROOT).startsWith("serial")
        || written.toLowerCase(Locale.ROOT).startsWith("bigserial")
        || written.toLowerCase(Locale.ROOT).startsWith("smallserial");
  }

  /** The type that PostgreSQL is told. */
  String sql() {
    return switch (family()) {
      case INTEGER -> "INTEGER";
      case BIGINT -> with("BIGINT");
      case SMALLINT, TINYINT -> "SMALLINT";
      case BOOLEAN -> name.startsWith("bit") ? bracketed("BIT") : with("BOOLEAN");
      case DATETIME -> moment("TIMESTAMP", false);
      case TIMESTAMP -> timestamp();
      case TIME -> moment("time", name.equals("timetz"));
      case DATE -> "date";
      case CHAR -> text("CHAR");
      case VARCHAR -> text("VARCHAR");
      case NVARCHAR -> bracketed("VARCHAR");
      case NCHAR -> with(bracketed("NCHAR"));
      case CLOB -> "TEXT";
      case BLOB -> name.equals("blob") || name.equals("java.sql.types.blob") ? "OID" : "BYTEA";
      case UUID -> "UUID";
      case NUMBER -> bracketed("numeric");
      case DECIMAL -> with(bracketed("DECIMAL"));
      case CURRENCY -> "DECIMAL";
      case DOUBLE -> "DOUBLE PRECISION";
      case FLOAT -> with(bracketed(written.equalsIgnoreCase("real") ? "REAL" : "FLOAT"));
      case XML -> "XML";
      case UNKNOWN -> with(bracketed((interval() ? written : name).toUpperCase(Locale.ROOT)));
    };
  }

  private boolean interval() {
    return name.startsWith("interval");
  }

  private String with(String type) {
    return rest == null ? type : type + " " + rest;
  }

  private String bracketed(String type) {
    return parameters.isEmpty() ? type : type + "(" + String.join(", ", parameters) + ")";
  }

  private String text(String type) {
    if (parameters.size() != 1) {
      return with(bracketed(type));
    }
    String size = parameters.get(0);
    for (String unit : List.of(" BYTE", " CHAR", " char")) {
      size = size.endsWith(unit) ? size.substring(0, size.length() - unit.length()) : size;
    }
    return size.equals("2147483647") ? "CHARACTER VARYING" : with(type + "(" + size.strip() + ")");
  }

  private String moment(String type, boolean zoned) {
    boolean said = rest != null && rest.toLowerCase(Locale.ROOT).startsWith("with time zone");
    return bracketed(type) + (zoned || said ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
  }

  private String timestamp() {
    boolean said = rest != null && rest.toLowerCase(Locale.ROOT).startsWith("with");
    boolean zoned = name.equals("timestamptz") || name.endsWith("_with_timezone");
    return said ? with(bracketed("TIMESTAMP")) : moment("TIMESTAMP", zoned);
  }
}
