package dev.concertina.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a rollback stops, as Active Record 6.1 said of each call: reversible-6.1.txt. */
class OneWayCallsTest {

  static List<String> recorded() throws IOException {
    return Files.readAllLines(CallTable.FILES.resolve("reversible-6.1.txt"));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void stopsWhereRailsDoes(String line) {
    boolean stops = line.startsWith("stops");
    assertThat(oneWay("def change\n" + line.substring("stops ".length()) + "\nend"))
        .hasSize(stops ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop_table :t, if_exists: true",
        "drop_table :t, :u",
        "remove_check_constraint :t, name: \"n\"",
        "remove_unique_constraint :t, name: \"n\"",
        "add_unique_constraint :t, using_index: \"i\"",
        "drop_enum :mood",
        "safety_assured { execute \"ANALYZE\" }",
      })
  void stopsWhereNewerRailsDoes(String call) {
    assertThat(oneWay("def change\n" + call + "\nend")).hasSize(1);
  }

  @Test
  void whatRunsOnTheWayUpAloneNeedsNoWayBack() {
    assertThat(
            oneWay(
                """
                def change
                  reversible do |dir|
                    dir.up { execute "ANALYZE" }
                    dir.down { execute "ANALYZE" }
                  end
                  up_only { execute "ANALYZE" }
                end
                """))
        .isEmpty();
  }

  @Test
  void anUpIsNotTurnedRound() {
    assertThat(oneWay("def up\n  execute \"ANALYZE\"\nend")).isEmpty();
  }

  private static List<String> oneWay(String body) {
    String text = "class Change < ActiveRecord::Migration[7.1]\n" + body + "\nend\n";
    return RailsMigration.read(text).get(0).statements().stream()
        .map(Statement::operations)
        .flatMap(List::stream)
        .filter(Operation.OneWay.class::isInstance)
        .map(operation -> ((Operation.OneWay) operation).what())
        .toList();
  }
}
