package dev.concertina.rule;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation.RenameColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column that is renamed while another one gets its name, all in one transaction: whoever uses
 * the name meets the other column and no error.
 *
 * @param by the column that ends with its name, as it was called when the transaction began
 * @param exchanged whether it ends with the other's name in turn
 */
record ColumnSwap(String by, boolean exchanged) {

  /** Looks at the first rename of a column; the ones after it are about a name that nobody uses. */
  static Optional<ColumnSwap> of(Context context) {
    if (!(context.operation() instanceof RenameColumn here)) {
      return Optional.empty();
    }
    Map<String, String> last = new LinkedHashMap<>();
    boolean first = false;
    for (RenameColumn rename : renames(context, here.table()).toList()) {
      String column = called(last, rename.column());
      first |= rename == here && column.equals(here.column());
      last.put(column, rename.newName());
    }
    String by =
        last.entrySet().stream()
            .filter(e -> e.getValue().equals(here.column()) && !e.getKey().equals(here.column()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    return first && by != null
        ? Optional.of(new ColumnSwap(by, by.equals(last.get(here.column()))))
        : Optional.empty();
  }

  /** What the column of that name was called when the transaction began. */
  private static String called(Map<String, String> last, String name) {
    return last.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  private static Stream<RenameColumn> renames(Context context, Name table) {
    return Stream.of(
            context.earlierInTransaction().stream().map(Occurrence::operation),
            Stream.of(context.operation()),
            context.laterInTransaction().stream().map(run -> run.operation()))
        .flatMap(operations -> operations)
        .filter(RenameColumn.class::isInstance)
        .map(RenameColumn.class::cast)
        .filter(rename -> rename.table().equals(table));
  }
}
