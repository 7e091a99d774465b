package dev.concertina.liquibase;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How Liquibase writes names for PostgreSQL: bare where it can, by the strategy of a change set.
 */
enum Identifiers {
  /** Also quotes what has letters of both cases. */
  LEGACY,
  QUOTE_ONLY_RESERVED_WORDS,
  QUOTE_ALL_OBJECTS;

  private static final Set<String> RESERVED =
      Set.of(
          ("ALL ANALYSE ANALYZE AND ANY ARRAY AS ASC ASYMMETRIC AUTHORIZATION BINARY BOTH CASE CAST"
                  + " CHECK COLLATE COLLATION COLUMN CONCURRENTLY CONSTRAINT CREATE CROSS"
                  + " CURRENT_CATALOG CURRENT_DATE CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME"
                  + " CURRENT_TIMESTAMP CURRENT_USER DEFAULT DEFERRABLE DESC DISTINCT DO ELSE END"
                  + " EXCEPT FALSE FETCH FOR FOREIGN FREEZE FROM FULL GRANT GROUP HAVING ILIKE IN"
                  + " INITIALLY INNER INTERSECT INTO IS ISNULL JOIN LATERAL LEADING LEFT LIKE LIMIT"
                  + " LOCALTIME LOCALTIMESTAMP NATURAL NOT NOTNULL NULL OFFSET ON ONLY OR ORDER"
                  + " OUTER OVERLAPS PLACING PRIMARY REFERENCES RETURNING RIGHT SELECT SESSION_USER"
                  + " SIMILAR SOME SYMMETRIC TABLE TABLESAMPLE THEN TO TRAILING TRUE UNION UNIQUE"
                  + " USER USING VARIADIC VERBOSE WHEN WHERE WINDOW WITH")
              .split(" "));

  private static final int LONGEST_KEY = 58;

  /** The strategy that a change set names; Liquibase's own where it names none. */
  static Identifiers of(String named) {
    for (Identifiers strategy : values()) {
      if (strategy.name().equalsIgnoreCase(named)) {
        return strategy;
      }
    }
    return LEGACY;
  }

  /** A name of a table, column, index or constraint. */
  String name(String name) {
    String bare = name == null ? "" : name;
    if (this == QUOTE_ALL_OBJECTS || this == LEGACY && mixed(bare) || awkward(bare)) {
      return "\"" + bare.replace("\"", "\"\"") + "\"";
    }
    return bare.strip();
  }

  /** A name in a schema, where one is given. */
  String in(String schema, String name) {
    return schema == null ? name(name) : name(schema.strip()) + "." + name(name);
  }

  /** A list of names with commas between. */
  String names(String list) {
    return String.join(", ", split(list).stream().map(this::name).toList());
  }

  /** The names in a list, which may say in what order they are to be sorted. */
  static List<String> split(String list) {
    List<String> names = new ArrayList<>();
    for (String name : (list == null ? "" : list).split(",")) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }

  /** The name that a primary key without one gets. */
  String keyOf(String table) {
    if (table == null) {
      // Liquibase refuses such a change set; what is made of it is no SQL either.
      return "";
    }
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_KEY) {
      return name(table + "_pkey");
    }
    // Its last character may have been cut in two.
    String base = new String(bytes, 0, LONGEST_KEY, StandardCharsets.UTF_8);
    return name(base.substring(0, base.length() - 1) + "_pkey");
  }

  private static boolean mixed(String name) {
    return !name.equals(name.toUpperCase(Locale.ROOT))
        && !name.equals(name.toLowerCase(Locale.ROOT));
  }

  private static boolean awkward(String name) {
    boolean digit = !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
    return digit
        || RESERVED.contains(name.toUpperCase(Locale.ROOT))
        || !name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_'));
  }
}
