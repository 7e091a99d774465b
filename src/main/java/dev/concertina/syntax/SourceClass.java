package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.List;
import java.util.Optional;

/**
 * A class or record of a language that writes annotations on classes and their members: what an
 * object mapper sees of it.
 *
 * @param marks its annotations, decorators or attributes: {@code @Table(name = "audio")} is a call
 * @param bases the classes and interfaces that it inherits from, without their type arguments
 * @param members its fields, properties and methods, and the components of a record
 * @param span where its name stands
 */
public record SourceClass(
    String name, List<Value.Call> marks, List<String> bases, List<Member> members, Span span) {

  /**
   * A field, a property or a method.
   *
   * @param type as written, without its type arguments, or null
   * @param marks its annotations
   * @param value what it is given, or null
   * @param kind what it is
   * @param span where its name stands
   */
  public record Member(
      String name, String type, List<Value.Call> marks, Value value, Kind kind, Span span) {

    /** An annotation by its simple name. */
    public Optional<Value.Call> mark(String name) {
      return SourceClass.mark(marks, name);
    }

    /** Whether it has one of these annotations. */
    public boolean hasMark(String... names) {
      return List.of(names).stream().anyMatch(name -> mark(name).isPresent());
    }
  }

  /** What a member is. */
  public enum Kind {
    /** One value in each object. */
    FIELD,
    /** A field of which the language itself says that it is not stored, or one of the class. */
    APART,
    /** A method without parameters. */
    METHOD
  }

  /** An annotation by its simple name. */
  public Optional<Value.Call> mark(String name) {
    return mark(marks, name);
  }

  /** Whether it has one of these annotations. */
  public boolean hasMark(String... names) {
    return List.of(names).stream().anyMatch(name -> mark(name).isPresent());
  }

  private static Optional<Value.Call> mark(List<Value.Call> marks, String name) {
    return marks.stream().filter(mark -> mark.shortName().equals(name)).findFirst();
  }
}
