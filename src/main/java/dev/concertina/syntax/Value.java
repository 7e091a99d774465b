package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.List;
import java.util.Map;

/**
 * What an expression of a source file says when it is read and not run: literals, calls and names.
 * Migrations in Python, Ruby or JavaScript are mostly that; whatever else they compute is {@link
 * Unknown}.
 */
public sealed interface Value {

  /** Where it stands. */
  Span span();

  /** The text of a string, or null when this is none. */
  default String text() {
    return null;
  }

  /** Whether it is the literal {@code true}. */
  default boolean isTrue() {
    return false;
  }

  /** Whether it is the literal {@code false}. */
  default boolean isFalse() {
    return false;
  }

  /** Whether it is {@code None}, {@code nil} or {@code null}. */
  default boolean isNull() {
    return false;
  }

  /** The entries of a list, tuple or set; empty when this is none. */
  default List<Value> items() {
    return List.of();
  }

  /**
   * A string.
   *
   * @param start where its first character stands in the file when it is written there character by
   *     character, or -1 when escapes or joined parts make it another text than the file's
   */
  record Text(String text, int start, Span span) implements Value {}

  /** A number, as written. */
  record Number(String digits, Span span) implements Value {}

  /** {@code true} or {@code false}. */
  record Flag(boolean on, Span span) implements Value {
    @Override
    public boolean isTrue() {
      return on;
    }

    @Override
    public boolean isFalse() {
      return !on;
    }
  }

  /** {@code None}, {@code nil}, {@code null}. */
  record Nothing(Span span) implements Value {
    @Override
    public boolean isNull() {
      return true;
    }
  }

  /** A list, tuple or set. */
  record Many(List<Value> items, Span span) implements Value {
    public Many {
      items = List.copyOf(items);
    }
  }

  /** A mapping, in the order in which it is written. */
  record Mapping(List<Map.Entry<Value, Value>> entries, Span span) implements Value {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** What a text key maps to, or null. */
    public Value get(String key) {
      return entries.stream()
          .filter(entry -> key.equals(entry.getKey().text()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * A call.
   *
   * @param name what is called, with its module when the file imports it: {@code
   *     django.db.models.CharField}; a method of something computed is its bare name
   * @param receiver what the method is called on when that is no plain name, or null
   * @param arguments the positional ones
   * @param named the keyword ones, in order
   * @param complete false when arguments are spread out ({@code *args}, {@code **options}), so that
   *     there may be others
   */
  record Call(
      String name,
      Value receiver,
      List<Value> arguments,
      Map<String, Value> named,
      boolean complete,
      Span span)
      implements Value {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The last part of the name: {@code CharField}. */
    public String shortName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A keyword argument, else the positional one at {@code position}, else null. */
    public Value argument(String keyword, int position) {
      Value value = named.get(keyword);
      return value != null || position < 0 || position >= arguments.size()
          ? value
          : arguments.get(position);
    }
  }

  /** A dotted name, with its module when the file imports it: {@code settings.AUTH_USER_MODEL}. */
  record Name(String name, Span span) implements Value {}

  /**
   * Anything else.
   *
   * @param source as written
   */
  record Unknown(String source, Span span) implements Value {}

  /** What only the reader of one framework knows: an object of the framework's, a function. */
  non-sealed interface Own extends Value {}
}
