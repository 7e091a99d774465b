package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NoEffect;
import dev.concertina.schema.Operation.NotAnalysed;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one statement, by handing it to the reader of its family. */
final class StatementReader {

  private static final int DEEPEST = 8;

  private final boolean inRoutine;
  private final int depth;

  StatementReader() {
    this(false, 0);
  }

  private StatementReader(boolean inRoutine, int depth) {
    this.inRoutine = inRoutine;
    this.depth = depth;
  }

  /** For the statements of a body inside a statement. */
  StatementReader inner() {
    return new StatementReader(true, depth + 1);
  }

  /** Whether bodies are nested so deeply that nobody means it. */
  boolean tooDeep() {
    return depth > DEEPEST;
  }

  /** What the statement does; never empty. */
  List<Operation> read(Cursor statement) {
    List<Operation> operations = Clauses.whole(statement, this::statement);
    return operations.isEmpty()
        ? List.of(new NotAnalysed("nothing could be read", statement.span()))
        : operations;
  }

  /** PERFORM: a SELECT that throws its result away. */
  List<Operation> perform(Cursor statement) {
    return Clauses.whole(
        statement,
        c -> {
          c.expect("perform");
          return new SelectReader(true).perform(c, c.span());
        });
  }

  private List<Operation> statement(Cursor c) {
    Span span = c.span();
    String word = c.word();
    if (c.is(TokenKind.META)) {
      return List.of(MetaCommands.read(c, span));
    }
    if (DmlReader.begins(c)) {
      return new DmlReader(inRoutine).read(c);
    }
    if (SessionReader.isTransaction(word)) {
      return SessionReader.transaction(c);
    }
    c.skip();
    if (inRoutine && word.equals("return")) {
      return new SelectReader(true).perform(c, span);
    }
    return switch (word) {
      case "alter" -> AlterReader.read(c);
      case "create" -> new CreateReader(this).read(c);
      case "drop" -> DropReader.read(c);
      case "truncate" -> MaintenanceReader.truncate(c);
      case "comment" -> GrantReader.comment(c);
      case "grant" -> GrantReader.read(c, false);
      case "revoke" -> GrantReader.read(c, true);
      case "set" -> SessionReader.set(c);
      case "reset" -> SessionReader.reset(c);
      case "reindex" -> IndexReader.reindex(c);
      case "refresh" -> ViewReader.refresh(c);
      case "lock" -> MaintenanceReader.lock(c);
      case "vacuum" -> MaintenanceReader.vacuum(c);
      case "analyze", "analyse" -> MaintenanceReader.analyze(c);
      case "cluster" -> MaintenanceReader.cluster(c);
      case "copy" -> MaintenanceReader.copy(c);
      case "do" -> new RoutineReader(this).block(c);
      case "call" -> {
        Operation call = new Operation.CallRoutine(c.name(), List.of(), span);
        c.group();
        yield List.of(call);
      }
      case "explain" -> explain(c, span);
      case "execute" -> throw new UnreadableException("EXECUTE of a prepared statement");
      default -> other(word, c, span);
    };
  }

  private List<Operation> explain(Cursor c, Span span) {
    boolean executes = false;
    if (c.isSymbol("(") && !c.is(1, "select")) {
      for (Cursor option : c.group().items()) {
        executes |= option.isAny("analyze", "analyse") && !option.is(1, "false");
      }
    } else {
      executes = c.acceptAny("analyze", "analyse");
      c.accept("verbose");
    }
    List<Operation> operations = new ArrayList<>();
    operations.add(new NoEffect("EXPLAIN", span));
    if (executes && c.is("explain")) {
      throw c.expected("a statement");
    }
    if (executes) {
      operations.addAll(statement(c));
    }
    c.skipRest();
    return operations;
  }

  private static List<Operation> other(String word, Cursor c, Span span) {
    String second = c.word();
    switch (word) {
      case "prepare" -> {
        String command = second.equals("transaction") ? "PREPARE TRANSACTION" : "PREPARE";
        return SessionReader.noEffect(command, c, span);
      }
      case "security" -> {
        c.expect("label");
        return SessionReader.noEffect("SECURITY LABEL", c, span);
      }
      case "reassign" -> {
        c.expect("owned", "by");
        c.skipRest();
        return List.of(
            new Operation.AlterObject(ObjectKind.OTHER, null, null, "reassign owned", span));
      }
      case "import" -> {
        c.expect("foreign", "schema");
        String detail = "import foreign schema " + c.identifier();
        c.skipRest();
        return List.of(
            new Operation.CreateObject(ObjectKind.OTHER, null, null, false, detail, span));
      }
      case "discard" -> {
        if (c.accept("all")) {
          return List.of(new Operation.ServerCommand("DISCARD ALL", span));
        }
        return SessionReader.noEffect("DISCARD", c, span);
      }
      case "listen",
          "notify",
          "unlisten",
          "show",
          "declare",
          "fetch",
          "move",
          "close",
          "deallocate",
          "load",
          "checkpoint",
          "use" -> {
        return SessionReader.noEffect(word.toUpperCase(Locale.ROOT), c, span);
      }
      default -> {
        c.moveTo(c.at() - 1);
        throw c.expected("a statement");
      }
    }
  }
}
