package dev.concertina.proof;

import dev.concertina.proof.EffectCase.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cases of one subject, read from a file of SQL. {@code -- # TITLE} is its first line; {@code
 * -- case: NAME} begins a case with its setup, {@code -- run} its statement. Between them may stand
 *
 * <ul>
 *   <li>{@code -- from N}: the setup can't be had before major N, which is checked as well;
 *   <li>{@code -- alone}: the statement can't run in a transaction, and only what it leaves behind
 *       is looked at;
 *   <li>{@code -- while SQL}: neither can this one, and its locks are looked at while it waits for
 *       a session that has run SQL;
 *   <li>{@code -- cautious: WHY}: the dialect says more than happens;
 *   <li>{@code -- unknown: WHY}: the dialect can't say what happens.
 * </ul>
 *
 * The last two are checked too: where the dialect is right, the mark is wrong.
 */
record EffectCases(String title, List<EffectCase> cases) {

  private static final Path FOLDER = Path.of("src/test/resources/dev/concertina/proof/effects");

  /** In the order of the page. */
  private static final List<String> FILES =
      List.of(
          "columns",
          "types",
          "constraints",
          "tables",
          "indexes",
          "partitions",
          "views",
          "routines",
          "objects",
          "rows",
          "maintenance");

  EffectCases {
    cases = List.copyOf(cases);
  }

  /** All of them, by subject. */
  static List<EffectCases> all() {
    List<EffectCases> all = FILES.stream().map(EffectCases::read).toList();
    Set<String> names = new HashSet<>();
    for (EffectCases subject : all) {
      for (EffectCase given : subject.cases) {
        if (!names.add(given.name())) {
          throw new AssertionError("two cases are named " + given.name());
        }
      }
    }
    return all;
  }

  private static EffectCases read(String name) {
    Path file = FOLDER.resolve(name + ".sql");
    try {
      String[] parts = Files.readString(file).split("(?m)^-- case: ");
      List<EffectCase> cases = new ArrayList<>();
      for (int i = 1; i < parts.length; i++) {
        cases.add(read(file, parts[i]));
      }
      return new EffectCases(parts[0].strip().substring("-- # ".length()), cases);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static EffectCase read(Path file, String text) {
    String name = text.lines().findFirst().orElse("").strip();
    String[] halves = text.substring(name.length()).split("(?m)^-- run$");
    if (halves.length != 2) {
      throw new AssertionError(file + ": expected one line \"-- run\" in the case " + name);
    }
    int from = Majors.OLDEST;
    Look look = Look.INSIDE;
    String holding = null;
    String cautious = null;
    String unknown = null;
    StringBuilder setup = new StringBuilder();
    for (String line : halves[0].strip().lines().toList()) {
      if (line.startsWith("-- from ")) {
        from = Integer.parseInt(line.substring("-- from ".length()).strip());
      } else if (line.equals("-- alone")) {
        look = Look.AFTERWARDS;
      } else if (line.startsWith("-- while ")) {
        look = Look.WAITING;
        holding = line.substring("-- while ".length());
      } else if (line.startsWith("-- cautious: ")) {
        cautious = line.substring("-- cautious: ".length());
      } else if (line.startsWith("-- unknown: ")) {
        unknown = line.substring("-- unknown: ".length());
      } else if (line.startsWith("--")) {
        throw new AssertionError(file + ": not a mark of a case: " + line);
      } else {
        setup.append(line).append('\n');
      }
    }
    return new EffectCase(
        name, setup.toString(), halves[1].strip(), from, look, holding, cautious, unknown);
  }
}
