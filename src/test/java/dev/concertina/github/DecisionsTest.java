package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private final List<Said> comments = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private State state = State.NONE;

  private Said say(String author, String body) {
    return say(author, body, false, false);
  }

  private Said say(String author, String body, boolean bot, boolean edited) {
    int id = comments.size() + 1;
    Said said =
        new Said(
            "C" + id,
            id,
            author,
            bot,
            false,
            body,
            Instant.EPOCH.plusSeconds(id),
            edited,
            false,
            false,
            false);
    comments.add(said);
    return said;
  }

  private Decisions read() {
    Conversation conversation =
        new Conversation("me[bot]", comments, List.of(), List.of(), Optional.empty());
    return Decisions.read(
        conversation,
        state,
        rule -> rule.startsWith("any/"),
        login -> {
          asked.add(login);
          return login.equals("maintainer");
        });
  }

  @Test
  void asks_once_who_may_write_and_nobody_else() {
    say("passer-by", "Nice work");
    say("maintainer", "/concertina allow any/a because b");
    say("maintainer", "/concertina allow any/c because d");
    say("contributor", "/concertina allow any/a because please");
    Decisions decisions = read();
    assertThat(decisions.accepted()).hasSize(2);
    assertThat(asked).containsExactly("maintainer", "contributor");
    assertThat(decisions.fresh().values())
        .extracting(Decisions.Fresh::wrong)
        .containsExactly("", "", "This needs write access to the repository.");
  }

  @Test
  void says_what_is_wrong() {
    say("maintainer", "/concertina allow other/a because b");
    say("maintainer", "/concertina allow any/a");
    say("maintainer", "/concertina disallow any/a");
    Decisions decisions = read();
    assertThat(decisions.accepted()).isEmpty();
    assertThat(decisions.fresh().values()).noneMatch(fresh -> fresh.wrong().isEmpty());
  }

  @Test
  void takes_back() {
    say("maintainer", "/concertina allow any/a because b");
    say("maintainer", "/concertina disallow any/a");
    assertThat(read().accepted()).isEmpty();
    say("maintainer", "/concertina allow any/a because c");
    assertThat(read().accepted()).hasSize(1);
  }

  @Test
  void takes_no_notice_of_bots_and_edits() {
    say("maintainer", "/concertina allow any/a because b", true, false);
    say("maintainer", "/concertina allow any/a because b", false, true);
    Decisions decisions = read();
    assertThat(decisions.accepted()).isEmpty();
    assertThat(decisions.fresh()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void passes_on_what_is_to_be_shown() {
    Said plan = say("maintainer", "/concertina plan\n/concertina explain any/a");
    Said rule = say("maintainer", "/concertina explain other/a");
    Said verb = say("maintainer", "/concertina dance");
    Said guest = say("passer-by", "/concertina help");
    Decisions decisions = read();
    assertThat(decisions.fresh().get(plan).asks())
        .containsExactly(new Command.Ask("plan", ""), new Command.Ask("explain", "any/a"));
    assertThat(decisions.fresh().get(rule).wrong()).isEqualTo("There is no rule of that name.");
    assertThat(decisions.fresh().get(verb).wrong()).startsWith("There is no such command.");
    assertThat(decisions.fresh().get(guest).wrong()).contains("write access");
  }

  @Test
  void covers_what_was_written_down_even_after_an_edit() {
    state = new State(Set.of(), Map.of(1L, Set.of("f1")));
    say("maintainer", "/concertina allow any/a because better words", false, true);
    assertThat(read().acceptances())
        .singleElement()
        .satisfies(
            acceptance -> {
              assertThat(acceptance.fingerprints()).containsExactly("f1");
              assertThat(acceptance.reason()).isEqualTo("better words");
            });
  }
}
