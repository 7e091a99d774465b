package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads CREATE TRIGGER. */
final class TriggerReader {

  private TriggerReader() {}

  /** Reads on behind {@code CREATE TRIGGER}. */
  static List<Operation> create(Cursor c, boolean orReplace) {
    c.ifNotExists();
    String trigger = c.name().local();
    if (!c.acceptAny("before", "after")) {
      c.expect("instead", "of");
    }
    List<String> events = new ArrayList<>();
    do {
      events.add(event(c));
    } while (c.accept("or"));
    c.expect("on");
    Name table = c.name();
    if (!c.skipTo("execute")) {
      throw c.expected("EXECUTE");
    }
    c.skip();
    if (!c.acceptAny("function", "procedure")) {
      throw c.expected("FUNCTION");
    }
    Name function = c.name();
    c.groupOrNull();
    return List.of(
        new Operation.CreateTrigger(table, trigger, orReplace, events, function, c.span()));
  }

  private static String event(Cursor c) {
    if (!c.isAny("insert", "update", "delete", "truncate")) {
      throw c.expected("INSERT, UPDATE, DELETE or TRUNCATE");
    }
    String event = c.take().toUpperCase(Locale.ROOT);
    if (c.accept("of")) {
      do {
        c.identifier();
      } while (c.accept(TokenKind.COMMA));
    }
    return event;
  }
}
