package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What code computes goes through SQL and comes back. */
class ComputedTest {

  @Test
  void comes_back_as_it_went_in() {
    Computed computed = new Computed("f(row.a, 'it''s')", List.of("from a import f"));
    assertThat(Computed.of(computed.sql())).contains(computed);
    assertThat(Computed.isIn("SET a = " + computed.sql())).isTrue();
  }

  @Test
  void is_only_what_is_one_value() {
    String one = new Computed("f(row)", List.of()).sql();
    assertThat(Computed.of(one + " || " + one)).isEmpty();
    assertThat(Computed.of("\"computed\"()")).isEmpty();
    assertThat(Computed.of("f('a')")).isEmpty();
  }
}
