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
 * @param fresh comments with such commands that nobody answered yet, and what is wrong with them,
 *     empty where nothing is
 */
record Decisions(List<Accepted> accepted, Map<Said, String> fresh) {

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
    Map<Said, String> fresh = new LinkedHashMap<>();
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
      List<Command> commands = orders(said);
      if (commands.isEmpty()) {
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
        fresh.put(said, wrong);
      }
    }
    return new Decisions(accepted, fresh);
  }

  private static List<Command> orders(Said said) {
    return Command.read(said.body()).stream()
        .filter(command -> !(command instanceof Command.Ask ask) || ask.isRecheck())
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
