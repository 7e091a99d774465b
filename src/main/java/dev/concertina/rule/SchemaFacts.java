package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Domain;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Table;
import dev.concertina.schema.TypeFit;
import dev.concertina.schema.View;
import dev.concertina.schema.Volatility;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Facts about the table, column, index or view at hand, as known just before the operation. */
final class SchemaFacts {

  private SchemaFacts() {}

  static List<Fact> all() {
    return List.of(
        flag("table.existing", "the table was there before the change", SchemaFacts::existing),
        flag(
            "target.new",
            "the change itself created what it acts on",
            c -> c.target() != null && c.before().isNew(c.target())),
        flag(
            "table.known",
            "the history says what the table looks like",
            c -> c.table().isPresent()),
        flag(
            "table.small",
            "the configuration or the statistics say that it is small",
            c -> c.situation().sizes().isSmall(relation(c))),
        flag(
            "table.large",
            "the configuration says that it is large",
            c -> c.situation().sizes().isLarge(relation(c))),
        text(
            "table.size",
            "how many rows and bytes it has, by the statistics",
            c -> c.situation().sizes().said(relation(c))),
        flag(
            "table.partitioned",
            "its rows live in partitions",
            c -> table(c).map(Table::partitioned).orElse(false)),
        flag(
            "table.is-index",
            "the name is that of an index",
            c -> c.target() != null && c.before().index(c.target()).isPresent()),
        text("table.key", "its primary key column, id when that is not known", SchemaFacts::key),
        text("table.key.sql", "the same, quoted for SQL", c -> Identifier.quote(key(c))),
        list(
            "table.partitions",
            "its partitions",
            c -> names(c.before().partitionsOf(relation(c)).stream().map(Table::name).toList())),
        list(
            "table.referenced-by",
            "tables with a foreign key to it",
            c -> names(c.before().referencing(relation(c)))),
        list(
            "table.views",
            "views that read it",
            c -> names(c.before().viewsOn(relation(c)).stream().map(View::name).toList())),
        text(
            "relation",
            "the table that it acts on, for an index operation the index's table",
            c -> String.valueOf(relation(c))),
        text("relation.sql", "the same, quoted for SQL", c -> relation(c).sql()),
        flag(
            "column.existing",
            "the column was there before the change",
            SchemaFacts::columnExisting),
        flag(
            "column.known",
            "the history says what the column looks like",
            c -> column(c).isPresent()),
        text(
            "column.type",
            "its type before the operation",
            c -> column(c).map(k -> k.type().toString()).orElse(null)),
        flag(
            "column.not-null",
            "it refuses NULL before the operation",
            c -> column(c).map(Column::notNull).orElse(false)),
        flag(
            "column.fills-itself",
            "an INSERT that leaves it out gets a value",
            SchemaFacts::fillsItself),
        text(
            "column.default",
            "its default before the operation",
            c -> column(c).map(Column::defaultValue).map(Object::toString).orElse(null)),
        flag(
            "column.declared-not-null",
            "ADD COLUMN says NOT NULL or PRIMARY KEY",
            c -> declaredNotNull(c.operation())),
        flag(
            "column.has-default",
            "ADD COLUMN gives a default",
            c ->
                c.operation() instanceof Operation.AddColumn a
                    && a.column().defaultValue() != null),
        flag(
            "default.guessed",
            "it gives a default of which no more is known than that it calls an unknown function",
            SchemaFacts::defaultGuessed),
        text(
            "column.plain-type",
            "the integer type behind a serial one, the type behind a domain, else the type",
            SchemaFacts::plainType),
        text(
            "column.plain-definition",
            "the type and default that ADD COLUMN gives, without its constraints",
            SchemaFacts::plainDefinition),
        text(
            "constraint.named",
            "the constraint's name, or the one that PostgreSQL would choose",
            c -> ConstraintText.name(c)),
        text(
            "constraint.definition",
            "the constraint as SQL, without its name and NOT VALID",
            c -> ConstraintText.definition(c)),
        text("constraint.columns", "its columns, quoted for SQL", c -> ConstraintText.columns(c)),
        text("constraint.keyword", "UNIQUE or PRIMARY KEY", c -> ConstraintText.keyword(c)),
        flag(
            "column.generated",
            "it is generated or an identity",
            c ->
                c.operation() instanceof Operation.AddColumn a
                    && (a.column().generated() != Column.Generated.NO
                        || a.column().type().isSerial())),
        flag(
            "column.null-rejected-at-base",
            "a check at the base already rejects NULL",
            SchemaFacts::nullRejected),
        flag(
            "columns.written",
            "what the running version writes can break the constraint or unique index",
            SchemaFacts::columnsWritten),
        text("type.fit", "how the new type suits the running version", SchemaFacts::fit),
        flag(
            "type.same-collation",
            "no other collation is written",
            c -> !(c.operation() instanceof Operation.ChangeType t) || t.collation() == null),
        text(
            "constraint.dropped-kind",
            "the kind of constraint that is dropped, validated or renamed",
            c -> OperationFacts.constraintKind(named(c).orElse(null))),
        text(
            "index.constraint",
            "the constraint that the index backs",
            c -> index(c).map(Index::constraint).orElse(null)),
        flag(
            "index.backs-constraint",
            "a constraint needs the index",
            c -> index(c).map(Index::constraint).isPresent()),
        flag(
            "partition.existing-parent",
            "it is created as a partition of a table that was there before",
            c ->
                c.operation() instanceof Operation.CreateTable t
                    && t.partitionOf() != null
                    && c.existing(t.partitionOf().table())),
        flag(
            "index.existing",
            "the index was there before the change",
            c ->
                c.target() != null
                    && !c.before().isNew(c.target())
                    && index(c).map(i -> !c.before().isNew(i.table())).orElse(true)),
        flag("index.unique", "the index is unique", c -> index(c).map(Index::unique).orElse(false)),
        text("index.named", "the index's name, or a name for it", SchemaFacts::indexName),
        text(
            "index.keys",
            "what the index is over",
            c ->
                c.operation() instanceof Operation.CreateIndex i
                    ? String.join(", ", i.keys())
                    : index(c).map(i -> String.join(", ", i.keys())).orElse(null)));
  }

