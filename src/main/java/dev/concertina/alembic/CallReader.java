package dev.concertina.alembic;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.PythonScope;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Notes what one call of a revision does to the database. */
final class CallReader {

  private static final String OP = "alembic.op.";

  /** What {@code op} and a batch have that changes nothing by itself. */
  private static final Set<String> SILENT =
      Set.of("f", "get_bind", "get_context", "inline_literal", "batch_alter_table", "invoke");

  /** Where a function comes from that has nothing to do with databases. */
  private static final Set<String> HARMLESS =
      Set.of(
          "alembic",
          "sqlalchemy",
          "sqlmodel",
          "sqlalchemy_utils",
          "pgvector",
          "geoalchemy2",
          "logging",
          "json",
          "uuid",
          "os",
          "sys",
          "re",
          "time",
          "datetime",
          "textwrap",
          "itertools",
          "functools",
          "collections",
          "random",
          "string",
          "math",
          "hashlib",
          "base64",
          "pathlib",
          "contextlib",
          "enum",
          "typing",
          "warnings",
          "inspect",
          "operator",
          "decimal",
          "copy",
          "secrets",
          "importlib");

  private final PythonScope scope;
  private final Transcript transcript;
  private final Tables tables;
  private final OperationWriter operations;
  private final RowWriter rows;
  private final TypeReader types;
  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private int loops;
  private int committing;

  CallReader(PythonModule module, PythonScope scope, Transcript transcript) {
    this.scope = scope;
    this.transcript = transcript;
    tables = new Tables(module, scope);
    operations = new OperationWriter(module, tables);
    rows = new RowWriter(module, tables);
    types = new TypeReader(module);
  }

  /**
   * @param commits whether each turn ends with a commit
   */
  void enterLoop(boolean commits) {
    loops++;
    committing += commits ? 1 : 0;
  }

  void leaveLoop(boolean commits) {
    loops--;
    committing -= commits ? 1 : 0;
  }

  Value receiver(Value.Call call) {
    return tables.receiver(call);
  }

  void read(Value.Call call) {
    try {
      Value self = receiver(call);
      if (call.name().startsWith(OP) && call.receiver() == null) {
        operation(call, call);
      } else if (self instanceof Value.Call batch
          && batch.shortName().equals("batch_alter_table")) {
        boolean known = !SILENT.contains(call.shortName());
        operation(call, known ? OperationWriter.outside(batch, call) : call);
      } else {
        other(call, self);
      }
    } catch (ComputedException computed) {
      transcript.unread(call.span(), computed.getMessage());
    }
  }

  private void operation(Value.Call call, Value.Call outside) {
    switch (call.shortName()) {
      case "execute" -> execute(call, new Arguments(call).value("sqltext", 0));
      case "bulk_insert" -> rows(call.span(), rows.bulkInsert(call));
      default -> {
        if (SILENT.contains(call.shortName())) {
          return;
        }
        List<String> sent = operations.write(outside);
        if (sent == null) {
          transcript.unread(call.span(), "op." + call.shortName() + "() is not known");
        } else {
          sent.forEach(sql -> transcript.send(call.span(), sql));
        }
      }
    }
  }

  private void other(Value.Call call, Value self) {
    switch (call.shortName()) {
      case "execute", "exec_driver_sql" -> execute(call, first(call));
      case "scalar", "scalars" -> {
        if (first(call) != null) {
          execute(call, first(call));
        }
      }
      case "create", "drop" -> made(call, self);
      case "commit" -> commit(call, self);
      case "add", "add_all", "merge", "bulk_save_objects" -> session(call, self);
      case "bulk_insert_mappings", "bulk_update_mappings" -> session(call, self);
      case "update", "delete" -> query(call, self);
      default -> foreign(call);
    }
  }

  private static Value first(Value.Call call) {
    return call.arguments().isEmpty() ? null : call.arguments().get(0);
  }

  /** SQL as a text, in {@code text()}, or as an expression of SQLAlchemy's. */
  private void execute(Value.Call call, Value statement) {
    Value at = statement;
    while (at instanceof Value.Call made && unwraps(made)) {
      at =
          made.shortName().equals("text") || made.shortName().equals("DDL")
              ? first(made)
              : receiver(made);
    }
    if (at == null) {
      transcript.unread(call.span(), "what is executed is computed at run time");
    } else if (at.text() != null && loops == 0) {
      String sql = ExpressionWriter.sql(at.text());
      transcript.run(sql.equals(at.text()) ? at : new Value.Text(sql, -1, at.span()));
    } else if (at.text() != null) {
      rows(call.span(), List.of(ExpressionWriter.sql(at.text())));
    } else if (at instanceof Value.Call made && isDefinition(made)) {
      transcript.send(call.span(), definition(made));
    } else if (at instanceof Value.Call) {
      rows(call.span(), rows.write(at));
    } else {
      transcript.run(at);
    }
  }

  private static boolean unwraps(Value.Call call) {
    return switch (call.shortName()) {
      case "text", "DDL", "bindparams", "columns", "execution_options" -> true;
      default -> false;
    };
  }

  private static boolean isDefinition(Value.Call call) {
    return switch (call.shortName()) {
      case "CreateSequence", "DropSequence", "CreateSchema", "DropSchema" -> true;
      default -> false;
    };
  }

  private static String definition(Value.Call call) {
    Value of = first(call);
    String name = of instanceof Value.Call made ? new Arguments(made).text("name", 0) : text(of);
    Arguments own = new Arguments(call);
    String words = call.shortName().startsWith("Create") ? "CREATE " : "DROP ";
    boolean sequence = call.shortName().endsWith("Sequence");
    return words
        + (sequence ? "SEQUENCE " : "SCHEMA ")
        + (own.isTrue("if_not_exists") ? "IF NOT EXISTS " : "")
        + (own.isTrue("if_exists") ? "IF EXISTS " : "")
        + Names.quote(name)
        + (own.isTrue("cascade") ? " CASCADE" : "");
  }

