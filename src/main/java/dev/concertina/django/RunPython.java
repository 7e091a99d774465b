package dev.concertina.django;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;

/** Reads what the function of a {@code RunPython} does to rows. */
final class RunPython {

  private final SqlReader reader;
  private final PythonModule module;
  private final ProjectState state;
  private final String app;

  RunPython(SqlReader reader, PythonModule module, ProjectState state, String app) {
    this.reader = reader;
    this.module = module;
    this.state = state;
    this.app = app;
  }

  /**
   * @param atomic whether the migration runs in a transaction
   */
  Operation read(Value.Call operation, boolean atomic) {
    Value code = operation.argument("code", 0);
    Value own = operation.argument("atomic", 2);
    boolean commits = !atomic && (own == null || !own.isTrue());
    Span place = operation.span();
    CodeReader followed = new CodeReader(reader, module, state, app);
    Node function = function(code);
    if (function != null) {
      followed.run(function);
    } else if (!isNoop(code)) {
      followed.unread(code == null ? place : code.span(), reason(code));
    }
    return new Operation.RunCode(
        "python", followed.loops(), commits, followed.importsModel(), followed.operations(), place);
  }

  static boolean isNoop(Value code) {
    return code instanceof Value.Name name && name.name().endsWith("RunPython.noop");
  }

  private Node function(Value code) {
    return switch (code) {
      case Value.Name name -> module.function(name.name());
      case Value.Call partial
          when partial.shortName().equals("partial") && !partial.arguments().isEmpty() ->
          function(partial.arguments().get(0));
      case null, default -> null;
    };
  }

  private static String reason(Value code) {
    return switch (code) {
      case Value.Name name when name.name().indexOf('.') >= 0 ->
          "RunPython runs " + name.name() + ", which stands in another file";
      case Value.Name name -> "RunPython runs " + name.name() + ", which the file does not define";
      case null, default -> "RunPython runs what is computed";
    };
  }
}
