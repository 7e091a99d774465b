package dev.concertina.sql;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.ChangeGeneration;
import dev.concertina.schema.Operation.ChangeGeneration.Change;
import dev.concertina.schema.Operation.ColumnOption;
import dev.concertina.schema.Operation.ColumnOption.Option;
import dev.concertina.schema.Span;

/** Reads what ALTER TABLE … ALTER COLUMN does to the column. */
final class AlterColumnReader {

  private final Name table;
  private final Cursor cursor;
  private final Span span;
  private String column;

  AlterColumnReader(Name table, Cursor cursor, Span span) {
    this.table = table;
    this.cursor = cursor;
    this.span = span;
  }

  /** Reads on behind {@code ALTER COLUMN}. */
  Operation read() {
    // The columns of an index on expressions have numbers for names.
    column = cursor.is(TokenKind.NUMBER) ? cursor.take() : cursor.identifier();
    String word = cursor.word();
    switch (word) {
      case "type" -> {
        cursor.skip();
        return type();
      }
      case "set" -> {
        cursor.skip();
        return set();
      }
      case "drop" -> {
        cursor.skip();
        return drop();
      }
      case "add" -> {
        cursor.expect("add", "generated");
        if (!cursor.accept("always")) {
          cursor.expect("by", "default");
        }
        cursor.expect("as", "identity");
        cursor.groupOrNull();
        return generation(Change.ADD_IDENTITY);
      }
      case "restart" -> {
        return identityOptions();
      }
      case "reset" -> {
        cursor.skip();
        cursor.group();
        return option(Option.ATTRIBUTES);
      }
      case "options" -> {
        cursor.skip();
        cursor.group();
        return option(Option.FOREIGN_OPTIONS);
      }
      default -> throw cursor.expected("what to change of column \"" + column + "\"");
    }
  }

  private Operation type() {
    DataType type = TypeReader.read(cursor);
    String collation = cursor.accept("collate") ? cursor.name().toString() : null;
    Expression using = cursor.accept("using") ? cursor.expression() : null;
    return new Operation.ChangeType(table, column, type, using, collation, span);
  }

  private Operation set() {
    switch (cursor.word()) {
      case "data" -> {
        cursor.expect("data", "type");
        return type();
      }
      case "default" -> {
        cursor.skip();
        return new Operation.SetDefault(table, column, cursor.expression(), span);
      }
      case "not" -> {
        cursor.expect("not", "null");
        return new Operation.SetNotNull(table, column, span);
      }
      case "expression" -> {
        cursor.expect("expression", "as");
        cursor.group();
        return generation(Change.SET_EXPRESSION);
      }
      case "statistics" -> {
        cursor.skip();
        cursor.acceptSymbol("-");
        cursor.take();
        return option(Option.STATISTICS);
      }
      case "storage" -> {
        cursor.skip();
        cursor.take();
        return option(Option.STORAGE);
      }
      case "compression" -> {
        cursor.skip();
        cursor.take();
        return option(Option.COMPRESSION);
      }
      default -> {
        if (cursor.isSymbol("(")) {
          cursor.group();
          return option(Option.ATTRIBUTES);
        }
        cursor.moveTo(cursor.at() - 1);
        return identityOptions();
      }
    }
  }

  private Operation drop() {
    if (cursor.accept("not", "null")) {
      return new Operation.DropNotNull(table, column, span);
    }
    if (cursor.accept("default")) {
      return new Operation.DropDefault(table, column, span);
    }
    boolean identity = cursor.accept("identity");
    if (!identity) {
      cursor.expect("expression");
    }
    cursor.ifExists();
    return generation(identity ? Change.DROP_IDENTITY : Change.DROP_EXPRESSION);
  }

  /** SET GENERATED, SET INCREMENT BY and RESTART, in any number and order. */
  private Operation identityOptions() {
    while (cursor.isAny("set", "restart")) {
      boolean restarts = cursor.accept("restart");
      if (!restarts) {
        cursor.expect("set");
        if (!cursor.isAny(
            "generated",
            "increment",
            "minvalue",
            "maxvalue",
            "start",
            "cache",
            "no",
            "cycle",
            "sequence",
            "restart",
            "logged",
            "unlogged",
            "owned")) {
          throw cursor.expected("what to set of column \"" + column + "\"");
        }
      }
      while (!cursor.done() && !cursor.isAny("set", "restart")) {
        cursor.skip();
      }
    }
    return generation(Change.SET_IDENTITY);
  }

  private Operation generation(Change change) {
    return new ChangeGeneration(table, column, change, span);
  }

  private Operation option(Option option) {
    return new ColumnOption(table, column, option, span);
  }
}
