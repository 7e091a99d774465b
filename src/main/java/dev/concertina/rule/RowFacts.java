package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Expression.Conjunct;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Facts about operations that change rows. */
final class RowFacts {

  /** More literals than this are no longer a few rows. */
  private static final int FEW = 100;

  private RowFacts() {}

  static List<Fact> all() {
    return List.of(
        flag("rows.where", "it has a WHERE that can leave rows out", RowFacts::selects),
        flag("rows.by-key", "it touches few rows, named by a key", c -> byKey(c, c.operation())),
        flag("rows.few", "it inserts a few rows of VALUES", c -> few(c.operation())),
        flag("rows.from-query", "it inserts what a query finds", c -> c.operation() instanceof Operation.Insert i && i.source() != null),
        flag("rows.idempotent", "a second run changes nothing", c -> idempotent(c.operation())),
        flag("rows.destructive", "it overwrites or deletes values that were there before the change", RowFacts::destructive),
        flag("rows.saved-before", "an earlier statement of the change copies them", RowFacts::saved),
        flag("block.batches", "a loop changes rows of an existing table without committing", RowFacts::batches),
        list("truncate.follows", "the tables that TRUNCATE … CASCADE empties too", RowFacts::follows));
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
    Set<String> keys = keys(context, operation.target());
    return where.detail().conjuncts().stream()
        .anyMatch(conjunct -> keys.contains(conjunct.column()) && fewValues(conjunct));
  }

  private static boolean fewValues(Conjunct conjunct) {
    return switch (conjunct.operator()) {
      case EQUAL, IN -> !conjunct.values().isEmpty() && conjunct.values().size() <= FEW;
      default -> false;
    };
  }

  private static Set<String> keys(Context context, Name table) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add("id");
    keys.add("uuid");
    context
        .before()
        .table(table)
        .ifPresent(
            known ->
                known.constraints().stream()
                    .filter(
                        c ->
                            c instanceof Constraint.PrimaryKey || c instanceof Constraint.Unique)
                    .filter(c -> c.columns().size() == 1)
                    .forEach(c -> keys.add(c.columns().get(0))));
    context.before().indexesOf(table).stream()
        .filter(index -> index.unique() && index.keys().size() == 1)
        .forEach(index -> keys.add(index.keys().get(0)));
    return keys;
  }

  private static boolean few(Operation operation) {
    return operation instanceof Operation.Insert insert
        && insert.source() == null
        && insert.rows() <= FEW;
  }

  private static boolean idempotent(Operation operation) {
    return switch (operation) {
      case Operation.Insert insert ->
          insert.onConflict()
              || insert.source() != null && insert.source().detail().guarded();
      case Operation.Update update ->
          update.assignments().stream()
              .noneMatch(
                  a ->
                      a.value().detail().columns().contains(a.column())
                          && !a.value().text().equalsIgnoreCase(a.column())
                          && a.value().detail().functions().isEmpty());
      default -> true;
    };
  }

  private static boolean destructive(Context context) {
    return switch (context.operation()) {
      case Operation.Delete o -> true;
      case Operation.Update o ->
          o.assignments().stream()
              .anyMatch(
                  a ->
                      !context.before().isNew(o.table(), a.column())
                          && !onlyNulls(o.where(), a.column()));
      default -> false;
    };
  }

  private static boolean onlyNulls(Expression where, String column) {
    return where != null
        && where.detail().conjuncts().stream()
            .anyMatch(
                c ->
                    c.operator() == Expression.Operator.IS_NULL && column.equals(c.column()));
  }

  private static boolean saved(Context context) {
    Name table = context.target();
    return context.earlier().stream()
        .map(Occurrence::operation)
        .anyMatch(
            o ->
                switch (o) {
                  case Operation.CreateTableAs copy -> copy.query().detail().tables().contains(table);
                  case Operation.Insert copy ->
                      copy.source() != null
                          && copy.source().detail().tables().contains(table)
                          && !copy.table().equals(table);
                  default -> false;
                });
  }

  private static boolean batches(Context context) {
    return context.operation() instanceof Operation.DoBlock block
        && block.loops()
        && !block.commits()
        && block.body().stream()
            .anyMatch(
                o ->
                    (o instanceof Operation.Update || o instanceof Operation.Delete)
                        && context.existing(o.target()));
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
