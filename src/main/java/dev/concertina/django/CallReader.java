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

/** Reads the calls in the code of a migration, and hands those about rows on. */
final class CallReader {

  /** Functions of Python that hand on what they are given. */
  private static final Set<String> HAND_ON =
      Set.of("list", "tuple", "iter", "sorted", "reversed", "set", "tqdm", "next");

  private static final String AFTER_MIGRATIONS = "django.db.models.signals.post_migrate.connect";

  private static final Set<String> COLLECTORS = Set.of("append", "extend", "add");

  private final CodeReader code;
  private final ValueReader values;
  private final PythonModule module;
  private final Scope scope;
  private final RowWriter rows;
  private final Imports imports;
  private final ProjectState state;
  private final QueryCalls queries;
  private final ConnectionCalls connections;

  CallReader(
      CodeReader code,
      ValueReader values,
      PythonModule module,
      Scope scope,
      RowWriter rows,
      Imports imports,
      ProjectState state) {
    this.code = code;
    this.values = values;
    this.module = module;
    this.scope = scope;
    this.rows = rows;
    this.imports = imports;
    this.state = state;
    queries = new QueryCalls(rows, scope);
    connections = new ConnectionCalls(rows);
  }

  Binding call(Node node) {
    Node function = node.child("function");
    if (!function.is("attribute")) {
      return plain(node, values.value(function), text(function));
    }
    String method = text(function.child("attribute"));
    Binding object = values.value(function.child("object"));
    return switch (object) {
      case Binding.Apps apps when method.equals("get_model") -> model(node);
      case Binding.Rows query ->
          queries.query(node, read(node), query, method, all(arguments(node)));
      case Binding.Row row -> {
        arguments(node);
        yield queries.row(node, read(node), row, method);
      }
      case Binding.Connection connection -> {
        arguments(node);
        yield connections.connection(node, read(node), method);
      }
      case Binding.Cursor cursor -> {
        arguments(node);
        yield connections.cursor(node, read(node), method);
      }
      case Binding.Imported imported ->
          plain(node, imports.attribute(imported, method), text(function));
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

  /** What the arguments stand for, in order; what they write is noted. */
  private List<Binding> arguments(Node node) {
    List<Binding> given = new ArrayList<>();
    for (Node argument : node.child("arguments").parts()) {
      given.add(values.value(argument.is("keyword_argument") ? argument.child("value") : argument));
    }
    return given;
  }

  private static Binding all(List<Binding> arguments) {
    return arguments.isEmpty() ? Binding.OTHER : arguments.get(0);
  }

  private Binding model(Node node) {
    List<String> texts = new ArrayList<>();
    for (Binding argument : arguments(node)) {
      if (argument instanceof Binding.Text said) {
        texts.add(said.text());
      }
    }
    Value.Call call = read(node);
    int given = node.child("arguments").parts().size();
    ModelName here = new ModelName(imports.app(), "?");
    ModelName name =
        switch (given) {
          case 1 ->
              texts.isEmpty()
                  ? ModelName.of(call.argument("app_label", 0), here, state.settings())
                  : ModelName.of(
                      new Value.Text(texts.get(0), -1, call.span()), here, state.settings());
          default -> texts.size() < 2 ? null : new ModelName(texts.get(0), texts.get(1));
        };
    if (name == null) {
      rows.unread(module.file().span(node), "which model it takes is computed");
      return Binding.OTHER;
    }
    return new Binding.ModelClass(state.model(name));
  }

  private Binding plain(Node node, Binding function, String written) {
    return switch (function) {
      case Binding.Function own -> own(node, own);
      case Binding.ModelClass it -> {
        Set<String> given = new LinkedHashSet<>(read(node).named().keySet());
        arguments(node);
        yield new Binding.Row(it.model(), null, true, scope.looped(), given, Map.of());
      }
      case Binding.Imported imported -> imported(node, imported.name());
      default -> builtin(arguments(node), written);
    };
  }

  private static Binding builtin(List<Binding> given, String name) {
    if (given.isEmpty()) {
      return Binding.OTHER;
    } else if (HAND_ON.contains(name)) {
      return given.get(0);
    }
    return switch (name) {
      case "enumerate" ->
          new Binding.Tuples(new Binding.Items(List.of(Binding.OTHER, Binding.each(given.get(0)))));
      case "zip" ->
          new Binding.Tuples(new Binding.Items(given.stream().map(Binding::each).toList()));
      default -> Binding.OTHER;
    };
  }

  private Binding own(Node node, Binding.Function function) {
    List<Binding> positional = new ArrayList<>();
    Map<String, Binding> named = new LinkedHashMap<>();
    for (Node argument : node.child("arguments").parts()) {
      if (argument.is("keyword_argument")) {
        named.put(text(argument.child("name")), values.value(argument.child("value")));
      } else {
        positional.add(values.value(argument));
      }
    }
    return code.call(function, positional, named);
  }

  private Binding imported(Node node, String name) {
    if (name.equals("django.apps.apps.get_model")) {
      imports.noteModel();
      return model(node);
    }
    List<Binding> given = arguments(node);
    if (name.equals("functools.partial")) {
      return partial(given);
    } else if (name.endsWith(".get_user_model")) {
      imports.noteModel();
      return new Binding.ModelClass(state.model(user(node)));
    } else if (name.startsWith("tqdm.")) {
      return all(given);
    }
    if (name.equals(AFTER_MIGRATIONS)) {
      if (all(given) instanceof Binding.Function handler) {
        code.afterwards(handler);
      }
      return Binding.OTHER;
    }
    // A function that is handed over is most likely called: now, or when all is done.
    for (Binding argument : given) {
      if (argument instanceof Binding.Function function) {
        code.call(function, List.of(), Map.of());
      }
    }
    if (!imports.isHarmless(name, given.stream().anyMatch(Binding::reachesRows))) {
      rows.unread(module.file().span(node), "it calls " + name + ", which is not followed");
      scope.wrote();
    }
    return Binding.OTHER;
  }

  private ModelName user(Node node) {
    Value name = new Value.Text(state.settings().userModel(), -1, module.file().span(node));
    return ModelName.of(name, new ModelName(imports.app(), "?"), state.settings());
  }

  private static Binding partial(List<Binding> given) {
    boolean known = !given.isEmpty() && given.get(0) instanceof Binding.Function;
    if (!known) {
      return Binding.OTHER;
    }
    Binding.Function function = (Binding.Function) given.get(0);
    return new Binding.Function(
        function.definition(), List.copyOf(given.subList(1, given.size())), function.around());
  }

  /** A method of something that is not followed; what it would do to rows is not known. */
  private Binding other(Node node, Node function, String method) {
    Node object = function.child("object");
    for (Binding argument : arguments(node)) {
      if (COLLECTORS.contains(method) && object.is("identifier")) {
        scope.collect(text(object), argument);
      }
    }
    boolean changes =
        Set.of("save", "bulk_create", "bulk_update").contains(method)
            || Set.of("update", "delete", "create").contains(method)
                && text(object).contains(".objects");
    if (changes) {
      rows.unread(
          module.file().span(node), "." + method + "() is called on something not followed");
      scope.wrote();
    }
    return Binding.OTHER;
  }
}
