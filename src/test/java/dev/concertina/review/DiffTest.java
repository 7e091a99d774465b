package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.review.Diff.Lines;
import dev.concertina.review.Diff.Place;
import dev.concertina.review.Diff.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final String PATCH =
      """
      @@ -3,4 +3,5 @@ some heading
       a
      -b
      +c
      +d
       e
      @@ -40 +42,2 @@
      -f
      +g
      +@@ -1 +1 @@ a line that only looks like a hunk
      """;

  private final Diff diff =
      new Diff(
          Map.of(
              "a.sql", Lines.of(PATCH),
              "big.sql", Lines.of(null),
              "gone.sql", Lines.of("@@ -1,9 +0,0 @@\n-a\n"),
              "new.sql", Lines.of("@@ -0,0 +1,3 @@\n+a\n+b\n+c\n")));

  @Test
  void reads_hunks() {
    assertThat(diff.shows("a.sql", 3, 7)).isTrue();
    assertThat(diff.shows("a.sql", 3, 8)).isFalse();
    assertThat(diff.shows("a.sql", 42, 43)).isTrue();
    assertThat(diff.shows("a.sql", 7, 42)).as("two hunks").isFalse();
    assertThat(diff.shows("a.sql", 1, 1)).isFalse();
    assertThat(diff.shows("other.sql", 1, 1)).isFalse();
  }

  @Test
  void places_a_remark_on_its_lines_or_on_what_is_shown_of_them() {
    assertThat(diff.place("a.sql", 4, 5)).contains(new Place(Side.RIGHT, 4, 5));
    assertThat(diff.place("a.sql", 6, 20)).contains(new Place(Side.RIGHT, 6, 7));
    assertThat(diff.place("a.sql", 20, 42)).contains(new Place(Side.RIGHT, 42, 42));
    assertThat(diff.place("new.sql", 1, 3)).contains(new Place(Side.RIGHT, 1, 3));
  }

  @Test
  void takes_the_nearest_line_otherwise() {
    assertThat(diff.place("a.sql", 1, 1)).contains(new Place(Side.RIGHT, 3, 3));
    assertThat(diff.place("a.sql", 10, 11)).contains(new Place(Side.RIGHT, 7, 7));
    assertThat(diff.place("a.sql", 35, 36)).contains(new Place(Side.RIGHT, 42, 42));
    assertThat(diff.place("a.sql", 900, 900)).contains(new Place(Side.RIGHT, 43, 43));
    assertThat(diff.place("gone.sql", 20, 20)).contains(new Place(Side.LEFT, 9, 9));
  }

  @Test
  void knows_files_that_show_no_line() {
    assertThat(diff.place("big.sql", 1, 1)).isEmpty();
    assertThat(diff.has("big.sql")).isTrue();
    assertThat(diff.place("other.sql", 1, 1)).isEmpty();
    assertThat(diff.has("other.sql")).isFalse();
  }
}
