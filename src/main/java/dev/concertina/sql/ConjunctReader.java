package dev.concertina.sql;

import dev.concertina.schema.Expression.Conjunct;
import dev.concertina.schema.Expression.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts a condition at its ANDs and reads which column each part compares with what. */
final class ConjunctReader {

  private static final int MOST = 1000;

  /** One side of a comparison: a column, or a literal as it is written, or neither. */
  private record Operand(String column, String literal) {
    static final Operand OTHER = new Operand(null, null);
  }

  private ConjunctReader() {}

  static List<Conjunct> read(Cursor condition) {
    List<Conjunct> conjuncts = new ArrayList<>();
    Deque<Cursor> open = new ArrayDeque<>();
    open.push(condition);
    while (!open.isEmpty()) {
      Cursor part = unwrap(open.pop());
      List<Cursor> parts = conjuncts.size() < MOST ? cut(part) : List.of();
      if (parts.isEmpty()) {
        conjuncts.add(other(part.text(part.at(), part.limit())));
      } else if (parts.size() == 1) {
        add(part, conjuncts);
      } else {
        for (int i = parts.size() - 1; i >= 0; i--) {
          open.push(parts.get(i));
        }
      }
    }
    return conjuncts;
  }

  private static Cursor unwrap(Cursor part) {
    Cursor inner = part;
    // Each step looks at the whole part, so that deep nesting would cost the square of it.
    for (int i = 0; i < 20 && inner.isSymbol("("); i++) {
      Cursor ahead = inner.fork();
      Cursor group = ahead.group();
      if (!ahead.done() || group.done()) {
        return inner;
      }
      inner = group;
    }
    return inner;
  }

  private static Conjunct other(String text) {
    return new Conjunct(null, Operator.OTHER, List.of(), text);
  }

  /** The parts between the ANDs; none when an OR is above them. */
  private static List<Cursor> cut(Cursor condition) {
    Cursor c = condition.fork();
    List<Cursor> parts = new ArrayList<>();
    int from = c.at();
    int cases = 0;
    boolean between = false;
    while (!c.done()) {
      cases += c.is("case") ? 1 : c.is("end") ? -1 : 0;
      if (cases == 0 && c.is("or")) {
        return List.of();
      }
      boolean and = cases == 0 && c.is("and");
      if (and && !between) {
        parts.add(c.range(from, c.at()));
        from = c.at() + 1;
      }
      between = cases == 0 && (c.is("between") || between && !and);
      c.skipItem();
    }
    parts.add(c.range(from, c.limit()));
    return parts;
  }

  private static void add(Cursor part, List<Conjunct> conjuncts) {
    String text = part.text(part.at(), part.limit());
    Cursor c = part.fork();
    boolean negated = c.accept("not");
    if (negated) {
      c = unwrap(c);
    }
    try {
      Operand left = operand(c);
      if (nullTest(c, left, negated, text, conjuncts)
          || !negated && compares(c, left, text, conjuncts)) {
        return;
      }
    } catch (UnreadableException other) {
      // Then it is one of the many things that a condition can be.
    }
    conjuncts.add(other(text));
  }

  private static boolean nullTest(
      Cursor c, Operand left, boolean negated, String text, List<Conjunct> conjuncts) {
    if (left.column() == null) {
      return false;
    }
    boolean isNull = c.accept("is", "null") || c.accept("isnull");
    boolean notNull = !isNull && (c.accept("is", "not", "null") || c.accept("notnull"));
    if (!isNull && !notNull || !c.done()) {
      return false;
    }
    Operator operator = notNull ^ negated ? Operator.IS_NOT_NULL : Operator.IS_NULL;
    conjuncts.add(new Conjunct(left.column(), operator, List.of(), text));
    return true;
  }

