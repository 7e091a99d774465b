package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;

/** A piece of SQL: sent when it is waited for, and otherwise a part of something. */
final class KnexRaw extends Host {

  private final Journal journal;
  private final Value text;
  private final Value bindings;
  private boolean sent;

  KnexRaw(Journal journal, Arguments with) {
    super(with.span());
    this.journal = journal;
    text = with.at(0);
    bindings = with.at(1);
  }

  KnexRaw(Journal journal, String sql, Span span) {
    super(span);
    this.journal = journal;
    text = Values.made(sql, span);
    bindings = new Value.Nothing(span);
  }

  String sql() {
    return KnexSql.fill(Values.need(text, "a piece of SQL"), bindings);
  }

  @Override
  Value invoke(String method, Arguments with) {
    return switch (method) {
      case "toString", "toQuery" -> Values.made(sql(), with.span());
      default -> this;
    };
  }

  @Override
  Value settle() {
    if (!sent) {
      sent = true;
      boolean filled = bindings instanceof Value.Mapping || bindings instanceof Value.Many;
      if (filled && text.text() != null) {
        journal.send(text.span(), sql());
      } else {
        journal.run(text);
      }
    }
    return new Value.Unknown("", span());
  }
}
