package dev.concertina.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a real server did while it executed one case: a line of {@code measured/postgresql-N.tsv}.
 *
 * @param status {@code ok}, {@code ERROR …}, or {@code SETUP-ERROR …} when the case can't be had
 * @param tables the strongest lock on each table
 * @param indexes the strongest lock on each index
 * @param files tables that got another file
 * @param scans tables that were read from end to end
 * @param builds tables of which an index was built
 * @param sampled whether locks were sampled from a second session: then some may be missing
 */
record Measured(
    String name,
    String status,
    Map<String, Lock> tables,
    Map<String, Lock> indexes,
    Set<String> files,
    Set<String> scans,
    Set<String> builds,
    boolean sampled) {

  private static final Map<String, Lock> MODES =
      Map.of(
          "AS", Lock.ACCESS_SHARE,
          "RS", Lock.ROW_SHARE,
          "RX", Lock.ROW_EXCLUSIVE,
          "SUX", Lock.SHARE_UPDATE_EXCLUSIVE,
          "S", Lock.SHARE,
          "SRX", Lock.SHARE_ROW_EXCLUSIVE,
          "X", Lock.EXCLUSIVE,
          "AX", Lock.ACCESS_EXCLUSIVE);

  static Measured parse(String line) {
    String[] fields = Arrays.copyOf(line.split("\t", -1), 6);
    Map<String, Lock> tables = new TreeMap<>();
    Map<String, Lock> indexes = new TreeMap<>();
    for (String held : words(fields[2], " ")) {
      int colon = held.lastIndexOf(':');
      if (colon > 0 && !held.startsWith("#")) {
        String relation = held.substring(0, colon);
        boolean index = relation.endsWith("(ix)");
        (index ? indexes : tables)
            .merge(
                relation.replace("(ix)", ""),
                MODES.get(held.substring(colon + 1)),
                (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }
    Set<String> files = new TreeSet<>();
    for (String file : words(fields[3], ",")) {
      if (!file.endsWith("(ix)") && !file.startsWith("+")) {
        files.add(file);
      }
    }
    Set<String> scans = new TreeSet<>();
    for (String scan : words(fields[4], ",")) {
      scans.add(scan.substring(0, scan.lastIndexOf('x')));
    }
    String messages = fields[5] == null ? "" : fields[5];
    return new Measured(
        fields[0],
        fields[1],
        tables,
        indexes,
        files,
        scans,
        builds(messages),
        messages.contains("[sampled"));
  }

  private static Set<String> words(String field, String separator) {
    Set<String> words = new TreeSet<>(Arrays.asList(field.strip().split(separator)));
    words.remove("");
    return words;
  }

  /** From the server's message {@code building index "t_pkey" on table "t" serially}. */
  private static Set<String> builds(String messages) {
    Set<String> builds = new TreeSet<>();
    for (String message : messages.split(";")) {
      String[] parts = message.strip().split("\"");
      if (message.strip().startsWith("building index") && parts.length > 3) {
        builds.add(parts[3]);
      }
    }
    return builds;
  }
}