  /** The table at hand; for an operation on an index, the index's table. */
  static Name relation(Context context) {
    Name target = context.target();
    return target == null
        ? Name.of("")
        : context.before().index(target).map(Index::table).orElse(target);
  }

  static Optional<Table> table(Context context) {
    return context.before().table(relation(context));
  }

  static Optional<Column> column(Context context) {
    String column = OperationFacts.column(context.operation());
    return column == null ? Optional.empty() : table(context).flatMap(t -> t.column(column));
  }

  static Optional<Index> index(Context context) {
    return Optional.ofNullable(context.target()).flatMap(context.before()::index);
  }

  static Optional<Constraint> named(Context context) {
    String name =
        switch (context.operation()) {
          case Operation.DropConstraint o -> o.constraint();
          case Operation.ValidateConstraint o -> o.constraint();
          case Operation.RenameConstraint o -> o.constraint();
          case Operation.AlterConstraint o -> o.constraint();
          default -> null;
        };
    return name == null ? Optional.empty() : table(context).flatMap(t -> t.constraint(name));
  }

  private static boolean existing(Context context) {
    Name relation = relation(context);
    boolean temporary =
        table(context).map(t -> t.persistence() == Operation.Persistence.TEMPORARY).orElse(false);
    return context.target() != null && context.existing(relation) && !temporary;
  }

  private static boolean columnExisting(Context context) {
    String column = OperationFacts.column(context.operation());
    return column != null && !context.before().isNew(relation(context), column);
  }

