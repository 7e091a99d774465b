package dev.concertina.rails;

import dev.concertina.syntax.Value;
import java.util.Map;

/**
 * Tells which calls of a {@code change} method Rails can't turn round, so that a rollback stops at
 * them: as the command recorder of Active Record decides, from the arguments.
 */
final class OneWayCalls {

  /** What a method of {@code change_table}'s block is called on the table itself. */
  private static final Map<String, String> ON_TABLE =
      Map.of(
          "remove", "remove_columns",
          "change", "change_column",
          "change_default", "change_column_default",
          "remove_index", "remove_index",
          "remove_foreign_key", "remove_foreign_key",
          "remove_check_constraint", "remove_check_constraint");

  private OneWayCalls() {}

  /**
   * @param block whether the call has a block, which says what is dropped
   */
  static boolean isOneWay(Arguments call, boolean block) {
    return switch (call.method()) {
      case "execute", "change_column", "add_enum_value" -> true;
      case "drop_table" ->
          call.count() > 1 || !block && call.without("if_exists").options().isEmpty();
      case "remove_column" -> call.count() < 3;
      case "remove_columns" -> !call.has("type");
      case "remove_index" -> call.count() < 2 && !call.has("column");
      case "remove_foreign_key" -> call.count() < 2 && !call.has("to_table");
      // With a name alone Rails tries, and fails for want of the expression.
      case "remove_check_constraint",
          "remove_exclusion_constraint",
          "remove_unique_constraint",
          "drop_enum" ->
          call.count() < 2;
      case "add_unique_constraint" -> call.has("using_index");
      case "change_column_default",
          "change_column_comment",
          "change_table_comment",
          "rename_enum_value" ->
          !call.has("from") || !call.has("to");
      default -> false;
    };
  }

  /** The same of a method of {@code change_table}'s block. */
  static boolean isOneWayOnTable(Arguments call) {
    String onItself = ON_TABLE.get(call.method());
    return onItself != null
        && isOneWay(call.calling(onItself, new Value.Text("", -1, call.span())), false);
  }
}
