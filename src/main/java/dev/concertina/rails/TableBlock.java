package dev.concertina.rails;

import dev.concertina.schema.Span;
import java.util.List;

/** The table that a block describes or changes, the {@code t} in it. */
interface TableBlock {

  /** A statement and the call that asks for it. */
  record Placed(Span span, Sent sent) {}

  /** Whether it has a method of that name. */
  boolean knows(String method);

  /** Notes one call. */
  void call(Arguments given);

  /** What the whole block sends, at its end. */
  List<Placed> end();
}
