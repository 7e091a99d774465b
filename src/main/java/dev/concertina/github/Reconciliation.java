package dev.concertina.github;

import dev.concertina.github.Difference.Edit;
import dev.concertina.github.Difference.Summary;
import dev.concertina.review.EarlierPlan;
import dev.concertina.review.Review;
import dev.concertina.review.Review.Annotation;
import dev.concertina.review.Review.Check;
import dev.concertina.review.Review.Comment;
import dev.concertina.review.Review.Sticky;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what stands in a pull request with what is to be said: the difference is what has to be
 * written. Pure, so that every case of it can be tried without a server.
 */
final class Reconciliation {
  private final Conversation conversation;
  private final Review review;
  private final Markers markers;
  private final List<Said> summaries;
  private final State before;
  private final Map<Discussion, List<String>> own = new LinkedHashMap<>();

  Reconciliation(Conversation conversation, Review review, Markers markers) {
    this.conversation = conversation;
    this.review = review;
    this.markers = markers;
    this.summaries = conversation.comments().stream().filter(markers::isSummary).toList();
    this.before = state(conversation, markers);
    for (Discussion thread : conversation.threads()) {
      List<String> fingerprints = markers.findings(thread);
      if (!fingerprints.isEmpty()) {
        own.put(thread, fingerprints);
      }
    }
  }

  /** What the last run left. */
  static State state(Conversation conversation, Markers markers) {
    return conversation.comments().stream()
        .filter(markers::isSummary)
        .findFirst()
        .map(summary -> State.read(summary.body()))
        .orElse(State.NONE);
  }

  /**
   * The difference.
   *
   * @param allowed what commands cover now, by the ids of their comments
   */
  Difference difference(Map<Long, Set<String>> allowed) {
    if (review.sticky() == Sticky.NEVER) {
      Check all = check(review.check(), review.comments());
      return new Difference(
          List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), all);
    }
    List<Comment> post = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    List<Discussion> reopen = new ArrayList<>();
    List<Comment> unsaid = new ArrayList<>();
    int open = 0;
    for (Comment comment : review.comments()) {
      Optional<Discussion> thread = thread(comment);
      if (thread.isEmpty()) {
        unsaid.add(comment);
        continue;
      }
      boolean back = !thread.get().isOpen() && isBack(comment);
      if (back) {
        reopen.add(thread.get());
      }
      if (back || thread.get().isOpen()) {
        open++;
        edit(thread.get().first(), comment).ifPresent(edits::add);
      }
    }
    List<Comment> aside = new ArrayList<>();
    for (Comment comment : unsaid) {
      boolean known = before.hasSaid(comment.fingerprints());
      if (!known && comment.commentable() && open < review.inline()) {
        post.add(comment);
        open++;
      } else {
        aside.add(comment);
      }
    }
    return new Difference(
        post, edits, reopen, settle(), summary(allowed), surplus(), check(review.check(), aside));
  }

  /** The thread about a comment's findings: an open one, if there are several. */
  private Optional<Discussion> thread(Comment comment) {
    List<Discussion> all =
        own.entrySet().stream()
            .filter(entry -> !Collections.disjoint(entry.getValue(), comment.fingerprints()))
            .map(Map.Entry::getKey)
            .toList();
    return all.stream().filter(Discussion::isOpen).findFirst().or(() -> all.stream().findFirst());
  }

  /** A thread is closed by us when its finding was gone; otherwise a person closed it. */
  private boolean isBack(Comment comment) {
    return !summaries.isEmpty() && !before.hasSaid(comment.fingerprints());
  }

  private Optional<Edit> edit(Said said, Comment comment) {
    String suited = suits(said.body(), comment.body()) ? comment.body() : comment.elsewhere();
    boolean same =
        words(said.body()).equals(words(comment.body()))
            || words(said.body()).equals(words(comment.elsewhere()));
    return same ? Optional.empty() : Optional.of(new Edit(said.id(), suited));
  }

  /** A suggestion may only stand where one stood: elsewhere it would replace other lines. */
  private static boolean suits(String before, String now) {
    return before.contains("```suggestion") || !now.contains("```suggestion");
  }

  /** The text without what changes with each push: the addresses of links. */
  private static String words(String body) {
    return body.replace("\r", "").replaceAll("\\]\\([^)\\s]*\\)", "]").strip();
  }

  private List<Discussion> settle() {
    Set<String> standing = new TreeSet<>();
    review.comments().forEach(comment -> standing.addAll(comment.fingerprints()));
    return own.entrySet().stream()
        .filter(entry -> entry.getKey().isOpen())
        .filter(entry -> Collections.disjoint(entry.getValue(), standing))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Summary> summary(Map<Long, Set<String>> allowed) {
    boolean wanted =
        review.sticky() == Sticky.ALWAYS
            || review.sticky() == Sticky.UPDATE && (!summaries.isEmpty() || !allowed.isEmpty());
    if (!wanted) {
      return Optional.empty();
    }
    Set<String> said = new TreeSet<>();
    review.comments().forEach(c -> c.fingerprints().forEach(f -> said.add(State.brief(f))));
    String text =
        review.goesOn() && !summaries.isEmpty()
            ? EarlierPlan.kept(summaries.getFirst().body(), review.summary())
            : review.summary();
    String body = new State(said, allowed).into(text);
    if (summaries.isEmpty()) {
      return Optional.of(new Summary(Optional.empty(), body));
    }
    Said first = summaries.getFirst();
    boolean same = first.body().replace("\r", "").strip().equals(body.strip());
    return same ? Optional.empty() : Optional.of(new Summary(Optional.of(first.id()), body));
  }

  private List<Long> surplus() {
    return summaries.stream().skip(1).map(Said::id).toList();
  }

  /** What has no comment is an annotation. */
  static Check check(Check check, List<Comment> aside) {
    List<Annotation> annotations = new ArrayList<>(check.annotations());
    aside.forEach(comment -> annotations.add(comment.annotation()));
    return new Check(check.conclusion(), check.title(), check.summary(), annotations);
  }
}