  private static String text(Value value) {
    if (value == null || value.text() == null) {
      throw new ComputedException("the name");
    }
    return value.text();
  }

  /** In a loop of the program, rows are changed one after the other. */
  private void rows(Span place, List<String> sent) {
    if (loops == 0) {
      sent.forEach(sql -> transcript.send(place, sql));
      return;
    }
    List<Operation> body = new ArrayList<>();
    for (String sql : sent) {
      reader.readAt(place, sql).forEach(statement -> body.addAll(statement.operations()));
    }
    boolean changes =
        body.stream()
            .allMatch(
                o ->
                    o instanceof Operation.Update
                        || o instanceof Operation.Insert
                        || o instanceof Operation.Delete);
    if (body.isEmpty()) {
      return;
    } else if (changes) {
      transcript.does(new Operation.RunCode("python", true, committing > 0, false, body, place));
    } else {
      sent.forEach(sql -> transcript.send(place, sql));
    }
  }

  /** An enumerated type, a table or a sequence that is made by itself. */
  private void made(Value.Call call, Value self) {
    if (!(self instanceof Value.Call what)) {
      foreign(call);
      return;
    }
    boolean creates = call.shortName().equals("create");
    switch (what.shortName()) {
      case "Enum", "ENUM" -> {
        ColumnType.Enumeration type = types.read(what).enumeration();
        if (type == null || creates && type.labels().isEmpty()) {
          throw new ComputedException("the enumerated type");
        }
        transcript.send(call.span(), creates ? type.create() : "DROP TYPE " + type.name());
      }
      case "Sequence" -> {
        String name = Names.quote(new Arguments(what).text("name", 0));
        transcript.send(call.span(), (creates ? "CREATE SEQUENCE " : "DROP SEQUENCE ") + name);
      }
      case "Index", "Table" ->
          transcript.unread(
              call.span(), "it is made by " + what.shortName() + "." + call.shortName() + "()");
      default -> foreign(call);
    }
  }

  private void commit(Value.Call call, Value self) {
    // A session that is given the migration's connection leaves its transaction alone.
    if (!isSession(self) && committing == 0) {
      transcript.send(call.span(), "COMMIT");
    }
  }

  private static boolean isSession(Value self) {
    return switch (self) {
      case Value.Call made ->
          made.shortName().endsWith("ession") || made.shortName().equals("sessionmaker");
      case Value.Name name -> name.name().toLowerCase(java.util.Locale.ROOT).endsWith("session");
      case null, default -> false;
    };
  }

  private void session(Value.Call call, Value self) {
    if (!isSession(self)) {
      return;
    }
    Value row = first(call);
    String table =
        row instanceof Value.Call made ? tables.table(new Value.Name(made.name(), null)) : null;
    if (table == null || !call.shortName().equals("add")) {
      transcript.unread(call.span(), "rows are written through a session");
      return;
    }
    List<String> columns = List.copyOf(((Value.Call) row).named().keySet());
    List<String> values = columns.stream().map(c -> Operation.RunCode.COMPUTED).toList();
    rows(
        call.span(),
        List.of(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", columns.stream().map(Names::quote).toList())
                + ") VALUES ("
                + String.join(", ", values)
                + ")"));
  }

  /** {@code session.query(…).update(…)}: which rows is up to the filters. */
  private void query(Value.Call call, Value self) {
    Value at = self;
    boolean filtered = false;
    while (at instanceof Value.Call made && !made.shortName().equals("query")) {
      filtered |= made.shortName().startsWith("filter") || made.shortName().equals("where");
      at = receiver(made);
    }
    if (!(at instanceof Value.Call asked)) {
      return;
    }
    String table = tables.table(first(asked));
    if (table == null) {
      throw new ComputedException("the table");
    }
    String where = filtered ? " WHERE " + Operation.RunCode.COMPUTED + " = 1" : "";
    if (call.shortName().equals("delete")) {
      rows(call.span(), List.of("DELETE FROM " + table + where));
      return;
    }
    List<String> set = new ArrayList<>();
    if (first(call) instanceof Value.Mapping values) {
      for (var entry : values.entries()) {
        String name =
            entry.getKey() instanceof Value.Name named ? named.name() : entry.getKey().text();
        if (name != null) {
          set.add(
              Names.quote(name.substring(name.lastIndexOf('.') + 1))
                  + " = "
                  + Operation.RunCode.COMPUTED);
        }
      }
    }
    if (set.isEmpty()) {
      throw new ComputedException("what is set");
    }
    rows(call.span(), List.of("UPDATE " + table + " SET " + String.join(", ", set) + where));
  }

  /** A function of another file of the project may do anything. */
  private void foreign(Value.Call call) {
    int dot = call.name().indexOf('.');
    boolean imported =
        dot > 0 && call.receiver() == null && scope.given(call.name().substring(0, dot)) == null;
    boolean handed = call.arguments().stream().anyMatch(CallReader::isConnection);
    if (imported && handed && !HARMLESS.contains(call.name().substring(0, dot))) {
      transcript.unread(call.span(), call.shortName() + "() stands in another file");
    }
  }

  private static boolean isConnection(Value value) {
    return switch (value) {
      case Value.Call call -> call.shortName().equals("get_bind") || isSession(call);
      case Value.Name name -> name.name().equals("alembic.op") || isSession(name);
      default -> false;
    };
  }
}
