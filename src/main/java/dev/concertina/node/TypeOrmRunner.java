package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.function.Function;

/** The query runner that TypeORM hands to a migration. */
final class TypeOrmRunner extends Asked {

  private static final Object OWN = new Object();

  TypeOrmRunner(Journal journal, Span span) {
    super(journal, span);
  }

  @Override
  Value get(String property, Span at) {
    return switch (property) {
      case "manager" -> new TypeOrmEntities(journal(), this, at);
      case "connection", "dataSource", "options", "driver" -> this;
      case "type" -> new Engine(at);
      default -> new Value.Unknown(property, at);
    };
  }

  @Override
  Value ask(String method, Arguments with) {
    switch (method) {
      case "query" -> journal().run(with.at(0));
      case "startTransaction" -> journal().enter(OWN);
      case "commitTransaction", "rollbackTransaction" -> journal().enter(null);
      case "createTable", "dropTable", "renameTable", "clearTable", "changeTableComment" ->
          table(method, with);
      case "createSchema", "dropSchema", "createDatabase", "dropDatabase" -> outer(method, with);
      case "createView", "dropView" -> view(method, with);
      default -> {
        return inTable(method, with) ? result(with) : other(method, with);
      }
    }
    return result(with);
  }

  private Value other(String method, Arguments with) {
    boolean asks = method.startsWith("has") || method.startsWith("get") || method.equals("release");
    if (method.equals("getTable") && with.text(0) != null) {
      return new Table(with.text(0), with.span());
    }
    return asks || method.equals("connect") ? result(with) : unread(method, with);
  }

  /** A table that was asked for by its name. */
  private static final class Table extends Host {
    private final String name;

    Table(String name, Span span) {
      super(span);
      this.name = name;
    }

    @Override
    Value get(String property, Span at) {
      return property.equals("name") ? Values.made(name, at) : new Value.Unknown(property, at);
    }
  }

  /** What {@code new TableColumn({…})} is given, or the same without its class. */
  static Value options(Value value) {
    return value instanceof Value.Call call && !call.arguments().isEmpty()
        ? call.arguments().get(0)
        : value;
  }

  private static String tableName(Value value) {
    if (value instanceof Table table) {
      return table.name;
    }
    Value options = options(value);
    return options instanceof Value.Mapping
        ? Values.need(Values.entry(options, "name"), "the table's name")
        : Values.need(options, "the table's name");
  }

  private void table(String method, Arguments with) {
    Span span = with.span();
    if (method.equals("createTable")) {
      boolean keys = !with.at(2).isFalse();
      boolean indexes = !with.at(3).isFalse();
      Value options = options(with.at(0));
      TypeOrmTable.create(options, keys, indexes).forEach(sql -> journal().send(span, sql));
      return;
    }
    String path = Quoting.path(tableName(with.at(0)));
    journal()
        .send(
            span,
            switch (method) {
              case "dropTable" -> "DROP TABLE " + path;
              case "renameTable" ->
                  "ALTER TABLE " + path + " RENAME TO " + Quoting.name(need(with, "its new name"));
              case "clearTable" ->
                  "TRUNCATE TABLE "
                      + path
                      + (Values.isOn(with.option(1, "cascade")) ? " CASCADE" : "");
              default -> "COMMENT ON TABLE " + path + " IS " + Quoting.literal(need(with, "it"));
            });
  }

  private static String need(Arguments with, String what) {
    return Values.need(with.at(1), what);
  }

  private void outer(String method, Arguments with) {
    String what = method.endsWith("Schema") ? "SCHEMA " : "DATABASE ";
    boolean create = method.startsWith("create");
    boolean maybe = Values.isOn(with.at(1));
    String condition = !maybe ? "" : create ? "IF NOT EXISTS " : "IF EXISTS ";
    boolean asked = create && what.startsWith("DATABASE");
    String name = Values.need(with.at(0), "the name");
    String end = Values.isOn(with.at(2)) ? " CASCADE" : "";
    journal()
        .send(
            with.span(),
            (create ? "CREATE " : "DROP ")
                + what
                + (asked ? "" : condition)
                + Quoting.name(name.substring(name.lastIndexOf('.') + 1))
                + end);
  }

  private void view(String method, Arguments with) {
    Value options = options(with.at(0));
    String kind =
        Values.isOn(Values.entry(options, "materialized")) ? "MATERIALIZED VIEW " : "VIEW ";
    String path = Quoting.path(tableName(with.at(0)));
    if (method.equals("createView")) {
      String query = Values.need(Values.entry(options, "expression"), "the view's query");
      journal().send(with.span(), "CREATE " + kind + path + " AS " + query);
    } else {
      String maybe = Values.isOn(with.at(1)) ? "IF EXISTS " : "";
      journal().send(with.span(), "DROP " + kind + maybe + path);
    }
  }

