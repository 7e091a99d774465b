package dev.concertina.schema;

import dev.concertina.schema.Expression.Conjunct;
import dev.concertina.schema.Expression.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The bounds of a partition over one column, and whether validated checks of a table prove that all
 * of its rows lie inside or outside of them. Says no where PostgreSQL could still find a proof: a
 * scan that does not happen is better than one that nobody was told of. Measured.
 */
final class Bounds {

  private final String column;

  /** The values of a list; null for a range. */
  private final List<String> values;

  private final String from;
  private final String to;

  private Bounds(String column, List<String> values, String from, String to) {
    this.column = column;
    this.values = values;
    this.from = from;
    this.to = to;
  }

  /** Null when the key is not one plain column, or the bounds are neither a range nor a list. */
  static Bounds of(Table parent, Operation.Partition place) {
    if (parent == null || parent.partitionKey().size() != 1) {
      return null;
    }
    String key = parent.partitionKey().get(0);
    List<List<String>> groups = groups(place.bounds());
    String word = place.bounds().strip().toLowerCase(Locale.ROOT);
    boolean plain = parent.columns().isEmpty() || parent.columns().containsKey(key);
    if (!plain || groups.isEmpty()) {
      return null;
    }
    if (word.startsWith("in")) {
      return new Bounds(key, groups.get(0), null, null);
    }
    boolean range = word.startsWith("from") && groups.size() == 2;
    boolean single = range && groups.get(0).size() == 1 && groups.get(1).size() == 1;
    return single ? new Bounds(key, null, groups.get(0).get(0), groups.get(1).get(0)) : null;
  }

  /** The comma-separated items of each pair of parentheses at the top. */
  private static List<List<String>> groups(String text) {
    List<List<String>> groups = new ArrayList<>();
    List<String> items = null;
    StringBuilder item = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (char c : text.toCharArray()) {
      quoted ^= c == '\'';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean opens = !quoted && c == '(' && depth == 1;
      boolean closes = !quoted && c == ')' && depth == 0;
      boolean separates = !quoted && c == ',' && depth == 1;
      if (opens) {
        items = new ArrayList<>();
      } else if (items != null && (closes || separates)) {
        items.add(item.toString().strip());
        item.setLength(0);
        if (closes) {
          groups.add(items);
          items = null;
        }
      } else if (items != null) {
        item.append(c);
      }
    }
    return groups;
  }

  /** That a row lies inside, as SQL; null for a list with NULL. */
  String inside() {
    String key = Identifier.quote(column);
    if (values != null) {
      return values.stream().anyMatch("null"::equalsIgnoreCase)
          ? null
          : key + " IS NOT NULL AND " + key + " IN (" + String.join(", ", values) + ")";
    }
    return key
        + " IS NOT NULL"
        + (unbounded(from) ? "" : " AND " + key + " >= " + from)
        + (unbounded(to) ? "" : " AND " + key + " < " + to);
  }

  /** That a row of a default partition lies outside, as SQL; null for a list. */
  String outside() {
    if (values != null || unbounded(from) && unbounded(to)) {
      return null;
    }
    String key = Identifier.quote(column);
    String before = unbounded(from) ? null : key + " < " + from;
    String beyond = unbounded(to) ? null : key + " >= " + to;
    String either =
        before == null ? beyond : beyond == null ? before : "(" + before + " OR " + beyond + ")";
    return key + " IS NOT NULL AND " + either;
  }

  /** The name of a check that helps to prove that every row lies inside, or null. */
  String insideProof(Moment moment, Name table) {
    List<Conjunct> known = conjuncts(moment, table);
    boolean proved =
        values == null
            ? (unbounded(from) || known.stream().anyMatch(this::above))
                && (unbounded(to) || known.stream().anyMatch(this::below))
            : known.stream().anyMatch(this::listed);
    return proved && NotNullProof.holds(moment, table, column) ? proofName(moment, table) : null;
  }

