package dev.concertina.django;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the calls in the code of a migration: of models, queries, rows, cursors and functions. */
final class CallReader {

  /** Methods that give a query again, of rows that the arguments don't choose. */
  private static final Set<String> SAME_ROWS =
      Set.of(
          "all",
          "iterator",
          "order_by",
          "select_related",
          "prefetch_related",
          "using",
          "annotate",
          "alias",
          "only",
          "defer",
          "distinct",
          "reverse",
          "select_for_update",
          "db_manager",
          "get_queryset",
          "union");

  private static final Set<String> ONE_ROW = Set.of("get", "first", "last", "earliest", "latest");

  /** Functions of Python that hand on what they are given. */
  private static final Set<String> HAND_ON =
      Set.of("list", "tuple", "iter", "enumerate", "sorted", "reversed", "set", "tqdm", "next");

  /** Modules that reach no rows but through what they are given. */
  private static final List<String> HARMLESS =
      List.of(
          "base64.",
          "collections.",
          "copy.",
          "csv.",
          "datetime.",
          "decimal.",
          "django.conf.",
          "django.db.models.",
          "django.db.transaction.",
          "django.utils.",
          "functools.",
          "hashlib.",
          "io.",
          "itertools.",
          "json.",
          "logging.",
          "math.",
          "operator.",
          "os.",
          "pathlib.",
          "random.",
          "re.",
          "secrets.",
          "string.",
          "sys.",
          "time.",
          "tqdm.",
          "typing.",
          "unicodedata.",
          "urllib.",
          "uuid.",
          "zoneinfo.");

  private final CodeReader code;
  private final RowWriter rows;
  private final PythonModule module;
  private final ProjectState state;
  private final String app;
  private boolean importsModel;

  CallReader(CodeReader code, RowWriter rows, PythonModule module, ProjectState state, String app) {
    this.code = code;
    this.rows = rows;
    this.module = module;
    this.state = state;
    this.app = app;
  }

  boolean importsModel() {
    return importsModel;
  }

