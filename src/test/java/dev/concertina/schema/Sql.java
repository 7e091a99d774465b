package dev.concertina.schema;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.List;

/** SQL text as operations, for tests that read better in SQL. */
final class Sql {

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  private Sql() {}

  static List<Operation> operations(String sql) {
    return READER.read(sql).stream().flatMap(statement -> statement.operations().stream()).toList();
  }

  /** The one operation of a statement. */
  static Operation operation(String sql) {
    List<Operation> operations = operations(sql);
    if (operations.size() != 1) {
      throw new AssertionError("expected one operation in " + sql + ", found " + operations);
    }
    return operations.get(0);
  }

  /** The schema as a change finds it that begins after {@code sql}. */
  static Schema base(String sql) {
    return Schema.EMPTY.after(operations(sql)).asBase();
  }
}
