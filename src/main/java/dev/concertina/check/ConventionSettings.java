package dev.concertina.check;

import dev.concertina.rule.Conventions;
import dev.concertina.rule.Spelling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a team agreed on: the section {@code conventions} of the configuration. */
final class ConventionSettings {

  private final YamlSection section;

  ConventionSettings(YamlSection section) {
    this.section = section;
  }

  Conventions read(Conventions preset) {
    Map<String, String> names = new TreeMap<>(preset.names());
    names.putAll(patterns(section.section("names")));
    List<String> comments = section.texts("comments");
    List<String> columns = section.texts("columns");
    section.finish();
    if (comments != null) {
      comments.stream()
          .filter(kind -> !Conventions.COMMENTED.contains(kind))
          .findFirst()
          .ifPresent(kind -> unknown("comments", kind, Conventions.COMMENTED));
    }
    return new Conventions(
        names,
        comments == null ? preset.comments() : comments,
        columns == null ? preset.columns() : columns);
  }

  private Map<String, String> patterns(YamlSection names) {
    Map<String, String> patterns = new TreeMap<>();
    for (String kind : List.copyOf(names.keys())) {
      String pattern = names.text(kind);
      if (!Conventions.KINDS.contains(kind)) {
        names.problem(
            names.key(kind),
            "unknown kind of name " + kind + Spelling.didYouMean(kind, Conventions.KINDS));
      } else if (pattern != null) {
        patterns.put(kind, checked(names, kind, pattern));
      }
    }
    return patterns;
  }

  private static String checked(YamlSection names, String kind, String pattern) {
    try {
      return Pattern.compile(pattern).pattern();
    } catch (PatternSyntaxException e) {
      throw names.wrong(kind, "expected a regular expression, found " + e.getDescription());
    }
  }

  private void unknown(String key, String word, List<String> known) {
    section.problem(key, "expected " + String.join(" or ", known) + ", found " + word);
  }
}
