package dev.concertina.schema;

import java.util.Locale;
import java.util.Set;

/**
 * What it costs to give a column another type. Source: {@code ATColumnChangeRequiresRewrite} in
 * PostgreSQL's {@code tablecmds.c} and the casts of its catalogue; every pair is measured.
 *
 * @param cost what has to be done
 * @param reason why, as a clause for the message
 */
public record TypeChange(Cost cost, String reason) {

  /** What has to be done, cheapest first. */
  public enum Cost {
    FREE,
    INDEX_REBUILD,
    REWRITE
  }

  private static final Set<String> PRECISE =
      Set.of("time", "timetz", "timestamp", "timestamptz", "interval");
  private static final int FINEST = 6;

  /** Names under which a session's TimeZone is UTC; folded. */
  private static final Set<String> UTC =
      Set.of("utc", "gmt", "etc/utc", "etc/gmt", "uct", "etc/uct", "zulu", "universal", "0", "+0");

  /**
   * Compares two types.
   *
   * @param from the type that the column has, or null when it is not known
   * @param moment for the domains, the session's TimeZone and the version
   */
  static TypeChange of(DataType from, DataType to, Moment moment) {
    if (from == null) {
      return new TypeChange(Cost.REWRITE, "the old type is not known, so a rewrite is assumed");
    }
    if (from.equals(to)) {
      return new TypeChange(Cost.FREE, "the type stays " + to);
    }
    Domain newDomain = domain(to, moment);
    if (newDomain != null && newDomain.constrained()) {
      return new TypeChange(Cost.REWRITE, "the domain " + to + " has a constraint");
    }
    Domain oldDomain = domain(from, moment);
    // The length of a domain's base type does not count as the column's: measured.
    DataType old = oldDomain == null ? from : DataType.of(oldDomain.base().name());
    Cost cost = cost(old, newDomain == null ? to : newDomain.base(), moment);
    return new TypeChange(cost, reason(from, to, cost));
  }

  private static Domain domain(DataType type, Moment moment) {
    Name name = Name.parse(type.name());
    return type.dimensions() > 0 ? null : moment.schema().domain(name).orElse(null);
  }

  private static String reason(DataType from, DataType to, Cost cost) {
    String change = from + " to " + to;
    boolean zone = from.name().startsWith("timestamp") && to.name().startsWith("timestamp");
    if (cost == Cost.REWRITE && zone && !from.name().equals(to.name())) {
      return change + " is free only while the session's TimeZone is set to UTC";
    }
    if (cost == Cost.REWRITE && from.dimensions() + to.dimensions() > 0) {
      return change + " converts every element";
    }
    return switch (cost) {
      case FREE -> change + " is free";
      case INDEX_REBUILD -> change + " keeps the rows and rebuilds indexes";
      case REWRITE -> change + " writes every row again";
    };
  }

  private static Cost cost(DataType from, DataType to, Moment moment) {
    if (from.equals(to)) {
      return Cost.FREE;
    }
    if (from.dimensions() > 0 || to.dimensions() > 0) {
      return Cost.REWRITE;
    }
    return from.name().equals(to.name()) ? sameName(from, to) : otherName(from, to, moment);
  }

  private static Cost sameName(DataType from, DataType to) {
    String name = to.name();
    if (PRECISE.contains(name)) {
      return free(precision(to) >= precision(from));
    }
    return switch (name) {
      case "varchar", "varbit" -> free(to.modifiers().isEmpty() || fits(from, to));
      case "char" -> free(to.modifiers().isEmpty());
      case "numeric" -> free(to.modifiers().isEmpty() || numericFits(from, to));
      default -> Cost.REWRITE;
    };
  }

  private static Cost otherName(DataType from, DataType to, Moment moment) {
    boolean unlimited = to.modifiers().isEmpty();
    return switch (from.name() + ">" + to.name()) {
      case "varchar>text", "cidr>inet" -> Cost.FREE;
      case "text>varchar", "xml>text", "xml>varchar" -> free(unlimited);
      case "text>char",
          "varchar>char",
          "text>citext",
          "varchar>citext",
          "citext>text",
          "citext>varchar",
          "citext>char",
          "bit>varbit" ->
          unlimited ? Cost.INDEX_REBUILD : Cost.REWRITE;
      case "integer>oid", "oid>integer" -> Cost.INDEX_REBUILD;
      case "timestamp>timestamptz", "timestamptz>timestamp" ->
          moment.version() >= 12 && utc(moment.session()) && precision(to) == FINEST
              ? Cost.INDEX_REBUILD
              : Cost.REWRITE;
      default -> Cost.REWRITE;
    };
  }

  private static boolean utc(Session session) {
    String zone = session.variable("timezone");
    return zone != null && UTC.contains(zone.toLowerCase(Locale.ROOT));
  }

  private static Cost free(boolean free) {
    return free ? Cost.FREE : Cost.REWRITE;
  }

  private static boolean fits(DataType from, DataType to) {
    return !from.modifiers().isEmpty() && from.modifiers().get(0) <= to.modifiers().get(0);
  }

  private static boolean numericFits(DataType from, DataType to) {
    return fits(from, to) && scale(from) == scale(to);
  }

  private static int scale(DataType numeric) {
    return numeric.modifiers().size() > 1 ? numeric.modifiers().get(1) : 0;
  }

  private static int precision(DataType type) {
    return type.modifiers().isEmpty() ? FINEST : type.modifiers().get(0);
  }
}
