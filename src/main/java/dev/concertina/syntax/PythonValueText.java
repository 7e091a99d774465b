package dev.concertina.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that were read, to be written again in a file that imports what they name. */
public final class PythonValueText {

  private static final int DEEPEST = 20;
  private static final int LONGEST = 100;
  private static final String MODELS = "django.db.models.";
  private static final String DELETION = MODELS + "deletion.";
  private static final String CONF = "django.conf.settings.";

  /** What stands for an expression that can't be written again with certainty. */
  private static final PythonExpression LEFT_OUT = PythonExpression.source("...");

  private PythonValueText() {}

  /**
   * The value as an expression; a list in a list is a tuple, as Django's own migrations have it.
   */
  public static PythonExpression of(Value value) {
    return of(value, 0);
  }

  private static PythonExpression of(Value value, int depth) {
    if (depth > DEEPEST) {
      return LEFT_OUT;
    }
    return switch (value) {
      case Value.Text text -> PythonExpression.text(text.text());
      case Value.Number number -> PythonExpression.source(number.digits());
      case Value.Flag flag -> PythonExpression.source(flag.on() ? "True" : "False");
      case Value.Nothing nothing -> PythonExpression.source("None");
      case Value.Name name -> name(name.name());
      case Value.Many many ->
          depth == 0
              ? PythonExpression.list(all(many.items(), depth))
              : new PythonExpression.Items("(", all(many.items(), depth), ")", Set.of());
      case Value.Mapping mapping -> mapping(mapping, depth);
      case Value.Call call -> call(call, depth);
      case Value.Unknown unknown -> unknown(unknown.source());
      case Value.Own own -> LEFT_OUT;
    };
  }

  /** A name with its module, as this file would write it. */
  public static PythonExpression.Source name(String name) {
    String models = name.startsWith(DELETION) ? name.substring(DELETION.length()) : null;
    models = models == null && name.startsWith(MODELS) ? name.substring(MODELS.length()) : models;
    if (models != null && models.indexOf('.') < 0) {
      return new PythonExpression.Source("models." + models, Set.of());
    } else if (name.startsWith(CONF)) {
      String setting = name.substring(CONF.length());
      return new PythonExpression.Source(
          "settings." + setting, Set.of("from django.conf import settings"));
    }
    if (name.startsWith(".")) {
      return relative(name);
    }
    String module = module(name);
    return new PythonExpression.Source(
        name, module.isEmpty() ? Set.of() : Set.of("import " + module));
  }

  /** What stands in a module beside this one is imported by its name. */
  private static PythonExpression.Source relative(String name) {
    int dots = 0;
    while (dots < name.length() && name.charAt(dots) == '.') {
      dots++;
    }
    String module = module(name.substring(dots));
    String used = name.substring(dots + (module.isEmpty() ? 0 : module.length() + 1));
    if (used.isEmpty()) {
      return new PythonExpression.Source(name, Set.of());
    }
    String from = name.substring(0, dots) + module;
    return new PythonExpression.Source(
        used, Set.of("from " + from + " import " + used.split("\\.")[0]));
  }

  /** The part of a dotted name that is a module: what stands before a class or the last name. */
  private static String module(String name) {
    String[] parts = name.split("\\.");
    StringBuilder module = new StringBuilder();
    for (int i = 0; i < parts.length - 1 && isLower(parts[i]); i++) {
      module.append(i == 0 ? "" : ".").append(parts[i]);
    }
    return module.toString();
  }

  private static boolean isLower(String part) {
    return !part.isEmpty() && !Character.isUpperCase(part.charAt(0));
  }

  private static List<PythonExpression> all(List<Value> values, int depth) {
    return values.stream().map(value -> of(value, depth + 1)).toList();
  }

  private static PythonExpression mapping(Value.Mapping mapping, int depth) {
    List<PythonExpression> entries = new ArrayList<>();
    for (Map.Entry<Value, Value> entry : mapping.entries()) {
      String key = of(entry.getKey(), depth + 1).line();
      entries.add(new PythonExpression.Named(key + ": ", of(entry.getValue(), depth + 1)));
    }
    return new PythonExpression.Items("{", entries, "}", Set.of());
  }

  private static PythonExpression call(Value.Call call, int depth) {
    List<PythonExpression> arguments = new ArrayList<>(arguments(call.arguments(), depth));
    if (!call.complete()) {
      return LEFT_OUT;
    } else if (isOperator(call.name())) {
      return operator(call.name(), arguments);
    }
    call.named()
        .forEach(
            (name, value) ->
                arguments.add(
                    PythonExpression.named(
                        name, of(value, value instanceof Value.Many ? 0 : depth + 1))));
    if (call.receiver() != null) {
      PythonExpression receiver = of(call.receiver(), depth + 1);
      String opening = receiver.line() + "." + call.name() + "(";
      return new PythonExpression.Items(opening, arguments, ")", receiver.imports());
    }
    PythonExpression.Source name = name(call.name());
    return new PythonExpression.Items(name.text() + "(", arguments, ")", name.imports());
  }

  private static List<PythonExpression> arguments(List<Value> values, int depth) {
    return values.stream()
        .map(value -> of(value, value instanceof Value.Many ? 0 : depth + 1))
        .toList();
  }

  private static boolean isOperator(String name) {
    return !name.isEmpty()
        && name.charAt(0) != '.'
        && !Character.isJavaIdentifierStart(name.charAt(0));
  }

  private static PythonExpression operator(String sign, List<PythonExpression> operands) {
    if (operands.isEmpty()) {
      return LEFT_OUT;
    } else if (operands.size() == 1) {
      return new PythonExpression.Named(sign, operands.get(0));
    }
    String line = operands.get(0).line() + " " + sign + " " + operands.get(1).line();
    Set<String> imports = new PythonExpression.Items("", operands, "", Set.of()).imports();
    return new PythonExpression.Source("(" + line + ")", imports);
  }

  private static PythonExpression unknown(String source) {
    boolean plain = source.length() <= LONGEST && source.indexOf('\n') < 0;
    return plain ? PythonExpression.source(source) : LEFT_OUT;
  }
}
