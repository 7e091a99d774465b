package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NoEffect;
import dev.concertina.schema.Operation.ServerCommand;
import dev.concertina.schema.Operation.SetVariable;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what opens and ends transactions and what sets variables. */
final class SessionReader {

  private SessionReader() {}

  /** Reads on behind {@code SET}. */
  static List<Operation> set(Cursor c) {
    Span span = c.span();
    if (c.is("constraints") || c.is("transaction")) {
      return noEffect("SET " + c.take().toUpperCase(Locale.ROOT), c, span);
    }
    if (c.accept("session", "characteristics")) {
      return noEffect("SET SESSION CHARACTERISTICS", c, span);
    }
    boolean local = c.accept("local");
    if (!local && c.is("session") && !c.isSymbol(1, "=") && !c.is(1, "to")) {
      c.skip();
    }
    if (c.accept("time", "zone") || c.accept("timezone", "to")) {
      return variable("timezone", c, local, span);
    }
    if (c.accept("names")) {
      return variable("client_encoding", c, local, span);
    }
    if (c.accept("schema")) {
      return variable("search_path", c, local, span);
    }
    if (c.accept("authorization") || c.accept("session", "authorization")) {
      return variable("session_authorization", c, local, span);
    }
    if (c.is("role") && !c.isSymbol(1, "=") && !c.is(1, "to")) {
      c.skip();
      return variable("role", c, local, span);
    }
    if (c.accept("xml", "option")) {
      return variable("xmloption", c, local, span);
    }
    String name = name(c);
    if (c.accept("from", "current")) {
      return List.of(new NoEffect("SET FROM CURRENT", span));
    }
    if (!c.acceptSymbol("=") && !c.acceptSymbol(":=") && !c.accept("to")) {
      throw c.expected("TO or \"=\"");
    }
    return variable(name, c, local, span);
  }

  private static List<Operation> variable(String name, Cursor c, boolean local, Span span) {
    String value = value(c, name.equals("timezone"));
    return List.of(new SetVariable(name, value, local, span));
  }

  static String name(Cursor c) {
    StringBuilder name = new StringBuilder();
    while (c.isSymbol("@")) {
      name.append(c.take());
    }
    if (c.isSymbol("@@")) {
      name.append(c.take());
    }
    name.append(Names.lowerCase(c.identifier()));
    while (c.accept(TokenKind.DOT)) {
      name.append('.').append(Names.lowerCase(c.identifier()));
    }
    return name.toString();
  }

  /**
   * @param zone whether LOCAL is the default of what is set
   */
  private static String value(Cursor c, boolean zone) {
    if (c.done()) {
      throw c.expected("a value");
    }
    if (c.is("default") || zone && c.is("local")) {
      c.skip();
      return null;
    }
    List<String> values = new ArrayList<>();
    for (Cursor item : c.items()) {
      boolean alone = item.at() + 1 == item.limit();
      boolean literal = alone && item.is(TokenKind.STRING);
      boolean word = alone && (item.is(TokenKind.QUOTED) || item.is(TokenKind.WORD));
      values.add(
          literal
              ? item.string()
              : word ? Names.fold(item.tokens(), item.at()) : item.text(item.at(), item.limit()));
    }
    return String.join(", ", values);
  }

  /** Reads on behind {@code RESET}. */
  static List<Operation> reset(Cursor c) {
    Span span = c.span();
    if (c.accept("time", "zone")) {
      return List.of(new SetVariable("timezone", null, false, span));
    }
    if (c.accept("session", "authorization")) {
      return List.of(new SetVariable("session_authorization", null, false, span));
    }
    if (c.accept("transaction", "isolation", "level")) {
      return List.of(new NoEffect("RESET TRANSACTION", span));
    }
    return List.of(new SetVariable(name(c), null, false, span));
  }

  /** Whether a statement that begins with this word is about the transaction. */
  static boolean isTransaction(String word) {
    return switch (word) {
      case "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release" -> true;
      default -> false;
    };
  }

  /** Reads a statement about the transaction from its first word. */
  static List<Operation> transaction(Cursor c) {
    Span span = c.span();
    String word = c.word();
    c.skip();
    switch (word) {
      case "begin" -> {
        c.skipRest();
        return List.of(new Operation.Begin(span));
      }
      case "start" -> {
        c.expect("transaction");
        c.skipRest();
        return List.of(new Operation.Begin(span));
      }
      case "savepoint" -> {
        c.identifier();
        return List.of(new NoEffect("SAVEPOINT", span));
      }
      case "release" -> {
        c.accept("savepoint");
        c.identifier();
        return List.of(new NoEffect("RELEASE SAVEPOINT", span));
      }
      default -> {
        return end(c, word.equals("commit") || word.equals("end"), span);
      }
    }
  }

  private static List<Operation> end(Cursor c, boolean commits, Span span) {
    String verb = commits ? "COMMIT" : "ROLLBACK";
    if (c.accept("prepared")) {
      c.string();
      return List.of(new ServerCommand(verb + " PREPARED", span));
    }
    c.acceptAny("work", "transaction");
    if (!commits && c.accept("to")) {
      c.accept("savepoint");
      c.identifier();
      return List.of(new NoEffect("ROLLBACK TO SAVEPOINT", span));
    }
    Operation ended = commits ? new Operation.Commit(span) : new Operation.Rollback(span);
    if (c.accept("and", "chain")) {
      return List.of(ended, new Operation.Begin(span));
    }
    c.accept("and", "no", "chain");
    return List.of(ended);
  }

  static List<Operation> noEffect(String command, Cursor c, Span span) {
    c.skipRest();
    return List.of(new NoEffect(command, span));
  }
}
