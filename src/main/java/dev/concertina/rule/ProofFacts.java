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
import dev.concertina.schema.Table;
import dev.concertina.schema.TypeFit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Facts that let a safe path add a constraint, NOT NULL or a partition in its online form: which
 * form there is, the query that counts the rows in the way, the check that proves there are none.
 */
final class ProofFacts {

  private ProofFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "constraint.validates-later",
            "it is a check or foreign key of a table, which can be added NOT VALID",
            c ->
                c.operation() instanceof Operation.AddConstraint add
                    && (add.constraint() instanceof Constraint.Check
                        || add.constraint() instanceof Constraint.ForeignKey)),
        flag(
            "constraint.takes-index",
            "it is a unique or primary key that needs an index of its own",
            ProofFacts::takesIndex),
        flag(
            "constraint.over-nullable",
            "it is a primary key over a column that may be NULL",
            c -> added(c) instanceof Constraint.PrimaryKey && !nullable(c).isEmpty()),
        text(
            "constraint.add-key",
            "the statement that makes a key of its index",
            ProofFacts::addKey),
        flag(
            "constraint.as-written",
            "it takes over an index, or is the constraint of a domain that is not yet enforced",
            c ->
                OperationFacts.usingIndex(added(c)) != null && nullable(c).isEmpty()
                    || c.operation() instanceof Operation.AlterDomain o
                        && o.constraint() != null
                        && !o.constraint().validated()),
        text(
            "constraint.index.sql",
            "the index of the key, with its schema",
            c -> constraintName(c) == null ? null : schema(c.target()) + constraintName(c)),
        flag(
            "constraint.countable",
            "a query counts the rows that break it",
            c -> violations(c) != null),
        text(
            "constraint.violations",
            "the query that counts the rows that break it",
            ProofFacts::violations),
        flag(
            "index.dropped",
            "it drops an index",
            c -> c.operation() instanceof Operation.DropIndex),
        text(
            "index.concurrently",
            "the statement that builds the index without blocking writes",
            c ->
                c.operation() instanceof Operation.CreateIndex index
                    ? IndexText.concurrently(IndexText.of(c, index))
                    : null),
        flag(
            "index.created",
            "it creates an index",
            c -> c.operation() instanceof Operation.CreateIndex),
        flag("column.added", "it adds a column", c -> c.operation() instanceof Operation.AddColumn),
        flag(
            "type.narrows",
            "the new type takes fewer values",
            c ->
                c.operation() instanceof Operation.ChangeType o
                    && SchemaFacts.column(c)
                        .map(column -> TypeFit.of(column.type(), o.type()) == TypeFit.NARROWS)
                        .orElse(false)),
        text(
            "partition.default",
            "the default partition beside the one that is detached",
            ProofFacts::besideDetached),
        text(
            "partition.parent.sql",
            "the table that the new one is created as a partition of, quoted for SQL",
            c -> created(c) == null ? null : created(c).table().sql()),
        text(
            "partition.for",
            "FOR VALUES and its bounds, or DEFAULT",
            c ->
                created(c) == null
                    ? null
                    : created(c).isDefault() ? "DEFAULT" : "FOR VALUES " + created(c).bounds()),
        flag("table.keyed", "foreign keys tie it to other tables", c -> keysDropped(c) != null),
        text(
            "table.keys-dropped",
            "the statements that drop the foreign keys of it and to it",
            ProofFacts::keysDropped),
        text("null.check", "a name for the check that there is no NULL", ProofFacts::checkName),
        text(
            "null.condition",
            "that there is no NULL, as SQL",
            c -> joined(nullable(c), " AND ", column -> column + " IS NOT NULL")),
        text(
            "null.missing",
            "that there is a NULL, as SQL",
            c -> joined(nullable(c), " OR ", column -> column + " IS NULL")),
        rows(
            "null.fills",
            "the statements that fill a batch of rows in",
            c -> nullableNames(c).stream().map(column -> fill(c, column)).toList()),
        text(
            "null.set",
            "the actions that set NOT NULL",
            c -> joined(nullable(c), ", ", column -> "ALTER COLUMN " + column + " SET NOT NULL")),
        flag("attach.bounded", "a check can say the bounds", c -> inside(c) != null),
        text("attach.inside", "the check that every row lies inside", ProofFacts::inside),
        flag(
            "attach.beside-default",
            "the default partition must be proved free of its rows",
            c -> outside(c) != null),
        text("attach.outside", "the check that no row lies inside", ProofFacts::outside),
        text(
            "attach.default-partition",
            "the default partition",
            c -> defaultPartition(c).map(table -> table.name().sql()).orElse(null)),
        text(
            "attach.default-name",
            "its name without the schema",
            c -> defaultPartition(c).map(table -> table.name().local()).orElse(null)),
        text(
            "partition.sql",
            "the partition that is attached or detached, quoted for SQL",
            c ->
                switch (c.operation()) {
                  case Operation.AttachPartition o -> o.partition().table().sql();
                  case Operation.DetachPartition o -> o.partition().sql();
                  default -> null;
                }),
        text(
            "partition.local",
            "its name without the schema",
            c ->
                switch (c.operation()) {
                  case Operation.AttachPartition o -> o.partition().table().local();
                  case Operation.DetachPartition o -> o.partition().local();
                  default -> null;
                }),
        flag(
            "partitions.indexable",
            "the history knows its partitions, none of which has partitions of its own",
            c -> !partitions(c).isEmpty() && partitions(c).stream().noneMatch(Table::partitioned)),
        text(
            "partitions.index",
            "the statement that creates the parent's index alone",
            c ->
                c.operation() instanceof Operation.CreateIndex index
                    ? IndexText.onOnly(IndexText.of(c, index))
                    : null),
        text(
            "index.is-valid",
            "the query that is true when the index is complete",
            c ->
                c.operation() instanceof Operation.CreateIndex index
                    ? SuccessorFacts.valid(List.of(IndexText.of(c, index).name()))
                    : null),
        text(
            "partitions.index-builds",
            "the statements that build the index of each partition",
            c -> lines(partitions(c), partition -> IndexText.concurrently(of(c, partition)))),
        text(
            "partitions.index-attaches",
            "the statements that attach them to the parent's",
            c -> lines(partitions(c), partition -> attach(c, partition))),
        text(
            "partitions.indexes-valid",
            "the query that is true when all of them are built",
            c ->
                SuccessorFacts.valid(
                    partitions(c).stream().map(partition -> of(c, partition).name()).toList())));
  }

  // ---- constraints

  private static Constraint added(Context context) {
    return context.operation() instanceof Operation.AddConstraint add ? add.constraint() : null;
  }

  private static boolean takesIndex(Context context) {
    return switch (added(context)) {
      case Constraint.PrimaryKey key -> key.usingIndex() == null;
      case Constraint.Unique key -> key.usingIndex() == null;
      case null, default -> false;
    };
  }

  private static String constraintName(Context context) {
    return context.target() == null ? null : ConstraintText.name(context);
  }

  private static String schema(Name name) {
    return name.schema().isEmpty() ? "" : Identifier.quote(name.schema()) + ".";
  }

  private static String addKey(Context context) {
    String keyword = ConstraintText.keyword(context);
    if (keyword == null || !(context.operation() instanceof Operation.AddConstraint add)) {
      return null;
    }
    String taken = add.constraint().usingIndex();
    String index = taken == null ? constraintName(context) : Identifier.quote(taken);
    String name =
        taken != null && add.constraint().name() == null ? index : constraintName(context);
    return "ALTER TABLE "
        + add.table().sql()
        + " ADD CONSTRAINT "
        + name
        + " "
        + keyword
        + " USING INDEX "
        + index
        + ";";
  }

  private static String violations(Context context) {
    if (context.target() == null) {
      return null;
    }
    String table = context.target().sql();
    if (context.operation() instanceof Operation.CreateIndex index) {
      return index.unique()
          ? repeated(
              table,
              IndexText.of(context, index).keys(),
              index.where() == null ? null : index.where().text())
          : null;
    }
    return switch (added(context)) {
      case Constraint.Check check ->
          "SELECT count(*) FROM " + table + " WHERE NOT (" + check.condition().text() + ");";
      case Constraint.ForeignKey key -> orphans(context, key);
      case Constraint.Unique key when key.usingIndex() == null ->
          repeated(table, quoted(key.columns()), null);
      case Constraint.PrimaryKey key when key.usingIndex() == null ->
          repeated(table, quoted(key.columns()), null);
      case null, default -> null;
    };
  }

  /** Rows without a value don't count: NULL is like no other NULL. */
  private static String repeated(String table, List<String> keys, String where) {
    String given = joined(keys, " AND ", key -> "(" + key + ") IS NOT NULL");
    return "SELECT count(*) FROM (SELECT 1 FROM "
        + table
        + " WHERE "
        + given
        + (where == null ? "" : " AND (" + where + ")")
        + " GROUP BY "
        + String.join(", ", keys)
        + " HAVING count(*) > 1) AS repeated;";
  }

  private static String orphans(Context context, Constraint.ForeignKey key) {
    List<String> columns = quoted(key.columns());
    List<String> referenced =
        key.referencedColumns().isEmpty()
            ? context.before().table(key.referenced()).map(Table::primaryKey).orElse(List.of("id"))
            : key.referencedColumns();
    if (referenced.size() != columns.size()) {
      return null;
    }
    String equal =
        IntStream.range(0, columns.size())
            .mapToObj(
                i -> "parent." + Identifier.quote(referenced.get(i)) + " = child." + columns.get(i))
            .collect(Collectors.joining(" AND "));
    return "SELECT count(*) FROM "
        + context.target().sql()
        + " AS child WHERE "
        + joined(columns, " AND ", column -> "child." + column + " IS NOT NULL")
        + " AND NOT EXISTS (SELECT 1 FROM "
        + key.referenced().sql()
        + " AS parent WHERE "
        + equal
        + ");";
  }

  // ---- NOT NULL

  /** The columns of which NULL must be gone before the operation's end is reached, quoted. */
  private static List<String> nullable(Context context) {
    return quoted(nullableNames(context));
  }

  private static List<String> nullableNames(Context context) {
    List<String> columns =
        switch (context.operation()) {
          case Operation.AddConstraint o when o.constraint() instanceof Constraint.Check check ->
              check.columns().stream()
                  .filter(column -> check.condition().detail().impliesNotNull(column))
                  .toList();
          case Operation.AddConstraint o when OperationFacts.usingIndex(o.constraint()) != null ->
              o.constraint() instanceof Constraint.PrimaryKey key
                  ? context
                      .before()
                      .index(o.table().sibling(key.usingIndex()))
                      .map(Index::keys)
                      .orElse(List.of())
                  : List.of();
          case Operation.AddConstraint o
              when o.constraint() instanceof Constraint.PrimaryKey
                  || o.constraint() instanceof Constraint.NotNull ->
              o.constraint().columns();
          case Operation.AddConstraint o -> List.of();
          case Operation.RenameColumn o -> List.of(o.newName());
          case Operation.DropColumn o when SuccessorFacts.successor(context) != null ->
              List.of(SuccessorFacts.successor(context));
          case Operation.ChangeType o -> List.of(SuccessorFacts.successor(context));
          default ->
              Optional.ofNullable(OperationFacts.column(context.operation()))
                  .map(List::of)
                  .orElse(List.of());
        };
    Optional<Table> table = SchemaFacts.table(context);
    return columns.stream()
        .filter(column -> !table.flatMap(t -> t.column(column)).map(Column::notNull).orElse(false))
        .toList();
  }

  private static Transformation fill(Context context, String column) {
    Optional<Table> table = SchemaFacts.table(context);
    String value = fillValue(table.flatMap(t -> t.column(column)));
    return BatchFacts.fillNulls(context, context.target(), column, value);
  }

  private static String fillValue(Optional<Column> column) {
    return column
        .map(Column::defaultValue)
        .filter(value -> !value.detail().nullLiteral())
        .map(Object::toString)
        .orElse(":value");
  }

  private static String checkName(Context context) {
    return context.target() == null
        ? null
        : Identifier.quote(
            context.target().local()
                + "_"
                + String.join("_", nullable(context)).replace("\"", "")
                + "_present");
  }

  // ---- partitions

  private static String inside(Context context) {
    if (!(context.operation() instanceof Operation.AttachPartition attach)
        || attach.partition().isDefault()) {
      return null;
    }
    return context.before().table(attach.table()).stream()
        .map(parent -> attach.partition().inside(parent))
        .filter(condition -> condition != null)
        .findFirst()
        .orElse(null);
  }

  private static String outside(Context context) {
    String inside = inside(context);
    if (inside == null || defaultPartition(context).isEmpty()) {
      return null;
    }
    Operation.AttachPartition attach = (Operation.AttachPartition) context.operation();
    return context.before().table(attach.table()).map(attach.partition()::outside).orElse(null);
  }

  private static Optional<Table> defaultPartition(Context context) {
    return context.operation() instanceof Operation.AttachPartition attach
        ? context.before().partitionsOf(attach.table()).stream()
            .filter(ProofFacts::isDefault)
            .findFirst()
        : Optional.empty();
  }

  private static String besideDetached(Context context) {
    return context.operation() instanceof Operation.DetachPartition o
        ? context.before().partitionsOf(o.table()).stream()
            .filter(ProofFacts::isDefault)
            .map(Table::name)
            .filter(name -> !name.equals(o.partition()))
            .map(Name::toString)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static boolean isDefault(Table table) {
    return table.partition() != null && table.partition().isDefault();
  }

  private static Operation.Partition created(Context context) {
    return context.operation() instanceof Operation.CreateTable o ? o.partitionOf() : null;
  }

  private static String keysDropped(Context context) {
    if (!(context.operation() instanceof Operation.DropTable drop)) {
      return null;
    }
    Stream<String> own =
        context.table().stream().flatMap(table -> keyDrops(table, Optional.empty()));
    Stream<String> others =
        context.before().referencing(drop.table()).stream()
            .filter(name -> !name.equals(drop.table()))
            .flatMap(name -> context.before().table(name).stream())
            .flatMap(table -> keyDrops(table, Optional.of(drop.table())));
    String drops = Stream.concat(others, own).collect(Collectors.joining("\n"));
    return drops.isEmpty() ? null : drops;
  }

  private static Stream<String> keyDrops(Table table, Optional<Name> referenced) {
    return table.constraints().stream()
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint.ForeignKey.class::cast)
        .filter(key -> key.name() != null)
        .filter(key -> referenced.isEmpty() || referenced.get().equals(key.referenced()))
        .map(
            key ->
                "ALTER TABLE "
                    + table.name().sql()
                    + " DROP CONSTRAINT "
                    + Identifier.quote(key.name())
                    + ";");
  }

  private static List<Table> partitions(Context context) {
    return context.operation() instanceof Operation.CreateIndex index && index.table() != null
        ? context.before().partitionsOf(index.table())
        : List.of();
  }

  private static Index parentIndex(Context context) {
    return IndexText.of(context, (Operation.CreateIndex) context.operation());
  }

  /** The parent's index, as the one of a partition. */
  private static Index of(Context context, Table partition) {
    Index index = parentIndex(context);
    String parent = index.name().local();
    String table = index.table().local();
    String own = partition.name().local();
    String name = parent.contains(table) ? parent.replace(table, own) : own + "_" + parent;
    return new Index(
        partition.name().sibling(name),
        partition.name(),
        index.unique(),
        true,
        index.method(),
        index.keys(),
        index.include(),
        index.where(),
        null);
  }

  private static String attach(Context context, Table partition) {
    return "ALTER INDEX "
        + parentIndex(context).name().sql()
        + " ATTACH PARTITION "
        + of(context, partition).name().sql()
        + ";";
  }

  private static List<String> quoted(List<String> columns) {
    return columns.stream().map(Identifier::quote).toList();
  }

  private static String joined(List<String> items, String by, UnaryOperator<String> each) {
    return items.isEmpty() ? null : items.stream().map(each).collect(Collectors.joining(by));
  }

  private static String lines(List<Table> tables, Function<Table, String> line) {
    return tables.isEmpty() ? null : tables.stream().map(line).collect(Collectors.joining("\n"));
  }
}
