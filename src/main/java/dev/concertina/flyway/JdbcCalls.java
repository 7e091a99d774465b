package dev.concertina.flyway;

import dev.concertina.schema.Span;
import dev.concertina.syntax.JavaValues;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Parameters;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import dev.concertina.syntax.Walk;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the code of a migration and notes the SQL that it sends by JDBC or Spring. */
final class JdbcCalls extends Walk {

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

  /** Methods that call what they are given for every row or item. */
  private static final Set<String> PER_ROW = Set.of("forEach", "query", "queryForStream", "map");

  private final JavaValues values;

  JdbcCalls(SourceFile file, JavaValues values, Transcript transcript) {
    super(file, values, transcript, "Java");
    this.values = values;
  }

  /** Whether there is such a method and it says no. */
  boolean returnsFalse(String name) {
    Node method = method(name);
    return method != null && returnsFalse(method);
  }

  private static boolean returnsFalse(Node node) {
    boolean here =
        node.is("return_statement") && node.parts().stream().anyMatch(part -> part.is("false"));
    return here || node.children().stream().anyMatch(JdbcCalls::returnsFalse);
  }

  @Override
  protected void call(Node node) {
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
      repeat(node, given);
    } else {
      walk(given);
    }
    if (receiver == null || receiver.is("this")) {
      List<Value> values = given.stream().map(this.values::value).toList();
      enter(name, new Value.Call(name, null, values, Map.of(), true, file.span(node)));
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
      // Every pass of a loop has its own values for the parameters.
      transcript.run(Parameters.filled(sql.text(), List.of(), call));
    } else if (!mayBeOther || isJoined(argument)) {
      transcript.run(sql);
    }
  }

  /** Text with something in it that is not known. */
  private static boolean isJoined(Node argument) {
    return argument.is("binary_expression");
  }
}
