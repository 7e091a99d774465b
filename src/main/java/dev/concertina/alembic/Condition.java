package dev.concertina.alembic;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.PythonScope;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.function.Function;

/**
 * What is known of a condition before the migration runs: on which database it does, and that it
 * does run. All else may be so or not.
 */
final class Condition {

  private static final int DEEPEST = 5;

  private final PythonModule module;
  private final PythonScope scope;
  private final Function<String, Node> functions;

  /**
   * @param functions the functions that can be called here, by name
   */
  Condition(PythonModule module, PythonScope scope, Function<String, Node> functions) {
    this.module = module;
    this.scope = scope;
    this.functions = functions;
  }

  /** True or false, or null where it may be either. */
  Boolean holds(Node condition) {
    return holds(condition, 0);
  }

  private Boolean holds(Node node, int depth) {
    if (node == null || depth > DEEPEST) {
      return null;
    }
    List<Node> parts = node.parts();
    return switch (node.type()) {
      case "parenthesized_expression" -> parts.isEmpty() ? null : holds(parts.get(0), depth);
      case "not_operator" -> {
        Boolean inner = parts.isEmpty() ? null : holds(parts.get(0), depth);
        yield inner == null ? null : Boolean.valueOf(!inner);
      }
      case "boolean_operator" -> {
        Boolean left = holds(node.child("left"), depth);
        Boolean right = holds(node.child("right"), depth);
        yield module.file().text(node.child("operator")).equals("and")
            ? both(left, right)
            : negated(both(negated(left), negated(right)));
      }
      case "comparison_operator" -> compared(node);
      case "call" -> called(node, depth);
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "identifier", "attribute" -> named(node);
      default -> null;
    };
  }

  private static Boolean both(Boolean left, Boolean right) {
    if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
      return Boolean.FALSE;
    }
    return left == null || right == null ? null : Boolean.TRUE;
  }

  private static Boolean negated(Boolean value) {
    return value == null ? null : Boolean.valueOf(!value);
  }

  private Boolean named(Node node) {
    Value value = scope.value(node);
    boolean offline = module.file().text(node).endsWith(".as_sql");
    return offline || value.isFalse() ? Boolean.FALSE : value.isTrue() ? Boolean.TRUE : null;
  }

  private Boolean compared(Node node) {
    List<Node> sides = node.parts();
    if (sides.size() != 2 || !isDialect(sides.get(0))) {
      return null;
    }
    Value other = scope.value(sides.get(1));
    String operator =
        module.file().text().substring(sides.get(0).end(), sides.get(1).start()).strip();
    return switch (operator) {
      case "==" -> other.text() == null ? null : Boolean.valueOf(isPostgres(other));
      case "!=" -> other.text() == null ? null : Boolean.valueOf(!isPostgres(other));
      case "in" -> other.items().isEmpty() ? null : Boolean.valueOf(any(other));
      case "not in" -> other.items().isEmpty() ? null : Boolean.valueOf(!any(other));
      default -> null;
    };
  }

  private static boolean any(Value names) {
    return names.items().stream().anyMatch(Condition::isPostgres);
  }

  private static boolean isPostgres(Value name) {
    return "postgresql".equals(name.text());
  }

  private boolean isDialect(Node node) {
    String written = module.file().text(node);
    Value given = node.is("identifier") ? scope.given(written) : null;
    String source = given instanceof Value.Unknown unknown ? unknown.source() : written;
    String named = given instanceof Value.Name name ? name.name() : source;
    return named.endsWith("dialect.name") || named.endsWith("dialect_name");
  }

  /** A function of the file that asks for nothing else. */
  private Boolean called(Node call, int depth) {
    String name = module.file().text(call.child("function"));
    if (name.endsWith("is_offline_mode")) {
      return Boolean.FALSE;
    }
    Node function = functions.apply(name);
    List<Node> body = function == null ? List.of() : function.child("body").parts();
    List<Node> said = body.stream().filter(part -> !part.is("expression_statement")).toList();
    boolean single = said.size() == 1 && said.get(0).is("return_statement");
    return single && !said.get(0).parts().isEmpty()
        ? holds(said.get(0).parts().get(0), depth + 1)
        : null;
  }
}
