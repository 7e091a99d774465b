package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.proof.ExampleScript.Unexpected;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Every example of every rule runs on the newest major, except for the statements that it says are
 * refused.
 */
@ResourceLock(Server.LOCK)
class RuleExamplesTest {

  /** What an example's history leaves out on purpose, by what the server says it misses. */
  private static final Pattern PROGRAM =
      Pattern.compile("class Migration\\(|ActiveRecord::Migration");

  private static final Path UNKNOWN =
      Path.of("src/test/resources/dev/concertina/proof/unknown.sql");

  private final Map<String, String> unknown = unknown();

  @Test
  void runsOrIsRefusedWhereItSaysSo() {
    List<String> wrong = new ArrayList<>();
    try (Server server = Server.start(Majors.NEWEST);
        Database database = server.database();
        Client client = database.connect()) {
      examples(
          (name, example) -> {
            try {
              if (!new ExampleScript(example, List.of()).old()) {
                run(database, client, example);
              }
            } catch (Unexpected e) {
              wrong.add(name + ": " + e.getMessage());
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  /** An example that can't run is a hole in the proof: this is all there are. */
  @Test
  void fewAreAboutVersionsThatCannotRun() {
    List<String> old = new ArrayList<>();
    examples(
        (name, example) -> {
          if (new ExampleScript(example, List.of()).old()) {
            old.add(name.substring(0, name.indexOf(':')));
          }
        });
    assertThat(old)
        .containsExactlyInAnyOrder(
            "postgres/enum-value-used-too-soon", "postgres/volatile-default");
  }

  private void run(Database database, Client client, RulePage.Example example) {
    List<String> before = new ArrayList<>();
    while (true) {
      client.execute("ROLLBACK");
      database.clear(client);
      client.execute("DROP ROLE IF EXISTS app, other");
      try {
        new ExampleScript(example, before).run(client);
        return;
      } catch (Unexpected e) {
        String missing = unknown.get(e.refusal());
        if (missing == null || before.contains(missing)) {
          throw e;
        }
        before.add(missing);
      }
    }
  }

  private static void examples(BiConsumer<String, RulePage.Example> each) {
    RuleBook.builtIn()
        .rules()
        .forEach(
            rule ->
                Stream.of(rule.page().unsafe(), rule.page().safe())
                    .flatMap(List::stream)
                    // What Django and Rails send is held to them: RecordedSqlTest, SentSqlTest.
                    .filter(example -> !PROGRAM.matcher(example.text()).find())
                    .forEach(example -> each.accept(rule.id() + ":" + example.line(), example)));
  }

  private static Map<String, String> unknown() {
    try {
      Map<String, String> unknown = new HashMap<>();
      for (String part : Files.readString(UNKNOWN).split("(?m)^-- when ")) {
        String[] halves = part.split("\n", 2);
        unknown.put(halves[0].strip(), halves[1]);
      }
      return unknown;
    } catch (IOException e) {
      throw new AssertionError("cannot read " + UNKNOWN, e);
    }
  }
}
