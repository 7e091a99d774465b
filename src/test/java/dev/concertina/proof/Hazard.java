package dev.concertina.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that makes others wait, and the form of it that does not, read from a file of SQL:
 * {@code -- hazard: TITLE: RULE} and the schema; lines that begin with {@code -- read} or {@code --
 * write}, which are what others say meanwhile; {@code -- unsafe:} with those of them that wait, and
 * {@code -- safe}, each with a script. Before a script may stand
 *
 * <ul>
 *   <li>{@code -- first: SQL}: what has run before it, in a transaction of its own;
 *   <li>{@code -- while: SQL}: what another session has run in an open transaction, for which the
 *       script then waits;
 *   <li>{@code -- gives up}: the script does not wait: its own timeout ends it;
 *   <li>{@code -- warned: WHY}: it is the safe form, of which the rule still warns.
 * </ul>
 *
 * A script that calls {@code here()} waits where it does.
 */
record Hazard(
    String title, String rule, String schema, Map<String, String> others, Form unsafe, Form safe) {

  private static final Path FILE = Path.of("src/test/resources/dev/concertina/proof/blocking.sql");

  /**
   * A way to do it.
   *
   * @param waiting which of the others have to wait
   * @param first what has run before, or null
   * @param held what another session has run, or null
   * @param givesUp whether its own timeout ends it
   * @param warned whether the rule warns of it, although it is safe
   */
  record Form(
      Set<String> waiting,
      String first,
      String held,
      boolean givesUp,
      boolean warned,
      String script) {}

  static List<Hazard> all() {
    try {
      List<Hazard> all = new ArrayList<>();
      for (String text : Files.readString(FILE).split("(?m)^-- hazard: ")) {
        if (!text.isBlank()) {
          all.add(read(text));
        }
      }
      return all;
    } catch (IOException e) {
      throw new AssertionError("cannot read " + FILE, e);
    }
  }

  private static Hazard read(String text) {
    String heading = text.lines().findFirst().orElseThrow();
    int rule = heading.lastIndexOf(": ");
    String[] forms = text.substring(heading.length()).split("(?m)^-- (?=unsafe:|safe$)");
    Map<String, String> others = new LinkedHashMap<>();
    StringBuilder schema = new StringBuilder();
    for (String line : forms[0].lines().toList()) {
      if (line.startsWith("-- ")) {
        String[] other = line.substring(3).split(": ", 2);
        others.put(other[0], other[1]);
      } else {
        schema.append(line).append('\n');
      }
    }
    return new Hazard(
        heading.substring(0, rule),
        heading.substring(rule + 2),
        schema.toString(),
        others,
        form(forms[1]),
        form(forms[2]));
  }

  private static Form form(String text) {
    Set<String> waiting = new TreeSet<>();
    String first = null;
    String held = null;
    boolean givesUp = false;
    boolean warned = false;
    StringBuilder script = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("unsafe: ")) {
        waiting.addAll(List.of(line.substring("unsafe: ".length()).split(", ")));
      } else if (line.startsWith("-- first: ")) {
        first = line.substring("-- first: ".length());
      } else if (line.startsWith("-- while: ")) {
        held = line.substring("-- while: ".length());
      } else if (line.equals("-- gives up")) {
        givesUp = true;
      } else if (line.startsWith("-- warned: ")) {
        warned = true;
      } else if (!line.equals("safe")) {
        script.append(line).append('\n');
      }
    }
    return new Form(waiting, first, held, givesUp, warned, script.toString().strip());
  }

  /** Whether a form comes to a {@code here()}: its own, or that of an index or a view. */
  boolean waitsHere(Form form) {
    return form.script().contains("here(") || schema.contains("here(");
  }

  @Override
  public String toString() {
    return title;
  }
}
