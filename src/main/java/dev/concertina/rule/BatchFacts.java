package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.rows;
import static dev.concertina.rule.Fact.text;

import dev.concertina.migration.Framework;
import dev.concertina.schema.Computed;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Expression.Operator;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.Assignment;
import dev.concertina.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts that turn a change of rows into a {@link Transformation}, which goes in batches. */
final class BatchFacts {

  /** Said again of their own result they change nothing. */
  private static final List<String> SETTLING = List.of("lower", "upper", "trim", "btrim");

  private BatchFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "rows.batchable",
            "it changes rows of one table by what stands in them, so that batches can do it",
            c -> of(c, c.operation()).isPresent()),
        rows(
            "rows.batch",
            "the statement for one batch",
            c -> of(c, c.operation()).stream().toList()),
        rows(
            "rows.saving-batch",
            "the statements that copy one batch and change it",
            c -> of(c, c.operation()).map(Transformation::saving).stream().toList()),
        rows(
            "rows.computing",
            "the rows whose values the code of a migration computes",
            c -> computing(c, c.operation()).stream().toList()),
        flag(
            "rows.computed",
            "the code of a migration computes the values of rows, one row at a time",
            c -> computing(c, c.operation()).isPresent()),
        text(
            "rows.remaining",
            "the query that counts the rows that still need the change",
            c -> of(c, c.operation()).map(Transformation::remaining).orElse(null)),
        rows(
            "column.fill",
            "the statement that gives the rows of one batch the default of an added column",
            c ->
                c.operation() instanceof Operation.AddColumn o && OperationFacts.value(o) != null
                    ? List.of(fillNulls(c, o.table(), o.column().name(), OperationFacts.value(o)))
                    : List.of()),
        rows(
            "rows.delete-batch",
            "the statement that deletes one batch of all rows",
            c -> c.target() == null ? List.of() : List.of(deleteAll(c, c.target()))),
        text(
            "rows.room",
            "the statement that creates the table for copies of the rows",
            c ->
                c.target() == null
                    ? null
                    : Transformation.room(c.target(), key(c.before().table(c.target())))));
  }

  /** Empty when it can't go in batches: it reads other tables, or can't be repeated. */
  static Optional<Transformation> of(Context context, Operation operation) {
    if (isComputed(operation)) {
      return Optional.empty();
    }
    return switch (operation) {
      case Operation.Delete o when o.using().isEmpty() ->
          Optional.of(of(context, o.table(), o.alias(), Map.of(), o.where(), ""));
      case Operation.Update o when o.from().isEmpty() && repeatable(o) -> {
        Map<String, String> changes = new LinkedHashMap<>();
        o.assignments().forEach(a -> changes.put(a.column(), a.value().text()));
        String other = Transformation.other(changes);
        yield Optional.of(of(context, o.table(), o.alias(), changes, o.where(), other));
      }
      default -> Optional.empty();
    };
  }

  /**
   * A change of rows of which code computes every value, and no condition. Only for Django there is
   * a command that holds such code.
   */
  private static Optional<Transformation> computing(Context context, Operation operation) {
    boolean django = context.here().migration().framework().equals(Framework.DJANGO.id());
    if (!django
        || !(operation instanceof Operation.Update o)
        || o.where() != null && Computed.isIn(o.where().text())
        || !o.assignments().stream().allMatch(a -> Computed.isIn(a.value().text()))) {
      return Optional.empty();
    }
    Map<String, String> changes = new LinkedHashMap<>();
    o.assignments().forEach(a -> changes.put(a.column(), a.value().text()));
    Transformation rows = of(context, o.table(), o.alias(), changes, o.where(), "");
    return Optional.of(RowFacts.destructive(context) ? rows.saving() : rows);
  }

  /** Whether code computes a value that no SQL can say. */
  private static boolean isComputed(Operation operation) {
    Stream<Expression> values =
        switch (operation) {
          case Operation.Update o ->
              Stream.concat(
                  Stream.ofNullable(o.where()), o.assignments().stream().map(Assignment::value));
          case Operation.Delete o -> Stream.ofNullable(o.where());
          default -> Stream.empty();
        };
    return values.anyMatch(value -> Computed.isIn(value.text()));
  }

  /** What gives one column of a table another value where it has not got it yet. */
  static Transformation fill(Context context, Name table, String column, String value) {
    Map<String, String> changes = Map.of(column, value);
    return of(context, table, null, changes, null, Transformation.other(changes));
  }

  /** What gives one column of a table a value where it has none. */
  static Transformation fillNulls(Context context, Name table, String column, String value) {
    String missing = Identifier.quote(column) + " IS NULL";
    return of(context, table, null, Map.of(column, value), null, missing);
  }

  /** What writes one value of a column in the place of another; both are literals. */
  static Transformation replace(
      Context context, Name table, String column, String old, String value) {
    String holds = Identifier.quote(column) + " = " + old;
    Optional<Table> known = context.before().table(table);
    Map<String, String> changes = Map.of(column, value);
    return new Transformation(
        table, known, null, key(known), changes, "", holds, Map.of(column, old), false);
  }

  /** What deletes every row of a table. */
  static Transformation deleteAll(Context context, Name table) {
    return of(context, table, null, Map.of(), null, "");
  }

  private static Transformation of(
      Context context,
      Name table,
      String alias,
      Map<String, String> changes,
      Expression where,
      String pending) {
    Optional<Table> known = context.before().table(table);
    return new Transformation(
        table, known, alias, key(known), changes, where(where), pending, fits(where), false);
  }

  private static List<String> key(Optional<Table> table) {
    return table.map(Table::primaryKey).filter(key -> !key.isEmpty()).orElse(List.of("id"));
  }

  private static String where(Expression where) {
    return where == null || where.detail().alwaysTrue() ? "" : where.text();
  }

  /** What the columns that it compares with literals may be. */
  private static Map<String, String> fits(Expression where) {
    Map<String, String> fits = new LinkedHashMap<>();
    if (where != null) {
      where.detail().conjuncts().stream()
          .filter(c -> c.operator() == Operator.EQUAL || c.operator() == Operator.IN)
          .filter(c -> c.column() != null && !c.values().isEmpty())
          .forEach(c -> fits.put(c.column(), c.values().get(0)));
    }
    return fits;
  }

  /** Whether each value comes out the same when it is computed again of the changed row. */
  private static boolean repeatable(Operation.Update update) {
    List<String> written = update.assignments().stream().map(Operation.Assignment::column).toList();
    return update.assignments().stream()
        .allMatch(
            assignment -> {
              Expression.Detail value = assignment.value().detail();
              return value.understood()
                  && value.functions().stream().noneMatch(BatchFacts::differs)
                  && (value.columns().stream().noneMatch(written::contains)
                      || settles(assignment.value().text(), assignment.column()));
            });
  }

  /** {@code lower(trim(title))} for {@code title}. */
  private static boolean settles(String value, String column) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return text.equals(column)
        || SETTLING.stream()
            .filter(function -> text.startsWith(function + "(") && text.endsWith(")"))
            .anyMatch(
                function ->
                    settles(text.substring(function.length() + 1, text.length() - 1), column));
  }

  private static boolean differs(String function) {
    return function.startsWith("gen_random")
        || List.of("random", "clock_timestamp", "nextval", "now").contains(function);
  }
}
