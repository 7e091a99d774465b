package dev.concertina.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * A condition of a program that asks which database it runs on.
 *
 * @param asks what such a condition holds, one of them
 * @param own words for PostgreSQL
 * @param others words for other databases
 */
public record DatabaseQuestion(List<String> asks, List<String> own, List<String> others) {

  public DatabaseQuestion {
    asks = List.copyOf(asks);
    own = List.copyOf(own);
    others = List.copyOf(others);
  }

  /** What a condition is on PostgreSQL; null where that depends on more than the database. */
  public Boolean holds(String condition) {
    boolean either = condition.contains("||");
    boolean both = condition.contains("&&");
    if (either && both) {
      return null;
    }
    String[] parts = condition.split(either ? "\\|\\|" : "&&");
    List<Boolean> known = Arrays.stream(parts).map(this::part).toList();
    // One of them decides: a true one of either, a false one of both.
    if (known.contains(either)) {
      return either;
    }
    return known.stream().allMatch(one -> one != null) ? !either : null;
  }

  private Boolean part(String condition) {
    String bare = condition.strip();
    while (bare.startsWith("(")) {
      bare = bare.substring(1).strip();
    }
    boolean postgres = own.stream().anyMatch(bare::contains);
    boolean other = others.stream().anyMatch(bare::contains);
    if (asks.stream().noneMatch(bare::contains) || postgres == other) {
      return null;
    }
    boolean not = bare.startsWith("!") || bare.contains("!=");
    return postgres != not;
  }
}
