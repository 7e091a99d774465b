package dev.concertina.schema;

import java.util.Set;

/**
 * What ALTER COLUMN TYPE costs by the two types alone. Measured on PostgreSQL 13 to 18; see {@code
 * docs/postgresql-locks.md}.
 *
 * @param cost what has to be done
 * @param reason why, for the message
 */
record TypeChange(Cost cost, String reason) {

  enum Cost {
    FREE,
    REWRITE
  }

  private static final Set<String> STRINGS = Set.of("varchar", "text");
  private static final Set<String> PRECISE =
      Set.of("time", "timetz", "timestamp", "timestamptz", "interval");

  /**
   * @param timeZone the session's TimeZone where the migration sets it, else null
   */
  static TypeChange of(DataType from, DataType to, String timeZone) {
    String pair = from + " to " + to;
    if (from.equals(to)) {
      return new TypeChange(Cost.FREE, "the type stays " + to);
    }
    if (free(from, to)) {
      return new TypeChange(Cost.FREE, pair + " is free");
    }
    if (isZoneChange(from, to) && from.modifiers().equals(to.modifiers())) {
      return "utc".equalsIgnoreCase(timeZone)
          ? new TypeChange(Cost.FREE, pair + " is free while TimeZone is UTC")
          : new TypeChange(
              Cost.REWRITE, pair + " rewrites unless the session's TimeZone is UTC");
    }
    return new TypeChange(Cost.REWRITE, pair + " rewrites the table");
  }

  private static boolean isZoneChange(DataType from, DataType to) {
    return from.dimensions() == to.dimensions()
        && (from.name().equals("timestamp") && to.name().equals("timestamptz")
            || from.name().equals("timestamptz") && to.name().equals("timestamp"));
  }

  private static boolean free(DataType from, DataType to) {
    if (from.dimensions() != to.dimensions()) {
      return false;
    }
    if (STRINGS.contains(from.name()) && STRINGS.contains(to.name())
        || from.name().equals("varbit") && to.name().equals("varbit")) {
      return fits(from, to);
    }
    if (from.name().equals("numeric") && to.name().equals("numeric")) {
      return to.modifiers().isEmpty()
          || !from.modifiers().isEmpty()
              && scale(from) == scale(to)
              && from.modifiers().get(0) <= to.modifiers().get(0);
    }
    if (PRECISE.contains(from.name()) && from.name().equals(to.name())) {
      return precision(from) <= precision(to);
    }
    return from.name().equals("cidr") && to.name().equals("inet");
  }

  private static boolean fits(DataType from, DataType to) {
    return to.modifiers().isEmpty()
        || !from.modifiers().isEmpty() && from.modifiers().get(0) <= to.modifiers().get(0);
  }

  private static int scale(DataType type) {
    return type.modifiers().size() > 1 ? type.modifiers().get(1) : 0;
  }

  private static int precision(DataType type) {
    return type.modifiers().isEmpty() ? 6 : type.modifiers().get(0);
  }
}
