package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema builder of Knex: what it is asked for is sent when it is waited for. */
final class KnexSchema extends Asked {

  private static final Map<String, String> DROPS =
      Map.of(
          "dropTable", "drop table ",
          "dropTableIfExists", "drop table if exists ",
          "dropView", "drop view ",
          "dropViewIfExists", "drop view if exists ",
          "dropMaterializedView", "drop materialized view ",
          "dropMaterializedViewIfExists", "drop materialized view if exists ");

  private static final Map<String, String> NAMED =
      Map.of(
          "createSchema", "create schema ",
          "createSchemaIfNotExists", "create schema if not exists ",
          "dropSchema", "drop schema ",
          "dropSchemaIfExists", "drop schema if exists ",
          "createExtension", "create extension ",
          "createExtensionIfNotExists", "create extension if not exists ",
          "dropExtension", "drop extension ",
          "dropExtensionIfExists", "drop extension if exists ");

  private final List<Call> calls = new ArrayList<>();
  private String schema;

  private record Call(String method, Arguments with) {}

  KnexSchema(Journal journal, Span span) {
    super(journal, span);
  }

  @Override
  Value ask(String method, Arguments with) {
    if (method.equals("withSchema")) {
      schema = with.text(0);
    } else {
      calls.add(new Call(method, with));
    }
    return this;
  }

  @Override
  Value settle() {
    List<Call> now = List.copyOf(calls);
    calls.clear();
    for (Call call : now) {
      try {
        run(call.method, call.with);
      } catch (NotSaidException unknown) {
        journal().unread(call.with.span(), unknown.getMessage() + " is only known when it runs");
      }
    }
    return new Value.Unknown("", span());
  }

  private String path(Value name) {
    String own = Values.need(name, "the table's name");
    return schema == null ? own : schema + "." + own;
  }

  private void run(String method, Arguments with) {
    Span span = with.span();
    String drop = DROPS.get(method);
    String named = NAMED.get(method);
    if (drop != null) {
      journal().send(span, drop + KnexSql.wrap(path(with.at(0))));
    } else if (named != null) {
      String end = named.startsWith("drop schema") && Values.isOn(with.at(1)) ? " cascade" : "";
      journal().send(span, named + KnexSql.wrap(with.at(0)) + end);
    } else {
      other(method, with, span);
    }
  }

  private void other(String method, Arguments with, Span span) {
    switch (method) {
      case "createTable", "createTableIfNotExists", "createTableLike", "alterTable", "table" -> {
        Value callback = with.at(method.equals("createTableLike") ? 2 : 1);
        KnexTable table = new KnexTable(journal(), path(with.at(0)), method, span);
        if (method.equals("createTableLike")) {
          table.like(path(with.at(1)));
        }
        if (callback instanceof Closure function) {
          with.flow().call(function.with(table), List.of(table), span);
        } else if (!(callback instanceof Value.Nothing)) {
          journal().unread(span, "what it does to the table is not in this file");
        }
        table.compile();
      }
      case "renameTable", "renameView" -> {
        String kind = method.equals("renameTable") ? "alter table " : "alter view ";
        String to = KnexSql.wrap(with.at(1));
        journal().send(span, kind + KnexSql.wrap(path(with.at(0))) + " rename to " + to);
      }
      case "createView", "createViewOrReplace", "createMaterializedView" -> view(method, with);
      case "refreshMaterializedView" ->
          journal()
              .send(
                  span,
                  "refresh materialized view "
                      + (Values.isOn(with.at(1)) ? "concurrently " : "")
                      + KnexSql.wrap(with.at(0)));
      case "raw" -> new KnexRaw(journal(), with).settle();
      case "hasTable", "hasColumn", "toString", "toSQL", "on" -> {}
      default -> unread(method, with);
    }
  }

  private void view(String method, Arguments with) {
    View view = new View(with.span());
    with.callBack(view);
    if (!(view.query instanceof KnexRaw raw)) {
      throw new NotSaidException("the view's query");
    }
    String kind =
        switch (method) {
          case "createView" -> "create view ";
          case "createViewOrReplace" -> "create or replace view ";
          default -> "create materialized view ";
        };
    String columns = view.columns == null ? "" : " (" + KnexSql.columns(view.columns) + ")";
    journal()
        .send(with.span(), kind + KnexSql.wrap(path(with.at(0))) + columns + " as " + raw.sql());
  }

  /** What a view is declared with. */
  private static final class View extends Host {
    private Value columns;
    private Value query;

    View(Span span) {
      super(span);
    }

    @Override
    Value invoke(String method, Arguments with) {
      if (method.equals("columns")) {
        columns = with.at(0);
      } else if (method.equals("as")) {
        query = with.at(0);
      }
      return this;
    }
  }
}