  /** Methods for a part of a table, and those for several of them. */
  private boolean inTable(String method, Arguments with) {
    Function<Value, List<String>> sql = part(method, with);
    if (sql == null) {
      return false;
    }
    List<Value> parts = isPlural(method) ? with.at(1).items() : List.of(with.at(1));
    if (isPlural(method) && !(with.at(1) instanceof Value.Many)) {
      throw new NotSaidException("what `" + method + "` is given");
    }
    parts.forEach(part -> sql.apply(part).forEach(one -> journal().send(with.span(), one)));
    return true;
  }

  private static boolean isPlural(String method) {
    return method.endsWith("s") || method.endsWith("Indices");
  }

  private static String singular(String method) {
    if (method.endsWith("Indices")) {
      return method.substring(0, method.length() - "ices".length()) + "ex";
    }
    boolean many = isPlural(method) && !method.equals("updatePrimaryKeys");
    return many ? method.substring(0, method.length() - 1) : method;
  }

  private Function<Value, List<String>> part(String method, Arguments with) {
    TypeOrmTable table = new TypeOrmTable(isOfTable(method) ? tableName(with.at(0)) : "");
    String name = table.name();
    boolean maybe = Values.isOn(with.at(2));
    return switch (singular(method)) {
      case "addColumn" -> part -> table.addColumn(new TypeOrmColumn(name, options(part)));
      case "dropColumn" ->
          part -> List.of(table.dropColumn(named(part, "the column's name"), maybe));
      case "renameColumn" -> part -> renameColumn(table, part, with);
      case "changeColumn" -> part -> changeColumn(table, part, with);
      case "createPrimaryKey" ->
          part ->
              List.of(
                  table.add(table.primaryKey(Values.needAll(part, "the columns"), with.text(2))));
      case "createUniqueConstraint" -> part -> List.of(table.add(table.unique(options(part))));
      case "createCheckConstraint" -> part -> List.of(table.add(table.check(options(part))));
      case "createExclusionConstraint" ->
          part -> List.of(table.add(table.exclusion(options(part))));
      case "createForeignKey" ->
          part -> List.of(table.add(table.foreignKey(options(part), "", ",")));
      case "createIndex" -> part -> List.of(table.createIndex(options(part)));
      case "dropIndex" -> part -> List.of(dropIndex(table, part, maybe));
      case "dropForeignKey" -> part -> List.of(table.dropConstraint(key(table, part), maybe));
      case "dropUniqueConstraint", "dropCheckConstraint", "dropExclusionConstraint" ->
          part -> List.of(table.dropConstraint(named(part, "the constraint's name"), maybe));
      default -> null;
    };
  }

  private static boolean isOfTable(String method) {
    String one = singular(method);
    return one.endsWith("Column")
        || one.endsWith("Key")
        || one.endsWith("Constraint")
        || one.endsWith("Index");
  }

  private static String named(Value part, String what) {
    Value options = options(part);
    return Values.need(
        options instanceof Value.Mapping ? Values.entry(options, "name") : options, what);
  }

  private static String key(TypeOrmTable table, Value part) {
    Value options = options(part);
    boolean nameless =
        options instanceof Value.Mapping && !Values.isSet(Values.entry(options, "name"));
    return nameless
        ? TypeOrmNames.foreignKey(
            table.name(), Values.needAll(Values.entry(options, "columnNames"), "the columns"))
        : named(part, "the foreign key");
  }

  private static String dropIndex(TypeOrmTable table, Value part, boolean maybe) {
    Value options = options(part);
    return options instanceof Value.Mapping
        ? table.dropIndex(table.indexName(options), options, maybe)
        : table.dropIndex(Values.need(options, "the index's name"), null, maybe);
  }

  private static List<String> renameColumn(TypeOrmTable table, Value from, Arguments with) {
    Value to = with.at(2);
    if (options(from) instanceof Value.Mapping && options(to) instanceof Value.Mapping) {
      return changeColumn(table, from, with);
    }
    return List.of(table.renameColumn(named(from, "the column's name"), named(to, "its new name")));
  }

  private static List<String> changeColumn(TypeOrmTable table, Value from, Arguments with) {
    if (!(options(from) instanceof Value.Mapping)) {
      throw new NotSaidException(
          "whether TypeORM drops the column and adds another, which it does when type or length"
              + " differ from the database's,");
    }
    return table.changeColumn(
        new TypeOrmColumn(table.name(), options(from)),
        new TypeOrmColumn(table.name(), options(with.at(2))));
  }
}
