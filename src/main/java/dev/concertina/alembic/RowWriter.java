package dev.concertina.alembic;

import dev.concertina.schema.Operation;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Changes of rows that are written with SQLAlchemy's expressions, as SQL. A value that the code
 * computes is written as {@link Operation.RunCode#COMPUTED}.
 */
final class RowWriter {

  private static final int LONGEST_CHAIN = 60;
  private static final int MOST_ROWS = 200;

  private final Tables tables;
  private final TypeReader types;

  RowWriter(PythonModule module, Tables tables) {
    this.tables = tables;
    types = new TypeReader(module);
  }

  /** A statement with the methods that were called on it, innermost first. */
  private record Chain(Value.Call start, List<Value.Call> methods) {}

  /**
   * What {@code sa.update(…).where(…)} and its like say; empty where rows are only read.
   *
   * @throws ComputedException where it can't be said
   */
  List<String> write(Value statement) {
    Chain chain = chain(statement);
    if (chain == null) {
      throw new ComputedException("the statement");
    }
    Value.Call start = chain.start;
    boolean method = tables.table(tables.receiver(start)) != null;
    Value target =
        method
            ? tables.receiver(start)
            : start.arguments().isEmpty() ? null : start.arguments().get(0);
    String kind = start.shortName();
    if (kind.equals("select") || kind.equals("exists")) {
      return List.of();
    }
    String table = tables.table(target);
    if (table == null) {
      throw new ComputedException("the table");
    }
    Value condition =
        method && !start.arguments().isEmpty() && !kind.equals("insert")
            ? start.arguments().get(0)
            : null;
    String where = where(chain.methods, condition);
    return switch (kind) {
      case "update" -> List.of("UPDATE " + table + " SET " + set(chain) + where);
      case "delete" -> List.of("DELETE FROM " + table + where);
      case "insert" -> insert(table, values(chain));
      default -> throw new ComputedException("the statement");
    };
  }

  /** Rows that are written out, as {@code op.bulk_insert} has them. */
  List<String> bulkInsert(Value.Call call) {
    Arguments arguments = new Arguments(call);
    String table = tables.table(arguments.value("table", 0));
    if (table == null) {
      throw new ComputedException("the table");
    }
    Value rows = arguments.value("rows", 1);
    if (rows instanceof Value.Many many && !many.items().isEmpty()) {
      return insert(table, many.items());
    }
    Value described = arguments.value("table", 0);
    List<String> columns = described instanceof Value.Call made ? columns(made) : List.of();
    return columns.isEmpty()
        ? List.of("INSERT INTO " + table + " DEFAULT VALUES")
        : List.of(insert(table, columns, columns.stream().map(c -> COMPUTED).toList()));
  }

  private static final String COMPUTED = Operation.RunCode.COMPUTED;

  private static List<String> columns(Value.Call table) {
    return table.arguments().stream()
        .filter(part -> part instanceof Value.Call made && made.shortName().matches("[cC]olumn"))
        .map(part -> new Arguments((Value.Call) part).text("name", 0))
        .toList();
  }

  private Chain chain(Value statement) {
    List<Value.Call> methods = new ArrayList<>();
    Value at = statement;
    for (int i = 0; i < LONGEST_CHAIN && at instanceof Value.Call call; i++) {
      switch (call.shortName()) {
        case "update", "insert", "delete", "select", "exists" -> {
          return new Chain(call, methods.reversed());
        }
        default -> {
          methods.add(call);
          at = tables.receiver(call);
        }
      }
    }
    return null;
  }

  private String where(List<Value.Call> methods, Value first) {
    List<Value> conditions = new ArrayList<>();
    if (first != null) {
      conditions.add(first);
    }
    for (Value.Call method : methods) {
      if (method.shortName().equals("where") || method.shortName().equals("filter")) {
        conditions.addAll(method.arguments());
      }
    }
    return conditions.isEmpty()
        ? ""
        : " WHERE "
            + conditions.stream()
                .map(c -> expressions(true).some(c))
                .collect(Collectors.joining(" AND "));
  }

  private ExpressionWriter expressions(boolean qualified) {
    return new ExpressionWriter(tables, types, qualified);
  }

  private String set(Chain chain) {
    Map<String, Value> values = new LinkedHashMap<>();
    values(chain).forEach(row -> values.putAll(row(row)));
    if (values.isEmpty()) {
      throw new ComputedException("what is set");
    }
    return values.entrySet().stream()
        .map(e -> Names.quote(e.getKey()) + "=" + expressions(true).some(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The rows that {@code values(…)} says, each a mapping. */
  private static List<Value> values(Chain chain) {
    List<Value> rows = new ArrayList<>();
    List<Value.Call> said = new ArrayList<>(chain.methods);
    said.add(0, chain.start);
    for (Value.Call method : said) {
      if (method == chain.start && method.named().get("values") != null) {
        rows.add(method.named().get("values"));
      } else if (method.shortName().equals("values")) {
        for (Value argument : method.arguments()) {
          rows.addAll(argument instanceof Value.Many many ? many.items() : List.of(argument));
        }
        List<Map.Entry<Value, Value>> named = new ArrayList<>();
        method
            .named()
            .forEach((k, v) -> named.add(Map.entry(new Value.Text(k, -1, method.span()), v)));
        if (!named.isEmpty()) {
          rows.add(new Value.Mapping(named, method.span()));
        }
      }
    }
    return rows;
  }

  private static Map<String, Value> row(Value row) {
    if (!(row instanceof Value.Mapping mapping)) {
      throw new ComputedException("what is set");
    }
    Map<String, Value> columns = new LinkedHashMap<>();
    for (Map.Entry<Value, Value> entry : mapping.entries()) {
      String name =
          switch (entry.getKey()) {
            case Value.Text text -> text.text();
            case Value.Name dotted -> dotted.name().substring(dotted.name().lastIndexOf('.') + 1);
            default -> throw new ComputedException("what is set");
          };
      columns.put(name, entry.getValue());
    }
    return columns;
  }

  private List<String> insert(String table, List<Value> rows) {
    List<String> sent = new ArrayList<>();
    for (Value row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      Map<String, Value> columns = row(row);
      sent.add(
          insert(
              table,
              List.copyOf(columns.keySet()),
              columns.values().stream().map(v -> expressions(false).some(v)).toList()));
    }
    return sent.isEmpty() ? List.of("INSERT INTO " + table + " DEFAULT VALUES") : sent;
  }

  private static String insert(String table, List<String> columns, List<String> values) {
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns.stream().map(Names::quote).toList())
        + ") VALUES ("
        + String.join(", ", values)
        + ")";
  }
}
