package dev.concertina.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happened on GitHub, as far as it can ask for a review: a webhook's payload, or the event of
 * a workflow run.
 */
public sealed interface Event {

  /** {@code owner/name}. */
  String repository();

  /**
   * Something about a pull request.
   *
   * @param action {@code opened}, {@code synchronize} …
   * @param baseChanged whether it now goes to another branch
   */
  record OfPullRequest(String repository, int number, String action, boolean baseChanged)
      implements Event {
    private static final Set<String> NEW_HEADS =
        Set.of("opened", "synchronize", "reopened", "ready_for_review");

    /** Whether what is to be reviewed is another than before. */
    public boolean makesWork() {
      return NEW_HEADS.contains(action) || action.equals("edited") && baseChanged;
    }
  }

  /** A merge queue wants to know whether a group may be merged. */
  record OfMergeGroup(String repository, Target target, String action) implements Event {
    /** Whether checks are asked for. */
    public boolean makesWork() {
      return action.equals("checks_requested");
    }
  }

  /**
   * Somebody asked for another run of a check.
   *
   * @param numbers its pull requests; none for a fork's, since GitHub does not tell
   * @param name of the check run, or empty when all of a suite are asked for
   */
  record OfCheck(String repository, String head, List<Integer> numbers, String name, String action)
      implements Event {
    /** Whether one of ours is meant. */
    public boolean makesWork() {
      return action.equals("rerequested") && (name.isEmpty() || CheckName.isOurs(name));
    }
  }

  /**
   * A new comment.
   *
   * @param number the pull request's
   * @param author a login
   * @param bot whether a program wrote it
   */
  record OfComment(
      String repository, int number, String author, boolean bot, String body, String action)
      implements Event {
    /** Whether it has a command of somebody. */
    public boolean makesWork() {
      return action.equals("created") && !bot && !Command.read(body).isEmpty();
    }

    /** Whether it asks for another run of what has ended. */
    public boolean asksAgain() {
      return makesWork()
          && Command.read(body).stream()
              .anyMatch(c -> c instanceof Command.Ask ask && ask.verb().equals("recheck"));
    }
  }

  /**
   * A branch or a tag has a new commit, or somebody asks about one that has no pull request.
   *
   * @param name the branch's
   * @param before the commit that it had, or null where it is new or nobody tells
   * @param head the commit that it has, or null where nobody tells
   */
  record OfBranch(String repository, String name, String defaultBranch, String before, String head)
      implements Event {
    private static final String NONE = "0+";

    /** Whether it is still there. */
    public boolean makesWork() {
      return head == null || !head.matches(NONE);
    }
  }

  /**
   * Another workflow of the repository has run: for a fork's pull request the one that may only
   * read, after which one that may write is started.
   *
   * @param cause the event that the other one ran for
   * @param from the repository of the head, {@code owner/name}
   * @param branch of the head, in that repository
   * @param head its commit
   */
  record OfWorkflowRun(String repository, String cause, String from, String branch, String head)
      implements Event {
    private static final Set<String> PULL_REQUESTS = Set.of("pull_request", "pull_request_target");

    /** Whether it ran for a pull request. */
    public boolean makesWork() {
      return PULL_REQUESTS.contains(cause);
    }
  }

  /**
   * Reads a payload.
   *
   * @param name the event's: {@code pull_request}, {@code merge_group} …
   * @return empty for an event that never asks for a review
   * @throws IllegalArgumentException when the payload is no JSON object or not that event's
   */
  static Optional<Event> read(String name, byte[] payload) {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(payload);
    } catch (IOException e) {
      throw new IllegalArgumentException("the event's payload: expected JSON", e);
    }
    return of(name, json);
  }

  /** The same for a payload that was read already. */
  static Optional<Event> of(String name, JsonNode json) {
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("the event's payload: expected a JSON object");
    }
    return switch (name) {
      case "pull_request", "pull_request_target" -> Optional.of(pullRequest(json));
      case "merge_group" -> Optional.of(mergeGroup(json));
      case "push" -> Optional.of(push(json));
      case "workflow_dispatch" -> Optional.of(branch(json, null, null));
      case "workflow_run" -> Optional.of(workflowRun(json));
      case "check_run" ->
          Optional.of(check(json, json.path("check_run"), text(json.path("check_run"), "name")));
      case "check_suite" -> Optional.of(check(json, json.path("check_suite"), ""));
      case "issue_comment" -> issueComment(json);
      case "pull_request_review_comment" ->
          Optional.of(comment(json, number(json.path("pull_request"))));
      default -> Optional.empty();
    };
  }

  private static Event pullRequest(JsonNode json) {
    boolean baseChanged = json.path("changes").path("base").path("ref").isObject();
    return new OfPullRequest(
        repository(json), number(json.path("pull_request")), text(json, "action"), baseChanged);
  }

  private static Event push(JsonNode json) {
    String before = text(json, "before");
    return branch(json, before.matches(OfBranch.NONE) ? null : before, text(json, "after"));
  }

  private static Event branch(JsonNode json, String before, String head) {
    return new OfBranch(
        repository(json),
        text(json, "ref").replaceFirst("^refs/(heads|tags)/", ""),
        text(json.path("repository"), "default_branch"),
        before,
        head);
  }

  private static Event mergeGroup(JsonNode json) {
    JsonNode group = json.path("merge_group");
    String base = text(group, "base_ref");
    Target target =
        Target.ofMergeGroup(
            repository(json),
            base.startsWith("refs/heads/") ? base.substring("refs/heads/".length()) : base,
            text(group, "base_sha"),
            text(group, "head_sha"),
            text(group, "head_ref"));
    return new OfMergeGroup(target.repository(), target, text(json, "action"));
  }

  private static Event workflowRun(JsonNode json) {
    JsonNode run = json.path("workflow_run");
    // A fork or a branch that is gone has no name any more.
    return new OfWorkflowRun(
        repository(json),
        text(run, "event"),
        run.path("head_repository").path("full_name").asText(""),
        run.path("head_branch").asText(""),
        text(run, "head_sha"));
  }

  private static Event check(JsonNode json, JsonNode check, String name) {
    List<Integer> numbers = new ArrayList<>();
    check.path("pull_requests").forEach(pull -> numbers.add(number(pull)));
    return new OfCheck(
        repository(json), text(check, "head_sha"), numbers, name, text(json, "action"));
  }

  /** Issues have comments, too. */
  private static Optional<Event> issueComment(JsonNode json) {
    JsonNode issue = json.path("issue");
    return issue.path("pull_request").isObject()
        ? Optional.of(comment(json, number(issue)))
        : Optional.empty();
  }

  private static Event comment(JsonNode json, int number) {
    JsonNode comment = json.path("comment");
    return new OfComment(
        repository(json),
        number,
        comment.path("user").path("login").asText(""),
        comment.path("user").path("type").asText("").equals("Bot"),
        comment.path("body").asText(""),
        text(json, "action"));
  }

  private static String repository(JsonNode json) {
    return text(json.path("repository"), "full_name");
  }

  private static int number(JsonNode json) {
    if (!json.path("number").isInt()) {
      throw new IllegalArgumentException("the event's payload: expected a number");
    }
    return json.path("number").asInt();
  }

  private static String text(JsonNode json, String name) {
    if (!json.path(name).isTextual()) {
      throw new IllegalArgumentException("the event's payload: expected " + name + ", found none");
    }
    return json.path(name).asText();
  }
}
