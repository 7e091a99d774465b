package dev.concertina.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The relations of a database at one moment, without those of the system. */
final class Relations {

  private static final String QUERY =
      """
      SELECT c.oid, CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname,
        c.oid::regclass, c.relkind, pg_relation_filenode(c.oid),
        pg_stat_get_xact_tuples_returned(c.oid)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      """;

  /**
   * A relation.
   *
   * @param name with its schema unless that is the default one
   * @param sql the name in SQL
   * @param kind {@code pg_class.relkind}
   * @param file the number of its file, or null when it has none
   * @param read the rows that the asking session's scans have returned so far
   */
  record Relation(String oid, String name, String sql, char kind, String file, long read) {

    boolean index() {
      return kind == 'i' || kind == 'I';
    }

    boolean sequence() {
      return kind == 'S';
    }
  }

  private final Map<String, Relation> byOid = new HashMap<>();

  /** Asks a session, which counts its own scans. */
  Relations(Client client) {
    for (List<String> row : client.rows(QUERY)) {
      Relation relation =
          new Relation(
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3).charAt(0),
              row.get(4),
              Long.parseLong(row.get(5)));
      byOid.put(relation.oid(), relation);
    }
  }

  Iterable<Relation> all() {
    return byOid.values();
  }

  /** The relation with that number, or null. */
  Relation get(String oid) {
    return byOid.get(oid);
  }

  /** The relation with that name in whatever schema, or null. */
  Relation named(String local) {
    return byOid.values().stream()
        .filter(r -> r.name().equals(local) || r.name().endsWith("." + local))
        .findFirst()
        .orElse(null);
  }
}
