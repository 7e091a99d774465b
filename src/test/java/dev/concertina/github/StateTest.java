package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StateTest {
  private static final String SUMMARY = "<!-- marker -->\n### Title\n\ntext\n";

  @Test
  void is_read_as_it_was_written() {
    State state = new State(Set.of("aaaaaaaaaaaa"), Map.of(12L, Set.of("bb", "cc"), 13L, Set.of()));
    String summary = state.into(SUMMARY);
    assertThat(summary).startsWith("<!-- marker -->\n<!-- concertina:state:v1 ").endsWith("text\n");
    assertThat(State.read(summary)).isEqualTo(state);
  }

  @Test
  void is_none_where_there_is_none() {
    assertThat(State.read(SUMMARY)).isEqualTo(State.NONE);
    assertThat(State.read("<!-- concertina:state:v1 said=zz")).isEqualTo(State.NONE);
    assertThat(State.read("a\nb\n<!-- concertina:state:v1 said=aa -->"))
        .as("only in the second line")
        .isEqualTo(State.NONE);
  }

  @Test
  void has_a_limit() {
    Set<String> said = new TreeSet<>();
    Map<Long, Set<String>> allowed = new TreeMap<>();
    for (int i = 0; i < 1000; i++) {
      said.add(String.format("%012x", i));
      allowed.put((long) i, Set.of(String.format("%032x", i)));
    }
    String summary = new State(said, allowed).into(SUMMARY);
    assertThat(summary.length()).isLessThan(5_500);
    assertThat(State.read(summary).allowed()).isNotEmpty();
  }

  @Test
  void knows_a_finding_by_the_beginning_of_its_fingerprint() {
    State state = new State(Set.of("aaaaaaaaaaaa"), Map.of());
    assertThat(state.hasSaid(List.of("bbbbbbbbbbbbbbbb", "aaaaaaaaaaaaffff"))).isTrue();
    assertThat(state.hasSaid(List.of("bbbbbbbbbbbbbbbb"))).isFalse();
  }
}