  /** Likewise for outside: what a default partition needs. Only ranges are understood. */
  String outsideProof(Moment moment, Name table) {
    String outside = outside();
    boolean proved =
        values == null
            && (conjuncts(moment, table).stream().anyMatch(c -> beyond(c) || before(c))
                || checks(moment, table).stream()
                    .anyMatch(check -> check.condition().text().equals(outside)));
    return proved && NotNullProof.holds(moment, table, column) ? proofName(moment, table) : null;
  }

  private List<Conjunct> conjuncts(Moment moment, Name table) {
    return checks(moment, table).stream()
        .flatMap(check -> check.condition().detail().conjuncts().stream())
        .filter(conjunct -> column.equals(conjunct.column()) && !conjunct.values().isEmpty())
        .toList();
  }

  private String proofName(Moment moment, Name table) {
    return checks(moment, table).stream()
        .filter(check -> check.columns().contains(column))
        .map(Constraint.Check::name)
        .findFirst()
        .orElse(null);
  }

  private static List<Constraint.Check> checks(Moment moment, Name table) {
    return moment.schema().table(table).map(Table::constraints).orElse(List.of()).stream()
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast)
        .filter(check -> check.validated() && check.enforced())
        .toList();
  }

  private boolean above(Conjunct c) {
    return switch (c.operator()) {
      case GREATER, GREATER_OR_EQUAL, EQUAL, IN ->
          c.values().stream().allMatch(value -> atLeast(value, from));
      default -> false;
    };
  }

  private boolean below(Conjunct c) {
    return switch (c.operator()) {
      case LESS -> atLeast(to, c.values().get(0));
      case LESS_OR_EQUAL, EQUAL, IN -> c.values().stream().allMatch(value -> less(value, to));
      default -> false;
    };
  }

  private boolean beyond(Conjunct c) {
    boolean greater = c.operator() == Operator.GREATER || c.operator() == Operator.GREATER_OR_EQUAL;
    return greater && !unbounded(to) && atLeast(c.values().get(0), to);
  }

  private boolean before(Conjunct c) {
    String value = c.values().get(0);
    return !unbounded(from)
        && (c.operator() == Operator.LESS && atLeast(from, value)
            || c.operator() == Operator.LESS_OR_EQUAL && less(value, from));
  }

  private boolean listed(Conjunct c) {
    boolean enumerates = c.operator() == Operator.EQUAL || c.operator() == Operator.IN;
    return enumerates && c.values().stream().allMatch(v -> values.stream().anyMatch(v::equals));
  }

  private static boolean unbounded(String bound) {
    return bound.equalsIgnoreCase("minvalue") || bound.equalsIgnoreCase("maxvalue");
  }

  private static boolean atLeast(String value, String bound) {
    Integer order = compare(value, bound);
    return order != null && order >= 0;
  }

  private static boolean less(String value, String bound) {
    Integer order = compare(value, bound);
    return order != null && order < 0;
  }

  /** Null when the order is not known: only numbers and ISO dates are surely ordered alike. */
  private static Integer compare(String one, String other) {
    String left = literal(one);
    String right = literal(other);
    if (left.equals(right)) {
      return 0;
    }
    if (isDate(left) && isDate(right)) {
      return left.compareTo(right);
    }
    try {
      return one.startsWith("'") || other.startsWith("'")
          ? null
          : Integer.valueOf(new BigDecimal(left).compareTo(new BigDecimal(right)));
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static String literal(String written) {
    int cast = written.indexOf("::");
    String value = (cast < 0 ? written : written.substring(0, cast)).strip();
    int open = value.indexOf('\'');
    int close = value.lastIndexOf('\'');
    String inside = open >= 0 && close > open ? value.substring(open + 1, close) : value;
    return inside.endsWith(" 00:00:00") ? inside.substring(0, inside.length() - 9) : inside;
  }

  private static boolean isDate(String text) {
    return text.length() == 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.chars().filter(Character::isDigit).count() == 8;
  }
}
