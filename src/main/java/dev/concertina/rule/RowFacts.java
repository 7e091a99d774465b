package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.place;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Expression.Conjunct;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts about operations that change rows. */
final class RowFacts {

  /** More literals than this are no longer a few rows. */
  private static final int FEW = 100;

  /** In seconds: a migration that takes longer belongs into a command of its own. */
  private static final int LIMIT = 30;

  private RowFacts() {}

  static List<Fact> all() {
    return List.of(
        flag("rows.where", "it has a WHERE that can leave rows out", RowFacts::selects),
        flag("rows.by-key", "it touches few rows, named by a key", c -> byKey(c, c.operation())),
        flag("rows.few", "it inserts a few rows of VALUES", c -> few(c.operation())),
        flag(
            "rows.first-insert",
            "it is the first INSERT of its migration into that table",
            RowFacts::firstInsert),
        flag(
            "rows.by-reference",
            "its WHERE names by a literal what the rows belong to",
            RowFacts::byReference),
        text(
            "rows.many-in",
            "the table, where nothing keeps its changed rows few",
            c -> many(c, c.operation()) ? c.target().toString() : null),
        text(
            "rows.few-in",
            "the table, where few rows of VALUES are inserted",
            c -> few(c.operation()) ? c.target().toString() : null),
        text(
            "rows.every-of",
            "the table of which every row is changed or deleted",
            c ->
                c.operation() instanceof Operation.Insert || c.target() == null || selects(c)
                    ? null
                    : c.target().toString()),
        list(
            "rows.copied-from",
            "the existing tables that an INSERT reads whole, where it leaves no row out",
            RowFacts::copiedFrom),
        flag(
            "rows.from-query",
            "it inserts what a query finds",
            c -> c.operation() instanceof Operation.Insert i && i.source() != null),
        flag(
            "rows.many",
            "it changes rows of a table that was there before, and nothing keeps them few",
            c -> many(c, c.operation())),
        place(
            "rows.mixed",
            "the transaction changes many rows of a table and the schema of the same one, or blocks an existing one",
            RowFacts::mixed),
        text("rows.estimate", "how long it may take by the table's size", RowFacts::estimate),
        flag("rows.idempotent", "a second run changes nothing", c -> idempotent(c.operation())),
        flag(
            "rows.destructive",
            "it overwrites or deletes values that were there before the change",
            RowFacts::destructive),
        flag(
            "rows.saved-before", "an earlier statement of the change copies them", RowFacts::saved),
        flag(
            "block.batches",
            "a loop or a called routine changes rows of an existing table without committing",
            RowFacts::batches),
        list(
            "truncate.follows",
            "the tables that TRUNCATE … CASCADE empties too",
            RowFacts::follows));
  }

  private static List<String> copiedFrom(Context context) {
    if (!(context.operation() instanceof Operation.Insert insert)
        || insert.source() == null
        || insert.source().detail().filtered()
        || !many(context, insert)) {
      return List.of();
    }
    return insert.source().detail().tables().stream()
        .filter(context::existing)
        .filter(name -> !context.situation().sizes().isSmall(name))
        .map(Name::toString)
        .sorted()
        .toList();
  }

  private static Expression where(Operation operation) {
    return switch (operation) {
      case Operation.Update o -> o.where();
      case Operation.Delete o -> o.where();
      default -> null;
    };
  }

  private static boolean selects(Context context) {
    Expression where = where(context.operation());
    if (where == null) {
      return context.operation() instanceof Operation.Merge;
    }
    Expression.Detail detail = where.detail();
    if (detail.alwaysTrue()) {
      return false;
    }
    List<String> key = context.table().map(t -> t.primaryKey()).orElse(List.of());
    boolean keyNotNull =
        detail.isBareNotNull()
            && (key.contains(detail.conjuncts().get(0).column())
                || "id".equals(detail.conjuncts().get(0).column()));
    return !keyNotNull;
  }

  static boolean byKey(Context context, Operation operation) {
    Expression where = where(operation);
    if (where == null || operation.target() == null) {
      return false;
    }
    Set<String> fixed =
        where.detail().conjuncts().stream()
            .filter(conjunct -> conjunct.column() != null && fewValues(conjunct))
            .map(Conjunct::column)
            .collect(Collectors.toSet());
    return keys(context, operation.target()).stream().anyMatch(fixed::containsAll);
  }

  private static boolean fewValues(Conjunct conjunct) {
    return switch (conjunct.operator()) {
      case EQUAL, IN -> !conjunct.values().isEmpty() && conjunct.values().size() <= FEW;
      default -> false;
    };
  }

