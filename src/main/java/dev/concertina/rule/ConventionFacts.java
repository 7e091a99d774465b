package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.number;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Facts that conventions ask for: how things are declared and named. */
final class ConventionFacts {

  private static final Set<String> SMALL_INTEGERS = Set.of("smallint", "integer");
  private static final Set<String> FLOATS = Set.of("real", "double precision");
  private static final Set<String> AMOUNTS =
      Set.of(
          "amount",
          "balance",
          "cost",
          "credit",
          "debit",
          "discount",
          "fee",
          "fees",
          "payment",
          "price",
          "revenue",
          "salary",
          "subtotal",
          "tax",
          "total");

  private ConventionFacts() {}

  static List<Fact> all() {
    return List.of(
        columns("declares.limited-text", "the columns declared varchar(n)", limited("varchar")),
        columns("declares.padded-text", "the columns declared char(n)", type("char")),
        columns("declares.timestamp", "the columns declared timestamp", type("timestamp")),
        columns("declares.json", "the columns declared json", type("json")),
        columns("declares.money", "the columns declared money", type("money")),
        columns("declares.serial", "the columns declared serial", c -> c.type().isSerial()),
        columns(
            "declares.float-amount",
            "the columns of a floating-point type that are named like an amount of money",
            c -> FLOATS.contains(c.type().name()) && isAmount(c.name())),
        list(
            "declares.narrow-key",
            "the primary key columns of an integer type smaller than bigint",
            ConventionFacts::narrowKeys),
        flag(
            "declares.unlogged",
            "the table is unlogged",
            c ->
                c.operation() instanceof Operation.CreateTable t
                        && t.persistence() == Operation.Persistence.UNLOGGED
                    || c.operation() instanceof Operation.CreateTableAs a
                        && a.persistence() == Operation.Persistence.UNLOGGED),
        list(
            "constraints.unnamed",
            "the kinds of the constraints that it leaves without a name, other than primary keys",
            ConventionFacts::unnamed),
        flag(
            "name.qualified",
            "what it acts on is written with its schema",
            ConventionFacts::qualified),
        flag(
            "statement.first",
            "it is the first operation of its statement",
            c -> c.here().statement().operations().get(0) == c.operation()),
        number(
            "index.width",
            "how many keys the index has",
            c -> c.operation() instanceof Operation.CreateIndex i ? i.keys().size() : null));
  }

  private static Fact columns(String name, String says, Predicate<Column> which) {
    return list(
        name, says, c -> declared(c.operation()).stream().filter(which).map(Column::name).toList());
  }

  /** The columns to which a statement gives a type. */
  private static List<Column> declared(Operation operation) {
    return switch (operation) {
      case Operation.CreateTable o -> o.columns();
      case Operation.AddColumn o -> List.of(o.column());
      case Operation.ChangeType o -> List.of(Column.of(o.column(), o.type()));
      default -> List.of();
    };
  }

  private static Predicate<Column> type(String name) {
    return column -> column.type().name().equals(name);
  }

  private static Predicate<Column> limited(String name) {
    return type(name).and(column -> !column.type().modifiers().isEmpty());
  }

  private static boolean isAmount(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("_")).anyMatch(AMOUNTS::contains);
  }

  private static List<String> narrowKeys(Context context) {
    List<String> keys =
        OperationFacts.constraints(context.operation()).stream()
            .filter(Constraint.PrimaryKey.class::isInstance)
            .flatMap(key -> key.columns().stream())
            .toList();
    return declared(context.operation()).stream()
        .filter(column -> keys.contains(column.name()))
        .filter(column -> isNarrow(column.type()))
        .map(Column::name)
        .toList();
  }

  private static boolean isNarrow(DataType type) {
    return type.dimensions() == 0 && SMALL_INTEGERS.contains(type.stored().name());
  }

  private static List<String> unnamed(Context context) {
    return OperationFacts.constraints(context.operation()).stream()
        .filter(constraint -> constraint.name() == null && constraint.usingIndex() == null)
        .filter(constraint -> !(constraint instanceof Constraint.PrimaryKey))
        .map(OperationFacts::constraintKind)
        .distinct()
        .toList();
  }

  /** The default schema is left out of a name, so that only the text says whether it is written. */
  private static boolean qualified(Context context) {
    if (context.target() == null || !context.target().schema().isEmpty()) {
      return true;
    }
    String text = context.here().statement().sql().toLowerCase(Locale.ROOT);
    String local = context.target().local().toLowerCase(Locale.ROOT);
    return text.contains("." + local) || text.contains(".\"" + local);
  }
}
