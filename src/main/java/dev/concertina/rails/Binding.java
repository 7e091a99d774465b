package dev.concertina.rails;

import dev.concertina.syntax.Value;

/** What a name stands for while the code of a migration is followed. */
sealed interface Binding {

  /** Something that nothing is known of. */
  Binding OTHER = new Other();

  record Other() implements Binding {}

  /** A value that is known. */
  record Plain(Value value) implements Binding {}

  /** The {@code t} of a block. */
  record Table(TableBlock block) implements Binding {}

  /** The {@code dir} of {@code reversible}. */
  record Direction() implements Binding {}

  /** Rows that a query finds, or one of them. */
  record Rows(RowQuery query) implements Binding {}
}
