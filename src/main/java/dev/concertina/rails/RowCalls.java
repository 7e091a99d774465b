package dev.concertina.rails;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.RunCode;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in SQL what the methods of models do to rows. */
final class RowCalls {

  private static final int MOST = 500;

  private static final Set<String> NARROWING =
      Set.of("where", "rewhere", "find_by", "find_by!", "not", "find", "first", "last", "take");

  private static final Set<String> SAME =
      Words.of(
          "all unscoped order reorder select distinct includes preload eager_load lock readonly",
          "with_deleted unscope joins left_joins left_outer_joins references limit",
          "offset group having each_record reload or merge in_order_of strict_loading");

  /** Those that go through rows one by one or in batches. */
  private static final Set<String> ITERATING =
      Words.of(
          "find_each find_in_batches each each_with_index in_batches map flat_map each_slice",
          "each_batch with_index each_record collect select filter");

  private static final Set<String> ROW_UPDATES =
      Set.of("update", "update!", "update_columns", "update_attributes", "update_attributes!");

  private static final Set<String> ONE_COLUMN =
      Set.of("update_column", "update_attribute", "update_attribute!");

  private static final Set<String> SAVES = Set.of("save", "save!");

  private static final Set<String> COUNTS =
      Set.of("increment!", "decrement!", "toggle!", "touch", "touch_all");

  private static final Set<String> DELETES =
      Set.of(
          "delete_all", "destroy_all", "delete", "destroy", "destroy!", "delete_by", "destroy_by");

  private static final Set<String> INSERTS =
      Set.of("create", "create!", "insert", "insert!", "insert_all", "insert_all!", "import");

  private static final Set<String> UPSERTS =
      Set.of("upsert", "upsert_all", "find_or_create_by", "find_or_create_by!");

  private final SqlReader reader;
  private final List<Operation> operations = new ArrayList<>();
  private final Set<String> given = new LinkedHashSet<>();
  private boolean imports;
  private boolean loops;

  RowCalls(SqlReader reader) {
    this.reader = reader;
  }

  static boolean iterates(String method) {
    return ITERATING.contains(method);
  }

  static boolean writes(String method) {
    return method.equals("update_all")
        || ROW_UPDATES.contains(method)
        || ONE_COLUMN.contains(method)
        || SAVES.contains(method)
        || COUNTS.contains(method)
        || DELETES.contains(method)
        || INSERTS.contains(method)
        || UPSERTS.contains(method);
  }

  /** The rows that a method of a query finds, or null when it gives something else. */
  static RowQuery narrowed(RowQuery query, Value.Call call) {
    String method = call.name();
    if (method.equals("in_batches")) {
      return query.inBatches();
    } else if (SAME.contains(method)) {
      return query;
    } else if (!NARROWING.contains(method)) {
      return null;
    }
    String condition =
        switch (method) {
          case "find" -> "\"id\" = " + RunCode.COMPUTED;
          case "first", "last", "take" -> call.arguments().isEmpty() ? "\"id\" = 0" : null;
          default -> RowConditions.condition(call);
        };
    if (method.equals("not")) {
      return condition == null ? query : query.and("NOT (" + condition + ")");
    }
    return condition == null ? query : query.and(condition);
  }

  /** Notes that a column of a row gets a value, to be written when the row is saved. */
  void assign(String column) {
    given.add(column);
  }

  /** What one call changes. */
  void write(RowQuery query, Value.Call call, boolean inLoop, String from) {
    imports |= query.imported();
    loops |= inLoop || query.batched();
    String table = Names.table(query.table());
    String method = call.name();
    String where = query.where();
    if (DELETES.contains(method)) {
      String own = method.endsWith("_by") ? RowConditions.condition(call) : null;
      send(call.span(), "DELETE FROM " + table + (own == null ? query : query.and(own)).where());
    } else if (INSERTS.contains(method) || UPSERTS.contains(method)) {
      insert(table, call, from);
    } else {
      String set = set(call);
      if (set == null) {
        unread(call.span(), "which columns of " + query.table() + " it writes is not seen");
      } else {
        send(call.span(), "UPDATE " + table + " SET " + set + where);
      }
    }
  }

  private String set(Value.Call call) {
    String method = call.name();
    if (SAVES.contains(method)) {
      String set = given.stream().map(RowCalls::computed).collect(Collectors.joining(", "));
      return set.isEmpty() ? null : set;
    } else if (method.equals("touch_all") || method.equals("touch")) {
      return computed("updated_at");
    } else if (COUNTS.contains(method) || ONE_COLUMN.contains(method)) {
      String column = call.arguments().isEmpty() ? null : call.arguments().get(0).text();
      return column == null ? null : computed(column);
    }
    return RowConditions.assignments(call);
  }

  private static String computed(String column) {
    return Names.quote(column) + " = " + RunCode.COMPUTED;
  }

  private void insert(String table, Value.Call call, String from) {
    String columns = Names.quoted(call.named().keySet());
    String values =
        call.named().values().stream().map(RowConditions::value).collect(Collectors.joining(", "));
    String rows =
        columns.isEmpty()
            ? (from == null ? " DEFAULT VALUES" : " SELECT " + RunCode.COMPUTED)
            : " ("
                + columns
                + ")"
                + (from == null ? " VALUES (" + values + ")" : " SELECT " + values);
    String source = from == null ? "" : " FROM " + Names.table(from);
    String there = UPSERTS.contains(call.name()) ? " ON CONFLICT DO NOTHING" : "";
    send(call.span(), "INSERT INTO " + table + rows + source + there);
  }

  /** Notes that rows are changed part by part. */
  void loop() {
    loops = true;
  }

  /** SQL that is run for the rows of a loop. */
  void send(Span span, String sql) {
    for (Statement statement : reader.readAt(span, sql)) {
      statement.operations().forEach(this::add);
    }
  }

  void unread(Span span, String reason) {
    add(new Operation.NotAnalysed(reason, span));
  }

  private void add(Operation operation) {
    if (operations.size() < MOST && !operations.contains(operation)) {
      operations.add(operation);
    }
  }

  boolean isEmpty() {
    return operations.isEmpty();
  }

  /** All of it as one piece of code. */
  Operation.RunCode code(boolean commits, Span span) {
    return new Operation.RunCode("ruby", loops, commits, imports, operations, span);
  }
}
