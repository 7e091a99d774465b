package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.github.Command.Allow;
import dev.concertina.github.Command.Ask;
import dev.concertina.github.Command.Disallow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  @Test
  void reads_each_command() {
    assertThat(
            Command.read(
                """
                Thanks!
                /concertina allow any/dropped-column because unread since 3.2 (#812) until 2027-01-31
                /concertina disallow any/renamed-column

                /concertina explain any/dropped-column
                /concertina help
                """))
        .containsExactly(
            new Allow("any/dropped-column", "unread since 3.2 (#812)", LocalDate.of(2027, 1, 31)),
            new Disallow("any/renamed-column"),
            new Ask("explain", "any/dropped-column"),
            new Ask("help", ""));
  }

  @Test
  void reads_lines_with_carriage_returns() {
    assertThat(Command.read("a\r\n/concertina allow a/b because until then\r\nc"))
        .containsExactly(new Allow("a/b", "until then", null));
  }

  @Test
  void asks_for_a_reason() {
    assertThat(Command.read("/concertina allow a/b")).containsExactly(new Allow("a/b", "", null));
    assertThat(Command.read("/concertina allow a/b unread"))
        .containsExactly(new Allow("a/b", "", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> /concertina allow a/b because c",
        "> quoted\n/concertina allow a/b because c",
        "```\n/concertina allow a/b because c\n```",
        "~~~~ text\n```\n/concertina allow a/b because c",
        "    /concertina allow a/b because c",
        "  /concertina allow a/b because c",
        "- /concertina allow a/b because c",
        "<!--\n/concertina allow a/b because c\n-->",
        "see /concertina allow a/b because c",
        "`/concertina allow a/b because c`",
        "/concertinas allow a/b because c",
        "/concertina",
        "",
      })
  void takes_no_notice_of_quotations_code_and_other_text(String comment) {
    assertThat(Command.read(comment)).isEmpty();
  }
}