  private static boolean compares(Cursor c, Operand left, String text, List<Conjunct> conjuncts) {
    if (c.done()) {
      boolean isTrue = "true".equalsIgnoreCase(left.literal());
      conjuncts.add(new Conjunct(null, isTrue ? Operator.TRUE : Operator.OTHER, List.of(), text));
      return true;
    }
    if (left.column() != null && c.accept("in")) {
      List<String> values = literals(c.group());
      conjuncts.add(new Conjunct(left.column(), Operator.IN, values, text));
      return c.done();
    }
    if (left.column() != null && c.accept("between")) {
      return between(c, left, text, conjuncts);
    }
    Operator operator = c.is(TokenKind.OPERATOR) ? operator(c.take()) : Operator.OTHER;
    if (operator == Operator.OTHER) {
      return false;
    }
    if (operator == Operator.EQUAL && left.column() != null && c.is("any")) {
      List<String> values = anyOf(c);
      conjuncts.add(new Conjunct(left.column(), Operator.IN, values, text));
      return true;
    }
    Operand right = operand(c);
    if (!c.done()) {
      right = Operand.OTHER;
      if (!computed(c)) {
        return false;
      }
    }
    boolean same = left.literal() != null && left.literal().equals(right.literal());
    if (same && operator == Operator.EQUAL) {
      conjuncts.add(new Conjunct(null, Operator.TRUE, List.of(), text));
    } else if (left.column() != null) {
      List<String> values = right.literal() == null ? List.of() : List.of(right.literal());
      conjuncts.add(new Conjunct(left.column(), operator, values, text));
    } else if (left.literal() != null && right.column() != null) {
      conjuncts.add(new Conjunct(right.column(), flip(operator), List.of(left.literal()), text));
    } else {
      return false;
    }
    return true;
  }

  /** Whether what is left belongs to the right side: {@code now() - interval '1 day'}. */
  private static boolean computed(Cursor c) {
    while (!c.done()) {
      boolean compares = c.is(TokenKind.OPERATOR) && operator(c.fork().take()) != Operator.OTHER;
      boolean asks =
          c.isAny(
              "is", "isnull", "notnull", "not", "in", "between", "like", "ilike", "similar", "or");
      if (compares || asks) {
        return false;
      }
      c.skipItem();
    }
    return true;
  }

  private static boolean between(Cursor c, Operand left, String text, List<Conjunct> conjuncts) {
    String low = operand(c).literal();
    c.expect("and");
    String high = operand(c).literal();
    if (low == null || high == null || !c.done()) {
      return false;
    }
    conjuncts.add(new Conjunct(left.column(), Operator.GREATER_OR_EQUAL, List.of(low), text));
    conjuncts.add(new Conjunct(left.column(), Operator.LESS_OR_EQUAL, List.of(high), text));
    return true;
  }

  /** {@code ANY (ARRAY['a', 'b'])}, which is how the database itself writes an IN. */
  private static List<String> anyOf(Cursor c) {
    c.expect("any");
    Cursor group = unwrap(c.group());
    while (group.isSymbol("(")) {
      group = group.group();
    }
    boolean array = group.accept("array");
    c.skipRest();
    return array ? literals(group.group()) : List.of();
  }

  private static List<String> literals(Cursor group) {
    List<String> values = new ArrayList<>();
    for (Cursor item : group.items()) {
      String literal = operand(item).literal();
      if (literal == null || !item.done()) {
        return List.of();
      }
      values.add(literal);
    }
    return values;
  }

  private static Operand operand(Cursor c) {
    Operand operand = Operand.OTHER;
    if (c.isSymbol("(")) {
      Cursor group = c.group();
      boolean plain = group.atIdentifier() && group.limit() - group.at() <= 5;
      operand = plain ? operand(group) : Operand.OTHER;
      operand = group.done() ? operand : Operand.OTHER;
    } else if (c.isAny("true", "false", "null")) {
      operand = new Operand(null, c.take());
    } else if (c.is(TokenKind.WORD) && c.kind(1) == TokenKind.STRING) {
      int from = c.at();
      c.moveTo(from + 2);
      operand = new Operand(null, c.text(from, c.at()));
    } else if (c.atIdentifier() && !c.isAny("case", "array", "row", "cast", "exists", "select")) {
      String column = c.name().local();
      if (c.isSymbol("(")) {
        c.group();
        column = null;
      }
      operand = new Operand(column, null);
    } else if (c.is(TokenKind.STRING) || c.is(TokenKind.NUMBER)) {
      operand = new Operand(null, c.take());
    } else if (c.acceptSymbol("-") && c.is(TokenKind.NUMBER)) {
      operand = new Operand(null, "-" + c.take());
    }
    while (c.acceptSymbol("::")) {
      TypeReader.read(c);
    }
    return operand;
  }

  private static Operator operator(String symbol) {
    return switch (symbol) {
      case "=" -> Operator.EQUAL;
      case "<" -> Operator.LESS;
      case "<=" -> Operator.LESS_OR_EQUAL;
      case ">" -> Operator.GREATER;
      case ">=" -> Operator.GREATER_OR_EQUAL;
      default -> Operator.OTHER;
    };
  }

  private static Operator flip(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER;
      case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case GREATER -> Operator.LESS;
      case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
      default -> operator;
    };
  }
}
