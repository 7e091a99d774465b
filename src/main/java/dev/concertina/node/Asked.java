package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;

/** An object that sends SQL when it is asked to. */
abstract class Asked extends Host {

  private final Journal journal;

  Asked(Journal journal, Span span) {
    super(span);
    this.journal = journal;
  }

  Journal journal() {
    return journal;
  }

  /** What the call does; what it needs and the program does not say makes it unread. */
  abstract Value ask(String method, Arguments with);

  @Override
  final Value invoke(String method, Arguments with) {
    try {
      return ask(method, with);
    } catch (NotSaidException unknown) {
      journal.unread(with.span(), unknown.getMessage() + " is only known when it runs");
      return new Value.Unknown(method, with.span());
    }
  }

  /** For a method that changes something in a way that is not known here. */
  final Value unread(String method, Arguments with) {
    journal.unread(with.span(), "`" + method + "` is not read yet");
    return new Value.Unknown(method, with.span());
  }

  static Value result(Arguments with) {
    return new Value.Unknown("", with.span());
  }
}
