package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Optional;

/** Facts about a trigger that is created. */
final class TriggerFacts {

  private TriggerFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "trigger.added",
            "the table had no trigger of this name before the change",
            c -> trigger(c).isPresent() && !atBase(c)),
        flag(
            "trigger.synchronizes",
            "its function only copies columns of the row into other columns of it",
            c ->
                trigger(c)
                    .flatMap(t -> c.before().routine(t.function()))
                    .map(Operation.CreateRoutine::copiesColumns)
                    .orElse(false)),
        text(
            "trigger.events",
            "the writes that it runs for: INSERT or UPDATE",
            c -> trigger(c).map(t -> String.join(" or ", t.events())).orElse(null)),
        text(
            "trigger.function",
            "what it executes",
            c -> trigger(c).map(t -> t.function().toString()).orElse(null)));
  }

  private static Optional<Operation.CreateTrigger> trigger(Context context) {
    return context.operation() instanceof Operation.CreateTrigger trigger
        ? Optional.of(trigger)
        : Optional.empty();
  }

  private static boolean atBase(Context context) {
    return trigger(context)
        .flatMap(
            t ->
                context
                    .situation()
                    .base()
                    .table(t.table())
                    .map(table -> table.triggers().contains(t.trigger())))
        .orElse(false);
  }
}
