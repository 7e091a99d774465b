package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A query that Knex builds word by word: sent when it is waited for, if it changes rows. */
final class KnexQuery extends Asked {

  private Value table;
  private String schema;
  private String verb;
  private Value data;
  private final StringBuilder conditions = new StringBuilder();
  private String conflict = "";
  private Value returning;
  private boolean joined;
  private Span place;
  private boolean sent;

  /**
   * @param table null where it is said later
   */
  KnexQuery(Journal journal, Value table, Span span) {
    super(journal, span);
    this.table = table;
    place = span;
  }

  @Override
  Value ask(String method, Arguments with) {
    place = with.span();
    switch (method) {
      case "insert", "update", "del", "delete", "truncate" -> {
        verb = method.equals("delete") ? "del" : method;
        data = with.text(0) != null && with.size() > 1 ? pair(with) : with.at(0);
        returning = method.equals("insert") && with.size() > 1 ? with.at(1) : returning;
      }
      case "increment", "decrement" -> {
        verb = "update";
        String sign = method.equals("increment") ? " + " : " - ";
        String column = KnexSql.wrap(with.at(0));
        String by = with.size() > 1 ? KnexSql.value(with.at(1)) : "1";
        Value sum = new KnexRaw(journal(), column + sign + by, with.span());
        data = new Value.Mapping(List.of(Map.entry(with.at(0), sum)), with.span());
      }
      case "table", "from", "into" -> table = with.at(0);
      case "withSchema" -> schema = with.text(0);
      case "returning" -> returning = with.at(0);
      case "onConflict" ->
          conflict =
              " on conflict" + (with.size() == 0 ? "" : " (" + KnexSql.columns(with.at(0)) + ")");
      case "ignore" -> conflict += " do nothing";
      case "merge" -> conflict += " do update set " + merged(with.at(0));
      default -> {
        joined |= method.toLowerCase(java.util.Locale.ROOT).endsWith("join");
        if (isCondition(method)) {
          new KnexConditions(conditions).add(method, with);
        }
      }
    }
    return this;
  }

  private static boolean isCondition(String method) {
    return method.startsWith("where")
        || method.startsWith("andWhere")
        || method.startsWith("orWhere");
  }

  private static Value pair(Arguments with) {
    return new Value.Mapping(List.of(Map.entry(with.at(0), with.at(1))), with.span());
  }

  /** {@code where …}, or nothing. */
  String where() {
    return conditions.isEmpty() ? "" : "where " + conditions;
  }

  @Override
  Value settle() {
    if (verb != null && !sent) {
      sent = true;
      try {
        journal().send(place, sql());
      } catch (NotSaidException unknown) {
        journal().unread(place, unknown.getMessage() + " is only known when it runs");
      }
    }
    return new Value.Unknown("", span());
  }

  private String sql() {
    if (table == null || joined) {
      throw new NotSaidException("which rows of which table it changes");
    }
    String name = KnexSql.wrap(table);
    String path = schema == null ? name : KnexSql.wrap(schema) + "." + name;
    String where = conditions.isEmpty() ? "" : " " + where();
    String back = returning == null ? "" : " returning " + KnexSql.columns(returning);
    return switch (verb) {
      case "insert" -> "insert into " + path + " " + inserted() + conflict + back;
      case "update" -> "update " + path + " set " + assignments() + where + back;
      case "del" -> "delete from " + path + where + back;
      default -> "truncate " + path + " restart identity";
    };
  }

  private static List<Map.Entry<Value, Value>> entries(Value row) {
    boolean known =
        row instanceof Value.Mapping mapping
            && mapping.entries().stream().allMatch(entry -> entry.getKey().text() != null);
    if (!known) {
      throw new NotSaidException("what the rows get");
    }
    return ((Value.Mapping) row).entries();
  }

  private String assignments() {
    List<String> all = new ArrayList<>();
    entries(data)
        .forEach(
            entry ->
                all.add(
                    KnexSql.wrap(entry.getKey().text()) + " = " + KnexSql.value(entry.getValue())));
    return String.join(", ", all);
  }

  /** Knex sorts the columns. */
  private TreeSet<String> columns() {
    TreeSet<String> columns = new TreeSet<>();
    for (Value row : rows()) {
      entries(row).forEach(entry -> columns.add(entry.getKey().text()));
    }
    return columns;
  }

  private List<Value> rows() {
    return data instanceof Value.Many many ? many.items() : List.of(data);
  }

  private String inserted() {
    TreeSet<String> columns = columns();
    List<String> tuples = new ArrayList<>();
    for (Value row : rows()) {
      Value.Mapping mapping = (Value.Mapping) row;
      List<String> values =
          columns.stream()
              .map(column -> mapping.get(column))
              .map(value -> value == null ? "DEFAULT" : KnexSql.value(value))
              .toList();
      tuples.add("(" + String.join(", ", values) + ")");
    }
    if (columns.isEmpty()) {
      throw new NotSaidException("what the rows get");
    }
    return "("
        + String.join(", ", columns.stream().map(KnexSql::wrap).toList())
        + ") values "
        + String.join(", ", tuples);
  }

  private String merged(Value updates) {
    if (updates instanceof Value.Mapping mapping) {
      List<String> all = new ArrayList<>();
      entries(mapping)
          .forEach(
              e -> all.add(KnexSql.wrap(e.getKey().text()) + " = " + KnexSql.value(e.getValue())));
      return String.join(",", all);
    }
    List<String> names =
        updates instanceof Value.Many
            ? Values.needAll(updates, "the columns")
            : List.copyOf(columns());
    return String.join(
        ", ", names.stream().map(n -> KnexSql.wrap(n) + " = excluded." + KnexSql.wrap(n)).toList());
  }
}
