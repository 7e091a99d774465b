package dev.concertina.alembic;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.Map;
import java.util.TreeMap;

/** What the {@code env.py} of a project has SET on the connection before revisions run. */
public final class EnvironmentSession {

  private final PythonModule module;
  private final boolean shared;
  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Map<String, String> set = new TreeMap<>();

  private EnvironmentSession(PythonModule module, boolean shared) {
    this.module = module;
    this.shared = shared;
  }

  /** The variables by folded name. */
  public static Map<String, String> of(String text) {
    if (!text.contains("SET ") && !text.contains("set ") && !text.contains("-c ")) {
      return Map.of();
    }
    try {
      boolean shared = Environment.of(text) == Environment.ALL;
      EnvironmentSession session = new EnvironmentSession(PythonModule.read(text), shared);
      session.visit(session.module.file().root());
      return session.set;
    } catch (UnreadableSourceException unreadable) {
      return Map.of();
    }
  }

  private void visit(Node node) {
    node.children().forEach(this::visit);
    if (node.is("call") && module.value(node) instanceof Value.Call call) {
      switch (call.shortName()) {
        case "execute", "exec_driver_sql" -> run(first(call));
        default -> {}
      }
    } else if (node.is("pair") && "options".equals(module.value(node.child("key")).text())) {
      options(module.value(node.child("value")).text());
    }
  }

  private static Value first(Value.Call call) {
    return call.arguments().isEmpty() ? null : call.arguments().get(0);
  }

  private void run(Value statement) {
    boolean wrapped = statement instanceof Value.Call made && made.shortName().equals("text");
    Value sql = wrapped ? first((Value.Call) statement) : statement;
    if (sql == null || sql.text() == null) {
      return;
    }
    for (var one : reader.read(sql.text())) {
      for (Operation operation : one.operations()) {
        // What is set for a transaction is gone when each revision has one of its own.
        if (operation instanceof Operation.SetVariable variable
            && variable.value() != null
            && (shared || !variable.local())) {
          set.put(variable.name(), variable.value());
        }
      }
    }
  }

  /** The options of libpq: {@code -c lock_timeout=4s}. */
  private void options(String written) {
    for (String option : written == null ? new String[0] : written.split("-c ")) {
      int equal = option.indexOf('=');
      if (equal > 0) {
        set.put(option.substring(0, equal).strip(), option.substring(equal + 1).strip());
      }
    }
  }
}
