package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Query;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE FUNCTION, CREATE PROCEDURE and DO. */
final class RoutineReader {

  private final BodyReader bodies;

  private String returns;
  private String volatility = "volatile";
  private String language;
  private boolean definer;
  private Body body;
  private int literal = -1;

  RoutineReader(StatementReader statements) {
    bodies = new BodyReader(statements.inner());
  }

  /** Reads on behind {@code CREATE}, at FUNCTION or PROCEDURE. */
  List<Operation> create(Cursor c, boolean orReplace) {
    boolean procedure = c.is("procedure");
    ObjectKind what = procedure ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
    c.skip();
    c.ifNotExists();
    Name name = c.name();
    List<Argument> arguments = arguments(c.group());
    returns(c);
    while (!c.done() && option(c)) {
      // Each call reads one.
    }
    if (body == null) {
      body = body(c);
    }
    return List.of(
        new Operation.CreateRoutine(
            what,
            name,
            orReplace,
            arguments.stream().map(Argument::type).toList(),
            arguments.stream().map(Argument::name).toList(),
            procedure ? null : returns,
            volatility,
            language == null ? "sql" : language,
            definer,
            body.operations(),
            body.commits(),
            body.unjudged(),
            body.copiesColumns(),
            c.span()));
  }

  private Body body(Cursor c) {
    if (literal < 0) {
      return Body.opaque("its body is missing");
    }
    return bodies.read(
        Literals.inner(c.tokens(), literal),
        language == null ? "sql" : language,
        c.tokens().syntax());
  }

  /** An argument that callers give; without a name its name is empty. */
  private record Argument(String name, String type) {}

  private static List<Argument> arguments(Cursor group) {
    List<Argument> arguments = new ArrayList<>();
    for (Cursor item : group.items()) {
      boolean in = item.accept("in");
      boolean out = item.accept("out");
      if (!in && !out) {
        item.acceptAny("inout", "variadic");
      }
      Argument argument = in || !out ? argument(item) : null;
      if (argument != null) {
        arguments.add(argument);
      }
    }
    return arguments;
  }

  /** The columns of RETURNS TABLE, each by its name and type. */
  private static List<String> columns(Cursor group) {
    List<String> columns = new ArrayList<>();
    for (Cursor item : group.items()) {
      columns.add(item.identifier() + " " + TypeReader.read(item));
    }
    return columns;
  }

  /** An argument whose mode may stand behind its name; null when that is OUT. */
  private static Argument argument(Cursor item) {
    Cursor whole = item.fork();
    try {
      String type = TypeReader.read(whole).toString();
      if (whole.done() || whole.is("default") || whole.is(TokenKind.OPERATOR)) {
        return new Argument("", type);
      }
    } catch (UnreadableException named) {
      // Then it begins with a name.
    }
    String name = item.identifier();
    boolean in = item.accept("in");
    if (item.accept("out") && !in) {
      return null;
    }
    item.acceptAny("inout", "variadic");
    return new Argument(name, TypeReader.read(item).toString());
  }

  private void returns(Cursor c) {
    if (!c.accept("returns")) {
      return;
    }
    if (c.accept("table")) {
      returns = "table(" + String.join(", ", columns(c.group())) + ")";
      return;
    }
    boolean set = c.accept("setof");
    returns = (set ? "setof " : "") + TypeReader.read(c);
  }

  private boolean option(Cursor c) {
    switch (c.word()) {
      case "language" -> {
        c.skip();
        language = c.is(TokenKind.STRING) ? Names.lowerCase(c.string()) : c.identifier();
      }
      case "as" -> {
        c.skip();
        literal = c.at();
        c.string();
        if (c.accept(TokenKind.COMMA)) {
          c.string();
        }
      }
      case "immutable", "stable", "volatile" -> {
        volatility = c.word();
        c.skip();
      }
      case "begin" -> {
        c.expect("begin", "atomic");
        int end = c.tokens().is(c.limit() - 1, "end") ? c.limit() - 1 : c.limit();
        body = bodies.sql(c.tokens(), c.at(), end);
        c.skipRest();
      }
      case "return" -> {
        c.skip();
        Query query = c.queryOf("SELECT ", c.at(), c.limit());
        body =
            new Body(
                List.of(new Operation.Select(query, false, query.span())),
                false,
                false,
                null,
                false);
        c.skipRest();
      }
      case "set" -> {
        c.skip();
        toNextOption(c);
      }
      case "support" -> {
        c.skip();
        c.name();
      }
      case "cost", "rows", "parallel" -> {
        c.skip();
        c.take();
      }
      case "security" -> {
        c.skip();
        definer = c.is("definer");
        c.skip();
      }
      case "external", "window", "leakproof", "strict", "deterministic" -> c.skip();
      case "not" -> c.expect("not", "leakproof");
      case "called" -> c.expect("called", "on", "null", "input");
      case "returns" -> c.expect("returns", "null", "on", "null", "input");
      case "transform" -> {
        c.skip();
        while (c.accept("for", "type")) {
          TypeReader.read(c);
          c.accept(TokenKind.COMMA);
        }
      }
      case "with" -> {
        c.skip();
        c.group();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void toNextOption(Cursor c) {
    while (!c.done()
        && !c.isAny(
            "language",
            "as",
            "immutable",
            "stable",
            "volatile",
            "begin",
            "return",
            "set",
            "cost",
            "rows",
            "support",
            "parallel",
            "security",
            "external",
            "window",
            "leakproof",
            "strict",
            "called",
            "returns",
            "transform")) {
      c.skipItem();
    }
  }

  /** Reads on behind {@code DO}. */
  List<Operation> block(Cursor c) {
    language = "plpgsql";
    while (!c.done()) {
      if (c.accept("language")) {
        language = c.is(TokenKind.STRING) ? Names.lowerCase(c.string()) : c.identifier();
      } else {
        literal = c.at();
        c.string();
      }
    }
    if (literal < 0) {
      throw c.expected("a string");
    }
    Body read = body(c);
    List<Operation> operations = new ArrayList<>();
    operations.add(
        new Operation.DoBlock(language, read.loops(), read.commits(), read.operations(), c.span()));
    if (read.opaque() != null) {
      operations.add(new Operation.NotAnalysed("a block " + read.opaque(), c.span()));
    }
    return operations;
  }
}
