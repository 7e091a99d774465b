package dev.concertina.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concertina.review.Diff.Place;
import dev.concertina.review.Review.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes into the conversation of one pull request. */
final class CommentPublisher {
  private static final int UNPROCESSABLE = 422;
  private static final int GONE = 404;

  /** The changes are made by GraphQL where {@code %s} stands for the variable with the id. */
  private static final String RESOLVE =
      "resolveReviewThread(input: {threadId: %s}) { thread { id } }";

  private static final String UNRESOLVE =
      "unresolveReviewThread(input: {threadId: %s}) { thread { id } }";
  private static final String MINIMIZE =
      "minimizeComment(input: {subjectId: %s, classifier: RESOLVED})"
          + " { minimizedComment { isMinimized } }";
  private static final String UNMINIMIZE =
      "unminimizeComment(input: {subjectId: %s}) { unminimizedComment { isMinimized } }";

  private final Connection connection;
  private final GraphQl graphql;
  private final Target pull;
  private final String root;

  CommentPublisher(Connection connection, Target pull) {
    this.connection = connection;
    this.graphql = new GraphQl(connection);
    this.pull = pull;
    this.root = "/repos/" + pull.repository();
  }

  /**
   * Posts new comments: those with a place in the diff as one review. What GitHub refuses is tried
   * on the file as a whole.
   *
   * @return those that stand nowhere
   */
  List<Comment> post(List<Comment> comments) {
    List<Comment> placed = comments.stream().filter(c -> c.place() != null).toList();
    List<Comment> rest = new ArrayList<>(comments.stream().filter(c -> c.place() == null).toList());
    rest.addAll(review(placed));
    return rest.stream().filter(comment -> !isOnFile(comment)).toList();
  }

  /**
   * GitHub refuses a review as a whole and does not say which of its comments it minds: halves find
   * the one in few calls.
   *
   * @return those that it refuses
   */
  private List<Comment> review(List<Comment> comments) {
    if (comments.isEmpty()) {
      return List.of();
    }
    ObjectNode review = Connection.object().put("commit_id", pull.head()).put("event", "COMMENT");
    ArrayNode array = review.putArray("comments");
    comments.forEach(comment -> array.add(placed(comment)));
    try {
      connection.create(root + "/pulls/" + pull.number() + "/reviews", review);
      return List.of();
    } catch (GitHubException e) {
      if (e.status() != UNPROCESSABLE) {
        throw e;
      }
    }
    if (comments.size() == 1) {
      return comments;
    }
    int half = comments.size() / 2;
    List<Comment> refused = new ArrayList<>(review(comments.subList(0, half)));
    refused.addAll(review(comments.subList(half, comments.size())));
    return refused;
  }

  private static ObjectNode placed(Comment comment) {
    Place place = comment.place();
    String side = place.side().name();
    ObjectNode json = Connection.object().put("path", comment.file()).put("body", comment.body());
    json.put("line", place.line()).put("side", side);
    if (place.startLine() < place.line()) {
      json.put("start_line", place.startLine()).put("start_side", side);
    }
    return json;
  }

  private boolean isOnFile(Comment comment) {
    ObjectNode json = Connection.object().put("commit_id", pull.head());
    json.put("path", comment.file()).put("subject_type", "file").put("body", comment.elsewhere());
    try {
      connection.create(root + "/pulls/" + pull.number() + "/comments", json);
      return true;
    } catch (GitHubException e) {
      if (e.status() == UNPROCESSABLE) {
        return false;
      }
      throw e;
    }
  }

  void edit(List<Difference.Edit> edits) {
    for (Difference.Edit edit : edits) {
      changeIfThere(root + "/pulls/comments/" + edit.id(), edit.body());
    }
  }

  /** Says whether there was anything to change. */
  private boolean changeIfThere(String path, String body) {
    try {
      connection.change(path, Connection.object().put("body", body));
      return true;
    } catch (GitHubException e) {
      if (e.status() == GONE) {
        return false;
      }
      throw e;
    }
  }

  /** The findings of these threads are back. */
  void reopen(List<Discussion> threads) {
    graphql.each(UNRESOLVE, nodes(threads.stream().filter(Discussion::resolved).toList()));
    graphql.each(
        UNMINIMIZE,
        comments(threads.stream().filter(thread -> thread.first().minimized()).toList()));
  }

  /**
   * The findings of these threads are gone. Not every token may resolve or minimise; a comment that
   * nobody answered can be deleted.
   */
  void settle(List<Discussion> threads) {
    Set<String> unresolved = Set.copyOf(graphql.each(RESOLVE, nodes(threads)));
    List<Discussion> left = threads.stream().filter(t -> unresolved.contains(t.node())).toList();
    Set<String> visible = Set.copyOf(graphql.each(MINIMIZE, comments(left)));
    for (Discussion thread : left) {
      if (visible.contains(thread.first().node()) && !thread.hasReplies()) {
        connection.delete(root + "/pulls/comments/" + thread.first().id());
      }
    }
  }

  private static List<String> nodes(List<Discussion> threads) {
    return threads.stream().map(Discussion::node).toList();
  }

  private static List<String> comments(List<Discussion> threads) {
    return threads.stream().map(thread -> thread.first().node()).toList();
  }

  void summarise(Difference.Summary summary) {
    Optional<Long> id = summary.id();
    if (id.isEmpty() || !changeIfThere(comment(id.get()), summary.body())) {
      say(summary.body());
    }
  }

  void delete(List<Long> comments) {
    comments.forEach(id -> connection.delete(comment(id)));
  }

  private String comment(long id) {
    return root + "/issues/comments/" + id;
  }

  private void say(String body) {
    connection.create(
        root + "/issues/" + pull.number() + "/comments", Connection.object().put("body", body));
  }

  /** Shows somebody that a comment was read, and what became of it. */
  void react(Said comment, String reaction) {
    String kind = comment.inThread() ? "pulls" : "issues";
    connection.create(
        root + "/" + kind + "/comments/" + comment.id() + "/reactions",
        Connection.object().put("content", reaction));
  }

  /** Answers a comment where it stands. */
  void reply(Said comment, String body) {
    if (comment.inThread()) {
      String path = root + "/pulls/" + pull.number() + "/comments/" + comment.id() + "/replies";
      connection.create(path, Connection.object().put("body", body));
    } else {
      say(body);
    }
  }
}
