package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.rows;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Table;
import dev.concertina.schema.TypeFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts about the column that takes the place of the one that is renamed or gets another type, and
 * the SQL that gives it what the old one has: default, indexes, keys, foreign keys, checks.
 */
final class SuccessorFacts {

  private static final int LONGEST_NAME = 63;

  private SuccessorFacts() {}

  static List<Fact> all() {
    return List.of(
        text("successor", "the column that takes its place", SuccessorFacts::successor),
        text(
            "successor.sql",
            "the same, quoted for SQL",
            c -> successor(c) == null ? null : Identifier.quote(successor(c))),
        text("successor.type", "the type of that column", SuccessorFacts::type),
        rows(
            "successor.batch",
            "the statement that copies the values of one batch to it",
            c -> copy(c).stream().toList()),
        text(
            "successor.remaining",
            "the query that counts the rows without the value",
            c -> copy(c).map(Transformation::remaining).orElse(null)),
        text(
            "successor.default",
            "the default of the old column",
            c -> constantDefault(c).orElse(null)),
        flag(
            "successor.has-default",
            "the old column has a default",
            c -> constantDefault(c).isPresent()),
        flag("successor.indexed", "the old column has indexes", c -> !indexes(c).isEmpty()),
        text(
            "successor.indexes",
            "the statements that build them for the new one",
            c -> lines(indexes(c), IndexText::concurrently)),
        text(
            "successor.indexes-valid",
            "the query that is true when all of them are built",
            c -> valid(indexes(c).stream().map(Index::name).toList())),
        flag("successor.keyed", "the old column has a unique key", c -> !keys(c).isEmpty()),
        text(
            "successor.keys",
            "the statements that make such a key of the new index",
            c -> lines(keys(c), key -> addKey(c, key))),
        flag(
            "successor.constrained",
            "the old column has checks or foreign keys",
            c -> !constraints(c).isEmpty()),
        text(
            "successor.constraints",
            "the statements that give them to the new one without a look at the rows",
            c -> lines(constraints(c), constraint -> add(c, constraint))),
        text(
            "successor.validations",
            "the statements that look at the rows",
            c -> lines(constraints(c), constraint -> validate(c, constraint))));
  }

  static String successor(Context context) {
    return switch (context.operation()) {
      case Operation.RenameColumn o -> o.newName();
      case Operation.ChangeType o -> o.column() + "_new";
      case Operation.DropColumn o -> PrismaFacts.newName(context);
      default -> null;
    };
  }

  private static String type(Context context) {
    return context.operation() instanceof Operation.ChangeType o
        ? o.type().toString()
        : SchemaFacts.column(context).map(c -> c.type().stored().toString()).orElse(null);
  }

  private static Optional<Transformation> copy(Context context) {
    return Optional.ofNullable(value(context))
        .map(
            value ->
                BatchFacts.fill(context, SchemaFacts.relation(context), successor(context), value));
  }

  /** Its value, computed from the old column. */
  private static String value(Context context) {
    return switch (context.operation()) {
      case Operation.RenameColumn o -> Identifier.quote(o.column());
      case Operation.DropColumn o when successor(context) != null -> Identifier.quote(o.column());
      case Operation.ChangeType o when o.using() != null -> o.using().text();
      case Operation.ChangeType o ->
          "CAST(" + Identifier.quote(o.column()) + " AS " + o.type() + ")";
      default -> null;
    };
  }

  /** A sequence's next value is no default for two columns that must agree. */
  private static Optional<String> constantDefault(Context context) {
    return successor(context) == null
        ? Optional.empty()
        : SchemaFacts.column(context)
            .filter(column -> column.generated() == Column.Generated.NO)
            .map(Column::defaultValue)
            .filter(value -> !value.detail().nullLiteral())
            .map(Object::toString);
  }

  /** The schema as if the old column were the new one already. */
  private static Schema renamed(Context context) {
    Operation operation = context.operation();
    return context
        .before()
        .after(
            new Operation.RenameColumn(
                SchemaFacts.relation(context),
                OperationFacts.column(operation),
                successor(context),
                operation.span()));
  }