  private static List<List<String>> keys(Context context, Name table) {
    List<List<String>> keys = new ArrayList<>(List.of(List.of("id"), List.of("uuid")));
    context
        .before()
        .table(table)
        .ifPresent(
            known ->
                known.constraints().stream()
                    .filter(
                        c -> c instanceof Constraint.PrimaryKey || c instanceof Constraint.Unique)
                    .map(Constraint::columns)
                    .forEach(keys::add));
    context.before().indexesOf(table).stream()
        .filter(index -> index.unique() && index.where() == null)
        .map(Index::keys)
        .forEach(keys::add);
    keys.removeIf(List::isEmpty);
    return keys;
  }

  /** {@code order_id = 7}: the rows of one order are few, those of one customer may not be. */
  private static boolean byReference(Context context) {
    Expression where = where(context.operation());
    return where != null
        && where.detail().conjuncts().stream()
            .anyMatch(
                c ->
                    c.column() != null
                        && c.column().toLowerCase(Locale.ROOT).endsWith("id")
                        && fewValues(c));
  }

  private static boolean firstInsert(Context context) {
    return context.earlier().stream()
        .filter(earlier -> earlier.migration() == context.here().migration())
        .noneMatch(
            earlier ->
                few(earlier.operation()) && context.target().equals(earlier.operation().target()));
  }

  /** Whether it may put many rows into its table. */
  static boolean fills(Operation operation) {
    return switch (operation) {
      case Operation.Insert o -> !few(o);
      case Operation.CreateTableAs o -> true;
      case Operation.CopyInto o -> true;
      case Operation.Merge o -> true;
      default -> false;
    };
  }

  private static boolean few(Operation operation) {
    return operation instanceof Operation.Insert insert
        && insert.source() == null
        && insert.rows() <= FEW;
  }

  static boolean many(Context context, Operation operation) {
    Name table = operation.target();
    boolean changes =
        switch (operation) {
          case Operation.Update o -> !byKey(context, o);
          case Operation.Delete o -> !byKey(context, o);
          case Operation.Merge o -> true;
          case Operation.Insert o -> reads(o);
          default -> false;
        };
    return changes && context.existing(table) && !context.situation().sizes().isSmall(table);
  }

  private static String estimate(Context context) {
    if (!many(context, context.operation())) {
      return null;
    }
    OptionalLong seconds = context.situation().sizes().seconds(context.target());
    return seconds.isEmpty()
        ? null
        : String.format(
            Locale.ROOT,
            "Estimated from the size of `%s`, at %,d rows a second: about %s, %s.",
            context.target(),
            TableSizes.ROWS_A_SECOND,
            duration(seconds.getAsLong()),
            limit(seconds.getAsLong(), context.situation().deployMinutes()));
  }

  private static String limit(long seconds, int deployMinutes) {
    return seconds > deployMinutes * 60L
        ? "over the " + deployMinutes + " minutes that a whole deploy may take"
        : (seconds > LIMIT ? "over" : "within")
            + " the "
            + LIMIT
            + " seconds that a migration may take";
  }

  private static String duration(long seconds) {
    return seconds < 120 ? seconds + " seconds" : seconds / 60 + " minutes";
  }

  /** An INSERT whose query reads a table, so that nobody knows how many rows come out. */
  private static boolean reads(Operation.Insert insert) {
    return insert.source() != null
        && (!insert.source().detail().understood()
            || insert.source().detail().onlyTable() != null
            || insert.source().detail().tables().stream()
                .anyMatch(table -> !table.equals(insert.table())));
  }

  private static Finding.Related mixed(Context context) {
    if (many(context, context.operation())) {
      return TransactionFacts.schemaChanged(context);
    }
    if (!TransactionFacts.isSchema(context.here())) {
      return null;
    }
    for (Occurrence earlier : context.earlierInTransaction()) {
      if (many(context, earlier.operation())
          && SchemaFacts.relation(context).equals(earlier.operation().target())
          && earlier.statement() != context.here().statement()) {
        return Context.place(earlier, "the rows change here, in the same transaction");
      }
    }
    return null;
  }

  private static boolean idempotent(Operation operation) {
    return switch (operation) {
      case Operation.Insert insert ->
          insert.onConflict() || insert.source() != null && insert.source().detail().guarded();
      case Operation.Update update ->
          bySomeState(update)
              || byItsKey(update)
              || update.assignments().stream()
                  .noneMatch(
                      a ->
                          a.value().detail().columns().contains(a.column())
                              && !ofAnother(update, a.value().text())
                              && !isQuery(update, a)
                              && !a.value().text().equalsIgnoreCase(a.column())
                              && a.value().detail().functions().isEmpty());
      default -> true;
    };
  }

