package dev.concertina.schema;

/** Applies operations to a schema that nobody else has seen yet. */
final class Replay {

  private final Schema schema;

  Replay(Schema schema) {
    this.schema = schema;
  }

  void apply(Operation operation) {
    if (operation instanceof Operation.CreateEnum created) {
      schema.enums.put(created.type(), created.values());
    }
  }
}
