package dev.concertina.rule;

import java.util.List;
import java.util.Set;

/**
 * Which facts make a hazard. {@code all}, {@code any}, {@code not}, {@code in} and {@code at-least}
 * are the only connectives; a fact that does not apply is equal to nothing.
 */
public sealed interface Condition {

  /** Whether it holds for these facts. */
  boolean holds(Facts facts);

  /** Holds always. */
  Condition ALWAYS = new All(List.of());

  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      for (Condition part : parts) {
        if (!part.holds(facts)) {
          return false;
        }
      }
      return true;
    }
  }

  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      for (Condition part : parts) {
        if (part.holds(facts)) {
          return true;
        }
      }
      return false;
    }
  }

  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return !part.holds(facts);
    }
  }

  /** The fact is one of these words; a list fact has one of them. */
  record In(Fact fact, Set<String> words) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      Object value = facts.value(fact);
      return value instanceof List<?> list
          ? list.stream().anyMatch(words::contains)
          : value != null && words.contains(Facts.word(value));
    }
  }

  /** The fact, whose type has an order, is at least this; a list has at least so many items. */
  record AtLeast(Fact fact, int rank) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return switch (facts.value(fact)) {
        case Enum<?> constant -> constant.ordinal() >= rank;
        case Integer number -> number >= rank;
        case List<?> list -> list.size() >= rank;
        case null, default -> false;
      };
    }
  }
}
