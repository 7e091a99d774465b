package dev.concertina.rails;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a default as Active Record does: as a literal of the column's type.
 *
 * @param type of the column, as Rails calls it; empty when it is not known
 * @param array whether the column holds several
 */
record DefaultValue(String type, boolean array) {

  static final DefaultValue ANY = new DefaultValue("", false);

  private static final Set<String> TEXTS = Set.of("string", "text", "citext");
  private static final Set<String> NUMBERS =
      Set.of("integer", "bigint", "decimal", "numeric", "float");
  private static final Set<String> FALSE =
      Set.of("0", "f", "F", "false", "FALSE", "off", "OFF", "n", "N", "no");

  String sql(Value value) {
    return switch (value) {
      case Value.Call call when call.name().equals("->") -> lambda(call);
      case Value.Nothing none -> "NULL";
      case Value.Many many when array -> Names.literal(array(many));
      case Value.Many many -> Names.literal(json(many));
      case Value.Mapping mapping -> Names.literal(json(mapping));
      case Value.Text text -> text(text.text());
      case Value.Number number -> number(number.digits());
      case Value.Flag flag -> flag(flag.on());
      // Whatever it is, it goes to the database as one constant.
      case Value.Name name -> Names.literal(name.name());
      case Value.Call call -> Names.literal(call.name());
      case Value.Unknown unknown -> Names.literal(unknown.source());
      case Value.Own own -> Names.literal("");
    };
  }

  private static String lambda(Value.Call call) {
    String sql = call.arguments().isEmpty() ? null : call.arguments().get(0).text();
    if (sql == null) {
      throw new UnreadException("the SQL of a default is built at run time");
    }
    return sql;
  }

  private String text(String text) {
    if (type.equals("boolean")) {
      return text.isEmpty() ? "NULL" : flag(!FALSE.contains(text));
    } else if (type.equals("uuid") && text.contains("()")) {
      return text;
    } else if (NUMBERS.contains(type) && isNumber(text)) {
      return number(text);
    }
    return Names.literal(isJson() ? quoted(text) : text);
  }

  private boolean isJson() {
    return type.equals("json") || type.equals("jsonb");
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> "0123456789.-".indexOf(c) >= 0);
  }

  private String number(String digits) {
    if (TEXTS.contains(type) || isJson()) {
      return Names.literal(digits);
    } else if (type.equals("boolean")) {
      return flag(!digits.equals("0"));
    }
    boolean whole = digits.indexOf('.') < 0;
    return switch (type) {
      case "integer", "bigint" -> whole ? digits : digits.substring(0, digits.indexOf('.'));
      case "decimal", "numeric", "float" -> whole ? digits + ".0" : digits;
      default -> digits;
    };
  }

  private String flag(boolean on) {
    if (isJson()) {
      return Names.literal(String.valueOf(on));
    } else if (NUMBERS.contains(type)) {
      return on ? "1" : "0";
    }
    return TEXTS.contains(type)
        ? Names.literal(on ? "t" : "f")
        : String.valueOf(on).toUpperCase(Locale.ROOT);
  }

  /** As PostgreSQL writes an array. */
  private static String array(Value.Many many) {
    return many.items().stream()
        .map(item -> item instanceof Value.Many inner ? array(inner) : element(item))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(Value item) {
    if (item.isNull()) {
      return "NULL";
    }
    String text = item instanceof Value.Flag flag ? (flag.on() ? "t" : "f") : Arguments.text(item);
    boolean plain =
        !text.isEmpty()
            && !text.equalsIgnoreCase("null")
            && text.chars().noneMatch(c -> "{},\"\\ \t\n".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String json(Value value) {
    return switch (value) {
      case Value.Mapping mapping ->
          mapping.entries().stream()
              .map(e -> quoted(Arguments.text(e.getKey())) + ":" + json(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Value.Many many ->
          many.items().stream().map(DefaultValue::json).collect(Collectors.joining(",", "[", "]"));
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing none -> "null";
      default -> quoted(Arguments.text(value));
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
