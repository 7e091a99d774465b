package dev.concertina.efcore;

import dev.concertina.schema.Span;
import dev.concertina.syntax.CSharpValues;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the code of a migration, and notes what its builder is asked for. */
final class Walk {

  private static final int DEEPEST = 8;
  private static final int MOST_STEPS = 5_000;
  private static final int MOST_ITEMS = 100;

  private final SourceFile file;
  private final CSharpValues values;
  private final Map<String, Node> methods;
  private final Calls calls;
  private final Sent sent;
  private final Set<String> builders = new HashSet<>();
  private final Set<Node> open = new HashSet<>();
  private int count;

  Walk(SourceFile file, CSharpValues values, Map<String, Node> methods, Sent sent) {
    this.file = file;
    this.values = values;
    this.methods = methods;
    this.sent = sent;
    calls = new Calls(values);
  }

  /** The migration's own method, whose one parameter is the builder. */
  void up(Node method) {
    for (Node parameter : parameters(method)) {
      builders.add(file.text(parameter.child("name")));
    }
    method(method);
  }

  private void method(Node method) {
    Node body = method.child("body");
    if (body != null && open.size() < DEEPEST && open.add(method)) {
      walk(body);
      open.remove(method);
    }
  }

  private static List<Node> parameters(Node method) {
    Node parameters = method.child("parameters");
    return parameters == null
        ? List.of()
        : parameters.parts().stream().filter(p -> p.child("name") != null).toList();
  }

  private void walk(Node node) {
    switch (node.type()) {
      case "invocation_expression" -> call(node);
      case "if_statement" -> condition(node);
      case "foreach_statement" -> each(node);
      case "variable_declarator" -> declared(node);
      case "assignment_expression" -> {
        node.children().forEach(this::walk);
        if (node.child("left") != null) {
          values.forget(file.text(node.child("left")));
        }
      }
      case "local_function_statement" -> {}
      default -> node.children().forEach(this::walk);
    }
  }

  private void declared(Node node) {
    node.children().forEach(this::walk);
    List<Node> parts = node.parts();
    if (parts.size() == 2) {
      values.set(file.text(parts.get(0)), values.value(parts.get(1)));
    }
  }

  /** Both ways are taken where nobody knows; of a question for the database that of PostgreSQL. */
  private void condition(Node node) {
    Node condition = node.child("condition");
    Boolean holds = condition == null ? null : Provider.holds(file.text(condition));
    for (Node child : node.children()) {
      boolean skipped =
          holds != null && (holds ? "alternative" : "consequence").equals(child.field());
      if (!skipped) {
        walk(child);
      }
    }
  }

  /** A list that is written out is gone through item by item. */
  private void each(Node node) {
    Node left = node.child("left");
    Node right = node.child("right");
    Node body = node.child("body");
    Value list = right == null ? null : values.value(right);
    boolean plain = list instanceof Value.Many && list.items().size() <= MOST_ITEMS;
    if (left == null || body == null || !plain) {
      node.children().forEach(this::walk);
      return;
    }
    for (Value item : list.items()) {
      if (spent(file.span(node))) {
        break;
      }
      values.set(file.text(left), item);
      walk(body);
    }
    values.forget(file.text(left));
  }

  private void call(Node node) {
    if (!(values.value(node) instanceof Value.Call call)) {
      return;
    }
    Asked asked = Asked.of(call);
    Span span = file.span(node);
    if (spent(span)) {
      return;
    }
    if (builders.contains(asked.root())) {
      asked(asked, span);
    } else {
      other(node, call, span);
    }
  }

  /** Whether it goes on longer than any migration that somebody wrote. */
  private boolean spent(Span span) {
    if (++count == MOST_STEPS + 1) {
      sent.unread(span, "it takes more than " + MOST_STEPS + " steps");
    }
    return count > MOST_STEPS;
  }

  private void asked(Asked asked, Span span) {
    if (asked.method().startsWith("Is")) {
      return;
    }
    try {
      if (asked.method().equals("Sql")) {
        Value sql = asked.argument("sql", 0);
        Value suppressed = asked.argument("suppressTransaction", 1);
        boolean out = suppressed != null && suppressed.isTrue();
        sent.run(sql == null ? new Value.Unknown("", span) : sql, out);
      } else {
        boolean out = asked.method().equals("CreateIndex") && new Index(asked).concurrently();
        sent.send(span, calls.sql(asked), out);
      }
    } catch (UnreadException unread) {
      sent.unread(span, unread.getMessage());
    }
  }

  /** A method of the class is followed; what another one does with the builder nobody knows. */
  private void other(Node node, Value.Call call, Span span) {
    List<Value> given = call.arguments();
    boolean handed =
        given.stream().anyMatch(this::isBuilder)
            || call.named().values().stream().anyMatch(this::isBuilder);
    Node method = methods.get(call.name().startsWith("this.") ? call.shortName() : call.name());
    if (method != null) {
      bind(method, given);
      method(method);
    } else if (handed && !call.name().startsWith("base.")) {
      sent.unread(span, call.shortName() + " is a method of another file");
    }
    node.children().forEach(this::walk);
  }

  private boolean isBuilder(Value value) {
    return value instanceof Value.Name name && builders.contains(name.name());
  }

  private void bind(Node method, List<Value> given) {
    List<Node> parameters = parameters(method);
    for (int i = 0; i < parameters.size(); i++) {
      String name = file.text(parameters.get(i).child("name"));
      if (i >= given.size()) {
        values.forget(name);
      } else if (isBuilder(given.get(i))) {
        builders.add(name);
      } else {
        values.set(name, given.get(i));
      }
    }
  }
}
