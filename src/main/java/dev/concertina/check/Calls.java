package dev.concertina.check;

import dev.concertina.migration.Migration;
import dev.concertina.schema.ExtensionFunctions;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.CallRoutine;
import dev.concertina.schema.Operation.CreateObject;
import dev.concertina.schema.Operation.CreateRoutine;
import dev.concertina.schema.Operation.DoBlock;
import dev.concertina.schema.Operation.NotAnalysed;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.RunCode;
import dev.concertina.schema.Placed;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Volatility;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks up what the routines do that a change calls: those of its own and those of the history.
 * What can't be looked up is not analysed, unless it is PostgreSQL's own or a harmless function of
 * an extension that the history creates.
 */
final class Calls {

  private static final int DEEPEST = 8;
  private static final int MOST_OPERATIONS = 10_000;

  private final Schema base;
  private final Map<Name, CreateRoutine> created = new HashMap<>();
  private final Set<String> extensions = new HashSet<>();
  private int operations;

  private Calls(Schema base) {
    this.base = base;
  }

  /** The same request, in which each call knows what it does. */
  static Request lookedUp(Request request) {
    if (request.migrations().stream().noneMatch(m -> m.statements().stream().anyMatch(Calls::in))) {
      return request;
    }
    Calls calls = new Calls(request.base());
    List<Migration> migrations = new ArrayList<>();
    request.migrations().forEach(migration -> migrations.add(calls.in(migration)));
    return request.with(migrations);
  }

  private static boolean in(Statement statement) {
    return statement.operations().stream().anyMatch(Calls::calls);
  }

  private static boolean calls(Operation operation) {
    return operation instanceof CallRoutine || operation.body().stream().anyMatch(Calls::calls);
  }

  private Migration in(Migration migration) {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : migration.statements()) {
      statements.add(in(statement) ? statement.with(in(statement.operations(), 0)) : statement);
      if (migration.direction() == Migration.Direction.UP) {
        statement.operations().forEach(this::note);
      }
    }
    return migration.with(statements);
  }

  private void note(Operation operation) {
    if (operation instanceof CreateRoutine routine) {
      created.put(routine.name(), routine);
    } else if (operation instanceof CreateObject extension
        && extension.what() == ObjectKind.EXTENSION) {
      extensions.add(extension.name().local());
    }
    operation.body().forEach(this::note);
  }

  private List<Operation> in(List<Operation> all, int depth) {
    List<Operation> known = new ArrayList<>();
    for (Operation operation : all) {
      known.add(
          switch (operation) {
            case CallRoutine call -> new CallRoutine(call.name(), does(call, depth), call.span());
            case DoBlock block ->
                new DoBlock(
                    block.language(),
                    block.loops(),
                    block.commits(),
                    in(block.body(), depth),
                    block.span());
            case RunCode code ->
                new RunCode(
                    code.language(),
                    code.loops(),
                    code.commits(),
                    code.importsModel(),
                    in(code.body(), depth),
                    code.span());
            default -> operation;
          });
    }
    return known;
  }

  /** What a routine does, all of it at the place of the call. */
  private static List<Operation> placed(List<Operation> all, CallRoutine call) {
    // What can't be read is said once, however often the routine does it.
    Set<Operation> unread = new HashSet<>();
    List<Operation> placed = new ArrayList<>();
    for (Operation operation : all) {
      Operation here =
          switch (operation) {
            case NotAnalysed part -> unread(call, ": " + part.reason());
            case DoBlock block ->
                new DoBlock(
                    block.language(),
                    block.loops(),
                    block.commits(),
                    placed(block.body(), call),
                    call.span());
            default -> Placed.at(operation, call.span());
          };
      if (!(here instanceof NotAnalysed) || unread.add(here)) {
        placed.add(here);
      }
    }
    return placed;
  }

  private List<Operation> does(CallRoutine call, int depth) {
    CreateRoutine routine = created.get(call.name());
    if (routine == null) {
      routine = base.routine(call.name()).orElse(null);
    }
    if (routine == null) {
      return Volatility.isPostgres(call.name()) || isExtensions(call.name())
          ? List.of()
          : List.of(unread(call, ", which no migration defines"));
    }
    operations += routine.statements().size();
    if (depth >= DEEPEST || operations > MOST_OPERATIONS) {
      return List.of(unread(call, " and calls more than is followed"));
    }
    List<Operation> body = in(placed(routine.statements(), call), depth + 1);
    boolean hidden = routine.opaque() != null;
    if (hidden && body.stream().noneMatch(NotAnalysed.class::isInstance)) {
      body.add(unread(call, ": " + routine.opaque()));
    }
    return body;
  }

  private boolean isExtensions(Name function) {
    String extension = ExtensionFunctions.extension(function);
    return extension != null && (extensions.contains(extension) || base.hasExtension(extension));
  }

  private static NotAnalysed unread(CallRoutine call, String why) {
    return new NotAnalysed(call.name() + "() is called" + why, call.span());
  }
}
