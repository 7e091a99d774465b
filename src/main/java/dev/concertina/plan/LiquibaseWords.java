package dev.concertina.plan;

import dev.concertina.liquibase.ColumnTypes;
import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The change of Liquibase that does what a statement does, where there is one. */
final class LiquibaseWords {

  /** Words of SQL for which Liquibase's changes have no attribute. */
  private static final Set<String> UNSAID =
      Set.of(
          "cascade",
          "collate",
          "concurrently",
          "deferrable",
          "exists",
          "generated",
          "include",
          "match",
          "nulls",
          "only",
          "tablespace",
          "update",
          "using",
          "where");

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  /** The change, or nothing where only SQL says the same. */
  Optional<Markup> of(String sql, Operation operation) {
    boolean unsaid = Wording.of(sql, SqlSyntax.POSTGRESQL).lines().anyMatch(UNSAID::contains);
    return unsaid ? Optional.empty() : change(operation);
  }

  private Optional<Markup> change(Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o when o.constraints().isEmpty() -> addColumn(o);
      case Operation.DropColumn o -> plain("dropColumn", o.table(), "columnName", o.column());
      case Operation.RenameColumn o ->
          plain(
              "renameColumn", o.table(), "oldColumnName", o.column(), "newColumnName", o.newName());
      case Operation.SetNotNull o ->
          plain("addNotNullConstraint", o.table(), "columnName", o.column());
      case Operation.DropNotNull o ->
          plain("dropNotNullConstraint", o.table(), "columnName", o.column());
      case Operation.DropDefault o ->
          plain("dropDefaultValue", o.table(), "columnName", o.column());
      case Operation.DropTable o -> plain("dropTable", o.table());
      case Operation.AddConstraint o -> addConstraint(o);
      case Operation.CreateIndex o -> createIndex(o);
      default -> Optional.empty();
    };
  }

  private static Optional<Markup> plain(String change, Name table, String... more) {
    List<String> attributes = new ArrayList<>();
    if (!table.schema().isEmpty()) {
      attributes.addAll(List.of("schemaName", table.schema()));
    }
    attributes.addAll(List.of("tableName", table.local()));
    attributes.addAll(List.of(more));
    boolean sayable = attributes.stream().allMatch(LiquibaseWords::isSayable);
    return sayable
        ? Optional.of(Markup.of(change, attributes.toArray(String[]::new)))
        : Optional.empty();
  }

  /** A name in capitals alone would be written without the quotes that it needs. */
  private static boolean isSayable(String name) {
    return name.equals(name.toLowerCase(Locale.ROOT))
        || !name.equals(name.toUpperCase(Locale.ROOT));
  }

  private Optional<Markup> addColumn(Operation.AddColumn add) {
    Column column = add.column();
    String type = column.type().toString();
    if (!type(ColumnTypes.sql(type)).equals(type(type)) || !isSayable(column.name())) {
      return Optional.empty();
    }
    Expression value = column.defaultValue();
    Markup own =
        Markup.of(
            "column",
            "name",
            column.name(),
            "type",
            type,
            value == null ? "" : attribute(value),
            value == null ? null : text(value));
    if (column.notNull()) {
      own = own.with(null, List.of(Markup.of("constraints", "nullable", "false")));
    }
    Markup one = own;
    return plain("addColumn", add.table()).map(change -> change.with("columns", List.of(one)));
  }

  private static String attribute(Expression value) {
    String text = value.text();
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean truth = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    if (isQuoted(text)) {
      return "defaultValue";
    }
    return digits ? "defaultValueNumeric" : truth ? "defaultValueBoolean" : "defaultValueComputed";
  }

  private static String text(Expression value) {
    String text = value.text();
    return isQuoted(text) ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean isQuoted(String text) {
    return text.length() > 2 && text.startsWith("'") && text.indexOf('\'', 1) == text.length() - 1;
  }

  private List<Operation> type(String type) {
    return reader.readAt(Span.FILE, "ALTER TABLE t ADD c " + type).stream()
        .flatMap(statement -> statement.operations().stream())
        .toList();
  }

  private static Optional<Markup> addConstraint(Operation.AddConstraint add) {
    Constraint constraint = add.constraint();
    String columns = String.join(", ", constraint.columns());
    return switch (constraint) {
      case Constraint.Unique u when u.name() != null && !u.nullsNotDistinct() ->
          plain(
              "addUniqueConstraint",
              add.table(),
              "columnNames",
              columns,
              "constraintName",
              u.name());
      case Constraint.PrimaryKey k when k.name() != null ->
          plain("addPrimaryKey", add.table(), "columnNames", columns, "constraintName", k.name());
      case Constraint.ForeignKey key when isPlain(key) -> Optional.of(foreignKey(add.table(), key));
      default -> Optional.empty();
    };
  }

  private static boolean isPlain(Constraint.ForeignKey key) {
    return key.name() != null && key.enforced() && !key.referencedColumns().isEmpty();
  }

  private static Markup foreignKey(Name table, Constraint.ForeignKey key) {
    return Markup.of(
        "addForeignKeyConstraint",
        "constraintName",
        key.name(),
        "baseTableSchemaName",
        table.schema().isEmpty() ? null : table.schema(),
        "baseTableName",
        table.local(),
        "baseColumnNames",
        String.join(", ", key.columns()),
        "referencedTableSchemaName",
        key.referenced().schema().isEmpty() ? null : key.referenced().schema(),
        "referencedTableName",
        key.referenced().local(),
        "referencedColumnNames",
        String.join(", ", key.referencedColumns()),
        "onDelete",
        key.onDelete(),
        "validate",
        key.validated() ? null : "false");
  }

  private static Optional<Markup> createIndex(Operation.CreateIndex create) {
    if (create.index() == null || create.method() != null && !create.method().equals("btree")) {
      return Optional.empty();
    }
    List<Markup> columns = new ArrayList<>();
    for (String key : create.keys()) {
      boolean word = key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
      if (!word) {
        return Optional.empty();
      }
      columns.add(Markup.of("column", "name", key));
    }
    return plain(
            "createIndex",
            create.table(),
            "indexName",
            create.index().local(),
            "unique",
            String.valueOf(create.unique()))
        .map(change -> change.with("columns", columns));
  }
}
