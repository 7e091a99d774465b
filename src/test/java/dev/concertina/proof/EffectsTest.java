package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dialect says of a statement is what a server does. */
@ResourceLock(Server.LOCK)
class EffectsTest {

  /** What every database of a server shares, and cases take for given. */
  private static final String SHARED =
      """
      CREATE ROLE somebody;
      SET allow_in_place_tablespaces = on;
      CREATE TABLESPACE elsewhere LOCATION '';
      """;

  static IntStream majors() {
    return Majors.chosen();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void saysWhatHappens(int major) {
    List<String> wrong = new ArrayList<>();
    Map<String, Seen> seen = new LinkedHashMap<>();
    try (Server server = Server.start(major)) {
      server.run(SHARED);
      try (Database database = server.database()) {
        Measurement measurement = new Measurement(database);
        for (EffectCases subject : EffectCases.all()) {
          for (EffectCase given : subject.cases()) {
            compare(measurement, given, major, wrong, seen);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    Evidence evidence = Evidence.read();
    if (Boolean.getBoolean("concertina.update")) {
      evidence.renew(major, seen);
    }
    assertThat(evidence.on(major)).as("measured.tsv, PostgreSQL %d", major).isEqualTo(seen);
  }

  private static void compare(
      Measurement measurement,
      EffectCase given,
      int major,
      List<String> wrong,
      Map<String, Seen> seen) {
    boolean available = major >= given.from();
    try {
      Outcome measured = measurement.of(given);
      seen.put(given.name(), Seen.of(measured, given.look()));
      if (!available) {
        wrong.add(given + ": its setup can be had before " + given.from());
      }
      Outcome said = Prediction.of(given, major);
      given.faults(measured, said, major).forEach(fault -> wrong.add(given + ": " + fault));
    } catch (Refused e) {
      if (available) {
        wrong.add(given + ": its setup is refused: " + e.getMessage());
      }
    }
  }
}
