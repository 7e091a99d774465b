package dev.concertina.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages that the build read say what their files say. */
class CompiledPagesTest {
  @Test
  void every_page_is_that_of_its_file() {
    assertThat(RuleBook.builtIn().rules())
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(rule.text().page())
                    .isEqualTo(RuleText.of(rule.text().markdown()).page()));
  }
}
