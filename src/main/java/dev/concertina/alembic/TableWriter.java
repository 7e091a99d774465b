package dev.concertina.alembic;

import dev.concertina.alembic.ColumnType.Enumeration;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tables and columns that come about, with all that comes along. */
final class TableWriter {

  private final TypeReader types;
  private final ExpressionWriter expressions;
  private final ConstraintWriter constraints;
  private final IndexWriter indexes;
  private final Set<String> enumerations = new HashSet<>();

  TableWriter(TypeReader types, ExpressionWriter expressions) {
    this.types = types;
    this.expressions = expressions;
    constraints = new ConstraintWriter(expressions);
    indexes = new IndexWriter(expressions);
  }

  /** What {@code op.create_table} sends. */
  List<String> create(Value.Call call) {
    Arguments table = new Arguments(call);
    String schema = table.textOrNull("schema", -1);
    String bare = table.text("table_name", 0);
    String name = Names.table(schema, bare);
    List<Column> columns = new ArrayList<>();
    List<Value.Call> own = new ArrayList<>();
    List<String> created = new ArrayList<>();
    for (Value part : call.arguments().subList(Math.min(1, call.arguments().size()), size(call))) {
      String kind = part instanceof Value.Call made ? made.shortName() : "";
      switch (kind) {
        case "Column" -> columns.add(Column.read(part, types, expressions));
        case "Index" -> created.addAll(indexes.ofTable((Value.Call) part, name, schema));
        default -> {
          if (!kind.endsWith("Constraint")) {
            throw new ComputedException("a part of the table");
          }
          own.add((Value.Call) part);
        }
      }
    }
    List<String> sent = new ArrayList<>(enumerations(columns));
    sent.add(
        "CREATE "
            + prefixes(table)
            + "TABLE "
            + (table.isTrue("if_not_exists") ? "IF NOT EXISTS " : "")
            + name
            + " ("
            + String.join(", ", parts(columns, own))
            + ")"
            + options(table));
    for (Column column : columns) {
      if (column.indexed()) {
        sent.add(IndexWriter.ofColumn(schema, bare, column));
      }
    }
    sent.addAll(created);
    comment(sent, "TABLE " + name, table.textOrNull("comment", -1));
    columns.forEach(column -> comment(sent, columnName(name, column.name()), column.comment()));
    return sent;
  }

  private static int size(Value.Call call) {
    return call.arguments().size();
  }

  private static String columnName(String table, String column) {
    return "COLUMN " + table + "." + Names.quote(column);
  }

  private static void comment(List<String> sent, String on, String text) {
    if (text != null) {
      sent.add("COMMENT ON " + on + " IS " + Names.literal(text));
    }
  }

  private List<String> parts(List<Column> columns, List<Value.Call> own) {
    Set<String> key = new LinkedHashSet<>();
    columns.stream().filter(Column::key).forEach(column -> key.add(column.name()));
    String written = key.isEmpty() ? null : constraints.key(null, List.copyOf(key), NO_OPTIONS);
    List<String> others = new ArrayList<>();
    for (Value.Call constraint : own) {
      if (constraint.shortName().equals("PrimaryKeyConstraint")) {
        key.clear();
        constraint.arguments().forEach(c -> key.add(Arguments.textOf(c, "a column")));
        written = key.isEmpty() ? null : constraints.of(constraint);
      } else {
        others.add(constraints.of(constraint));
      }
    }
    List<String> parts = new ArrayList<>();
    for (Column column : columns) {
      boolean inKey = key.contains(column.name());
      parts.add(column.definition(inKey && column.counts(key.size()), inKey));
    }
    if (written != null) {
      parts.add(written);
    }
    parts.addAll(others);
    columns.forEach(column -> parts.addAll(ofColumn(column)));
    return parts;
  }

  private static final Arguments NO_OPTIONS =
      new Arguments(new Value.Call("", null, List.of(), java.util.Map.of(), true, null));

  /** The constraints that a column brings along. */
  private List<String> ofColumn(Column column) {
    List<String> own = new ArrayList<>();
    if (column.unique() && !column.indexed()) {
      own.add(constraints.unique(null, List.of(column.name()), NO_OPTIONS));
    }
    column.references().forEach(key -> own.add(constraints.ofColumn(column.name(), key)));
    return own;
  }

  /** A table creates the enumerated types of its columns; a column that is added does not. */
  private List<String> enumerations(List<Column> columns) {
    List<String> created = new ArrayList<>();
    for (Column column : columns) {
      Enumeration type = column.type().enumeration();
      if (type != null && type.created() && enumerations.add(type.name())) {
        created.add(type.create());
      }
    }
    return created;
  }

  private static String prefixes(Arguments table) {
    List<String> prefixes = table.texts("prefixes", -1);
    return prefixes.isEmpty() ? "" : String.join(" ", prefixes) + " ";
  }

  private static String options(Arguments table) {
    String partitions = table.textOrNull("postgresql_partition_by", -1);
    String space = table.textOrNull("postgresql_tablespace", -1);
    return (partitions == null ? "" : " PARTITION BY " + partitions)
        + (space == null ? "" : " TABLESPACE " + Names.quote(space));
  }

  /** What {@code op.add_column} sends. */
  List<String> addColumn(Value.Call call) {
    Arguments arguments = new Arguments(call);
    String schema = arguments.textOrNull("schema", -1);
    String bare = arguments.text("table_name", 0);
    String name = Names.table(schema, bare);
    Value given = arguments.value("column", 1);
    if (given == null) {
      throw new ComputedException("a column");
    }
    Column column = Column.read(given, types, expressions);
    List<String> sent = new ArrayList<>();
    sent.add(
        "ALTER TABLE "
            + name
            + " ADD COLUMN "
            + (arguments.isTrue("if_not_exists") ? "IF NOT EXISTS " : "")
            + column.definition(column.key() && column.counts(1), column.key()));
    ofColumn(column).forEach(own -> sent.add("ALTER TABLE " + name + " ADD " + own));
    if (column.indexed()) {
      sent.add(IndexWriter.ofColumn(schema, bare, column));
    }
    comment(sent, columnName(name, column.name()), column.comment());
    return sent;
  }
}
