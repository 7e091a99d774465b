package dev.concertina.github;

import dev.concertina.check.Acceptance;
import dev.concertina.check.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What people decided in the conversation: the commands {@code allow} and {@code disallow} of those
 * who may write. The comments are the record, and are read anew each time.
 *
 * @param accepted in the order in which they were said
 * @param fresh comments with commands that nobody answered yet, and what is to be answered
 */
record Decisions(List<Accepted> accepted, Map<Said, Fresh> fresh) {

  /**
   * What a comment is to be answered.
   *
   * @param wrong what is wrong with it, empty where nothing is
   * @param asks what it asks to be shown
   */
  record Fresh(String wrong, List<Command.Ask> asks) {}

  /**
   * An acceptance.
   *
   * @param comment the id of the comment that it stands in
   * @param covered what it covers by what the last run wrote down; null when it is read for the
   *     first time, and then covers what is there
   */
  record Accepted(long comment, Command.Allow command, Set<String> covered) {}

  /**
   * Reads a conversation.
   *
   * @param known whether there is a rule of that id
   * @param mayWrite whether somebody may write to the repository; asked only for those who command
   */
  static Decisions read(
      Conversation conversation, State state, Predicate<String> known, Predicate<String> mayWrite) {
    List<Accepted> accepted = new ArrayList<>();
    Map<Said, Fresh> fresh = new LinkedHashMap<>();
    List<Said> people =
        conversation
            .all()
            .filter(said -> !said.bot() && !said.author().isEmpty())
            .sorted(Comparator.comparing(Said::created).thenComparing(Said::id))
            .toList();
    Map<String, Boolean> writers = new TreeMap<>();
    for (Said said : people) {
      Set<String> covered = state.allowed().get(said.id());
      // Whoever may edit somebody else's comment does not speak with their voice.
      if (said.edited() && covered == null) {
        continue;
      }
      List<Command> commands = Command.read(said.body());
      // What was asked and answered decides nothing any more.
      boolean over = said.answered() && commands.stream().allMatch(Command.Ask.class::isInstance);
      if (commands.isEmpty() || over) {
        continue;
      }
      String wrong = "";
      if (writers.computeIfAbsent(said.author(), mayWrite::test)) {
        for (Command command : commands) {
          String problem = apply(command, said, covered, known, accepted);
          wrong = wrong.isEmpty() ? problem : wrong;
        }
      } else {
        wrong = "This needs write access to the repository.";
      }
      if (!said.answered()) {
        fresh.put(said, new Fresh(wrong, wrong.isEmpty() ? asks(commands) : List.of()));
      }
    }
    return new Decisions(accepted, fresh);
  }

  private static List<Command.Ask> asks(List<Command> commands) {
    return commands.stream()
        .filter(Command.Ask.class::isInstance)
        .map(Command.Ask.class::cast)
        .toList();
  }

  /** What is wrong with a command; empty when it is done. */
  private static String apply(
      Command command,
      Said said,
      Set<String> covered,
      Predicate<String> known,
      List<Accepted> accepted) {
    return switch (command) {
      case Command.Allow allow when !known.test(allow.rule()) -> "There is no rule of that name.";
      case Command.Allow allow when allow.reason().isEmpty() ->
          "It needs a reason: `/concertina allow RULE because REASON`.";
      case Command.Allow allow -> {
        accepted.add(new Accepted(said.id(), allow, covered));
        yield "";
      }
      case Command.Disallow disallow ->
          accepted.removeIf(a -> a.command().rule().equals(disallow.rule()))
              ? ""
              : "Nothing of that rule was allowed here by a command.";
      case Command.Ask ask when !Command.Ask.VERBS.contains(ask.verb()) ->
          "There is no such command. `/concertina help` lists what there is.";
      case Command.Ask ask when ask.verb().equals("explain") && !known.test(ask.argument()) ->
          "There is no rule of that name.";
      case Command.Ask ask -> "";
    };
  }

  /** For the check. */
  List<Acceptance> acceptances() {
    return accepted.stream()
        .map(
            a ->
                new Acceptance(
                    a.command().rule(), a.covered(), a.command().reason(), a.command().until()))
        .toList();
  }

  /** What is covered from now on: what was before, or what a report finds of the rule. */
  Map<Long, Set<String>> coverage(Report report) {
    Map<Long, Set<String>> coverage = new TreeMap<>();
    for (Accepted one : accepted) {
      Set<String> covered = coverage.computeIfAbsent(one.comment(), id -> new TreeSet<>());
      if (one.covered() != null) {
        covered.addAll(one.covered());
      } else {
        report.findings().stream()
            .filter(result -> result.finding().rule().equals(one.command().rule()))
            .forEach(result -> covered.add(result.fingerprint()));
      }
    }
    return coverage;
  }
}
