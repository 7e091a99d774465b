package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.review.CommentWriter;
import dev.concertina.review.Diff.Place;
import dev.concertina.review.Diff.Side;
import dev.concertina.review.MarkdownWriter;
import dev.concertina.review.Review;
import dev.concertina.review.Review.Annotation;
import dev.concertina.review.Review.Check;
import dev.concertina.review.Review.Comment;
import dev.concertina.review.Review.Conclusion;
import dev.concertina.review.Review.Sticky;
import dev.concertina.rule.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is there × what is to be said → what is to be written. */
class ReconciliationTest {
  private static final String A = "aaaaaaaaaaaaaaaa0000000000000000";
  private static final String B = "bbbbbbbbbbbbbbbb0000000000000000";
  private static final String C = "cccccccccccccccc0000000000000000";
  private static final String ME = "github-actions";

  private final List<Said> comments = new ArrayList<>();
  private final List<Discussion> threads = new ArrayList<>();
  private Sticky sticky = Sticky.ALWAYS;
  private int inline = 20;
  private long ids = 1;

  private static String marked(String... fingerprints) {
    StringBuilder body = new StringBuilder();
    for (String fingerprint : fingerprints) {
      body.append(CommentWriter.marker(fingerprint)).append('\n');
    }
    return body + "\nwords\n";
  }

  private Said said(String author, String body, boolean minimized) {
    long id = ids++;
    return new Said(
        "C" + id,
        id,
        author,
        true,
        author.equals(ME),
        body,
        Instant.EPOCH,
        false,
        minimized,
        false,
        false);
  }

  private Discussion thread(boolean resolved, Said... said) {
    Discussion thread = new Discussion("T" + ids++, resolved, List.of(said), said.length);
    threads.add(thread);
    return thread;
  }

  private void summary(String... known) {
    Set<String> brief = new TreeSet<>();
    List.of(known).forEach(f -> brief.add(State.brief(f)));
    comments.add(said(ME, new State(brief, Map.of()).into(text()), false));
  }

  private static String text() {
    return MarkdownWriter.marker("default") + "\n### Title\n";
  }

  private static Comment comment(String... fingerprints) {
    return new Comment(
        List.of(fingerprints),
        Severity.ERROR,
        "a.sql",
        new Place(Side.RIGHT, 1, 1),
        true,
        marked(fingerprints),
        marked(fingerprints),
        new Annotation("a.sql", 1, 1, 0, 0, Severity.ERROR, "rule", fingerprints[0]));
  }

  private Difference difference(Comment... said) {
    Check check = new Check(Conclusion.FAILURE, "title", "summary", List.of());
    Review review = new Review(text(), sticky, false, inline, List.of(said), check);
    Conversation conversation =
        new Conversation("github-actions[bot]", comments, threads, List.of(), Optional.empty());
    return new Reconciliation(conversation, review, new Markers("default")).difference(Map.of());
  }

  private static List<String> fingerprints(List<Comment> comments) {
    return comments.stream().map(c -> c.fingerprints().getFirst()).toList();
  }

  private static List<String> aside(Difference difference) {
    return difference.check().annotations().stream().map(Annotation::message).toList();
  }

  @Test
  void posts_what_nobody_has_said() {
    Difference difference = difference(comment(A), comment(B));
    assertThat(fingerprints(difference.post())).containsExactly(A, B);
    assertThat(difference.summary()).isPresent();
    assertThat(difference.summary().get().id()).isEmpty();
    assertThat(aside(difference)).isEmpty();
  }

  @Test
  void says_nothing_twice() {
    thread(false, said(ME, marked(A), false));
    summary(A, B);
    Difference difference = difference(comment(A), comment(B));
    assertThat(difference.isEmpty()).isTrue();
    assertThat(aside(difference)).as("without a comment").containsExactly(B);
  }

  @Test
  void leaves_the_rest_to_the_summary_for_good() {
    inline = 1;
    Difference first = difference(comment(A), comment(B));
    assertThat(fingerprints(first.post())).containsExactly(A);
    assertThat(aside(first)).containsExactly(B);
    thread(true, said(ME, marked(A), false));
    summary(A, B);
    assertThat(difference(comment(B)).post()).as("a place is free now").isEmpty();
    assertThat(fingerprints(difference(comment(B), comment(C)).post())).containsExactly(C);
  }

