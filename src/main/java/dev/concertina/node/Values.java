package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What JavaScript takes values for. */
final class Values {

  private Values() {}

  /** An entry of an object; {@code undefined} where it has none. */
  static Value entry(Value object, String key) {
    Value value = object instanceof Value.Mapping mapping ? mapping.get(key) : null;
    return value == null ? new Value.Nothing(object.span()) : value;
  }

  /** The text of a key whose value is a text, or null. */
  static String text(Value object, String key) {
    return entry(object, key).text();
  }

  /**
   * A text that the program must say.
   *
   * @param what it is, as a reason for not knowing it
   */
  static String need(Value value, String what) {
    String text = string(value);
    if (text == null || value instanceof Value.Many) {
      throw new NotSaidException(what);
    }
    return text;
  }

  /** Texts that the program must say. */
  static List<String> needAll(Value value, String what) {
    List<String> texts = texts(value);
    if (texts == null) {
      throw new NotSaidException(what);
    }
    return texts;
  }

  /** Whether it is there: neither {@code undefined} nor {@code null}. */
  static boolean isSet(Value value) {
    return !(value instanceof Value.Nothing);
  }

  /** Whether it is true, as a condition asks; null where nobody can know. */
  static Boolean truth(Value value) {
    return switch (value) {
      case Value.Flag flag -> flag.on();
      case Value.Nothing nothing -> false;
      case Value.Text text -> !text.text().isEmpty();
      case Value.Number number -> !number.digits().matches("[0.]+");
      case Value.Many many -> true;
      case Value.Mapping mapping -> true;
      case Value.Own own -> true;
      default -> null;
    };
  }

  static boolean isOn(Value value) {
    return Boolean.TRUE.equals(truth(value));
  }

  /** The texts that a text or a list of texts is; null where it is something else. */
  static List<String> texts(Value value) {
    if (value.text() != null) {
      return List.of(value.text());
    } else if (!(value instanceof Value.Many)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Value item : value.items()) {
      if (item.text() == null) {
        return null;
      }
      texts.add(item.text());
    }
    return texts;
  }

  /** What a text is joined with, or null where it can't be known. */
  static String string(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Many many when texts(many) != null -> String.join(",", texts(many));
      default -> null;
    };
  }

  /** A text that stands nowhere as it is. */
  static Value made(String text, Span span) {
    return text == null ? new Value.Unknown("", span) : new Value.Text(text, -1, span);
  }

  /** Whether two values are equal; null where nobody can know. */
  static Boolean same(Value left, Value right) {
    if (left instanceof Engine engine && right.text() != null) {
      return engine.is(right.text());
    } else if (right instanceof Engine && left.text() != null) {
      return same(right, left);
    } else if (left instanceof Value.Nothing || right instanceof Value.Nothing) {
      boolean both = left instanceof Value.Nothing && right instanceof Value.Nothing;
      return both ? Boolean.TRUE : truth(left) == null || truth(right) == null ? null : false;
    }
    String one = string(left);
    String other = string(right);
    return one == null || other == null ? null : one.equals(other);
  }

  /** The literal of SQL for a value in a row, as far as it is known. */
  static String json(Value value) {
    return switch (value) {
      case Value.Text text -> quoted(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing nothing -> "null";
      case Value.Many many -> {
        List<String> items = new ArrayList<>();
        for (Value item : many.items()) {
          String text = json(item);
          if (text == null) {
            yield null;
          }
          items.add(text);
        }
        yield "[" + String.join(",", items) + "]";
      }
      case Value.Mapping mapping -> {
        List<String> items = new ArrayList<>();
        for (Map.Entry<Value, Value> entry : mapping.entries()) {
          String text = json(entry.getValue());
          if (text == null || entry.getKey().text() == null) {
            yield null;
          }
          items.add(quoted(entry.getKey().text()) + ":" + text);
        }
        yield "{" + String.join(",", items) + "}";
      }
      default -> null;
    };
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }

  /** Whether an object of the framework's is in it, so that who gets it may change the database. */
  static boolean holdsHost(Value value) {
    return switch (value) {
      case Engine engine -> false;
      case Exports.Whole file -> false;
      case Host host -> true;
      case Value.Many many -> many.items().stream().anyMatch(Values::holdsHost);
      case Value.Mapping mapping ->
          mapping.entries().stream().anyMatch(entry -> holdsHost(entry.getValue()));
      default -> false;
    };
  }
}
