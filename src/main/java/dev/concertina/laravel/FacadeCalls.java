package dev.concertina.laravel;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Chain;
import dev.concertina.syntax.DatabaseQuestion;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Parameters;
import dev.concertina.syntax.PhpValues;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import dev.concertina.syntax.Walk;
import java.util.List;
import java.util.Set;

/** What the calls of a migration send: those of {@code Schema}, {@code DB} and a blueprint. */
final class FacadeCalls extends Walk {

  /** Calls that go through rows or parts of them. */
  private static final Set<String> PER_ROW =
      Set.of("each", "chunk", "chunkById", "lazy", "lazyById", "cursor", "eachById", "map");

  /** Methods of {@code DB} that change nothing. */
  private static final Set<String> ASKING =
      Set.of(
          "raw",
          "getDriverName",
          "getConfig",
          "getPdo",
          "getSchemaBuilder",
          "getDoctrineConnection",
          "getDoctrineSchemaManager",
          "getDatabaseName",
          "getTablePrefix",
          "getQueryGrammar",
          "getSchemaGrammar",
          "getDefaultConnection",
          "getName",
          "getQueryLog",
          "enableQueryLog",
          "disableQueryLog",
          "flushQueryLog",
          "listen",
          "purge",
          "reconnect",
          "disconnect",
          "afterCommit",
          "beginTransaction",
          "commit",
          "rollBack",
          "rollback",
          "transactionLevel");

  private static final DatabaseQuestion DRIVER =
      new DatabaseQuestion(
          List.of("getDriverName()", "'database.default'", "getConfig("),
          List.of("'pgsql'"),
          List.of("'mysql'", "'mariadb'", "'sqlite'", "'sqlsrv'"));

  private final PhpValues values;
  private Blueprint blueprint;
  private String blueprintVariable;

  /** The model whose rows are gone through, or null. */
  private String rows;

  FacadeCalls(SourceFile file, PhpValues values, Transcript transcript) {
    super(file, values, transcript, "PHP");
    this.values = values;
  }

  @Override
  protected Boolean holds(String condition) {
    return DRIVER.holds(condition);
  }

  /** A blueprint is filled before anything is sent. */
  @Override
  protected void loop(Node loop, List<Node> repeated) {
    String outer = rows;
    rows = rows(loop) == null ? rows : rows(loop);
    if (blueprint != null) {
      walk(repeated);
    } else {
      super.loop(loop, repeated);
    }
    rows = outer;
  }

  @Override
  protected void call(Node node) {
    if (!(values.value(node) instanceof Value.Call call)) {
      return;
    }
    Span span = file.span(node);
    String root = Chain.root(call);
    if (blueprint != null && root.equals(blueprintVariable)) {
      blueprint.add(call);
    } else if (root.equals("$this") || root.equals("self") || root.equals("static")) {
      own(node, call);
    } else if (root.equals("Schema")) {
      schema(node, call, span);
    } else if (root.equals("DB")) {
      database(node, call, span);
    } else {
      other(node, call, root, span);
    }
  }

  private void own(Node node, Value.Call call) {
    arguments(node);
    enter(Chain.method(call), call);
  }

  private void schema(Node node, Value.Call call, Span span) {
    String method = Chain.method(call);
    List<Value> given = call.arguments();
    Value table = given.isEmpty() ? null : given.get(0);
    switch (method) {
      case "create", "table" -> blueprint(node, method, table, span);
      case "drop", "dropIfExists" -> {
        String exists = method.equals("drop") ? "" : "if exists ";
        send(span, table, name -> "drop table " + exists + name);
      }
      case "rename" ->
          send(span, table, name -> "alter table " + name + " rename to " + Names.of(second(call)));
      case "dropColumns" ->
          send(
              span,
              table,
              name ->
                  "alter table "
                      + name
                      + " "
                      + String.join(
                          ", ",
                          Names.list(second(call)).stream()
                              .map(c -> "drop column " + Names.quote(c))
                              .toList()));
      case "whenTableHasColumn", "whenTableDoesntHaveColumn" ->
          blueprint(node, "table", table, span);
      case "disableForeignKeyConstraints" -> transcript.send(span, "SET CONSTRAINTS ALL DEFERRED");
      case "enableForeignKeyConstraints" -> transcript.send(span, "SET CONSTRAINTS ALL IMMEDIATE");
      case "hasTable", "hasColumn", "hasColumns", "hasIndex", "getColumnType", "connection" -> {}
      case "getColumnListing",
          "defaultStringLength",
          "withoutForeignKeyConstraints",
          "morphUsingUuids" ->
          arguments(node);
      default -> transcript.unread(span, "Schema::" + method + " is not known");
    }
  }

