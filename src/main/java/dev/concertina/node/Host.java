package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;

/** An object of the framework's that a migration is handed, or gets from one. */
abstract class Host implements Value.Own {

  private final Span span;

  Host(Span span) {
    this.span = span;
  }

  @Override
  public Span span() {
    return span;
  }

  /** What {@code this.property} is. */
  Value get(String property, Span at) {
    return new Value.Unknown(property, at);
  }

  /** What {@code this.method(…)} does and gives. */
  Value invoke(String method, Arguments with) {
    return new Value.Unknown(method, with.span());
  }

  /** What {@code this(…)} does and gives. */
  Value apply(Arguments with) {
    return new Value.Unknown("()", with.span());
  }

  /** What {@code await this} does and gives. */
  Value settle() {
    return this;
  }
}
