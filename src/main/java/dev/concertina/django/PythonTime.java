package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.Map;

/** Dates and spans of Python's {@code datetime} as SQL. */
final class PythonTime {

  /** What the arguments of {@code timedelta} are in seconds. */
  private static final Map<String, Long> SECONDS =
      Map.of("days", 86_400L, "seconds", 1L, "minutes", 60L, "hours", 3_600L, "weeks", 604_800L);

  private PythonTime() {}

  /** The literal, or null when it is not written in whole numbers. */
  static String literal(FieldKind kind, Value.Call call) {
    return switch (kind) {
      case DATE -> date(call) == null ? null : "'" + date(call) + "'::date";
      case DATE_TIME -> moment(call);
      case DURATION -> call.shortName().equals("timedelta") ? interval(call) : null;
      default -> null;
    };
  }

  private static String date(Value.Call call) {
    Long year = number(call.argument("year", 0));
    Long month = number(call.argument("month", 1));
    Long day = number(call.argument("day", 2));
    return year == null || month == null || day == null
        ? null
        : "%04d-%02d-%02d".formatted(year, month, day);
  }

  private static String moment(Value.Call call) {
    if (date(call) == null) {
      return null;
    }
    return "'%sT%02d:%02d:%02d+00:00'::timestamptz"
        .formatted(
            date(call), part(call, "hour", 3), part(call, "minute", 4), part(call, "second", 5));
  }

  private static long part(Value.Call call, String name, int position) {
    Long number = number(call.argument(name, position));
    return number == null ? 0 : number;
  }

  private static String interval(Value.Call call) {
    long seconds = call.arguments().isEmpty() ? 0 : 86_400 * part(call, "", 0);
    for (Map.Entry<String, Value> argument : call.named().entrySet()) {
      Long number = number(argument.getValue());
      Long unit = SECONDS.get(argument.getKey());
      if (number == null || unit == null) {
        return null;
      }
      seconds += number * unit;
    }
    return "'%d days %d.000000 seconds'::interval"
        .formatted(Math.floorDiv(seconds, 86_400L), Math.floorMod(seconds, 86_400L));
  }

  private static Long number(Value value) {
    boolean whole =
        value instanceof Value.Number number
            && number.digits().length() < 10
            && number.digits().chars().allMatch(c -> c == '-' || Character.isDigit(c));
    return whole ? Long.valueOf(((Value.Number) value).digits()) : null;
  }
}
