package dev.concertina.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was measured of every case on every major, as a file: a line for each case and each set of
 * majors that agree about it. A build holds it against the majors that it has, and {@link
 * LocksPage} shows it.
 */
final class Evidence {

  private static final Path FILE =
      Path.of("src/test/resources/dev/concertina/proof/effects/measured.tsv");

  private final Map<String, SortedMap<Integer, Seen>> cases = new LinkedHashMap<>();

  private Evidence() {}

  static Evidence read() {
    Evidence evidence = new Evidence();
    EffectCases.all()
        .forEach(subject -> subject.cases().forEach(given -> evidence.of(given.name())));
    try {
      for (String line : Files.readAllLines(FILE)) {
        String[] fields = line.split("\t", -1);
        Seen seen = new Seen(fields[2], fields[3]);
        // A case that is gone is left out when the file is written anew.
        for (String major : fields[1].split(",")) {
          evidence.of(fields[0]).put(Integer.parseInt(major), seen);
        }
      }
      return evidence;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** What was measured of a case, by major; without those on which it can't be had. */
  SortedMap<Integer, Seen> of(String name) {
    return cases.computeIfAbsent(name, any -> new TreeMap<>());
  }

  /** What was measured on a major, by case. */
  Map<String, Seen> on(int major) {
    Map<String, Seen> seen = new LinkedHashMap<>();
    cases.forEach((name, byMajor) -> byMajor.computeIfPresent(major, (m, s) -> put(seen, name, s)));
    return seen;
  }

  private static Seen put(Map<String, Seen> all, String name, Seen seen) {
    all.put(name, seen);
    return seen;
  }

  /** Puts what is measured now in the place of what was measured on that major, and writes it. */
  void renew(int major, Map<String, Seen> measured) {
    cases.values().forEach(byMajor -> byMajor.remove(major));
    measured.forEach((name, seen) -> of(name).put(major, seen));
    List<String> lines = new ArrayList<>();
    cases.forEach(
        (name, byMajor) ->
            agreeing(byMajor).forEach((seen, majors) -> lines.add(line(name, seen, majors))));
    try {
      Files.write(FILE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + FILE, e);
    }
  }

  private static String line(String name, Seen seen, SortedSet<Integer> majors) {
    String numbers = String.join(",", majors.stream().map(String::valueOf).toList());
    return String.join("\t", name, numbers, seen.locks(), seen.work());
  }

  /** The majors by what was measured on them, that of the newest first. */
  static Map<Seen, SortedSet<Integer>> agreeing(SortedMap<Integer, Seen> byMajor) {
    Map<Seen, SortedSet<Integer>> agreeing = new LinkedHashMap<>();
    new TreeMap<>(byMajor)
        .descendingMap()
        .forEach(
            (major, seen) -> agreeing.computeIfAbsent(seen, any -> new TreeSet<>()).add(major));
    return agreeing;
  }
}
