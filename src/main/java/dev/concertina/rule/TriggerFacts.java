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
            "trigger.replaced",
            "the function of triggers that was there before the change and gets another body",
            c -> replaced(c).map(r -> r.name().toString()).orElse(null)),
        flag(
            "trigger.body-replaced",
            "a function of triggers gets another body",
            c -> replaced(c).isPresent()),
        text(
            "trigger.unchecked",
            "what else stops where all triggers of a table are disabled",
            c ->
                c.operation() instanceof Operation.TableOption o
                        && o.option() == Operation.TableOption.Option.DISABLE_TRIGGER
                        && "all".equals(o.detail())
                    ? "stops its foreign keys from being checked"
                    : null),
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

  private static Optional<Operation.CreateRoutine> replaced(Context context) {
    return context.operation() instanceof Operation.CreateRoutine routine
            && "trigger".equals(routine.returns())
            && !routine.copiesColumns()
            && context.situation().base().routine(routine.name()).isPresent()
        ? Optional.of(routine)
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
