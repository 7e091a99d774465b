package dev.concertina.alembic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names as SQLAlchemy writes them for PostgreSQL: in quotes only where it thinks it must. */
final class Names {

  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric both case cast check"
                  + " collate column constraint create current_catalog current_date current_role"
                  + " current_time current_timestamp current_user default deferrable desc distinct"
                  + " do else end except false fetch for foreign from grant group having in"
                  + " initially intersect into leading limit localtime localtimestamp new not null"
                  + " of off offset old on only or order placing primary references returning select"
                  + " session_user some symmetric table then to trailing true union unique user"
                  + " using variadic when where window with authorization between binary cross"
                  + " current_schema freeze full ilike inner is isnull join left like natural"
                  + " notnull outer over overlaps right similar verbose")
              .split(" "));

  private Names() {}

  static String quote(String name) {
    boolean plain =
        !name.isEmpty()
            && !isDigit(name.charAt(0))
            && name.charAt(0) != '$'
            && name.chars().allMatch(Names::isPlain)
            && !RESERVED.contains(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * @param schema null for that of the connection; one with a dot in it is two names
   */
  static String table(String schema, String name) {
    return schema == null || schema.isEmpty()
        ? quote(name)
        : Arrays.stream(schema.split("\\.")).map(Names::quote).collect(Collectors.joining("."))
            + "."
            + quote(name);
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name that SQLAlchemy makes is cut to what PostgreSQL can hold. */
  static String index(String schema, String table, String column) {
    String name = "ix_" + (schema == null ? "" : schema + "_") + table + "_" + column;
    return name.toLowerCase(Locale.ROOT).length() <= 63 ? name : name.substring(0, 55);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || isDigit(c) || c == '_' || c == '$';
  }
}
