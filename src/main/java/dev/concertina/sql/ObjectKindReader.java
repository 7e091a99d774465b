package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation.ObjectKind;

/** Reads the words that name a kind of object, and the name in the way that kind is named. */
final class ObjectKindReader {

  private ObjectKindReader() {}

  /** The kind whose words stand here. */
  static ObjectKind read(Cursor c) {
    String word = c.word();
    c.skip();
    return switch (word) {
      case "table" -> ObjectKind.TABLE;
      case "column" -> ObjectKind.COLUMN;
      case "view" -> ObjectKind.VIEW;
      case "materialized" -> {
        c.expect("view");
        yield ObjectKind.MATERIALIZED_VIEW;
      }
      case "foreign" -> {
        boolean wrapper = c.accept("data", "wrapper");
        if (!wrapper) {
          c.expect("table");
        }
        yield wrapper ? ObjectKind.OTHER : ObjectKind.FOREIGN_TABLE;
      }
      case "index" -> ObjectKind.INDEX;
      case "constraint" -> ObjectKind.CONSTRAINT;
      case "sequence" -> ObjectKind.SEQUENCE;
      case "function", "routine" -> ObjectKind.FUNCTION;
      case "procedure" -> ObjectKind.PROCEDURE;
      case "aggregate" -> ObjectKind.AGGREGATE;
      case "type" -> ObjectKind.TYPE;
      case "domain" -> ObjectKind.DOMAIN;
      case "schema" -> ObjectKind.SCHEMA;
      case "extension" -> ObjectKind.EXTENSION;
      case "database" -> ObjectKind.DATABASE;
      case "tablespace" -> ObjectKind.TABLESPACE;
      case "system" -> ObjectKind.SYSTEM;
      case "role", "group" -> ObjectKind.ROLE;
      case "user" -> c.accept("mapping") ? ObjectKind.OTHER : ObjectKind.ROLE;
      case "policy" -> ObjectKind.POLICY;
      case "trigger" -> ObjectKind.TRIGGER;
      case "event" -> {
        c.expect("trigger");
        yield ObjectKind.EVENT_TRIGGER;
      }
      case "rule" -> ObjectKind.RULE;
      case "statistics" -> ObjectKind.STATISTICS;
      case "publication" -> ObjectKind.PUBLICATION;
      case "subscription" -> ObjectKind.SUBSCRIPTION;
      case "server" -> ObjectKind.SERVER;
      case "collation" -> ObjectKind.COLLATION;
      case "cast" -> ObjectKind.CAST;
      case "operator" -> {
        c.acceptAny("class", "family");
        yield ObjectKind.OPERATOR;
      }
      case "text" -> {
        c.expect("search");
        c.skip();
        yield ObjectKind.TEXT_SEARCH;
      }
      case "trusted", "procedural" -> {
        c.accept("procedural");
        c.expect("language");
        yield ObjectKind.LANGUAGE;
      }
      case "language" -> ObjectKind.LANGUAGE;
      case "access" -> {
        c.expect("method");
        yield ObjectKind.OTHER;
      }
      case "default" -> {
        c.expect("conversion");
        yield ObjectKind.OTHER;
      }
      case "large" -> {
        c.expect("object");
        yield ObjectKind.OTHER;
      }
      case "conversion", "transform", "parameter" -> ObjectKind.OTHER;
      default -> {
        c.moveTo(c.at() - 1);
        throw c.expected("a kind of object");
      }
    };
  }

  /** The name of an object of that kind, with its arguments stepped over. */
  static Name name(Cursor c, ObjectKind kind) {
    switch (kind) {
      case CAST -> {
        Cursor group = c.group();
        return Name.of(group.text(group.at(), group.limit()));
      }
      case OPERATOR -> {
        Name name = operator(c);
        c.groupOrNull();
        if (c.accept("using")) {
          c.identifier();
        }
        return name;
      }
      case FUNCTION, PROCEDURE, AGGREGATE -> {
        Name name = c.name();
        c.groupOrNull();
        return name;
      }
      case OTHER -> {
        return other(c);
      }
      case DOMAIN, TYPE -> {
        Name name = c.name();
        while (c.isSymbol("[")) {
          c.group();
        }
        return name;
      }
      default -> {
        return c.is(TokenKind.STRING) ? Name.of(c.string()) : c.name();
      }
    }
  }

  private static Name operator(Cursor c) {
    String schema = "";
    while (c.atIdentifier() && c.kind(1) == TokenKind.DOT) {
      schema = c.identifier();
      c.skip();
    }
    if (c.atIdentifier()) {
      return new Name(schema, c.identifier());
    }
    if (!c.is(TokenKind.OPERATOR)) {
      throw c.expected("an operator");
    }
    return new Name(schema, c.take());
  }

  private static Name other(Cursor c) {
    if (c.accept("for")) {
      // USER MAPPING FOR u SERVER s, TRANSFORM FOR t LANGUAGE l
      Name name = c.name();
      c.groupOrNull();
      if (c.acceptAny("server", "language")) {
        c.identifier();
      }
      return name;
    }
    return c.is(TokenKind.NUMBER) ? Name.of(c.take()) : c.name();
  }
}
