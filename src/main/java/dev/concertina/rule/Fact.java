package dev.concertina.rule;

import dev.concertina.schema.Effect;
import dev.concertina.schema.Lock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One named, typed value about an operation in its context. Anything that needs thought is a fact,
 * computed once in Java; rules only compare facts and put them into sentences.
 *
 * @param name as rules and sentences write it: {@code table.new}
 * @param type what its values are
 * @param says what it means, one clause, for the documentation
 * @param value computes it; returns null when it does not apply to the operation at hand
 */
public record Fact(String name, Type type, String says, Function<Context, Object> value) {

  /** What the values of a fact are. */
  public enum Type {
    /** {@link Boolean}. */
    FLAG,
    /** {@link String}. */
    TEXT,
    /** {@link Integer}. */
    NUMBER,
    /** {@link List} of strings. */
    LIST,
    /** {@link Lock}, ordered by strength. */
    LOCK,
    /** {@link Effect.Work}, ordered by cost. */
    WORK,
    /** {@link Finding.Related}: another place in the change; {@code true} when there is one. */
    PLACE,
    /** {@link List} of {@link Transformation}: in a step it is one batch of each. */
    ROWS;

    /** The values that a rule may compare with, or empty when any text will do. */
    List<String> words() {
      return switch (this) {
        case LOCK -> words(Lock.values());
        case WORK -> words(Effect.Work.values());
        case FLAG -> List.of("true", "false");
        case PLACE -> List.of("true");
        case TEXT, NUMBER, LIST, ROWS -> List.of();
      };
    }

    private static List<String> words(Enum<?>[] values) {
      return Arrays.stream(values).map(Fact::word).toList();
    }
  }

  /** Whether it says something of a file as a whole, and not of an operation alone. */
  boolean ofFiles() {
    return name.equals("reason") || name.equals("event") || name.startsWith("event.");
  }

  static Fact flag(String name, String says, Function<Context, Boolean> value) {
    return new Fact(name, Type.FLAG, says, value::apply);
  }

  static Fact text(String name, String says, Function<Context, String> value) {
    return new Fact(name, Type.TEXT, says, value::apply);
  }

  static Fact number(String name, String says, Function<Context, Integer> value) {
    return new Fact(name, Type.NUMBER, says, value::apply);
  }

  static Fact list(String name, String says, Function<Context, List<String>> value) {
    return new Fact(name, Type.LIST, says, value::apply);
  }

  static Fact place(String name, String says, Function<Context, Finding.Related> value) {
    return new Fact(name, Type.PLACE, says, value::apply);
  }

  static Fact rows(String name, String says, Function<Context, List<Transformation>> value) {
    return new Fact(name, Type.ROWS, says, value::apply);
  }

  /** An enum constant as rules write it: {@code share-row-exclusive}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
