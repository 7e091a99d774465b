package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The query interface that Sequelize hands to a migration. */
final class SequelizeInterface extends Asked {

  private static final Set<String> ASKS =
      Set.of("quoteIdentifier", "quoteTable", "escape", "tableExists", "sequelize", "select");

  SequelizeInterface(Journal journal, Span span) {
    super(journal, span);
  }

  /** A transaction that the migration opens. */
  private static final class Transaction extends Host {
    Transaction(Span span) {
      super(span);
    }
  }

  @Override
  Value get(String property, Span at) {
    return switch (property) {
      case "sequelize", "context", "queryInterface", "queryGenerator" -> this;
      case "options" -> this;
      case "dialect", "name" -> new Engine(at);
      default -> new Value.Name("Sequelize." + property, at);
    };
  }

  @Override
  Value ask(String method, Arguments with) {
    if (method.equals("transaction")) {
      return transaction(with);
    } else if (method.equals("getDialect")) {
      return new Engine(with.span());
    } else if (method.equals("getQueryInterface")) {
      return this;
    } else if (method.equals("literal") || method.equals("fn") || method.equals("col")) {
      return new Value.Call(method, null, with.values(), java.util.Map.of(), true, with.span());
    }
    journal().enter(transactionOf(with));
    if (method.equals("query")) {
      query(with);
      return result(with);
    }
    List<String> sql = sql(method, with);
    if (sql == null) {
      boolean asks =
          ASKS.contains(method)
              || method.startsWith("show")
              || method.startsWith("describe")
              || method.startsWith("get");
      return asks ? result(with) : unread(method, with);
    }
    sql.forEach(one -> journal().send(with.span(), one));
    return result(with);
  }

  /** What is done with the transaction is in it; all else is not. */
  private Value transaction(Arguments with) {
    Transaction own = new Transaction(with.span());
    if (with.values().stream().noneMatch(Closure.class::isInstance)) {
      return own;
    }
    Value result = with.flow().settle(with.callBack(own));
    journal().enter(null);
    return result;
  }

  private Object transactionOf(Arguments with) {
    for (Value value : with.values()) {
      Value transaction = Values.entry(value, "transaction");
      if (Values.isSet(transaction)) {
        return transaction instanceof Transaction ? transaction : Journal.OF_MIGRATION;
      }
      if (value instanceof Transaction) {
        return value;
      }
    }
    return null;
  }

  private void query(Arguments with) {
    Value sql = with.at(0);
    if (sql instanceof Value.Mapping) {
      sql = Values.entry(sql, "query");
    }
    Value replacements = with.option(1, "replacements");
    if (Values.isSet(replacements) && sql.text() != null) {
      journal().send(sql.span(), KnexSql.fill(sql.text(), replacements));
    } else {
      journal().run(sql);
    }
  }

  private List<String> sql(String method, Arguments with) {
    return switch (method) {
      case "createTable" ->
          SequelizeTable.of(with.at(0), with.at(2)).create(with.at(1), with.at(2));
      case "dropTable" -> {
        boolean cascade =
            Values.isOn(with.option(1, "cascade")) || Values.isOn(with.option(1, "force"));
        String path = SequelizeTable.of(with.at(0)).path();
        yield List.of("DROP TABLE IF EXISTS " + path + (cascade ? " CASCADE" : ""));
      }
      case "renameTable" ->
          List.of(
              "ALTER TABLE "
                  + SequelizeTable.of(with.at(0)).path()
                  + " RENAME TO "
                  + SequelizeTable.of(with.at(1)).path());
      case "addColumn" ->
          SequelizeTable.of(with.at(0)).addColumn(name(with, 1, "the column's name"), with.at(2));
      case "removeColumn" ->
          List.of(
              "ALTER TABLE "
                  + SequelizeTable.of(with.at(0)).fullPath()
                  + " DROP COLUMN "
                  + Quoting.name(name(with, 1, "the column's name")));
      case "changeColumn" ->
          SequelizeTable.of(with.at(0))
              .changeColumn(name(with, 1, "the column's name"), with.at(2));
      case "renameColumn" ->
          List.of(
              "ALTER TABLE "
                  + SequelizeTable.of(with.at(0)).path()
                  + " RENAME COLUMN "
                  + Quoting.name(name(with, 1, "the column's name"))
                  + " TO "
                  + Quoting.name(name(with, 2, "its new name")));
      case "addIndex" -> List.of(addIndex(with));
      case "removeIndex" -> List.of(removeIndex(with));
      case "addConstraint" ->
          List.of(SequelizeConstraint.add(SequelizeTable.of(with.at(0)), constraint(with)));
      case "removeConstraint" ->
          List.of(
              "ALTER TABLE "
                  + SequelizeTable.of(with.at(0)).path()
                  + " DROP CONSTRAINT "
                  + Quoting.path(name(with, 1, "the constraint's name")));
      case "createSchema" -> List.of("CREATE SCHEMA " + Quoting.name(name(with, 0, "its name")));
      case "dropSchema" ->
          List.of("DROP SCHEMA IF EXISTS " + Quoting.name(name(with, 0, "its name")) + " CASCADE");
      case "dropEnum" ->
          List.of("DROP TYPE IF EXISTS " + Quoting.name(name(with, 0, "the type's name")));
      case "bulkInsert", "bulkUpdate", "bulkDelete" -> rows(method, with);
      default -> null;
    };
  }

