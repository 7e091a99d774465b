package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a subscription that makes a slot on the publisher is refused in a transaction. */
class SubscriptionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH (connect = false)",
        "WITH (enabled = off, create_slot = 'OFF', slot_name = NONE)",
        "WITH (create_slot=0)",
      })
  void without_a_slot(String options) {
    assertThat(read(options)).isInstanceOf(Operation.CreateObject.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "WITH (enabled = false)", "WITH (create_slot)", "WITH (create_slot = true)"})
  void with_a_slot(String options) {
    assertThat(read(options)).isInstanceOf(Operation.ServerCommand.class);
  }

  private static Operation read(String options) {
    String text = "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p, q " + options;
    return new SqlReader(SqlSyntax.POSTGRESQL).read(text).getFirst().operations().getFirst();
  }
}
