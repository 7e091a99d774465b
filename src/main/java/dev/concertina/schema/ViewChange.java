package dev.concertina.schema;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a view's columns when another view takes its name.
 *
 * @param lost the columns that are gone
 * @param moved with none lost, the columns that stand at another place
 * @param retyped with none lost or moved, the columns whose new type not every reader of the old
 *     one tolerates, as far as both types are known
 */
public record ViewChange(List<String> lost, List<String> moved, List<String> retyped) {

  /** Nothing changes, or only columns come at the end. */
  public static final ViewChange NONE = new ViewChange(List.of(), List.of(), List.of());

  public ViewChange {
    lost = List.copyOf(lost);
    moved = List.copyOf(moved);
    retyped = List.copyOf(retyped);
  }

  /**
   * Compares a view that is created with the one of that name before the change.
   *
   * @param base the schema before the change
   * @param now the schema just before the view is created
   */
  public static ViewChange of(Operation.CreateView created, Schema base, Schema now) {
    View after = View.of(created).createdIn(now);
    return base.view(created.view())
        .filter(before -> known(before) && known(after))
        .map(before -> between(before, base, after, now))
        .orElse(NONE);
  }

  /** Whether anything changes for those who read it. */
  public boolean any() {
    return !lost.isEmpty() || !moved.isEmpty() || !retyped.isEmpty();
  }

  private static boolean known(View view) {
    return !view.outputs().isEmpty() && !view.outputs().contains("*");
  }

  private static ViewChange between(View before, Schema base, View after, Schema now) {
    List<String> old = before.outputs();
    List<String> columns = after.outputs();
    List<String> lost = old.stream().filter(c -> !columns.contains(c)).toList();
    boolean stays =
        columns.size() >= old.size() && columns.subList(0, old.size()).equals(old)
            || !lost.isEmpty();
    List<String> moved =
        stays ? List.of() : old.stream().filter(c -> old.indexOf(c) != columns.indexOf(c)).toList();
    List<String> retyped =
        !lost.isEmpty() || !moved.isEmpty()
            ? List.of()
            : old.stream()
                .filter(c -> retyped(type(before, c, base), type(after, c, now)))
                .toList();
    return new ViewChange(lost, moved, retyped);
  }

  private static boolean retyped(Optional<DataType> before, Optional<DataType> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    return switch (TypeFit.of(before.get(), after.get())) {
      case SAME, WIDENS -> false;
      case OUTGROWS, NARROWS, CHANGES -> true;
    };
  }

  private static Optional<DataType> type(View view, String output, Schema schema) {
    Query.Detail query = view.query().detail();
    int at = view.outputs().indexOf(output);
    boolean oneToOne = query.results().size() == view.outputs().size();
    Query.Result result = oneToOne ? query.results().get(at) : null;
    if (result != null && result.cast() != null) {
      return Optional.of(result.cast());
    }
    String column = result == null && query.outputs().equals(List.of("*")) ? output : null;
    column = result != null ? result.column() : column;
    return column == null ? Optional.empty() : type(query, column, schema);
  }

  /** Known where all relations of the query are tables, of which one alone has the column. */
  private static Optional<DataType> type(Query.Detail query, String column, Schema schema) {
    List<Optional<Table>> tables = query.tables().stream().map(schema::table).toList();
    boolean known = tables.stream().allMatch(t -> t.map(Table::complete).orElse(false));
    List<Column> found =
        tables.stream().flatMap(Optional::stream).flatMap(t -> t.column(column).stream()).toList();
    return known && found.size() == 1
        ? Optional.of(found.get(0).type().stored())
        : Optional.empty();
  }
}
