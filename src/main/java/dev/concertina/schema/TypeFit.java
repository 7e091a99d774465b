package dev.concertina.schema;

import java.util.List;
import java.util.Set;

/** How a column's new type suits a release that was written for the old one. */
public enum TypeFit {
  /** Nothing changes. */
  SAME,
  /** Every reader and writer of the old type goes on working. */
  WIDENS,
  /** They do, until a value no longer fits a reader's variable: int to bigint. */
  OUTGROWS,
  /** Values that the running version writes are rejected. */
  NARROWS,
  /** Reads or writes can fail. */
  CHANGES;

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
  private static final Set<String> CHARACTERS = Set.of("varchar", "text", "citext");
  private static final Set<String> SCALED =
      Set.of("time", "timetz", "timestamp", "timestamptz", "interval");

  /** Compares two types; a type of the user's own fits only itself. */
  public static TypeFit of(DataType from, DataType to) {
    if (from.equals(to)) {
      return SAME;
    }
    if (from.dimensions() != to.dimensions()) {
      return CHANGES;
    }
    if (INTEGERS.contains(from.name()) && INTEGERS.contains(to.name())) {
      return INTEGERS.indexOf(to.name()) > INTEGERS.indexOf(from.name()) ? OUTGROWS : NARROWS;
    }
    if (CHARACTERS.contains(from.name()) && CHARACTERS.contains(to.name())) {
      return length(from, to);
    }
    if (from.name().equals("char") && CHARACTERS.contains(to.name())) {
      return CHANGES;
    }
    if (from.name().equals("numeric") && to.name().equals("numeric")) {
      return numeric(from, to);
    }
    if (from.name().equals(to.name())) {
      return SCALED.contains(from.name()) ? precision(from, to) : length(from, to);
    }
    if (from.name().equals("cidr") && to.name().equals("inet")
        || from.name().equals("bit") && to.name().equals("varbit")
        || from.name().equals("real") && to.name().equals("double precision")) {
      return WIDENS;
    }
    return to.name().equals("real") && from.name().equals("double precision") ? NARROWS : CHANGES;
  }

  private static TypeFit length(DataType from, DataType to) {
    if (to.modifiers().isEmpty()) {
      return WIDENS;
    }
    boolean shorter = from.modifiers().isEmpty() || from.modifiers().get(0) > to.modifiers().get(0);
    return shorter ? NARROWS : WIDENS;
  }

  private static TypeFit precision(DataType from, DataType to) {
    int before = from.modifiers().isEmpty() ? 6 : from.modifiers().get(0);
    int after = to.modifiers().isEmpty() ? 6 : to.modifiers().get(0);
    return after < before ? NARROWS : WIDENS;
  }

  private static TypeFit numeric(DataType from, DataType to) {
    if (to.modifiers().isEmpty()) {
      return WIDENS;
    }
    if (from.modifiers().isEmpty()) {
      return NARROWS;
    }
    int scaleBefore = from.modifiers().size() > 1 ? from.modifiers().get(1) : 0;
    int scaleAfter = to.modifiers().size() > 1 ? to.modifiers().get(1) : 0;
    int whole = to.modifiers().get(0) - scaleAfter - (from.modifiers().get(0) - scaleBefore);
    return whole < 0 || scaleAfter < scaleBefore ? NARROWS : WIDENS;
  }
}
