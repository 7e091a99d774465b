package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.Grant;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads GRANT, REVOKE and COMMENT. */
final class GrantReader {

  private static final int ROLES = 20;

  private GrantReader() {}

  /** Reads on behind {@code GRANT} or {@code REVOKE}. */
  static List<Operation> read(Cursor c, boolean revoke) {
    Span span = c.span();
    String end = revoke ? "from" : "to";
    Cursor rights = c.fork();
    boolean all = rights.accept("all");
    rights.accept("privileges");
    boolean everything = all && rights.is("on");
    if (!c.skipTo("on", end)) {
      throw c.expected("ON or " + (revoke ? "FROM" : "TO"));
    }
    if (!c.accept("on")) {
      return List.of(new Grant(revoke, everything, ObjectKind.ROLE, null, roles(c, end), span));
    }
    if (c.accept("all")) {
      ObjectKind what = all(c.word());
      c.skipTo(end);
      return List.of(new Grant(revoke, everything, what, null, roles(c, end), span));
    }
    ObjectKind what = kind(c);
    List<Name> names = new ArrayList<>();
    do {
      names.add(ObjectKindReader.name(c, what));
    } while (c.accept(TokenKind.COMMA));
    String roles = roles(c, end);
    List<Operation> grants = new ArrayList<>();
    for (Name name : names) {
      grants.add(new Grant(revoke, everything, what, name, roles, span));
    }
    return grants;
  }

  private static ObjectKind all(String word) {
    return switch (word) {
      case "sequences" -> ObjectKind.SEQUENCE;
      case "functions", "routines" -> ObjectKind.FUNCTION;
      case "procedures" -> ObjectKind.PROCEDURE;
      default -> ObjectKind.TABLE;
    };
  }

  /** Without a word for it, what is granted on is a table. */
  private static ObjectKind kind(Cursor c) {
    boolean bare = c.kind(1) == TokenKind.DOT || c.kind(1) == TokenKind.COMMA;
    if (bare || c.is(1, "to") || c.is(1, "from")) {
      return ObjectKind.TABLE;
    }
    if (c.accept("foreign", "server")) {
      return ObjectKind.SERVER;
    }
    return c.is(TokenKind.WORD) ? ObjectKindReader.read(c) : ObjectKind.TABLE;
  }

  private static String roles(Cursor c, String end) {
    c.expect(end);
    String roles = c.words(ROLES);
    c.skipRest();
    return roles;
  }

  /** Reads on behind {@code COMMENT}. */
  static List<Operation> comment(Cursor c) {
    c.expect("on");
    ObjectKind what = ObjectKindReader.read(c);
    List<String> parts = what == ObjectKind.COLUMN ? parts(c) : List.of();
    Name name = parts.isEmpty() ? ObjectKindReader.name(c, what) : table(parts);
    String column = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (c.accept("on")) {
      c.accept("domain");
      name = c.name();
    }
    c.expect("is");
    c.skipRest();
    return List.of(new Operation.Comment(what, name, column, c.span()));
  }

  private static List<String> parts(Cursor c) {
    List<String> parts = new ArrayList<>(List.of(c.identifier()));
    while (c.accept(TokenKind.DOT)) {
      parts.add(c.identifier());
    }
    return parts;
  }

  /** The table in {@code schema.table.column}. */
  private static Name table(List<String> parts) {
    int last = parts.size() - 1;
    return new Name(last < 2 ? "" : parts.get(last - 2), last < 1 ? "" : parts.get(last - 1));
  }
}
