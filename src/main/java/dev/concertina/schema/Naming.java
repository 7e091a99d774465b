package dev.concertina.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL chooses where a statement gives none. Follows {@code makeObjectName},
 * {@code ChooseRelationName}, {@code ChooseIndexName} and {@code ChooseIndexColumnNames} of {@code
 * commands/indexcmds.c}, and {@code ChooseConstraintName} of {@code catalog/pg_constraint.c}.
 */
public final class Naming {

  /** NAMEDATALEN - 1: what an identifier may have in bytes. */
  static final int LONGEST = 63;

  private Naming() {}

  /** {@code table_part_label}, cut to fit and numbered until {@code taken} says no. */
  public static String choose(String table, String part, String label, Predicate<String> taken) {
    String name = fit(table, part, label);
    for (int number = 1; taken.test(name); number++) {
      name = fit(table, part, label + number);
    }
    return name;
  }

  /** The name of an index that no constraint needs. */
  static String index(String table, List<String> keys, Predicate<String> taken) {
    return choose(table, joined(columnNames(keys)), "idx", taken);
  }

  /** The name of a constraint of this kind. */
  static String constraint(String table, Constraint constraint, Predicate<String> taken) {
    List<String> columns = constraint.columns();
    return switch (constraint) {
      case Constraint.PrimaryKey key -> choose(table, null, "pkey", taken);
      case Constraint.Unique key -> choose(table, joined(columns), "key", taken);
      case Constraint.ForeignKey key -> choose(table, joined(columns), "fkey", taken);
      case Constraint.Exclusion exclusion ->
          choose(table, columns.isEmpty() ? "expr" : joined(columns), "excl", taken);
      case Constraint.NotNull notNull -> choose(table, notNull.column(), "not_null", taken);
      // A check over one column is named after it, over none or several after the table alone.
      case Constraint.Check check ->
          choose(table, columns.size() == 1 ? columns.get(0) : null, "check", taken);
    };
  }

  /** Takes bytes from the longer of the two names until the whole fits. */
  private static String fit(String table, String part, String label) {
    int room = LONGEST - label.length() - 1 - (part == null ? 0 : 1);
    int tableBytes = bytes(table);
    int partBytes = part == null ? 0 : bytes(part);
    while (tableBytes + partBytes > room) {
      if (tableBytes > partBytes) {
        tableBytes--;
      } else {
        partBytes--;
      }
    }
    String start = clip(table, tableBytes);
    return (part == null ? start : start + "_" + clip(part, partBytes)) + "_" + label;
  }

  /** {@code ChooseIndexNameAddition}: stops once the text is longer than any name can be. */
  private static String joined(List<String> columns) {
    StringBuilder text = new StringBuilder();
    for (String column : columns) {
      text.append(text.isEmpty() ? "" : "_").append(column);
      if (bytes(text.toString()) > LONGEST) {
        break;
      }
    }
    return text.toString();
  }

  private static List<String> columnNames(List<String> keys) {
    List<String> names = new ArrayList<>();
    for (String key : keys) {
      String name = keyName(key);
      String free = name;
      for (int number = 1; names.contains(free); number++) {
        String digits = String.valueOf(number);
        free = clip(name, LONGEST - digits.length()) + digits;
      }
      names.add(free);
    }
    return names;
  }

  /**
   * {@code FigureIndexColname}: a column or a function gives its name, a CASE {@code case}, any
   * other expression {@code expr}.
   */
  private static String keyName(String key) {
    String text = key.strip();
    int open = text.indexOf('(');
    String head = (open < 0 ? text : text.substring(0, open)).strip();
    boolean call = open > 0 && closes(text, open) && isWord(head);
    if (call) {
      return head.substring(head.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
    int cast = text.indexOf("::");
    if (cast > 0) {
      String inner = text.substring(0, cast).strip();
      boolean wrapped = inner.startsWith("(") && inner.endsWith(")");
      String name = keyName(wrapped ? inner.substring(1, inner.length() - 1) : inner);
      return name.equals("expr") ? typeName(text.substring(cast + 2)) : name;
    }
    if (text.toLowerCase(Locale.ROOT).startsWith("case ")) {
      return "case";
    }
    boolean expression = text.chars().anyMatch(c -> " +-*/|<>=(),'".indexOf(c) >= 0);
    return expression ? "expr" : text;
  }

  /** What stands behind {@code ::}, under the name that the catalog has for it. */
  private static String typeName(String written) {
    String type = written.strip().toLowerCase(Locale.ROOT);
    int open = type.indexOf('(');
    String name = (open < 0 ? type : type.substring(0, open)).strip();
    return switch (name) {
      case "int", "integer" -> "int4";
      case "bigint" -> "int8";
      case "smallint" -> "int2";
      case "boolean" -> "bool";
      case "character varying" -> "varchar";
      case "decimal" -> "numeric";
      case "double precision" -> "float8";
      case "timestamp with time zone" -> "timestamptz";
      case "timestamp without time zone" -> "timestamp";
      default -> isWord(name) ? name.substring(name.lastIndexOf('.') + 1) : "expr";
    };
  }

  private static boolean closes(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i == text.length() - 1;
      }
    }
    return false;
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_.$".indexOf(c) >= 0);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** At most so many bytes, without half a character at the end ({@code pg_mbcliplen}). */
  static String clip(String text, int most) {
    String clipped = text;
    while (bytes(clipped) > most) {
      clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
    }
    return clipped;
  }
}
