package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.AlterObject;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Span;
import java.util.List;

/** Reads ALTER of anything. */
final class AlterReader {

  private static final int DETAIL_WORDS = 8;

  private AlterReader() {}

  /** Reads on behind {@code ALTER}. */
  static List<Operation> read(Cursor c) {
    Span span = c.span();
    if (c.accept("default", "privileges")) {
      c.skipRest();
      return List.of(new AlterObject(ObjectKind.OTHER, null, null, "default privileges", span));
    }
    if (c.accept("system")) {
      c.skipRest();
      return List.of(ServerCommands.of("ALTER", ObjectKind.SYSTEM, span));
    }
    ObjectKind what = ObjectKindReader.read(c);
    switch (what) {
      case TABLE, FOREIGN_TABLE -> {
        return AlterTableReader.read(c, what);
      }
      case VIEW, MATERIALIZED_VIEW -> {
        return view(c, what);
      }
      case INDEX -> {
        return index(c);
      }
      case TYPE -> {
        return TypeDefinitionReader.alter(c);
      }
      case DOMAIN -> {
        return TypeDefinitionReader.alterDomain(c);
      }
      default -> {
        c.ifExists();
        Name name = ObjectKindReader.name(c, what);
        Name on = c.accept("on") ? c.name() : null;
        if (what == ObjectKind.DATABASE && c.is("set", "tablespace")) {
          c.skipRest();
          return List.of(ServerCommands.of("ALTER", what, span));
        }
        return common(c, what, name, on);
      }
    }
  }

  /** What many kinds of object have in common, and in a few words whatever they have not. */
  static List<Operation> common(Cursor c, ObjectKind what, Name name, Name on) {
    Span span = c.span();
    if (c.accept("rename", "to")) {
      return List.of(new Operation.RenameObject(what, name, on, c.name().local(), span));
    }
    boolean routine = what == ObjectKind.FUNCTION || what == ObjectKind.PROCEDURE;
    if (c.is("set", "schema") && !(routine && c.isSymbol(2, "="))) {
      c.expect("set", "schema");
      return List.of(new Operation.MoveToSchema(what, name, c.identifier(), span));
    }
    if (c.done() && what != ObjectKind.ROLE && what != ObjectKind.DATABASE) {
      throw c.expected("what to change");
    }
    String detail = c.words(DETAIL_WORDS);
    c.skipRest();
    return List.of(new AlterObject(what, name, on, detail, span));
  }

  private static List<Operation> view(Cursor c, ObjectKind what) {
    Cursor ahead = c.fork();
    if (ahead.is("all", "in", "tablespace")) {
      return AlterTableReader.read(c, what);
    }
    ahead.ifExists();
    Name view = ahead.relation();
    boolean likeTable =
        ahead.isAny("rename", "alter", "cluster")
            || ahead.is("set", "schema")
            || what == ObjectKind.MATERIALIZED_VIEW && ahead.isAny("set", "reset", "owner");
    if (likeTable) {
      return AlterTableReader.read(c, what);
    }
    c.moveTo(ahead.at());
    return common(c, what, view, null);
  }

  private static List<Operation> index(Cursor c) {
    if (c.is("all", "in", "tablespace")) {
      return AlterTableReader.read(c, ObjectKind.INDEX);
    }
    c.ifExists();
    Name index = c.name();
    if (c.accept("attach", "partition")) {
      return List.of(new Operation.AttachIndex(index, c.name(), c.span()));
    }
    return common(c, ObjectKind.INDEX, index, null);
  }
}