  /** Whether a value is nothing but a column of another relation that the UPDATE reads. */
  private static boolean ofAnother(Operation.Update update, String value) {
    String plain = value.replace("\"", "");
    int dot = plain.indexOf('.');
    boolean qualified =
        dot > 0
            && plain.chars().allMatch(c -> c == '.' || c == '_' || Character.isLetterOrDigit(c));
    String own = update.alias() == null ? update.table().local() : update.alias();
    return qualified && !plain.substring(0, dot).equalsIgnoreCase(own);
  }

  /** Whether a value is looked up elsewhere, and not by the value that it takes the place of. */
  private static boolean isQuery(Operation.Update update, Operation.Assignment assignment) {
    String text = assignment.value().text().replace("\"", "").strip().toLowerCase(Locale.ROOT);
    String own = update.alias() == null ? update.table().local() : update.alias();
    String query = text.startsWith("(") ? text.substring(1).strip() : text;
    return query.startsWith("select") && !query.contains(own + "." + assignment.column());
  }

  /** Whether the rows that it has changed no longer fit its WHERE. */
  private static boolean bySomeState(Operation.Update update) {
    return update.where() != null
        && update.where().detail().conjuncts().stream()
            .filter(
                c ->
                    c.operator() == Expression.Operator.IS_NULL
                        || c.operator() == Expression.Operator.EQUAL && !c.values().isEmpty())
            .anyMatch(
                c -> update.assignments().stream().anyMatch(a -> a.column().equals(c.column())));
  }

  /** Whether a key is taken from the rows that have it: {@code SET a = a - 'k' WHERE a ? 'k'}. */
  private static boolean byItsKey(Operation.Update update) {
    String where = update.where() == null ? "" : update.where().text().replace("\"", "");
    return update.assignments().stream()
        .anyMatch(
            a -> {
              String taken = a.column() + " - '";
              String value = a.value().text().replace("\"", "");
              return value.startsWith(taken)
                  && where.contains(a.column() + " ? " + value.substring(taken.length() - 1));
            });
  }

  static boolean destructive(Context context) {
    return switch (context.operation()) {
      case Operation.Delete o -> true;
      case Operation.Update o ->
          o.assignments().stream()
              .anyMatch(
                  a ->
                      !context.before().isNew(o.table(), a.column())
                          && !copies(o, a)
                          && !onlyNulls(o.where(), a.column()));
      default -> false;
    };
  }

  /** {@code new = old WHERE new IS DISTINCT FROM old}: the old column still has the value. */
  private static boolean copies(Operation.Update update, Operation.Assignment assignment) {
    Set<String> read = assignment.value().detail().columns();
    return update.where() != null
        && read.size() == 1
        && !read.contains(assignment.column())
        && assignment.value().detail().functions().isEmpty()
        && update.where().detail().columns().containsAll(read)
        && update.where().detail().columns().contains(assignment.column());
  }

  private static boolean onlyNulls(Expression where, String column) {
    return where != null
        && where.detail().conjuncts().stream()
            .anyMatch(
                c -> c.operator() == Expression.Operator.IS_NULL && column.equals(c.column()));
  }

  private static boolean saved(Context context) {
    Name table = context.target();
    return context.earlier().stream()
        .map(Occurrence::operation)
        .anyMatch(
            o ->
                switch (o) {
                  case Operation.CreateTableAs copy ->
                      copy.query().detail().tables().contains(table);
                  case Operation.Insert copy ->
                      copy.source() != null
                          && copy.source().detail().tables().contains(table)
                          && !copy.table().equals(table);
                  default -> false;
                });
  }

  private static boolean batches(Context context) {
    return switch (context.operation()) {
      case Operation.DoBlock block ->
          block.loops() && !block.commits() && changesRows(context, block.body());
      case Operation.RunCode code ->
          code.loops() && !code.commits() && changesRows(context, code.body());
      case Operation.CallRoutine call ->
          context
              .before()
              .routine(call.name())
              .map(r -> !r.commits() && changesRows(context, r.statements()))
              .orElse(false);
      default -> false;
    };
  }

  private static boolean changesRows(Context context, List<Operation> body) {
    return body.stream()
        .anyMatch(o -> many(context, o) || !o.body().isEmpty() && changesRows(context, o.body()));
  }

  private static List<String> follows(Context context) {
    if (!(context.operation() instanceof Operation.Truncate truncate) || !truncate.cascade()) {
      return List.of();
    }
    Set<Name> reached = new LinkedHashSet<>();
    Deque<Name> next = new ArrayDeque<>(List.of(truncate.table()));
    while (!next.isEmpty()) {
      for (Name table : context.before().referencing(next.pop())) {
        if (reached.add(table)) {
          next.push(table);
        }
      }
    }
    reached.remove(truncate.table());
    return SchemaFacts.names(reached);
  }
}