  private static Value second(Value.Call call) {
    return call.argument("to", 1);
  }

  private interface Sql {
    String with(String table);
  }

  private void send(Span span, Value table, Sql sql) {
    if (table == null || table.text() == null) {
      transcript.unread(span, "the table's name is built at run time");
    } else {
      transcript.send(span, sql.with(Names.quote(table.text())));
    }
  }

  private void blueprint(Node node, String how, Value table, Span span) {
    Node closure = closure(node);
    Node parameters = closure == null ? null : closure.child("parameters");
    if (table == null || table.text() == null || parameters == null) {
      transcript.unread(span, "the table's name is built at run time");
      return;
    }
    Blueprint before = blueprint;
    String outer = blueprintVariable;
    blueprint = new Blueprint(table.text(), how.equals("create"));
    Node variable = parameters.parts().isEmpty() ? null : parameters.parts().get(0).child("name");
    blueprintVariable = variable == null ? "" : file.text(variable);
    walk(closure.child("body"));
    List<Blueprint.Sent> sent = blueprint.sql(span);
    blueprint = before;
    blueprintVariable = outer;
    for (Blueprint.Sent one : sent) {
      if (one.sql() == null) {
        transcript.unread(one.place(), one.reason());
      } else {
        transcript.send(one.place(), one.sql());
      }
    }
  }

  private static Node closure(Node call) {
    for (Node argument : PhpValues.arguments(call)) {
      for (Node part : argument.parts()) {
        if (part.is("anonymous_function") || part.is("arrow_function")) {
          return part;
        }
      }
    }
    return null;
  }

  private void database(Node node, Value.Call call, Span span) {
    String first = Chain.method(Chain.first(call));
    Value argument = Chain.first(call).arguments().stream().findFirst().orElse(null);
    switch (first) {
      case "statement",
          "unprepared",
          "insert",
          "update",
          "delete",
          "select",
          "selectOne",
          "scalar",
          "affectingStatement" -> {
        run(argument == null ? new Value.Unknown("", span) : argument, Chain.first(call), span);
      }
      case "table" -> rows(node, call, argument, span);
      case "transaction", "connection" -> arguments(node);
      default -> {
        if (!ASKING.contains(first)) {
          transcript.unread(span, "DB::" + first + " is not known");
        }
        arguments(node);
      }
    }
  }

  private void run(Value sql, Value.Call call, Span span) {
    Value bindings = call.argument("bindings", 1);
    if (bindings == null || sql.text() == null) {
      transcript.run(sql);
    } else {
      List<String> literals = bindings.items().stream().map(Query::literal).toList();
      transcript.run(Parameters.filled(sql.text(), literals, span));
    }
  }

  private void rows(Node node, Value.Call call, Value table, Span span) {
    String last = Chain.method(call);
    if (PER_ROW.contains(last)) {
      repeat(node, PhpValues.arguments(node));
      return;
    }
    if (table == null || table.text() == null) {
      transcript.unread(span, "the table's name is built at run time");
      return;
    }
    String sql = new Query(table.text(), call).sql();
    if (sql != null) {
      transcript.send(span, sql);
    }
    arguments(node);
  }

  private void other(Node node, Value.Call call, String root, Span span) {
    String method = Chain.method(call);
    boolean model =
        !root.isEmpty() && Character.isUpperCase(root.charAt(0)) && !Models.isNone(root);
    if (PER_ROW.contains(method)) {
      repeat(node, PhpValues.arguments(node));
    } else if (root.equals("Artisan")) {
      transcript.unread(span, "a command of the application runs here");
    } else if (model && Models.writes(method)) {
      transcript.send(span, Models.sql(root, call));
      arguments(node);
    } else if (rows != null && root.startsWith("$") && Models.changesRow(method)) {
      transcript.send(span, Models.row(rows, call, values.members(root)));
    } else if (root.startsWith("$") && Models.writes(method) && transcript.repeats()) {
      transcript.unread(span, "rows are changed through a model");
    } else {
      arguments(node);
    }
  }

  /** The model whose rows a loop goes through, or null. */
  private String rows(Node loop) {
    List<Node> parts = loop.parts();
    Node through = loop.is("foreach_statement") && !parts.isEmpty() ? parts.get(0) : loop;
    String root = values.value(through) instanceof Value.Call call ? Chain.root(call) : "";
    boolean model = !root.isEmpty() && Character.isUpperCase(root.charAt(0));
    return model && !root.equals("DB") && !Models.isNone(root) ? root : null;
  }

  private void arguments(Node node) {
    Node object = node.child("object");
    if (object != null) {
      walk(object);
    }
    walk(PhpValues.arguments(node));
  }
}
