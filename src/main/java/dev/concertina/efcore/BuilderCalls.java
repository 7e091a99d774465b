package dev.concertina.efcore;

import dev.concertina.schema.Span;
import dev.concertina.syntax.CSharpValues;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import dev.concertina.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the calls of a migration send: those of its builder. */
final class BuilderCalls extends Walk {

  private final CSharpValues values;
  private final Calls calls;
  private final Sent sent;
  private final Set<String> builders = new HashSet<>(Set.of(BUILDER));

  /** The builder that EF Core hands over. */
  static final String BUILDER = "migrationBuilder";

  BuilderCalls(SourceFile file, CSharpValues values, Sent sent) {
    super(file, values, sent.transcript(), "C#");
    this.values = values;
    this.sent = sent;
    calls = new Calls(values);
  }

  /** Of a question for the database the way of PostgreSQL is taken. */
  @Override
  protected Boolean holds(String condition) {
    return Provider.holds(condition);
  }

  @Override
  protected void given(String parameter, Value value) {
    if (isBuilder(value)) {
      builders.add(parameter);
    } else {
      super.given(parameter, value);
    }
  }

  /** What a builder is asked for is asked once, whatever the rows are. */
  @Override
  protected void loop(Node loop, List<Node> repeated) {
    walk(repeated);
  }

  @Override
  protected void call(Node node) {
    if (!(values.value(node) instanceof Value.Call call)) {
      return;
    }
    Asked asked = Asked.of(call);
    Span span = file.span(node);
    if (builders.contains(asked.root())) {
      asked(asked, span);
    } else {
      other(node, call, span);
    }
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
    String name = call.name().startsWith("this.") ? call.shortName() : call.name();
    boolean handed =
        call.arguments().stream().anyMatch(this::isBuilder)
            || call.named().values().stream().anyMatch(this::isBuilder);
    if (method(name) != null) {
      enter(name, call);
    } else if (handed && !call.name().startsWith("base.")) {
      sent.unread(span, call.shortName() + " is a method of another file");
    }
    walk(node.children());
  }

  private boolean isBuilder(Value value) {
    return value instanceof Value.Name name && builders.contains(name.name());
  }
}
