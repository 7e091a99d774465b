package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.DropObject;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads DROP of anything: one operation for each object that is named. */
final class DropReader {

  private DropReader() {}

  /** Reads on behind {@code DROP}. */
  static List<Operation> read(Cursor c) {
    Span span = c.span();
    c.acceptAny("temporary");
    if (c.accept("owned", "by")) {
      Name role = c.name();
      c.skipRest();
      return List.of(new DropObject(ObjectKind.OTHER, role, null, false, true, span));
    }
    ObjectKind what = ObjectKindReader.read(c);
    boolean concurrently = what == ObjectKind.INDEX && c.accept("concurrently");
    boolean ifExists = c.ifExists();
    List<Name> names = new ArrayList<>();
    do {
      names.add(ObjectKindReader.name(c, what));
    } while (c.accept(TokenKind.COMMA));
    Name on = c.accept("on") ? c.name() : null;
    boolean cascade = c.cascade();
    switch (what) {
      case DATABASE -> {
        c.accept("with");
        c.groupOrNull();
        return List.of(
            new DropObject(what, names.get(0), null, ifExists, false, span),
            ServerCommands.of("DROP", what, span));
      }
      case TABLESPACE, SUBSCRIPTION -> {
        return List.of(ServerCommands.of("DROP", what, span));
      }
      default -> {}
    }
    List<Operation> operations = new ArrayList<>();
    for (Name name : names) {
      operations.add(
          switch (what) {
            case TABLE -> new Operation.DropTable(name, ifExists, cascade, span);
            case INDEX -> new Operation.DropIndex(name, concurrently, ifExists, cascade, span);
            case TRIGGER ->
                new Operation.DropTrigger(table(c, on), name.local(), ifExists, cascade, span);
            default -> new DropObject(what, name, on, ifExists, cascade, span);
          });
    }
    return operations;
  }

  private static Name table(Cursor c, Name on) {
    if (on == null && !c.tokens().syntax().mysqlFamily()) {
      throw c.expected("ON");
    }
    return on;
  }
}