  private static String name(Arguments with, int index, String what) {
    return Values.need(with.at(index), what);
  }

  /** The fields may come before the options or in them. */
  private static String addIndex(Arguments with) {
    boolean apart = with.at(1) instanceof Value.Many;
    Value options = with.at(apart ? 2 : 1);
    Value fields = apart ? with.at(1) : Values.entry(options, "fields");
    return SequelizeIndex.add(SequelizeTable.of(with.at(0)), fields, options);
  }

  private static String removeIndex(Arguments with) {
    Value index = with.at(1);
    String name =
        index instanceof Value.Many
            ? SequelizeIndex.underscored(
                SequelizeTable.of(with.at(0)).name()
                    + "_"
                    + String.join("_", Values.needAll(index, "the columns")))
            : Values.need(index, "the index's name");
    boolean concurrently = Values.isOn(with.option(2, "concurrently"));
    return "DROP INDEX "
        + (concurrently ? "CONCURRENTLY " : "")
        + "IF EXISTS "
        + Quoting.path(name);
  }

  /** Sequelize 5 takes the fields before the options. */
  private static Value constraint(Arguments with) {
    if (!(with.at(1) instanceof Value.Many fields) || !(with.at(2) instanceof Value.Mapping more)) {
      return with.at(1);
    }
    List<java.util.Map.Entry<Value, Value>> entries = new ArrayList<>(more.entries());
    entries.add(java.util.Map.entry(Values.made("fields", fields.span()), fields));
    return new Value.Mapping(entries, more.span());
  }

  private static List<String> rows(String method, Arguments with) {
    String path = SequelizeTable.of(with.at(0)).path();
    return switch (method) {
      case "bulkInsert" -> List.of("INSERT INTO " + path + " " + inserted(with.at(1)));
      case "bulkUpdate" ->
          List.of(
              "UPDATE "
                  + path
                  + " SET "
                  + assigned(with.at(1))
                  + SequelizeWhere.clause(with.at(2)));
      default ->
          Values.isOn(with.option(2, "truncate"))
              ? List.of("TRUNCATE " + path)
              : List.of("DELETE FROM " + path + SequelizeWhere.clause(with.at(1)));
    };
  }

  private static Value.Mapping row(Value value) {
    if (value instanceof Value.Mapping mapping
        && mapping.entries().stream().allMatch(entry -> entry.getKey().text() != null)) {
      return mapping;
    }
    throw new NotSaidException("what the rows get");
  }

  private static String assigned(Value values) {
    List<String> all = new ArrayList<>();
    row(values)
        .entries()
        .forEach(
            entry ->
                all.add(
                    Quoting.name(entry.getKey().text())
                        + "="
                        + SequelizeWhere.value(entry.getValue())));
    return String.join(",", all);
  }

  private static String inserted(Value rows) {
    if (!(rows instanceof Value.Many) || rows.items().isEmpty()) {
      throw new NotSaidException("what the rows get");
    }
    Set<String> columns = new java.util.LinkedHashSet<>();
    rows.items().forEach(row -> row(row).entries().forEach(e -> columns.add(e.getKey().text())));
    List<String> tuples = new ArrayList<>();
    for (Value row : rows.items()) {
      List<String> values = new ArrayList<>();
      for (String column : columns) {
        Value value = row(row).get(column);
        values.add(value == null ? "DEFAULT" : SequelizeWhere.value(value));
      }
      tuples.add("(" + String.join(",", values) + ")");
    }
    List<String> names = columns.stream().map(Quoting::name).toList();
    return "(" + String.join(",", names) + ") VALUES " + String.join(",", tuples);
  }
}
