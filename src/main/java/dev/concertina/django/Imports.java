package dev.concertina.django;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the code of a migration takes from other files, and what that could do to rows. */
final class Imports {

  /** Modules of Python's own that reach no rows but through what they are given. */
  private static final List<String> STANDARD =
      List.of(
          "base64.",
          "collections.",
          "copy.",
          "csv.",
          "datetime.",
          "decimal.",
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
          "typing.",
          "unicodedata.",
          "urllib.",
          "uuid.",
          "zoneinfo.");

  /** What of Django itself changes rows or runs other code. */
  private static final List<String> WRITERS =
      List.of(".call_command", ".create_permissions", ".create_contenttypes");

  private final PythonModule module;
  private final ProjectState state;
  private final String app;
  private final Map<String, String> inside = new HashMap<>();
  private boolean usesModel;

  Imports(PythonModule module, ProjectState state, String app) {
    this.module = module;
    this.state = state;
    this.app = app;
  }

  String app() {
    return app;
  }

  /** Whether the code uses a model as the application declares it today. */
  boolean usesModel() {
    return usesModel;
  }

  void noteModel() {
    usesModel = true;
  }

  /** An import in a function: {@code from shop.models import Order}. */
  void inside(Node statement) {
    Node from = statement.child("module_name");
    if (from == null) {
      return;
    }
    String prefix = module.file().text(from) + ".";
    for (Node child : statement.children()) {
      if ("name".equals(child.field())) {
        boolean aliased = child.is("aliased_import");
        String name = module.file().text(aliased ? child.child("name") : child);
        inside.put(aliased ? module.file().text(child.child("alias")) : name, prefix + name);
      }
    }
  }

  /** What a name stands for that no function of the file gives. */
  Binding global(String name) {
    String imported = inside.get(name);
    String qualified = imported == null ? module.qualified(name) : imported;
    return qualified.equals(name) ? Binding.OTHER : imported(qualified);
  }

  Binding attribute(Binding.Imported imported, String name) {
    return imported(imported.name() + "." + name);
  }

  private Binding imported(String qualified) {
    if (qualified.equals("django.db.connection") || qualified.equals("django.db.connections")) {
      return Binding.CONNECTION;
    }
    ModelName model = model(qualified);
    if (model == null) {
      return new Binding.Imported(qualified);
    }
    usesModel = true;
    return new Binding.ModelClass(state.model(model));
  }

  /** {@code shop.models.Order}, also from a module below {@code models}; null for anything else. */
  private ModelName model(String qualified) {
    String[] parts = qualified.split("\\.");
    String last = parts[parts.length - 1];
    int models = List.of(parts).lastIndexOf("models");
    boolean named = models >= 0 && models < parts.length - 1 && !last.isEmpty();
    if (!named || qualified.startsWith("django.db.") || !Character.isUpperCase(last.charAt(0))) {
      return null;
    }
    String label = models == 0 ? "" : parts[models - 1];
    ModelName found = new ModelName(label.isEmpty() ? app : label, last);
    // A class beside the models, as a list of choices, is no model.
    return models == parts.length - 2 || state.knows(found) ? found : null;
  }

  /**
   * Whether a function can do nothing to rows. What a library does can't reach them unless it is
   * given some; what the project's own code does can.
   */
  boolean isHarmless(String name, boolean givenRows) {
    if (name.startsWith("django.")) {
      return WRITERS.stream().noneMatch(name::endsWith);
    }
    // A task runs later and apart, as the application's own code.
    boolean task = name.endsWith(".delay") || name.endsWith(".apply_async");
    boolean standard = STANDARD.stream().anyMatch(prefix -> (name + ".").startsWith(prefix));
    return !givenRows && (standard || task || !isOwn(name));
  }

  /** Whether a module is the project's own: relative, or with an app of the project in its name. */
  private boolean isOwn(String name) {
    List<String> parts = List.of(name.split("\\."));
    return name.startsWith(".")
        || parts.contains(app)
        || state.models().stream().anyMatch(model -> parts.contains(model.app()));
  }
}
