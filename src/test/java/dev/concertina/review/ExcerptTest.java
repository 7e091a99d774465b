package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.review.Paint.Style;
import dev.concertina.schema.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The underline stands under the clause, whatever the line is made of. */
class ExcerptTest {
  private static final List<String> PIECES =
      List.of(
          "a", "  ", "\t", "長", "é", "e\u0301", "\u0000", "\u202E", "🚀", "\uD83D", "x;", "\uFE0F");

  @Test
  void underlines_exactly_the_clause() {
    Random random = new Random(42);
    for (int i = 0; i < 5_000; i++) {
      String before = some(random, 60);
      String after = some(random, 60);
      String text = before + "CLAUSE" + after;
      Span span =
          new Span(
              before.length(), before.length() + 6, 1, before.length() + 1, 1, before.length() + 6);
      List<String> lines =
          new Excerpt(text, span, new Paint(false), Style.ERROR, 40 + random.nextInt(80)).lines();
      assertThat(lines).hasSize(2);
      int clause = Cells.of(lines.get(0).substring(0, lines.get(0).indexOf("CLAUSE")));
      assertThat(Cells.of(lines.get(1).substring(0, lines.get(1).indexOf("─")))).isEqualTo(clause);
      assertThat(lines.get(1)).endsWith("│" + " ".repeat(clause - 5) + "──────");
    }
  }

  @Test
  void never_wider_than_the_terminal() {
    Random random = new Random(43);
    for (int i = 0; i < 5_000; i++) {
      String text = "x" + some(random, 200);
      int start = random.nextInt(text.length());
      int end = start + 1 + random.nextInt(text.length() - start);
      Span span = new Span(start, end, 1, start + 1, 1, end);
      int width = 40 + random.nextInt(80);
      assertThat(new Excerpt(text, span, new Paint(false), Style.ERROR, width).lines())
          .allMatch(line -> Cells.of(line) <= width, text.length() + " in " + width);
    }
  }

  @Test
  void nothing_for_a_file_or_a_text_that_changed() {
    assertThat(lines("abc", Span.FILE)).isEmpty();
    assertThat(lines("abc", new Span(2, 9, 1, 3, 1, 9))).isEmpty();
    assertThat(lines("abc", new Span(0, 2, 1, 5, 1, 6))).isEmpty();
  }

  private static List<String> lines(String text, Span span) {
    return new Excerpt(text, span, new Paint(false), Style.ERROR, 80).lines();
  }

  private static String some(Random random, int most) {
    StringBuilder some = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      some.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return some.toString();
  }
}
