package dev.concertina.sql;

import dev.concertina.schema.Expression.Detail;
import dev.concertina.schema.Name;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads what an expression reads and calls from its tokens alone, which needs no stack and no
 * parser to be loaded. Whatever it does not know for certain (sub-selects, windows, functions with
 * a grammar of their own) it leaves to the parser.
 */
final class ExpressionScan {

  /** Functions that are called without parentheses. */
  static final Set<String> NILADIC =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "session_user",
          "user",
          "current_role",
          "current_catalog",
          "current_schema",
          "system_user");

  /** Reserved words that are none of the syntax that is read here. */
  private static final Set<String> BEYOND =
      Set.of(
          "select",
          "with",
          "from",
          "for",
          "over",
          "filter",
          "within",
          "exists",
          "order",
          "group",
          "having",
          "where",
          "limit",
          "union",
          "intersect",
          "except",
          "both",
          "leading",
          "trailing",
          "placing",
          "using",
          "on",
          "into",
          "window",
          "distinct",
          "default",
          "variadic",
          "overlaps",
          "values",
          "create",
          "returning",
          "asc",
          "desc",
          "fetch",
          "offset",
          "as");

  private final Cursor c;
  private final Set<String> columns = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private boolean constant = true;
  private boolean operand;
  private int depth;

  private ExpressionScan(Cursor cursor) {
    c = cursor;
  }

  /** The detail, or null when the parser has to be asked. */
  static Detail read(Cursor cursor) {
    ExpressionScan scan = new ExpressionScan(cursor.fork());
    try {
      return scan.all() ? scan.detail(cursor) : null;
    } catch (UnreadableException unreadable) {
      return null;
    }
  }

  private Detail detail(Cursor whole) {
    boolean fixed = constant && columns.isEmpty() && functions.isEmpty();
    boolean isNull = fixed && isNull(whole.fork());
    return new Detail(true, fixed, isNull, columns, functions, ConjunctReader.read(whole.fork()));
  }

  private static boolean isNull(Cursor c) {
    while (c.acceptSymbol("(")) {
      // Parentheses around it do not matter.
    }
    boolean isNull = c.accept("null");
    while (isNull && !c.done()) {
      if (c.acceptSymbol("::")) {
        TypeReader.read(c);
      } else {
        isNull = c.acceptSymbol(")");
      }
    }
    return isNull;
  }

  private boolean all() {
    while (!c.done()) {
      if (!one()) {
        return false;
      }
    }
    return operand && depth == 0;
  }

  private boolean one() {
    switch (c.kind()) {
      case STRING, NUMBER, DOLLAR_STRING -> {
        return operand(1);
      }
      case PLACEHOLDER -> {
        constant = false;
        return c.tokens().text(c.at()).charAt(1) != '{'
            && c.tokens().text(c.at()).charAt(0) == '$'
            && operand(1);
      }
      case OPERATOR -> {
        return operator();
      }
      case LEFT -> {
        boolean subscripts = c.isSymbol("[");
        boolean fits = subscripts == operand || subscripts && c.tokens().is(c.at() - 1, "array");
        depth++;
        return fits && syntax(1, false);
      }
      case RIGHT -> {
        return depth-- > 0 && closing();
      }
      case COMMA -> {
        return syntax(1, false);
      }
      case QUOTED -> {
        return name();
      }
      case WORD -> {
        return word();
      }
      default -> {
        return false;
      }
    }
  }

  /** Steps over what is an operand: two of them side by side are no expression. */
  private boolean operand(int tokens) {
    boolean fits = !operand;
    operand = true;
    c.moveTo(c.at() + tokens);
    return fits;
  }

  private boolean syntax(int tokens, boolean operandAfter) {
    operand = operandAfter;
    c.moveTo(c.at() + tokens);
    return true;
  }

  private boolean operator() {
    if (c.acceptSymbol("::")) {
      TypeReader.read(c);
      return operand;
    }
    return syntax(1, false);
  }

  private boolean closing() {
    syntax(1, true);
    if (c.is(TokenKind.DOT)) {
      c.skip();
      c.identifier();
    }
    return true;
  }

  private boolean word() {
    String word = c.word();
    if (NILADIC.contains(word) && c.kind(1) != TokenKind.DOT) {
      functions.add(word);
      boolean fits = operand(1);
      if (c.isSymbol("(")) {
        c.group();
      }
      return fits;
    }
    switch (word) {
      case "null", "true", "false" -> {
        return operand(1);
      }
      case "and",
          "or",
          "not",
          "in",
          "between",
          "symmetric",
          "like",
          "ilike",
          "similar",
          "to",
          "escape",
          "any",
          "some",
          "all",
          "array",
          "row",
          "case",
          "when",
          "then",
          "else" -> {
        return syntax(1, false);
      }
      case "cast" -> {
        return cast();
      }
      case "end", "isnull", "notnull" -> {
        return syntax(1, true);
      }
      case "is" -> {
        return is();
      }
      case "collate" -> {
        c.skip();
        c.name();
        return operand;
      }
      case "at" -> {
        return c.accept("at", "time", "zone") ? syntax(0, false) : c.accept("at", "local");
      }
      default -> {
        return !BEYOND.contains(word) && (typedLiteral() || name());
      }
    }
  }

  /** {@code CAST (x AS type)}: the type is looked at here, the value in the loop. */
  private boolean cast() {
    Cursor group = c.fork();
    group.skip();
    Cursor inside = group.group();
    int from = inside.at();
    if (!inside.skipTo("as")) {
      return false;
    }
    int to = inside.at();
    inside.skip();
    TypeReader.read(inside);
    ExpressionScan value = new ExpressionScan(c.range(from, to));
    // A CAST in a CAST in a CAST … must not cost a stack frame each.
    boolean nested = false;
    for (int i = from; i < to; i++) {
      nested |= c.tokens().is(i, "cast");
    }
    if (nested || !inside.done() || !value.all()) {
      return false;
    }
    columns.addAll(value.columns);
    functions.addAll(value.functions);
    constant &= value.constant;
    boolean fits = !operand;
    operand = true;
    c.moveTo(group.at());
    return fits;
  }

  private boolean is() {
    c.skip();
    c.accept("not");
    if (c.accept("distinct", "from")) {
      return syntax(0, false);
    }
    return c.acceptAny("null", "true", "false", "unknown") && syntax(0, true);
  }

  private boolean typedLiteral() {
    if (c.kind(1) != TokenKind.STRING) {
      return false;
    }
    boolean interval = c.is("interval");
    boolean fits = operand(2);
    while (interval && c.isAny("year", "month", "day", "hour", "minute", "second", "to")) {
      c.skip();
    }
    return fits;
  }

  private boolean name() {
    if (operand) {
      return false;
    }
    Name name = c.name();
    if (c.is(TokenKind.DOT)) {
      return false;
    }
    if (c.isSymbol("(")) {
      boolean builtIn = name.schema().equals("pg_catalog");
      functions.add(builtIn ? name.local() : name.toString());
      return syntax(1, false);
    }
    if (c.isSymbol("=>") || c.isSymbol(":=")) {
      return syntax(1, false);
    }
    columns.add(name.local());
    operand = true;
    return true;
  }
}
