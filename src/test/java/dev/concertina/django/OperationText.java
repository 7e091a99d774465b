package dev.concertina.django;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Query;
import dev.concertina.schema.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;

/** An operation with all that it says, beside where it stands. */
final class OperationText {

  private OperationText() {}

  static String of(Operation operation) {
    return text(operation);
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "-";
      case Expression expression -> constant(expression.text());
      case Query query -> query.text();
      case List<?> list -> list.stream().map(OperationText::text).toList().toString();
      case Record data -> record(data);
      default -> constant(value.toString());
    };
  }

  private static String record(Record data) {
    StringJoiner parts = new StringJoiner(", ", data.getClass().getSimpleName() + "(", ")");
    for (RecordComponent part : data.getClass().getRecordComponents()) {
      try {
        Object value = part.getAccessor().invoke(data);
        if (!(value instanceof Span)) {
          parts.add(part.getName() + "=" + text(value));
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(part + " can't be read", e);
      }
    }
    return parts.toString();
  }

  /** A time or a random id is another one at every run. */
  private static String constant(String text) {
    return text.replaceAll("'[^']*'::(timestamptz|uuid)", "'…'::$1")
        .replaceAll("\\s+", " ")
        .replace("%%", "%");
  }
}
