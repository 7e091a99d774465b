package dev.concertina.liquibase;

import java.util.Locale;

/** A value that a column of a change gives: a default, or what a row gets. */
record Given(Kind kind, String text) {

  /** What the attribute's name says of it. */
  enum Kind {
    TEXT(""),
    BOOLEAN("Boolean"),
    NUMERIC("Numeric"),
    DATE("Date"),
    COMPUTED("Computed"),
    SEQUENCE_NEXT("SequenceNext"),
    SEQUENCE_CURRENT("SequenceCurrent"),
    CLOB("ClobFile"),
    BLOB("BlobFile");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }
  }

  /**
   * The first value of a column, or null.
   *
   * @param prefix {@code value} or {@code defaultValue}
   */
  static Given of(Element column, String prefix) {
    for (Kind kind : Kind.values()) {
      String text = column.get(prefix + kind.suffix);
      if (text != null && (kind == Kind.TEXT || !text.isBlank())) {
        return new Given(kind, text);
      }
    }
    return null;
  }

  /** As SQL where the column's type is not looked at. */
  String sql(Identifiers names) {
    return switch (kind) {
      case TEXT -> text.equalsIgnoreCase("null") ? "NULL" : quoted(text);
      case BOOLEAN -> truth().toUpperCase(Locale.ROOT);
      case NUMERIC -> number(text.strip());
      case DATE -> date();
      case COMPUTED -> function(text);
      case SEQUENCE_NEXT -> "nextval('" + sequence(names) + "')";
      case SEQUENCE_CURRENT -> "currval('" + sequence(names) + "')";
      case CLOB, BLOB -> "$1";
    };
  }

  /** As SQL for a column of a type; null where none is known. */
  String sql(Identifiers names, ColumnType type) {
    Family family = type == null ? Family.UNKNOWN : type.family();
    boolean plain = kind == Kind.TEXT;
    if (plain && family == Family.UUID) {
      return text;
    } else if (plain && family.numeric()) {
      return number(text);
    } else if (kind == Kind.BOOLEAN && family.numeric()) {
      return truth();
    } else if (family == Family.BOOLEAN && (plain || kind == Kind.NUMERIC)) {
      String bare = text.strip().replace("'", "").toLowerCase(Locale.ROOT);
      return switch (bare) {
        case "true", "t", "1", "b1" -> "TRUE";
        case "false", "f", "0", "b0" -> "FALSE";
        default -> text;
      };
    } else if (plain && isMoment(family) && isFunction(text)) {
      return text;
    } else if (kind == Kind.NUMERIC && isText(family)) {
      return quoted(text);
    }
    return sql(names);
  }

  private static boolean isMoment(Family family) {
    return family == Family.DATETIME || family == Family.TIMESTAMP || family == Family.TIME;
  }

  private static boolean isText(Family family) {
    return family == Family.CHAR || family == Family.VARCHAR || family == Family.CLOB;
  }

  private String truth() {
    return String.valueOf(text.strip().equalsIgnoreCase("true") || text.strip().equals("1"));
  }

  /** A date, unless it begins with no digit: then it is a function. */
  private String date() {
    String bare = text.strip();
    boolean written = Character.isDigit(bare.charAt(0));
    return written ? quoted(bare.replace('T', ' ')) : function(bare);
  }

  private String sequence(Identifiers names) {
    int dot = text.indexOf('.');
    return dot < 0 ? names.name(text) : names.in(text.substring(0, dot), text.substring(dot + 1));
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A call, of which those for the present moment are all the same to Liquibase. */
  static String function(String call) {
    String lower = call.toLowerCase(Locale.ROOT);
    boolean now =
        lower.startsWith("current_timestamp")
            || lower.startsWith("current_datetime")
            || lower.equals("now()");
    return now ? "NOW()" : call;
  }

  private static boolean isFunction(String text) {
    return text.endsWith("()");
  }

  /** Without a fraction of zeros. */
  private static String number(String digits) {
    int dot = digits.indexOf('.');
    boolean whole = dot > 0 && digits.substring(dot + 1).chars().allMatch(c -> c == '0');
    return whole && dot < digits.length() - 1 ? digits.substring(0, dot) : digits;
  }
}
