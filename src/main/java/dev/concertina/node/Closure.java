package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;

/**
 * A function of the program, with what it sees.
 *
 * @param self what {@code this} is in it, or null
 */
record Closure(Node node, Scope scope, Module module, Value self, Span span) implements Value.Own {

  /** The same with something that {@code this} is in it. */
  Closure with(Value another) {
    return new Closure(node, scope, module, another, span);
  }
}
