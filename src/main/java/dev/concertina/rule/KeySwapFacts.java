package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.rows;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Sequence;
import dev.concertina.schema.Table;
import dev.concertina.schema.TypeFit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Facts about a primary key that gets a bigger integer type: a second column is kept equal by a
 * trigger, and takes the name of the first one in a transaction that reads no row.
 */
final class KeySwapFacts {

  private KeySwapFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "key.grows",
            "a column of the primary key gets a bigger integer type",
            c -> changed(c) != null),
        text("key.copy", "the function and trigger that keep the two equal", KeySwapFacts::copy),
        rows(
            "key.batch",
            "the statement that copies the values of one batch",
            c -> changed(c) == null ? List.of() : List.of(copyBatch(c, changed(c)))),
        text("key.old", "the name that the old column gets", c -> named(c, KeySwapFacts::old)),
        text(
            "key.old.sql",
            "the same, quoted for SQL",
            c -> named(c, change -> Identifier.quote(old(change)))),
        text(
            "key.index",
            "the statement that builds the new key's index",
            c -> named(c, change -> index(c, change))),
        text(
            "key.index-valid",
            "the query that is true when it is built",
            c ->
                named(
                    c,
                    change ->
                        SuccessorFacts.valid(List.of(change.table().sibling(indexName(change)))))),
        flag("key.referenced", "foreign keys point to it", c -> !references(c).isEmpty()),
        text(
            "key.references",
            "the statements that add foreign keys to the new column, without a look at the rows",
            c -> lines(references(c), reference -> add(c, reference))),
        text(
            "key.reference-validations",
            "the statements that look at the rows",
            c ->
                lines(
                    references(c),
                    r -> alter(r.table()) + "VALIDATE CONSTRAINT " + newName(r) + ";")),
        text(
            "key.swap",
            "the statements that give the new column the name, the key and the sequence",
            c -> named(c, change -> String.join("\n", swap(c, change)))));
  }

  private static Operation.ChangeType changed(Context context) {
    return context.operation() instanceof Operation.ChangeType change
            && context.table().map(t -> t.primaryKey().contains(change.column())).orElse(false)
            && SchemaFacts.column(context)
                .map(column -> TypeFit.of(column.type(), change.type()) == TypeFit.OUTGROWS)
                .orElse(false)
        ? change
        : null;
  }

  private static Transformation copyBatch(Context context, Operation.ChangeType change) {
    String copy = SuccessorFacts.successor(context);
    return BatchFacts.fill(context, change.table(), copy, Identifier.quote(change.column()));
  }

  private static String named(Context context, Function<Operation.ChangeType, String> text) {
    Operation.ChangeType change = changed(context);
    return change == null ? null : text.apply(change);
  }

  private static String next(Operation.ChangeType change) {
    return change.column() + "_new";
  }

  private static String old(Operation.ChangeType change) {
    return change.column() + "_old";
  }

  private static String copyName(Operation.ChangeType change) {
    return change.table().sibling(change.table().local() + "_" + next(change) + "_copy").sql();
  }

  private static String triggerName(Operation.ChangeType change) {
    return Identifier.quote(change.table().local() + "_" + next(change) + "_copy");
  }

  private static String copy(Context context) {
    return named(
        context,
        change ->
            """
            CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              NEW.%2$s := NEW.%3$s;
              RETURN NEW;
            END $$;
            CREATE TRIGGER %4$s BEFORE INSERT OR UPDATE ON %5$s FOR EACH ROW EXECUTE FUNCTION %1$s();"""
                .formatted(
                    copyName(change),
                    Identifier.quote(next(change)),
                    Identifier.quote(change.column()),
                    triggerName(change),
                    change.table().sql()));
  }

  private static String indexName(Operation.ChangeType change) {
    return change.table().local() + "_" + next(change) + "_key";
  }

  private static String index(Context context, Operation.ChangeType change) {
    String columns =
        context.table().map(Table::primaryKey).orElse(List.of()).stream()
            .map(column -> column.equals(change.column()) ? next(change) : column)
            .map(Identifier::quote)
            .collect(Collectors.joining(", "));
    return "CREATE UNIQUE INDEX CONCURRENTLY "
        + Identifier.quote(indexName(change))
        + " ON "
        + change.table().sql()
        + " ("
        + columns
        + ");";
  }

  // ---- foreign keys to it

  private record Reference(Name table, Constraint.ForeignKey key) {}

  private static List<Reference> references(Context context) {
    Operation.ChangeType change = changed(context);
    if (change == null) {
      return List.of();
    }
    return context.before().referencing(change.table()).stream()
        .sorted()
        .flatMap(name -> context.before().table(name).stream())
        .flatMap(
            table ->
                table.constraints().stream()
                    .filter(Constraint.ForeignKey.class::isInstance)
                    .map(key -> new Reference(table.name(), (Constraint.ForeignKey) key)))
        .filter(reference -> reference.key().referenced().equals(change.table()))
        .filter(reference -> reference.key().name() != null)
        .filter(
            reference ->
                reference.key().referencedColumns().isEmpty()
                    || reference.key().referencedColumns().contains(change.column()))
        .toList();
  }

  private static String newName(Reference reference) {
    return Identifier.quote(reference.key().name() + "_new");
  }

  private static String add(Context context, Reference reference) {
    Operation.ChangeType change = changed(context);
    Constraint.ForeignKey key = reference.key();
    List<String> columns =
        key.referencedColumns().isEmpty()
            ? context.table().map(Table::primaryKey).orElse(List.of())
            : key.referencedColumns();
    Constraint.ForeignKey next =
        new Constraint.ForeignKey(
            key.name(),
            key.columns(),
            key.referenced(),
            columns.stream().map(c -> c.equals(change.column()) ? next(change) : c).toList(),
            key.onDelete(),
            false,
            true);
    return alter(reference.table())
        + "ADD CONSTRAINT "
        + newName(reference)
        + " "
        + ConstraintText.definition(next)
        + " NOT VALID;";
  }

  private static String alter(Name table) {
    return "ALTER TABLE " + table.sql() + " ";
  }

  // ---- the swap

  private static List<String> swap(Context context, Operation.ChangeType change) {
    String alter = alter(change.table());
    String column = Identifier.quote(change.column());
    String old = Identifier.quote(old(change));
    List<String> swap = new ArrayList<>();
    swap.add("DROP TRIGGER " + triggerName(change) + " ON " + change.table().sql() + ";");
    swap.add("DROP FUNCTION " + copyName(change) + "();");
    for (Reference reference : references(context)) {
      String name = Identifier.quote(reference.key().name());
      swap.add(alter(reference.table()) + "DROP CONSTRAINT " + name + ";");
    }
    String primary = primaryKey(context);
    swap.add(alter + "DROP CONSTRAINT " + primary + ";");
    swap.add(alter + "RENAME COLUMN " + column + " TO " + old + ";");
    swap.add(alter + "RENAME COLUMN " + Identifier.quote(next(change)) + " TO " + column + ";");
    String index = Identifier.quote(indexName(change));
    swap.add(alter + "ADD CONSTRAINT " + primary + " PRIMARY KEY USING INDEX " + index + ";");
    swap.addAll(values(context, change, alter, column, old));
    return swap;
  }

  private static String primaryKey(Context context) {
    return context.table().map(Table::constraints).orElse(List.of()).stream()
        .filter(Constraint.PrimaryKey.class::isInstance)
        .map(Constraint::name)
        .filter(name -> name != null)
        .findFirst()
        .map(Identifier::quote)
        .orElse(Identifier.quote(context.target().local() + "_pkey"));
  }

  /** Where new keys come from: an identity, a sequence, another default, or the application. */
  private static List<String> values(
      Context context, Operation.ChangeType change, String alter, String column, String old) {
    Column known = SchemaFacts.column(context).orElseThrow();
    String optional = alter + "ALTER COLUMN " + old + " DROP NOT NULL;";
    if (known.generated().identity()) {
      String kind = known.generated() == Column.Generated.IDENTITY_ALWAYS ? "ALWAYS" : "BY DEFAULT";
      String table = change.table().sql().replace("'", "''");
      return List.of(
          alter + "ALTER COLUMN " + old + " DROP IDENTITY;",
          optional,
          alter + "ALTER COLUMN " + column + " ADD GENERATED " + kind + " AS IDENTITY;",
          "SELECT setval(pg_get_serial_sequence('%s', '%s'), (SELECT max(%s) FROM %s));"
              .formatted(table, change.column(), column, change.table().sql()));
    }
    List<Sequence> sequences = context.before().sequencesOf(change.table(), change.column());
    if (!sequences.isEmpty()) {
      String sequence = sequences.get(0).name().sql();
      return List.of(
          optional,
          alter + "ALTER COLUMN " + old + " DROP DEFAULT;",
          alter + "ALTER COLUMN " + column + " SET DEFAULT nextval('" + sequence + "');",
          "ALTER SEQUENCE " + sequence + " AS " + change.type() + ";",
          "ALTER SEQUENCE " + sequence + " OWNED BY " + change.table().sql() + "." + column + ";");
    }
    return known.defaultValue() == null
        ? List.of(optional)
        : List.of(
            optional,
            alter + "ALTER COLUMN " + old + " DROP DEFAULT;",
            alter + "ALTER COLUMN " + column + " SET DEFAULT " + known.defaultValue().text() + ";");
  }

  private static <T> String lines(List<T> things, Function<T, String> line) {
    return things.isEmpty() ? null : things.stream().map(line).collect(Collectors.joining("\n"));
  }
}