  /** What a name of the file stands for that no function gave. */
  Binding global(String name) {
    String qualified = module.qualified(name);
    if (qualified.equals("django.db.connection") || qualified.equals("django.db.connections")) {
      return Binding.CONNECTION;
    }
    int models = qualified.indexOf("models.");
    boolean imported = !qualified.equals(name);
    boolean model =
        imported
            && models >= 0
            && !qualified.startsWith("django.db.")
            && (models == 0 || qualified.charAt(models - 1) == '.')
            && Character.isUpperCase(name.charAt(0));
    if (model) {
      importsModel = true;
      String before = qualified.substring(0, Math.max(0, models - 1));
      String label = before.substring(before.lastIndexOf('.') + 1);
      ModelName found = new ModelName(label.isEmpty() ? app : label, last(qualified));
      return new Binding.ModelClass(state.model(found));
    }
    return imported ? new Binding.Imported(qualified) : Binding.OTHER;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** What each of several is. */
  static Binding each(Binding several) {
    return switch (several) {
      case Binding.Rows rows -> Binding.Row.found(rows.model(), rows.where());
      case Binding.Several list -> list.row();
      case Binding.Row row -> row;
      default -> Binding.OTHER;
    };
  }

  Binding attribute(Node node) {
    Binding object = code.value(node.child("object"));
    String name = text(node.child("attribute"));
    return switch (object) {
      case Binding.ModelClass it
          when name.equals("objects") || name.endsWith("manager") || name.endsWith("objects") ->
          new Binding.Rows(it.model(), null);
      case Binding.Row row -> related(row, name);
      case Binding.Connection connection -> connection;
      case Binding.Imported imported -> global(imported, name);
      default -> Binding.OTHER;
    };
  }

  private Binding global(Binding.Imported imported, String name) {
    String qualified = imported.name() + "." + name;
    return qualified.equals("django.db.connection")
        ? Binding.CONNECTION
        : new Binding.Imported(qualified);
  }

  /** The row that a foreign key points to. */
  private Binding related(Binding.Row row, String name) {
    Field field = row.model().field(name);
    Model target =
        field == null || !field.kind().isReference()
            ? null
            : new TableMapping(state).target(row.model(), field);
    return target == null ? Binding.OTHER : Binding.Row.found(target, null);
  }

  Binding call(Node node) {
    Node function = node.child("function");
    if (!function.is("attribute")) {
      return plain(node, code.value(function), text(function));
    }
    String method = text(function.child("attribute"));
    Binding object = code.value(function.child("object"));
    if (object instanceof Binding.Row row) {
      Binding done = rowMethod(node, row, method, function);
      return done;
    }
    return switch (object) {
      case Binding.Apps apps when method.equals("get_model") -> model(node);
      case Binding.ModelClass it -> {
        arguments(node);
        yield Binding.OTHER;
      }
      case Binding.Rows query -> query(node, query, method);
      case Binding.Connection connection -> connection(node, method);
      case Binding.Cursor cursor -> cursor(node, method);
      case Binding.Imported imported -> plain(node, global(imported, method), text(function));
      default -> other(node, function, method);
    };
  }

  private String text(Node node) {
    return module.file().text(node);
  }

  private Value.Call read(Node node) {
    return module.value(node) instanceof Value.Call call
        ? call
        : new Value.Call("", null, List.of(), Map.of(), false, module.file().span(node));
  }

  private Binding model(Node node) {
    Value.Call call = read(node);
    Value first = call.argument("app_label", 0);
    Value second = call.argument("model_name", 1);
    ModelName here = new ModelName(app, "?");
    ModelName name =
        second == null || second.isNull()
            ? ModelName.of(first, here, state.settings())
            : first != null && first.text() != null && second.text() != null
                ? new ModelName(first.text(), second.text())
                : null;
    if (name == null) {
      code.unread(module.file().span(node), "which model it takes is computed");
      return Binding.OTHER;
    }
    return new Binding.ModelClass(state.model(name));
  }

  /** Follows the arguments, and says whether one of them could reach rows. */
  private boolean arguments(Node node) {
    boolean reaches = false;
    for (Node argument : node.child("arguments").parts()) {
      Node value = argument.is("keyword_argument") ? argument.child("value") : argument;
      reaches |= code.value(value).reachesRows();
    }
    return reaches;
  }

  private Binding plain(Node node, Binding function, String written) {
    return switch (function) {
      case Binding.Function own -> own(node, own);
      case Binding.ModelClass it -> created(node, it.model());
      case Binding.Imported imported -> imported(node, imported.name());
      default -> HAND_ON.contains(written) ? handOn(node) : unknown(node, written);
    };
  }

  private Binding handOn(Node node) {
    Binding handed = Binding.OTHER;
    for (Node argument : node.child("arguments").parts()) {
      Binding value =
          code.value(argument.is("keyword_argument") ? argument.child("value") : argument);
      handed = handed == Binding.OTHER ? value : handed;
    }
    return handed;
  }

  private Binding unknown(Node node, String written) {
    arguments(node);
    return Binding.OTHER;
  }

  private Binding own(Node node, Binding.Function function) {
    List<Binding> positional = new ArrayList<>(function.given());
    Map<String, Binding> named = new LinkedHashMap<>();
    for (Node argument : node.child("arguments").parts()) {
      if (argument.is("keyword_argument")) {
        named.put(text(argument.child("name")), code.value(argument.child("value")));
      } else {
        positional.add(code.value(argument));
      }
    }
    return code.call(function.definition(), positional, named);
  }

  private Binding imported(Node node, String name) {
    boolean reaches = arguments(node);
    if (name.endsWith("get_user_model")) {
      importsModel = true;
      ModelName user =
          ModelName.of(
              new Value.Text(state.settings().userModel(), -1, module.file().span(node)),
              new ModelName(app, "?"),
              state.settings());
      return new Binding.ModelClass(state.model(user));
    } else if (name.startsWith("tqdm")) {
      return handOn(node);
    }
    boolean harmless = HARMLESS.stream().anyMatch(prefix -> (name + ".").startsWith(prefix));
    if (!harmless || reaches && !name.startsWith("django.")) {
      rows.unread(module.file().span(node), "it calls " + name + ", which is not followed");
      code.wrote();
    }
    return Binding.OTHER;
  }

  private Binding created(Node node, Model model) {
    Set<String> given = new LinkedHashSet<>(read(node).named().keySet());
    arguments(node);
    return new Binding.Row(model, null, true, code.loopedTable(), given);
  }

  private Binding query(Node node, Binding.Rows query, String method) {
    Value.Call call = read(node);
    Model model = query.model();
    if (SAME_ROWS.contains(method)) {
      return query;
    } else if (ONE_ROW.contains(method)) {
      return Binding.Row.found(model, rows.and(model, query.where(), call, false));
    }
    switch (method) {
      case "filter" -> {
        return new Binding.Rows(model, rows.and(model, query.where(), call, false));
      }
      case "exclude" -> {
        return new Binding.Rows(model, rows.and(model, query.where(), call, true));
      }
      case "none" -> {
        return Binding.OTHER;
      }
      default -> {}
    }
    Binding argument = handOn(node);
    switch (method) {
      case "update", "aupdate" -> write(() -> rows.update(node, model, query.where(), call));
      case "delete", "adelete" -> write(() -> rows.delete(node, model, query.where()));
      case "create", "acreate" -> {
        write(() -> rows.insert(node, model, call.named().keySet(), code.loopedTable(), false));
        return Binding.Row.found(model, null);
      }
      case "get_or_create", "update_or_create" -> {
        Set<String> columns = rows.givenTo(call);
        if (method.startsWith("update")) {
          String where = rows.and(model, query.where(), rows.lookups(call), false);
          write(() -> rows.change(node, model, where, columns));
        }
        write(() -> rows.insert(node, model, columns, code.loopedTable(), true));
        return new Binding.Pair(
            Binding.Row.found(model, rows.and(model, null, rows.lookups(call), false)));
      }
      case "bulk_create" -> {
        Binding.Row row = argument instanceof Binding.Several several ? several.row() : null;
        Set<String> columns = row == null ? Set.of() : row.touched();
        write(() -> rows.insert(node, model, columns, row == null ? null : row.from(), false));
      }
      case "bulk_update" -> {
        Set<String> columns = new LinkedHashSet<>(Words.texts(call.argument("fields", 1)));
        write(() -> rows.change(node, model, null, columns));
      }
      case "raw" -> rows.sql(node, call.argument("raw_query", 0), call.argument("params", 1));
      default -> {}
    }
    return Binding.OTHER;
  }

  private void write(Runnable change) {
    change.run();
    code.wrote();
  }

  private Binding rowMethod(Node node, Binding.Row row, String method, Node function) {
    Value.Call call = read(node);
    arguments(node);
    switch (method) {
      case "save", "asave" -> {
        Set<String> only = new LinkedHashSet<>(Words.texts(call.named().get("update_fields")));
        Set<String> columns = only.isEmpty() ? row.touched() : only;
        if (row.created()) {
          write(() -> rows.insert(node, row.model(), columns, row.from(), false));
        } else {
          write(() -> rows.change(node, row.model(), row.where(), columns));
        }
      }
      case "delete", "adelete" -> write(() -> rows.delete(node, row.model(), row.where()));
      default -> {}
    }
    return Binding.OTHER;
  }

  private Binding connection(Node node, String method) {
    Value.Call call = read(node);
    if (method.equals("cursor")) {
      return Binding.CURSOR;
    } else if (method.equals("execute")) {
      write(() -> rows.sql(node, call.argument("sql", 0), call.argument("params", 1)));
    } else if (CHANGES.contains(method)) {
      rows.unread(module.file().span(node), "it changes the schema by schema_editor." + method);
    }
    return Binding.OTHER;
  }

  /** What a schema editor does beside running SQL. */
  private static final Set<String> CHANGES =
      Set.of(
          "add_constraint",
          "add_field",
          "add_index",
          "alter_db_table",
          "alter_field",
          "create_model",
          "delete_model",
          "remove_constraint",
          "remove_field",
          "remove_index");

  private Binding cursor(Node node, String method) {
    Value.Call call = read(node);
    arguments(node);
    switch (method) {
      case "execute" ->
          write(() -> rows.sql(node, call.argument("sql", 0), call.argument("params", 1)));
      case "executemany" -> write(() -> rows.sql(node, call.argument("sql", 0), null));
      case "callproc", "copy_from", "copy_expert" ->
          rows.unread(module.file().span(node), "it calls cursor." + method);
      default -> {}
    }
    return Binding.OTHER;
  }

  /** A method of something that is not followed; what it would do to rows is not known. */
  private Binding other(Node node, Node function, String method) {
    arguments(node);
    Node object = function.child("object");
    if (object.is("attribute") && isRelated(object, method)) {
      return related(node, object, method);
    }
    boolean changes =
        Set.of("save", "bulk_create", "bulk_update").contains(method)
            || Set.of("update", "delete", "create").contains(method)
                && text(object).contains(".objects");
    if (changes) {
      rows.unread(
          module.file().span(node), "." + method + "() is called on something not followed");
      code.wrote();
    }
    return Binding.OTHER;
  }

  private boolean isRelated(Node object, String method) {
    return Set.of("add", "set", "remove", "clear").contains(method)
        && code.value(object.child("object")) instanceof Binding.Row;
  }

  /** {@code row.many.add(…)} writes to the table between the two. */
  private Binding related(Node node, Node object, String method) {
    Binding.Row row = (Binding.Row) code.value(object.child("object"));
    Field field = row.model().field(text(object.child("attribute")));
    Model between = field == null ? null : new TableMapping(state).through(row.model(), field);
    if (between == null) {
      return Binding.OTHER;
    }
    if (!method.equals("add")) {
      write(() -> rows.delete(node, between, "\"" + method + "\"()"));
    }
    if (method.equals("add") || method.equals("set")) {
      Set<String> columns = new LinkedHashSet<>();
      between.fields().stream().skip(1).forEach(each -> columns.add(each.name()));
      write(() -> rows.insert(node, between, columns, code.loopedTable(), true));
    }
    return Binding.OTHER;
  }
}
