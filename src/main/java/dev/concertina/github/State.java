package dev.concertina.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run leaves for the next one, in a hidden line of the sticky summary.
 *
 * @param said the beginnings of the fingerprints of all findings that were said and still stand, in
 *     a comment or in the summary: they are not said again
 * @param allowed by the id of the comment with the command: the fingerprints that it covers
 */
record State(Set<String> said, Map<Long, Set<String>> allowed) {

  /** Nothing was said yet. */
  static final State NONE = new State(Set.of(), Map.of());

  private static final String START = "<!-- concertina:state:v1";
  private static final String END = " -->";
  private static final Pattern PART =
      Pattern.compile(" (?:said=([0-9a-f,]*)|allow=(\\d{1,19}):([0-9a-f,]*))");

  /** So much of a fingerprint tells findings of one pull request apart. */
  private static final int SHORT = 12;

  private static final int MOST_SAID = 150;
  private static final int LONGEST = 5_000;

  /** Reads the state out of a summary. */
  static State read(String summary) {
    int start = summary.indexOf(START);
    int end = start < 0 ? -1 : summary.indexOf(END, start);
    if (end < 0 || summary.lastIndexOf('\n', start) > summary.indexOf('\n')) {
      return NONE;
    }
    Set<String> said = new TreeSet<>();
    Map<Long, Set<String>> allowed = new LinkedHashMap<>();
    Matcher part = PART.matcher(summary.substring(start + START.length(), end));
    while (part.find()) {
      if (part.group(1) != null) {
        said.addAll(list(part.group(1)));
      } else {
        allowed.put(Long.valueOf(part.group(2)), new TreeSet<>(list(part.group(3))));
      }
    }
    return new State(said, allowed);
  }

  private static List<String> list(String values) {
    return values.isEmpty() ? List.of() : List.of(values.split(","));
  }

  /** The summary with this state in its second line. */
  String into(String summary) {
    int line = summary.indexOf('\n');
    return summary.substring(0, line + 1) + text() + summary.substring(line);
  }

  private String text() {
    StringBuilder text = new StringBuilder(START);
    List<String> some = new ArrayList<>(said);
    text.append(" said=")
        .append(String.join(",", some.subList(0, Math.min(MOST_SAID, some.size()))));
    for (Map.Entry<Long, Set<String>> entry : allowed.entrySet()) {
      String part = " allow=" + entry.getKey() + ":" + String.join(",", entry.getValue());
      // What has no room is not covered: then the finding stands.
      if (text.length() + part.length() < LONGEST) {
        text.append(part);
      }
    }
    return text.append(END).toString();
  }

  /** Whether one of these findings was said and still stood at the last run. */
  boolean hasSaid(List<String> fingerprints) {
    return fingerprints.stream().anyMatch(f -> said.contains(brief(f)));
  }

  /** As {@link #said} has it. */
  static String brief(String fingerprint) {
    return fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
  }
}
