package dev.concertina.code;

import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.Value;

/** The options of a Django model, in its nested class {@code Meta}. */
final class DjangoMeta {

  private DjangoMeta() {}

  /** Whether it has no table, and what inherits from it has its columns. */
  static boolean isAbstract(PythonClass model) {
    Value value = option(model, "abstract");
    return value != null && value.isTrue();
  }

  /** Whether it has the table of the model that it inherits from. */
  static boolean isProxy(PythonClass model) {
    Value value = option(model, "proxy");
    return value != null && value.isTrue();
  }

  /** An option that is a text, or null. */
  static String text(PythonClass model, String name) {
    Value value = option(model, name);
    return value == null ? null : value.text();
  }

  private static Value option(PythonClass model, String name) {
    PythonClass meta = model.nested().get("Meta");
    return meta == null ? null : meta.attributes().get(name);
  }
}
