package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.TableOption;
import dev.concertina.schema.Operation.TableOption.Option;
import dev.concertina.schema.Span;
import java.util.List;

/** Reads the actions of ALTER TABLE that are about the table as a whole. */
final class TableOptionReader {

  private final Name table;

  TableOptionReader(Name table) {
    this.table = table;
  }

  List<Operation> read(Cursor c, Span span) {
    String word = c.word();
    if (!word.isEmpty()) {
      c.skip();
    }
    switch (word) {
      case "owner" -> {
        c.expect("to");
        return option(Option.OWNER, c.identifier(), span);
      }
      case "enable", "disable" -> {
        return enable(c, word.equals("enable"), span);
      }
      case "force" -> {
        c.expect("row", "level", "security");
        return option(Option.FORCE_ROW_SECURITY, null, span);
      }
      case "no" -> {
        if (c.accept("force", "row", "level", "security")) {
          return option(Option.NO_FORCE_ROW_SECURITY, null, span);
        }
        c.expect("inherit");
        return option(Option.NO_INHERIT, c.name().toString(), span);
      }
      case "inherit" -> {
        return option(Option.INHERIT, c.name().toString(), span);
      }
      case "of" -> {
        return option(Option.OF_TYPE, c.name().toString(), span);
      }
      case "not" -> {
        c.expect("of");
        return option(Option.NOT_OF_TYPE, null, span);
      }
      case "cluster" -> {
        c.expect("on");
        return option(Option.CLUSTER_ON, c.identifier(), span);
      }
      case "replica" -> {
        c.expect("identity");
        return option(Option.REPLICA_IDENTITY, identity(c), span);
      }
      case "options" -> {
        c.group();
        return option(Option.FOREIGN_OPTIONS, null, span);
      }
      default -> {
        c.moveTo(c.at() - (word.isEmpty() ? 0 : 1));
        throw c.expected("an action of ALTER TABLE");
      }
    }
  }

  private static String identity(Cursor c) {
    return c.accept("using", "index") ? c.identifier() : c.identifier();
  }

  private List<Operation> enable(Cursor c, boolean enables, Span span) {
    if (c.accept("row", "level", "security")) {
      Option option = enables ? Option.ENABLE_ROW_SECURITY : Option.DISABLE_ROW_SECURITY;
      return option(option, null, span);
    }
    c.acceptAny("always", "replica");
    if (c.accept("rule")) {
      return option(enables ? Option.ENABLE_RULE : Option.DISABLE_RULE, c.identifier(), span);
    }
    c.expect("trigger");
    return option(enables ? Option.ENABLE_TRIGGER : Option.DISABLE_TRIGGER, c.identifier(), span);
  }

  private List<Operation> option(Option option, String detail, Span span) {
    return List.of(new TableOption(table, option, detail, span));
  }
}