  /** Whether what holds for the old type can be said of the new one. */
  private static boolean alike(Context context) {
    return !(context.operation() instanceof Operation.ChangeType change)
        || SchemaFacts.column(context)
            .map(column -> TypeFit.of(column.type(), change.type()))
            .map(fit -> fit == TypeFit.OUTGROWS)
            .orElse(false);
  }

  private static List<Index> indexes(Context context) {
    String column = OperationFacts.column(context.operation());
    if (successor(context) == null) {
      return List.of();
    }
    Schema renamed = renamed(context);
    return context.before().indexesOf(SchemaFacts.relation(context)).stream()
        .filter(index -> index.covers(column) && !isPrimary(context, index))
        .filter(index -> alike(context) || index.keys().contains(column))
        .map(index -> renamed.index(index.name()).map(next -> named(context, next)).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean isPrimary(Context context, Index index) {
    return index.constraint() != null
        && context
            .table()
            .flatMap(table -> table.constraint(index.constraint()))
            .map(Constraint.PrimaryKey.class::isInstance)
            .orElse(false);
  }

  private static Index named(Context context, Index index) {
    return new Index(
        index.table().sibling(nextName(context, index.name().local())),
        index.table(),
        index.unique(),
        index.valid(),
        index.method(),
        IndexText.written(renamed(context).table(index.table()), index.keys()),
        index.include(),
        index.where(),
        index.constraint());
  }

  /** {@code audio_length_idx} becomes {@code audio_length_ms_idx}. */
  private static String nextName(Context context, String name) {
    String column = OperationFacts.column(context.operation());
    String next = name.contains(column) ? name.replace(column, successor(context)) : name + "_new";
    return next.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 4) + "_new" : next;
  }

  private static List<Index> keys(Context context) {
    return indexes(context).stream().filter(index -> index.constraint() != null).toList();
  }

  private static String addKey(Context context, Index key) {
    String name = Identifier.quote(key.name().local());
    return alter(context) + "ADD CONSTRAINT " + name + " UNIQUE USING INDEX " + name + ";";
  }

  private static List<Constraint> constraints(Context context) {
    String column = OperationFacts.column(context.operation());
    if (successor(context) == null || !alike(context)) {
      return List.of();
    }
    Name relation = SchemaFacts.relation(context);
    List<Constraint> old = context.table().map(Table::constraints).orElse(List.of());
    List<Constraint> next = renamed(context).table(relation).map(Table::constraints).orElse(old);
    List<Constraint> found = new ArrayList<>();
    for (int i = 0; i < old.size() && old.size() == next.size(); i++) {
      boolean looks =
          old.get(i) instanceof Constraint.Check || old.get(i) instanceof Constraint.ForeignKey;
      if (looks && old.get(i).columns().contains(column)) {
        found.add(next.get(i));
      }
    }
    return found;
  }

  private static String add(Context context, Constraint constraint) {
    return alter(context)
        + "ADD CONSTRAINT "
        + constraintName(context, constraint)
        + " "
        + ConstraintText.definition(constraint)
        + " NOT VALID;";
  }

  private static String validate(Context context, Constraint constraint) {
    return alter(context) + "VALIDATE CONSTRAINT " + constraintName(context, constraint) + ";";
  }

  private static String constraintName(Context context, Constraint constraint) {
    String old =
        constraint.name() == null
            ? SchemaFacts.relation(context).local()
                + "_"
                + OperationFacts.column(context.operation())
            : constraint.name();
    return Identifier.quote(nextName(context, old));
  }

  private static String alter(Context context) {
    return "ALTER TABLE " + SchemaFacts.relation(context).sql() + " ";
  }

  /** The query that is true when all of these indexes are built; null when there are none. */
  static String valid(List<Name> indexes) {
    return indexes.isEmpty()
        ? null
        : "SELECT count(*) = "
            + indexes.size()
            + " FROM pg_index WHERE indisvalid AND indexrelid IN ("
            + indexes.stream()
                .map(index -> "to_regclass('" + index.sql() + "')")
                .collect(Collectors.joining(", "))
            + ");";
  }

  private static <T> String lines(List<T> things, Function<T, String> line) {
    Stream<String> lines = things.stream().map(line);
    String text = lines.collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }
}
