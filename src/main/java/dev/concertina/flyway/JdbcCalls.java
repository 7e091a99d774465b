package dev.concertina.flyway;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.syntax.JavaValues;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the code of a migration and notes the SQL that it sends by JDBC or Spring. */
final class JdbcCalls {

  /** Methods whose first argument is SQL, of {@code Statement}, {@code Connection}, Spring. */
  private static final Set<String> SENDING =
      Set.of(
          "execute",
          "executeUpdate",
          "executeLargeUpdate",
          "executeQuery",
          "addBatch",
          "prepareStatement",
          "prepareCall",
          "update",
          "batchUpdate",
          "query",
          "queryForObject",
          "queryForList",
          "queryForMap",
          "queryForRowSet",
          "queryForStream",
          "sql");

  private static final Set<String> LOOPS =
      Set.of("for_statement", "enhanced_for_statement", "while_statement", "do_statement");

  /** Methods that call what they are given for every row or item. */
  private static final Set<String> PER_ROW = Set.of("forEach", "query", "queryForStream", "map");

  private static final int DEEPEST = 8;
  private static final int MOST_CALLS = 2_000;

  private final SourceFile file;
  private final JavaValues values;
  private final Map<String, Node> methods;
  private final Transcript transcript;
  private final Set<String> open = new HashSet<>();
  private int calls;

  JdbcCalls(SourceFile file, JavaValues values, Map<String, Node> methods, Transcript transcript) {
    this.file = file;
    this.values = values;
    this.methods = methods;
    this.transcript = transcript;
  }

  /** Notes what a method sends. */
  void follow(Node method) {
    String name = file.text(method.child("name"));
    Node body = method.child("body");
    if (body != null && open.size() < DEEPEST && open.add(name)) {
      walk(body);
      open.remove(name);
    }
  }

  private void walk(Node node) {
    switch (node.type()) {
      case "local_variable_declaration" -> {
        node.children().forEach(this::walk);
        values.noteVariables(node);
      }
      case "assignment_expression" -> {
        node.children().forEach(this::walk);
        values.forget(file.text(node.child("left")));
      }
      case "method_invocation" -> call(node);
      case "class_declaration" -> {}
      default -> {
        if (LOOPS.contains(node.type())) {
          loop(node, node.children());
        } else {
          node.children().forEach(this::walk);
        }
      }
    }
  }

  private void loop(Node node, List<Node> repeated) {
    transcript.repeat("java", file.span(node), () -> repeated.forEach(this::walk));
  }

  private void call(Node node) {
    Node receiver = node.child("object");
    Node arguments = node.child("arguments");
    String name = file.text(node.child("name"));
    if (receiver != null) {
      walk(receiver);
    }
    List<Node> given = arguments == null ? List.of() : arguments.parts();
    if (SENDING.contains(name) && receiver != null && !given.isEmpty()) {
      send(name, given.get(0), file.span(node));
    }
    boolean perRow = PER_ROW.contains(name) && given.stream().anyMatch(JdbcCalls::isLambda);
    if (perRow) {
      loop(node, given);
    } else {
      given.forEach(this::walk);
    }
    boolean own = receiver == null || receiver.is("this");
    if (own && methods.containsKey(name) && ++calls < MOST_CALLS) {
      follow(methods.get(name));
    }
  }

  private static boolean isLambda(Node argument) {
    return argument.is("lambda_expression") || argument.is("method_reference");
  }

  private void send(String name, Node argument, Span call) {
    Value sql = values.value(argument);
    boolean certain = sql.text() != null;
    boolean mayBeOther = !certain && (isLambda(argument) || name.equals("update"));
    if (certain && transcript.repeats()) {
      transcript.run(new Value.Text(computed(sql.text()), -1, call));
    } else if (!mayBeOther || isJoined(argument)) {
      transcript.run(sql);
    }
  }

  /** Text with something in it that is not known. */
  private static boolean isJoined(Node argument) {
    return argument.is("binary_expression");
  }

  /** Every pass of a loop has its own values for the parameters. */
  private static String computed(String sql) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      quoted ^= c == '\'';
      text.append(c == '?' && !quoted ? Operation.RunCode.COMPUTED : String.valueOf(c));
    }
    return text.toString();
  }
}
