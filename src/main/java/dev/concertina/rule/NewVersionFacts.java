package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.code.Reference;
import dev.concertina.code.Subject;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Optional;

/** Facts about the new version by itself: whether it fits the schema that the change leaves. */
final class NewVersionFacts {

  private NewVersionFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "new-version.declares",
            "a model of the new version still has the column or table that goes for good",
            c -> declaration(c).isPresent()),
        text(
            "new-version.declares-at",
            "the place of that model's declaration",
            c -> declaration(c).map(place -> place.file() + ":" + place.line()).orElse(null)));
  }

  private static Optional<Reference> declaration(Context context) {
    Subject gone = gone(context.operation());
    return gone == null || comesBack(gone, context)
        ? Optional.empty()
        : context.situation().next().to(gone).stream()
            .filter(place -> place.kind() == Reference.Kind.DECLARES)
            .filter(place -> !place.test() && !place.generated())
            .findFirst();
  }

  private static Subject gone(Operation operation) {
    return switch (operation) {
      case Operation.DropColumn o -> new Subject(o.table(), o.column());
      case Operation.RenameColumn o -> new Subject(o.table(), o.column());
      case Operation.DropTable o -> Subject.of(o.table());
      case Operation.RenameTable o -> Subject.of(o.table());
      default -> null;
    };
  }

  /** Whether a later operation of the change gives something else the same name. */
  private static boolean comesBack(Subject gone, Context context) {
    return context.later().stream()
        .map(Transactions.Run::operation)
        .anyMatch(
            later -> gone.part() == null ? makes(later, gone.relation()) : fills(later, gone));
  }

  private static boolean makes(Operation later, Name relation) {
    return switch (later) {
      case Operation.CreateTable o -> o.table().equals(relation);
      case Operation.CreateView o -> o.view().equals(relation);
      case Operation.RenameTable o -> o.table().sibling(o.newName()).equals(relation);
      default -> false;
    };
  }

  private static boolean fills(Operation later, Subject gone) {
    return switch (later) {
      case Operation.AddColumn o ->
          o.table().equals(gone.relation()) && o.column().name().equals(gone.part());
      case Operation.RenameColumn o ->
          o.table().equals(gone.relation()) && o.newName().equals(gone.part());
      default -> makes(later, gone.relation());
    };
  }
}
