package dev.concertina.phinx;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;

/** The options of a call: {@code ['limit' => 40, 'null' => false]}. */
record Options(Value.Mapping mapping) {

  /** Those that are given, or none; what is built at run time is not analysed. */
  static Options of(Value given) {
    return switch (given) {
      case Value.Mapping mapping -> new Options(mapping);
      case null -> new Options(null);
      case Value.Many many when many.items().isEmpty() -> new Options(null);
      default -> throw new UnreadException("its options are built at run time");
    };
  }

  boolean isEmpty() {
    return mapping == null;
  }

  /** The option of that name, or null. */
  Value get(String name) {
    return mapping == null ? null : mapping.get(name);
  }

  /** The first that is given of several names for one option, or null. */
  Value first(String... names) {
    for (String name : names) {
      if (get(name) != null) {
        return get(name);
      }
    }
    return null;
  }

  String text(String name) {
    Value value = get(name);
    return value == null || value.isNull() ? null : Sql.needed(value, "its " + name);
  }

  /** Whether an option is on; what it is where nobody says so. */
  boolean is(String name, boolean otherwise) {
    return switch (get(name)) {
      case null -> otherwise;
      case Value.Flag flag -> flag.on();
      case Value.Number number -> !number.digits().equals("0");
      case Value.Nothing nothing -> false;
      default -> throw new UnreadException("its option " + name + " is built at run time");
    };
  }

  /** The digits of a number; null where there is none or it is null. */
  static String digits(Value value) {
    return switch (value) {
      case null -> null;
      case Value.Number number -> number.digits();
      case Value.Nothing nothing -> null;
      case Value.Text text when text.text().matches("[0-9]+") -> text.text();
      default -> throw new UnreadException("a number in its options is built at run time");
    };
  }
}
