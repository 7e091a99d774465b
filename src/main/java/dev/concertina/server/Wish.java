package dev.concertina.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concertina.github.Event;
import dev.concertina.github.Target;
import java.util.List;
import java.util.Optional;

/**
 * What a delivery asks for: a review of one pull request or merge group as it is when its turn
 * comes.
 *
 * @param installation the App's, or 0 where there is a token instead
 * @param number the pull request's, or 0
 * @param group the merge group, or null
 * @param commit a commit whose pull requests GitHub does not name: a fork's; else null
 * @param again whether what has ended is to run again
 */
record Wish(
    long installation, String repository, int number, Target group, String commit, boolean again) {

  /** What names it among all others. */
  String id() {
    if (group != null) {
      return repository + "@" + group.head();
    }
    return commit == null ? repository + "#" + number : repository + "^" + commit;
  }

  /** The same of a pull request. */
  Wish ofPull(int pull) {
    return new Wish(installation, repository, pull, null, null, again);
  }

  /** What an event asks for; nothing for most events. */
  static List<Wish> of(Event event, long installation) {
    String repository = event.repository();
    return switch (event) {
      case Event.OfPullRequest pull when pull.makesWork() ->
          List.of(new Wish(installation, repository, pull.number(), null, null, false));
      case Event.OfComment comment when comment.makesWork() ->
          List.of(
              new Wish(
                  installation, repository, comment.number(), null, null, comment.asksAgain()));
      case Event.OfMergeGroup group when group.makesWork() ->
          List.of(new Wish(installation, repository, 0, group.target(), null, false));
      case Event.OfCheck check when check.makesWork() && check.numbers().isEmpty() ->
          List.of(new Wish(installation, repository, 0, null, check.head(), true));
      case Event.OfCheck check when check.makesWork() ->
          check.numbers().stream()
              .map(number -> new Wish(installation, repository, number, null, null, true))
              .toList();
      default -> List.of();
    };
  }

  /** The installation that a payload comes from. */
  static long installation(JsonNode payload) {
    return Optional.of(payload.path("installation").path("id"))
        .filter(JsonNode::canConvertToLong)
        .map(JsonNode::asLong)
        .orElse(0L);
  }
}
