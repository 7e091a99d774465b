package dev.concertina.sql;

import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.ServerCommand;
import dev.concertina.schema.Span;
import java.util.Locale;

/** Names the commands that the database refuses inside a transaction. */
final class ServerCommands {

  private ServerCommands() {}

  static ServerCommand of(String verb, ObjectKind what, Span span) {
    return new ServerCommand(verb + " " + what.toString().toUpperCase(Locale.ROOT), span);
  }
}
