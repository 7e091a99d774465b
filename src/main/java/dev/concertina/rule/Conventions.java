package dev.concertina.rule;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a team agreed on, for the rules about conventions that can't know it by themselves.
 *
 * @param names by kind of thing (one of {@link #KINDS}) the regular expression that its whole name
 *     has to match; {@link #SNAKE_CASE} where nothing is said
 * @param comments the kinds of things that need a comment: {@code table}, {@code column}
 * @param columns the columns that every table has to have
 */
public record Conventions(Map<String, String> names, List<String> comments, List<String> columns) {

  /** The things whose names may have a pattern of their own. */
  public static final List<String> KINDS =
      List.of("table", "column", "index", "constraint", "view", "type", "function", "trigger");

  /** The things that may need a comment. */
  public static final List<String> COMMENTED = List.of("table", "column");

  /** Lower case, digits and underscores: what needs no quotes. */
  public static final String SNAKE_CASE = "[a-z_][a-z0-9_]*";

  /** What holds where a team says nothing. */
  public static final Conventions DEFAULT =
      new Conventions(Map.of(), List.of("table"), List.of("created_at"));

  public Conventions {
    names = Map.copyOf(names);
    comments = List.copyOf(comments);
    columns = List.copyOf(columns);
  }

  /** The pattern for the names of a kind of thing. */
  String pattern(String kind) {
    return names.getOrDefault(kind, SNAKE_CASE);
  }

  boolean follows(String kind, String name) {
    return Pattern.matches(pattern(kind), name);
  }
}
