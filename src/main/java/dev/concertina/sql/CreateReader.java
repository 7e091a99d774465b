package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.CreateObject;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.Persistence;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE of anything, by handing on what has a reader of its own. */
final class CreateReader {

  private static final int OWNER_WORDS = 8;

  private final StatementReader statements;

  CreateReader(StatementReader statements) {
    this.statements = statements;
  }

  /** Reads on behind {@code CREATE}. */
  List<Operation> read(Cursor c) {
    boolean orReplace = c.accept("or", "replace");
    skipDefiner(c);
    Persistence persistence = persistence(c);
    switch (c.word()) {
      case "table" -> {
        c.skip();
        return new CreateTableReader(c, persistence).read();
      }
      case "unique", "index", "fulltext", "spatial" -> {
        boolean unique = c.accept("unique");
        c.acceptAny("fulltext", "spatial");
        c.expect("index");
        return IndexReader.create(c, unique);
      }
      case "recursive", "view" -> {
        c.accept("recursive");
        c.expect("view");
        return ViewReader.create(c, false, orReplace);
      }
      case "materialized" -> {
        c.expect("materialized", "view");
        return ViewReader.create(c, true, orReplace);
      }
      case "function", "procedure" -> {
        return new RoutineReader(statements).create(c, orReplace);
      }
      case "constraint", "trigger" -> {
        c.accept("constraint");
        c.expect("trigger");
        return TriggerReader.create(c, orReplace);
      }
      case "type" -> {
        c.skip();
        return TypeDefinitionReader.create(c);
      }
      case "domain" -> {
        c.skip();
        return TypeDefinitionReader.createDomain(c);
      }
      case "schema" -> {
        c.skip();
        return schema(c);
      }
      default -> {
        return object(c);
      }
    }
  }

  private static void skipDefiner(Cursor c) {
    if (c.tokens().syntax().mysqlFamily() && c.isAny("definer", "algorithm", "sql", "aggregate")) {
      c.skipTo("view", "function", "procedure", "trigger", "event");
    }
  }

  private static Persistence persistence(Cursor c) {
    c.acceptAny("global", "local");
    if (c.acceptAny("temp", "temporary")) {
      return Persistence.TEMPORARY;
    }
    return c.accept("unlogged") ? Persistence.UNLOGGED : Persistence.PERMANENT;
  }

  /** One that makes a slot on the publisher, as it does unless told not to, runs by itself. */
  private static Operation subscription(Cursor c, Span span) {
    Name name = Name.of(c.identifier());
    boolean makesSlot = true;
    if (c.skipTo("with") && c.accept("with")) {
      for (Cursor option : c.group().items()) {
        boolean about = option.accept("connect") || option.accept("create_slot");
        boolean valued = about && option.acceptSymbol("=") && !option.done();
        makesSlot &= !(valued && isFalse(option));
      }
    }
    c.skipRest();
    return makesSlot
        ? ServerCommands.of("CREATE", ObjectKind.SUBSCRIPTION, span)
        : new Operation.CreateObject(ObjectKind.SUBSCRIPTION, name, null, false, null, span);
  }

  private static boolean isFalse(Cursor value) {
    String text = value.is(TokenKind.STRING) ? value.string() : value.tokens().text(value.at());
    return List.of("false", "off", "0").contains(Names.lowerCase(text));
  }

  private List<Operation> object(Cursor c) {
    Span span = c.span();
    ObjectKind what = ObjectKindReader.read(c);
    boolean ifNotExists = c.ifNotExists();
    switch (what) {
      case SUBSCRIPTION -> {
        return List.of(subscription(c, span));
      }
      case DATABASE, TABLESPACE -> {
        c.identifier();
        c.skipRest();
        return List.of(ServerCommands.of("CREATE", what, span));
      }
      case COLUMN, CONSTRAINT, SYSTEM -> throw c.expected("a kind of object");
      default -> {}
    }
    boolean unnamed = what == ObjectKind.STATISTICS && (c.is("on") || c.isSymbol("("));
    Name name = unnamed ? null : ObjectKindReader.name(c, what);
    Name on = null;
    String detail = null;
    switch (what) {
      case POLICY -> {
        c.expect("on");
        on = c.name();
        detail = c.accept("as", "restrictive") ? "restrictive" : null;
      }
      case RULE -> {
        c.expect("as", "on");
        detail = c.word();
        c.skip();
        c.expect("to");
        on = c.name();
      }
      case STATISTICS -> on = c.skipTo("from") ? from(c) : null;
      case SEQUENCE -> detail = c.skipTo("owned") ? c.words(OWNER_WORDS) : null;
      default -> {}
    }
    c.skipRest();
    return List.of(new CreateObject(what, name, on, ifNotExists, detail, span));
  }

  private static Name from(Cursor c) {
    c.expect("from");
    return c.relation();
  }

  private List<Operation> schema(Cursor c) {
    boolean ifNotExists = c.ifNotExists();
    boolean owned = c.accept("authorization");
    Name name = c.name();
    if (!owned && c.accept("authorization")) {
      c.name();
    }
    List<Operation> operations = new ArrayList<>();
    operations.add(new CreateObject(ObjectKind.SCHEMA, name, null, ifNotExists, null, c.span()));
    while (c.isAny("create", "grant")) {
      int from = c.at();
      c.skip();
      c.skipTo("create", "grant");
      operations.addAll(statements.read(c.range(from, c.at())));
    }
    return operations;
  }
}
