package dev.concertina.code;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one model while they are gathered from its bases and the types that it embeds: no
 * more of either than somebody would write.
 */
final class Gathering {
  private static final int MOST_CLASSES = 500;
  private static final int MOST_COLUMNS = 20_000;

  private final List<Model.Field> fields = new ArrayList<>();
  private int classes;

  /** Whether one more class may be gone through. */
  boolean enter() {
    return ++classes <= MOST_CLASSES;
  }

  void add(Model.Field field) {
    if (fields.size() < MOST_COLUMNS) {
      fields.add(field);
    }
  }

  List<Model.Field> fields() {
    return fields;
  }
}
