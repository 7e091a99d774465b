package dev.concertina.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class RuleHtmlTest {
  private final RuleBook book = RuleBook.builtIn();
  private final RuleHtml html = new RuleHtml();

  private String page(String id) {
    return html.of(book.rule(id).orElseThrow());
  }

  @Test
  void shows_what_a_comment_fills_in_as_words() {
    assertThat(page("any/renamed-column"))
        .contains("<h1>Renaming <code><var>column</var></code> breaks the running version</h1>")
        .contains("ALTER TABLE <var>table</var> ADD COLUMN <var>successor</var>")
        .contains("Words <var>like this</var>");
    assertThat(RuleHtml.words("table.key.sql")).isEqualTo("table key");
  }

  @Test
  void shows_what_may_be_left_out() {
    assertThat(page("any/added-trigger"))
        .contains("writes too</span> <span class=\"quiet\">or</span> <span class=\"maybe\">The new")
        .contains("<span class=\"maybe\">, and what the old body of <code><var>");
  }

  @Test
  void shows_no_page_with_signs_that_only_the_program_knows() {
    Collection<Rule> rules = book.rules();
    assertThat(rules).hasSizeGreaterThan(50);
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(html.of(rule))
                    .doesNotContainPattern("\\{[a-z.-]+}")
                    .doesNotContain("[[", "]]"));
  }
}
