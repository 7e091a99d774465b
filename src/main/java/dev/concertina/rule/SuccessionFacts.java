package dev.concertina.rule;

import dev.concertina.migration.Transactions;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;

/** Whether a change adds what takes the place of the column or table that it drops. */
final class SuccessionFacts {

  private SuccessionFacts() {}

  /** Where the successor is added, before the drop or after it; null when none is. */
  static Finding.Related replacement(Context context) {
    for (Occurrence earlier : context.earlier()) {
      if (succeeds(context, earlier.operation())) {
        return Context.place(earlier, "what takes its place is added here");
      }
    }
    for (Transactions.Run later : context.later()) {
      if (succeeds(context, later.operation())) {
        return new Finding.Related(
            later.migration().path(), later.operation().span(), "the old one is dropped here");
      }
    }
    return null;
  }

  private static boolean succeeds(Context context, Operation added) {
    return switch (context.operation()) {
      case Operation.DropColumn drop ->
          added instanceof Operation.AddColumn add
              && add.table().equals(drop.table())
              && !add.column().name().equals(drop.column())
              && (SimilarNames.are(drop.column(), add.column().name())
                  || copied(context, drop, add.column().name()));
      case Operation.DropTable drop ->
          added instanceof Operation.CreateTable create
              && !create.table().equals(drop.table())
              && create.persistence() != Operation.Persistence.TEMPORARY
              && (SimilarNames.are(drop.table().local(), create.table().local())
                  || sharesColumns(context, drop.table(), create));
      default -> false;
    };
  }

  private static boolean copied(Context context, Operation.DropColumn drop, String name) {
    return context.earlier().stream()
        .map(Occurrence::operation)
        .anyMatch(
            o ->
                o instanceof Operation.Update update
                    && update.table().equals(drop.table())
                    && update.assignments().stream()
                        .anyMatch(
                            a ->
                                a.column().equals(name)
                                    && a.value().detail().columns().contains(drop.column())));
  }

  private static boolean sharesColumns(
      Context context, Name dropped, Operation.CreateTable create) {
    List<String> old =
        context
            .situation()
            .base()
            .table(dropped)
            .map(t -> List.copyOf(t.columns().keySet()))
            .orElse(List.of());
    long shared = create.columns().stream().filter(c -> old.contains(c.name())).count();
    return old.size() >= 2 && shared * 2 > old.size();
  }
}