  @Test
  void settles_what_is_gone_and_brings_back_what_returns() {
    Discussion gone = thread(false, said(ME, marked(A), false));
    summary(A);
    assertThat(difference().settle()).containsExactly(gone);
    threads.clear();
    comments.clear();
    Discussion back = thread(true, said(ME, marked(A), false));
    summary();
    assertThat(difference(comment(A)).reopen()).containsExactly(back);
    assertThat(difference(comment(A)).post()).isEmpty();
  }

  @Test
  void leaves_alone_what_a_person_resolved_or_deleted() {
    thread(true, said(ME, marked(A), false));
    thread(false, said(ME, marked(B), true));
    summary(A, B, C);
    Difference difference = difference(comment(A), comment(B), comment(C));
    assertThat(difference.isEmpty()).isTrue();
  }

  @Test
  void leaves_a_resolved_thread_alone_when_the_summary_is_deleted() {
    thread(true, said(ME, marked(A), false));
    Difference difference = difference(comment(A));
    assertThat(difference.reopen()).isEmpty();
    assertThat(difference.post()).isEmpty();
    assertThat(difference.summary()).isPresent();
  }

  @Test
  void keeps_one_thread_for_an_operation_whose_findings_change() {
    Discussion thread = thread(false, said(ME, marked(A, B), false));
    summary(A, B);
    Difference difference = difference(comment(B, C));
    assertThat(difference.post()).isEmpty();
    assertThat(difference.settle()).isEmpty();
    assertThat(difference.edits())
        .containsExactly(new Difference.Edit(thread.first().id(), marked(B, C)));
  }

  @Test
  void does_not_edit_for_the_address_of_a_link() {
    Comment now = comment(A);
    Comment linked =
        new Comment(
            now.fingerprints(),
            now.severity(),
            now.file(),
            now.place(),
            true,
            marked(A) + "[`a:1`](https://x/new#L1)",
            marked(A) + "[`a:1`](https://x/new#L1)",
            now.annotation());
    thread(false, said(ME, marked(A) + "[`a:1`](https://x/old#L1)\r\n", false));
    summary(A);
    assertThat(difference(linked).edits()).isEmpty();
  }

  @Test
  void takes_no_notice_of_what_others_wrote() {
    thread(false, said("another-bot", marked(A), false));
    thread(false, said(ME, "> " + marked(A), false));
    comments.add(said("another-bot", text(), false));
    comments.add(said(ME, "Somebody said: " + text(), false));
    Difference difference = difference(comment(A));
    assertThat(fingerprints(difference.post())).containsExactly(A);
    assertThat(difference.settle()).isEmpty();
    assertThat(difference.summary().get().id()).isEmpty();
    assertThat(difference().settle()).isEmpty();
  }

  @Test
  void takes_no_notice_of_another_project() {
    String other = CommentWriter.marker(B) + "\n" + CommentWriter.projectMarker("api") + "\nwords";
    thread(false, said(ME, other, false));
    comments.add(said(ME, MarkdownWriter.marker("api") + "\n### Title\n", false));
    Difference difference = difference(comment(A));
    assertThat(difference.settle()).isEmpty();
    assertThat(difference.summary().get().id()).isEmpty();
  }

  @Test
  void keeps_a_summary_true_and_makes_none_for_nothing() {
    sticky = Sticky.UPDATE;
    assertThat(difference().isEmpty()).isTrue();
    summary(A);
    assertThat(difference().summary().get().id()).contains(comments.getFirst().id());
  }

  @Test
  void removes_a_second_summary() {
    summary(A);
    summary(A);
    Difference difference = difference();
    assertThat(difference.surplus()).containsExactly(comments.get(1).id());
  }

  @Test
  void writes_no_comment_where_it_is_told_so() {
    sticky = Sticky.NEVER;
    thread(false, said(ME, marked(B), false));
    summary(B);
    Difference difference = difference(comment(A));
    assertThat(difference.isEmpty()).isTrue();
    assertThat(aside(difference)).containsExactly(A);
  }
}
