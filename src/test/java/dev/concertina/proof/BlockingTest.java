package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.concertina.check.Report;
import dev.concertina.proof.Hazard.Form;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While the unsafe form of a change is at work others wait; beside the safe one nobody does. */
@ResourceLock(Server.LOCK)
class BlockingTest {

  /** Waits in the session of the change for as long as the test holds its lock. */
  private static final String HERE =
      """
      CREATE FUNCTION here(value int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('proof.waits', true) = 'here' THEN
          PERFORM pg_advisory_xact_lock_shared(1);
        END IF;
        RETURN value;
      END $$
      """;

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(Majors.NEWEST);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Hazard> hazards() {
    return Hazard.all().stream();
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void showsInAnotherSession(Hazard hazard) {
    assertThat(waiting(hazard, hazard.unsafe())).as("unsafe").isEqualTo(hazard.unsafe().waiting());
    assertThat(waiting(hazard, hazard.safe())).as("safe").isEmpty();
  }

  /** Whom the unsafe form makes wait is what its rule speaks of, and the safe one is its advice. */
  @ParameterizedTest
  @MethodSource("hazards")
  void isFoundByItsRule(Hazard hazard) {
    List<Severity> nothing = List.of();
    assertThat(found(hazard, hazard.unsafe())).as("unsafe").isNotEmpty();
    assertThat(found(hazard, hazard.safe()))
        .as("safe")
        .isEqualTo(hazard.safe().warned() ? List.of(Severity.WARNING) : nothing);
  }

  /** What the hazard's rule finds in a form. */
  private static List<Severity> found(Hazard hazard, Form form) {
    String before = form.first() == null ? "" : form.first() + ";\n";
    String schema = HERE + ";\n" + hazard.schema() + before;
    return Advice.report(schema, form.script(), Majors.NEWEST).findings().stream()
        .map(Report.Result::finding)
        .filter(finding -> finding.rule().equals(hazard.rule()))
        .map(Finding::severity)
        .toList();
  }

  /** Which of the others wait while the form is at work. */
  private static Set<String> waiting(Hazard hazard, Form form) {
    try (Database database = server.database();
        Client change = database.connect();
        Client holder = database.connect();
        Client other = database.connect()) {
      change.run(HERE);
      change.run(hazard.schema());
      if (form.first() != null) {
        change.run(form.first());
      }
      change.execute("SET proof.waits = 'here'");
      if (form.givesUp()) {
        return afterGivingUp(hazard, form, change, holder, other);
      }
      boolean runsToTheEnd = form.held() == null && !hazard.waitsHere(form);
      if (runsToTheEnd) {
        // Its locks stay until the transaction ends, as if it still ran.
        change.execute("BEGIN");
        change.run(form.script());
        Set<String> waiting = waiting(hazard, other);
        change.execute("ROLLBACK");
        return waiting;
      }
      holder.execute("BEGIN");
      holder.execute(form.held() == null ? "SELECT pg_advisory_xact_lock(1)" : form.held());
      Running running = change.start(form.script());
      running.awaitWaiting(other);
      Set<String> waiting = waiting(hazard, other);
      assertThat(running.done()).as("has ended").isFalse();
      holder.execute("ROLLBACK");
      running.await();
      return waiting;
    }
  }

  private static Set<String> afterGivingUp(
      Hazard hazard, Form form, Client change, Client holder, Client other) {
    holder.execute("BEGIN");
    holder.execute(form.held());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> change.run(form.script()))
        .matches(Refused::lockNotAvailable);
    Set<String> waiting = waiting(hazard, other);
    holder.execute("ROLLBACK");
    return waiting;
  }

  private static Set<String> waiting(Hazard hazard, Client other) {
    Set<String> waiting = new TreeSet<>();
    hazard
        .others()
        .forEach(
            (name, sql) -> {
              if (other.waits(sql)) {
                waiting.add(name);
              }
            });
    return waiting;
  }
}
