package dev.concertina.alembic;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a call, asked for by name; what is needed and computed ends the reading. */
record Arguments(Value.Call call) {

  private static final int LONGEST_CHAIN = 100;

  Arguments {
    if (!call.complete()) {
      throw new ComputedException("a part of the arguments of " + call.shortName() + "()");
    }
  }

  Value value(String keyword, int position) {
    return call.argument(keyword, position);
  }

  /** The value, or null where it is left out or {@code None}. */
  Value present(String keyword, int position) {
    Value value = value(keyword, position);
    return value == null || value.isNull() ? null : value;
  }

  /** A text that must be there. */
  String text(String keyword, int position) {
    String text = textOrNull(keyword, position);
    if (text == null) {
      throw new ComputedException("what is given as " + keyword);
    }
    return text;
  }

  /** A text, or null where it is left out or {@code None}. */
  String textOrNull(String keyword, int position) {
    Value value = present(keyword, position);
    return value == null ? null : textOf(value, keyword);
  }

  boolean isTrue(String keyword) {
    Value value = call.named().get(keyword);
    return value != null && value.isTrue();
  }

  /** A flag that is written out, or null where it is left out or {@code None}. */
  Boolean flag(String keyword) {
    Value value = present(keyword, -1);
    if (value != null && !value.isTrue() && !value.isFalse()) {
      throw new ComputedException("what is given as " + keyword);
    }
    return value == null ? null : Boolean.valueOf(value.isTrue());
  }

  List<String> texts(String keyword, int position) {
    List<String> texts = new ArrayList<>();
    for (Value item : items(keyword, position)) {
      texts.add(textOf(item, keyword));
    }
    return texts;
  }

  List<Value> items(String keyword, int position) {
    Value value = present(keyword, position);
    if (value == null) {
      return List.of();
    } else if (value instanceof Value.Many many) {
      return many.items();
    }
    throw new ComputedException("what is given as " + keyword);
  }

  /** The text in {@code op.f("…")}, {@code quoted_name("…", …)} or as it is. */
  static String textOf(Value value, String what) {
    Value at = value;
    for (int i = 0; i < LONGEST_CHAIN && at instanceof Value.Call made; i++) {
      at = wraps(made) ? made.arguments().get(0) : null;
    }
    if (at == null || at.text() == null) {
      throw new ComputedException("what is given as " + what);
    }
    return at.text();
  }

  private static boolean wraps(Value.Call call) {
    return !call.arguments().isEmpty()
        && switch (call.shortName()) {
          case "f", "quoted_name", "conv" -> true;
          default -> false;
        };
  }
}
