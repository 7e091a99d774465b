package dev.concertina.rule;

import dev.concertina.schema.Name;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * How big tables are, as far as maintainers say so. A table of which they say nothing is big: that
 * a change of it would be instant can't be known.
 *
 * @param large those that are big whatever else is said
 * @param small those that are small enough for anything
 * @param measured what a file of statistics says, by name
 */
public record TableSizes(
    Predicate<Name> large, Predicate<Name> small, Map<Name, Measured> measured) {

  /** Reading or writing all of so much takes a moment at most. */
  private static final long SMALL_ROWS = 10_000;

  private static final long SMALL_BYTES = 10L << 20;

  /** Of a table with several indexes, on a server that has other work, too. */
  static final long ROWS_A_SECOND = 10_000;

  /** Nobody says anything. */
  public static final TableSizes UNKNOWN = new TableSizes(n -> false, n -> false, Map.of());

  /**
   * What was measured of a table.
   *
   * @param rows about how many there are; -1 when that is not known
   * @param bytes with its indexes; -1 when that is not known
   */
  public record Measured(long rows, long bytes) {
    private boolean small() {
      boolean known = rows >= 0 || bytes >= 0;
      return known && rows <= SMALL_ROWS && bytes <= SMALL_BYTES;
    }

    private String said() {
      String count = rows < 0 ? "" : "about " + String.format(Locale.ROOT, "%,d", rows) + " rows";
      String size = bytes < 0 ? "" : amount(bytes);
      return count.isEmpty() || size.isEmpty() ? count + size : count + ", " + size;
    }

    private static String amount(long bytes) {
      long megabytes = bytes >> 20;
      return megabytes >= 10_240 ? (megabytes >> 10) + " GB" : megabytes + " MB";
    }
  }

  /**
   * How many seconds a change of all its rows may take; empty when nobody says how many there are.
   */
  OptionalLong seconds(Name table) {
    Measured known = measured.get(table);
    return known == null || known.rows() < 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.ceilDiv(known.rows(), ROWS_A_SECOND));
  }

  /** Whether all of the table may be read and written at once. */
  boolean isSmall(Name table) {
    if (large.test(table)) {
      return false;
    }
    Measured known = measured.get(table);
    return small.test(table) || known != null && known.small();
  }

  /** Whether maintainers call it large. */
  boolean isLarge(Name table) {
    return large.test(table);
  }

  /** The size in words, or null when nobody says how big it is. */
  String said(Name table) {
    Measured known = measured.get(table);
    return known == null || known.said().isEmpty() ? null : known.said();
  }
}