  /**
   * A check over columns of which the running version writes at least one can fail. Of a key, one
   * column that it leaves NULL is enough to pass.
   */
  private static boolean columnsWritten(Context context) {
    return switch (context.operation()) {
      case Operation.AddConstraint o -> {
        List<String> columns = o.constraint().columns();
        yield o.constraint() instanceof Constraint.Check
            ? columns.isEmpty() || columns.stream().anyMatch(c -> !added(context, c))
            : columns.stream().noneMatch(c -> leftNull(context, c))
                && (columns.isEmpty() || columns.stream().anyMatch(c -> !added(context, c)));
      }
      case Operation.CreateIndex o -> o.keys().stream().noneMatch(c -> leftNull(context, c));
      default -> true;
    };
  }

  private static boolean added(Context context, String column) {
    return context.before().isNew(relation(context), column);
  }

  /** Whether the change added the column and an INSERT that does not know it leaves it NULL. */
  static boolean leftNull(Context context, String column) {
    return added(context, column)
        && table(context).flatMap(t -> t.column(column)).map(c -> !c.fillsItself()).orElse(true);
  }

  private static boolean fillsItself(Context context) {
    return context.operation() instanceof Operation.AddColumn add
        ? add.column().fillsItself()
        : column(context).map(Column::fillsItself).orElse(false);
  }

  static boolean declaredNotNull(Operation operation) {
    return operation instanceof Operation.AddColumn add
        && (add.column().notNull()
            || add.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance));
  }

  private static boolean defaultGuessed(Context context) {
    return context.operation() instanceof Operation.AddColumn add
        && add.column().defaultValue() != null
        && context.situation().dialect().version() >= 11
        && Volatility.guessed(add.column().defaultValue(), context.before());
  }

  private static String plainType(Context context) {
    if (!(context.operation() instanceof Operation.AddColumn add)) {
      return null;
    }
    DataType type = add.column().type().stored();
    return context.before().domains().stream()
        .filter(domain -> domain.name().toString().equals(type.toString()))
        .map(Domain::base)
        .findFirst()
        .orElse(type)
        .toString();
  }

  private static String plainDefinition(Context context) {
    if (!(context.operation() instanceof Operation.AddColumn add)) {
      return null;
    }
    Column column = add.column();
    boolean defaults = column.generated() == Column.Generated.NO && column.defaultValue() != null;
    return column.type() + (defaults ? " DEFAULT " + column.defaultValue().text() : "");
  }

  private static boolean nullRejected(Context context) {
    List<String> columns =
        context.operation() instanceof Operation.AddConstraint add
            ? add.constraint().columns()
            : Optional.ofNullable(OperationFacts.column(context.operation()))
                .map(List::of)
                .orElse(List.of());
    Optional<Table> base = context.situation().base().table(relation(context));
    return !columns.isEmpty()
        && base.isPresent()
        && columns.stream().allMatch(column -> rejectsNull(base.get(), column));
  }

  static boolean rejectsNull(Table table, String column) {
    return table.column(column).map(Column::notNull).orElse(false)
        || table.constraints().stream()
            .anyMatch(
                c ->
                    c instanceof Constraint.NotNull n && n.column().equals(column)
                        || c instanceof Constraint.Check k
                            && k.condition().detail().impliesNotNull(column));
  }

  private static String fit(Context context) {
    if (!(context.operation() instanceof Operation.ChangeType change)) {
      return null;
    }
    if (EnumGrowth.of(context, change)) {
      return Fact.word(TypeFit.WIDENS);
    }
    return column(context)
        .map(column -> Fact.word(TypeFit.of(column.type(), change.type())))
        .orElse("unknown");
  }

  private static String indexName(Context context) {
    if (!(context.operation() instanceof Operation.CreateIndex create)) {
      return context.target() == null ? null : context.target().sql();
    }
    return create.index() != null
        ? create.index().sql()
        : Identifier.quote(create.table().local() + "_" + String.join("_", create.keys()) + "_idx");
  }

  static String key(Context context) {
    return key(table(context));
  }

  /** The column by which rows are gone through: the first of the primary key. */
  static String key(Optional<Table> table) {
    return table
        .map(Table::primaryKey)
        .filter(key -> !key.isEmpty())
        .map(key -> key.get(0))
        .orElse("id");
  }

  static List<String> names(Collection<Name> names) {
    return names.stream().map(Name::toString).toList();
  }
}
