package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;

/**
 * An operation on a model, with the model before and after it.
 *
 * @param call as the migration has it
 */
record ModelOperation(
    Value.Call call, StateChange change, TableMapping before, TableMapping after) {

  Span place() {
    return call.span();
  }

  ModelName name() {
    return change.modelName(call);
  }

  Model oldModel() {
    return before.state().model(name());
  }

  Model newModel() {
    return after.state().model(name());
  }

  /** The text of an argument; a question mark where it is computed. */
  String text(String argument, int position) {
    Value value = call.argument(argument, position);
    return value == null || value.text() == null ? "?" : value.text();
  }

  /** Where an argument stands; the whole operation when it has none. */
  Span argument(String name, int position) {
    Value value = call.argument(name, position);
    return value == null ? place() : value.span();
  }
}
