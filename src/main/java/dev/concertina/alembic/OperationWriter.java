package dev.concertina.alembic;

import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations of {@code op} as the SQL that Alembic sends for each. */
final class OperationWriter {

  /** In a batch the table is known; elsewhere it is the second argument of these. */
  private static final Set<String> NAME_FIRST =
      Set.of(
          "create_index",
          "drop_index",
          "create_foreign_key",
          "create_unique_constraint",
          "create_primary_key",
          "create_check_constraint",
          "create_exclude_constraint",
          "drop_constraint");

  private final TableWriter tables;
  private final IndexWriter indexes;
  private final ColumnAlteration alteration;
  private final ConstraintWriter constraints;

  OperationWriter(PythonModule module, Tables known) {
    TypeReader types = new TypeReader(module);
    ExpressionWriter expressions = new ExpressionWriter(known, types, false);
    tables = new TableWriter(types, expressions);
    indexes = new IndexWriter(expressions);
    alteration = new ColumnAlteration(types, expressions);
    constraints = new ConstraintWriter(expressions);
  }

  /** The statements that a call sends, or null where it is none of Alembic's operations. */
  List<String> write(Value.Call call) {
    return switch (call.shortName()) {
      case "create_table" -> tables.create(call);
      case "add_column" -> tables.addColumn(call);
      case "alter_column" -> alteration.of(call);
      case "drop_column" -> one(alter(call) + "DROP COLUMN " + ifExists(call) + name(call, 1));
      case "drop_table" -> one("DROP TABLE " + ifExists(call) + table(call, "table_name", 0));
      case "rename_table" ->
          one(
              "ALTER TABLE "
                  + table(call, "old_table_name", 0)
                  + " RENAME TO "
                  + Names.quote(new Arguments(call).text("new_table_name", 1)));
      case "create_index" -> one(indexes.create(call));
      case "drop_index" -> one(IndexWriter.drop(call));
      case "create_foreign_key" -> one(foreignKey(call));
      case "create_unique_constraint" -> {
        Arguments own = new Arguments(call);
        yield add(
            call,
            "table_name",
            constraints.unique(own.textOrNull("constraint_name", 0), own.texts("columns", 2), own));
      }
      case "create_primary_key" -> {
        Arguments own = new Arguments(call);
        yield add(
            call,
            "table_name",
            constraints.key(own.textOrNull("constraint_name", 0), own.texts("columns", 2), own));
      }
      case "create_check_constraint" -> {
        Arguments own = new Arguments(call);
        yield add(
            call,
            "table_name",
            constraints.check(
                own.textOrNull("constraint_name", 0), own.value("condition", 2), own));
      }
      case "create_exclude_constraint" -> {
        Arguments own = new Arguments(call);
        List<Value> elements = call.arguments();
        yield add(
            call,
            "table_name",
            constraints.exclude(
                own.textOrNull("constraint_name", 0),
                elements.subList(Math.min(2, elements.size()), elements.size()),
                own));
      }
      case "drop_constraint" ->
          one(
              "ALTER TABLE "
                  + table(call, "table_name", 1)
                  + " DROP CONSTRAINT "
                  + ifExists(call)
                  + Names.quote(new Arguments(call).text("constraint_name", 0)));
      case "create_table_comment" -> {
        String comment = new Arguments(call).textOrNull("comment", 1);
        yield one(
            "COMMENT ON TABLE "
                + table(call, "table_name", 0)
                + " IS "
                + (comment == null ? "NULL" : Names.literal(comment)));
      }
      case "drop_table_comment" ->
          one("COMMENT ON TABLE " + table(call, "table_name", 0) + " IS NULL");
      case "sync_enum_values" -> EnumValues.write(call);
      default -> null;
    };
  }

  /** The same call as it stands outside of a batch: with the table and its schema. */
  static Value.Call outside(Value.Call batch, Value.Call call) {
    Arguments opened = new Arguments(batch);
    Value table = opened.value("table_name", 0);
    if (table == null) {
      throw new ComputedException("the table's name");
    }
    List<Value> arguments = new ArrayList<>(call.arguments());
    Map<String, Value> named = new LinkedHashMap<>(call.named());
    if (!NAME_FIRST.contains(call.shortName())) {
      arguments.add(0, table);
    } else if (!arguments.isEmpty()) {
      arguments.add(1, table);
    } else {
      named.put(
          call.shortName().equals("create_foreign_key") ? "source_table" : "table_name", table);
    }
    Value schema = opened.value("schema", 1);
    if (schema != null) {
      named.putIfAbsent("schema", schema);
      named.putIfAbsent("source_schema", schema);
    }
    return new Value.Call(call.name(), null, arguments, named, call.complete(), call.span());
  }

  private String foreignKey(Value.Call call) {
    Arguments key = new Arguments(call);
    String body =
        constraints.foreignKey(
            key.textOrNull("constraint_name", 0),
            key.texts("local_cols", 3),
            Names.table(key.textOrNull("referent_schema", -1), key.text("referent_table", 2)),
            key.texts("remote_cols", 4),
            key);
    String source = Names.table(key.textOrNull("source_schema", -1), key.text("source_table", 1));
    return "ALTER TABLE " + source + " ADD " + body;
  }

  private static List<String> add(Value.Call call, String keyword, String body) {
    return one("ALTER TABLE " + table(call, keyword, 1) + " ADD " + body);
  }

  private static String table(Value.Call call, String keyword, int position) {
    Arguments own = new Arguments(call);
    return Names.table(own.textOrNull("schema", -1), own.text(keyword, position));
  }

  private static String alter(Value.Call call) {
    return "ALTER TABLE " + table(call, "table_name", 0) + " ";
  }

  private static String name(Value.Call call, int position) {
    return Names.quote(new Arguments(call).text("column_name", position));
  }

  private static String ifExists(Value.Call call) {
    return new Arguments(call).isTrue("if_exists") ? "IF EXISTS " : "";
  }

  private static List<String> one(String sql) {
    return List.of(sql);
  }
}
