package dev.concertina.django;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies the operations of a migration to the models, and says what Django sends to PostgreSQL for
 * each of them: first what it sends at once, then the foreign keys and indexes that it puts off
 * until the end.
 */
public final class SchemaEditor {

  private static final int DEEPEST = 10;

  /** The models after a migration, and the statements that Django sends for it. */
  public record Result(ProjectState after, List<Statement> statements) {
    public Result {
      statements = List.copyOf(statements);
    }
  }

  private final SqlReader reader;

  public SchemaEditor(SqlReader reader) {
    this.reader = reader;
  }

  /** Applies a migration. */
  Result apply(ProjectState before, MigrationFile file) {
    Script script = new Script(before.catalogue());
    ProjectState state = before;
    List<Value> operations = file.operations();
    for (int i = 0; i < operations.size(); i++) {
      script.at(i);
      state = write(script, state, file, operations.get(i), 0);
    }
    List<Statement> statements =
        new StatementList(reader, file.text(), operations).of(script.finish());
    return new Result(state.with(script.catalogue()), statements);
  }

  private ProjectState write(
      Script script, ProjectState state, MigrationFile file, Value operation, int depth) {
    String app = file.key().app();
    Span place = operation.span();
    boolean ours = operation instanceof Value.Call call && call.name().startsWith("django.");
    if (!ours || depth > DEEPEST) {
      script.unread(place, foreign(operation));
      return state;
    }
    Value.Call call = (Value.Call) operation;
    StateChange change = new StateChange(state.settings(), app);
    ProjectState after = change.apply(state, call);
    switch (call.shortName()) {
      case "SeparateDatabaseAndState" -> {
        ProjectState database = state;
        for (Value each : items(call.argument("database_operations", 0))) {
          database = write(script, database, file, each, depth + 1);
        }
        new Forgotten(script, state, app).write(call);
      }
      case "RunSQL" -> {
        Value sql = call.argument("sql", 0);
        script.run(place, sql == null ? List.of() : new RawSql(reader, file.text()).read(sql));
        oneWay(script, call, call.argument("reverse_sql", 1));
      }
      case "RunPython" -> {
        RunPython python = new RunPython(reader, file.module(), state, app);
        python.read(call, file.atomic()).forEach(script::does);
        oneWay(script, call, call.argument("reverse_code", 1));
      }
      default -> {
        if (!new OperationWriter(script, app, state, after, call).write()) {
          script.unread(place, call.shortName() + " is an operation that is not known");
        }
      }
    }
    return after;
  }

  private static void oneWay(Script script, Value.Call call, Value reverse) {
    if (reverse == null || reverse.isNull()) {
      script.does(new Operation.OneWay(call.shortName(), call.span()));
    }
  }

  private static List<Value> items(Value value) {
    return value == null ? List.of() : value.items();
  }

  private static String foreign(Value operation) {
    String name = operation instanceof Value.Call call ? call.shortName() : "this";
    return name + " is an operation of the project's own";
  }

  /** Gives each statement that is sent the text and the place of its operation. */
  private record StatementList(SqlReader reader, String file, List<Value> operations) {

    List<Statement> of(List<Script.Piece> pieces) {
      List<Statement> statements = new ArrayList<>();
      for (Script.Piece piece : pieces) {
        if (piece.sql() != null) {
          reader
              .readAt(piece.place(), piece.sql())
              .forEach(sent -> statements.add(at(piece, sent.operations(), sent.text())));
        }
        if (!piece.operations().isEmpty()) {
          statements.add(at(piece, piece.operations(), ""));
        }
        statements.addAll(piece.statements());
      }
      return statements;
    }

    private Statement at(Script.Piece piece, List<Operation> does, String sql) {
      Span span = operations.get(piece.step()).span();
      String text = file.substring(span.start(), span.end());
      return new Statement(text, span, does, List.of(), sql);
    }
  }
}
