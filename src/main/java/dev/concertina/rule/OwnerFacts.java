package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.TableOption.Option;
import java.util.List;
import java.util.Set;

/** Facts about who owns what, and for whom that matters. */
final class OwnerFacts {

  private static final Set<ObjectKind> ROUTINES =
      Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

  private OwnerFacts() {}

  static List<Fact> all() {
    return List.of(
        text("owner.after", "the owner that it gives to what it acts on", OwnerFacts::after),
        flag(
            "owner.changed",
            "it gives what it acts on to an owner that the history does not name for it",
            c -> after(c) != null && !after(c).equals(before(c))),
        flag(
            "owner.counts",
            "who owns what it acts on decides what the running version may do with it",
            OwnerFacts::counts));
  }

  private static String after(Context context) {
    return switch (context.operation()) {
      case Operation.TableOption o when o.option() == Option.OWNER -> o.detail();
      case Operation.AlterObject o -> o.owner();
      default -> null;
    };
  }

  private static String before(Context context) {
    Name name = context.target();
    return name == null
        ? null
        : (isRoutine(context) ? context.before().routineOwner(name) : context.before().owner(name))
            .orElse(null);
  }

  private static boolean isRoutine(Context context) {
    return context.operation() instanceof Operation.AlterObject o && ROUTINES.contains(o.what());
  }

  /**
   * Everybody may call a function, whoever owns it; only one that runs with its owner's rights does
   * something else with another owner. One that the history does not know may be such a one.
   */
  private static boolean counts(Context context) {
    if (!isRoutine(context)) {
      return true;
    }
    List<Operation.CreateRoutine> known = context.before().routines(context.target());
    return known.isEmpty() || known.stream().anyMatch(Operation.CreateRoutine::definer);
  }
}
