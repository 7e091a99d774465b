package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The table builder of Knex: gathers what a table is to have, and sends it in Knex's order. */
final class KnexTable extends Asked {

  private static final Set<String> OF_OTHERS =
      Set.of("engine", "charset", "collate", "queryContext");

  private final String table;
  private final boolean alters;
  private final boolean ifNotExists;
  private final List<KnexColumn> columns = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> checks = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private Value primary;
  private String primaryName;
  private String inherits;
  private String like;
  private Value comment;
  private int unnamedChecks;

  /** One change of the table besides its columns, as SQL that is made when all is known. */
  private interface Sql {
    String get();
  }

  private record Part(Span span, Sql sql) {}

  KnexTable(Journal journal, String table, String method, Span span) {
    super(journal, span);
    this.table = table;
    alters = method.equals("alterTable") || method.equals("table");
    ifNotExists = method.equals("createTableIfNotExists");
  }

  void like(String other) {
    like = other;
  }

  boolean alters() {
    return alters;
  }

  String path() {
    return KnexSql.wrap(table);
  }

  /** Its name without a schema, which names of constraints begin with. */
  String bare() {
    return table.substring(table.lastIndexOf('.') + 1);
  }

  private String alter() {
    return "alter table " + path() + " ";
  }

  boolean hasPrimary() {
    return primary != null;
  }

  /** A type that a column brings along. */
  void type(String create) {
    types.add(0, create);
  }

  @Override
  Value ask(String method, Arguments with) {
    if (KnexColumn.isType(method)) {
      KnexColumn column = new KnexColumn(this, method, with);
      columns.add(column);
      return column;
    }
    Value name = with.at(0);
    switch (method) {
      case "timestamps" -> timestamps(with);
      case "comment" -> comment = name;
      case "inherits" -> inherits = Values.need(name, "the other table");
      case "foreign" -> {
        return foreign(name, with.at(1), with.span());
      }
      case "index", "unique", "primary" -> constrain(method, with);
      case "check" -> check(with);
      case "dropColumn", "dropColumns" -> part(with, () -> dropColumns(with.values()));
      case "dropTimestamps" -> part(with, () -> dropTimestamps(with));
      case "renameColumn" ->
          part(
              with,
              () -> alter() + "rename " + KnexSql.wrap(name) + " to " + KnexSql.wrap(with.at(1)));
      case "setNullable" -> part(with, () -> alterColumn(name, "drop not null"));
      case "dropNullable" -> part(with, () -> alterColumn(name, "set not null"));
      case "dropChecks" -> part(with, () -> dropChecks(with));
      default -> {
        if (!dropped(method, with) && !OF_OTHERS.contains(method)) {
          return unread(method, with);
        }
      }
    }
    return this;
  }

  private void part(Arguments with, Sql sql) {
    parts.add(new Part(with.span(), sql));
  }

  private void timestamps(Arguments with) {
    boolean options = with.at(0) instanceof Value.Mapping;
    boolean now = Values.isOn(options ? with.option(0, "defaultToNow") : with.at(1));
    boolean camel = Values.isOn(options ? with.option(0, "useCamelCase") : with.at(2));
    for (String name :
        camel ? List.of("createdAt", "updatedAt") : List.of("created_at", "updated_at")) {
      Arguments own =
          new Arguments(List.of(Values.made(name, with.span())), with.span(), with.flow());
      KnexColumn column = new KnexColumn(this, "timestamp", own);
      columns.add(column);
      if (now) {
        column.withNow();
      }
    }
  }

  private String alterColumn(Value column, String change) {
    return alter() + "alter column " + KnexSql.wrap(column) + " " + change;
  }

  private String dropColumns(List<Value> names) {
    List<String> drops = new ArrayList<>();
    for (Value name : names) {
      List<Value> some = name instanceof Value.Many many ? many.items() : List.of(name);
      some.forEach(one -> drops.add("drop column " + KnexSql.wrap(one)));
    }
    return alter() + String.join(", ", drops);
  }

  private String dropTimestamps(Arguments with) {
    boolean camel = Values.isOn(with.at(0));
    return dropColumns(
        List.of(
            Values.made(camel ? "createdAt" : "created_at", with.span()),
            Values.made(camel ? "updatedAt" : "updated_at", with.span())));
  }

  private String dropChecks(Arguments with) {
    List<String> names = with.texts();
    if (names == null) {
      throw new NotSaidException("the name of a check");
    }
    return alter() + String.join(", ", names.stream().map(n -> "drop constraint " + n).toList());
  }

  private boolean dropped(String method, Arguments with) {
    boolean maybe = method.endsWith("IfExists");
    String what = maybe ? method.substring(0, method.length() - "IfExists".length()) : method;
    String drop = alter() + "drop constraint " + (maybe ? "if exists " : "");
    switch (what) {
      case "dropForeign" -> part(with, () -> drop + made(with, 0, "foreign"));
      case "dropUnique" -> part(with, () -> drop + made(with, 0, "unique"));
      case "dropIndex" -> {
        int dot = table.lastIndexOf('.');
        String schema = dot < 0 ? "" : KnexSql.wrap(table.substring(0, dot)) + ".";
        part(with, () -> "drop index " + schema + made(with, 0, "index"));
      }
      case "dropPrimary" ->
          part(
              with,
              () -> drop + KnexSql.wrap(with.text(0) == null ? bare() + "_pkey" : with.text(0)));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The name that is given behind the columns, or the one that Knex makes of them. */
  private String made(Arguments with, int columns, String kind) {
    Value given = with.at(columns + 1);
    return KnexSql.wrap(
        given.text() != null ? given.text() : KnexSql.madeName(bare(), with.at(columns), kind));
  }

  KnexForeign foreign(Value column, Value name, Span span) {
    KnexForeign key = new KnexForeign(this, column, name, span);
    parts.add(new Part(span, key::sql));
    return key;
  }

  /** {@code index}, {@code unique} or {@code primary} over the columns that come first. */
  void constrain(String method, Arguments with) {
    switch (method) {
      case "primary" -> {
        primary = with.at(0);
        Value name = with.at(1);
        primaryName = name.text() != null ? name.text() : Values.text(name, "constraintName");
        if (alters) {
          part(with, () -> alter() + "add " + primaryKey());
        }
      }
      case "unique" -> part(with, () -> unique(with));
      default -> part(with, () -> index(with, false));
    }
  }

  private String primaryKey() {
    String name = primaryName == null ? bare() + "_pkey" : primaryName;
    return "constraint " + KnexSql.wrap(name) + " primary key (" + KnexSql.columns(primary) + ")";
  }

  private String unique(Arguments with) {
    Value options = with.at(1);
    boolean mapped = options instanceof Value.Mapping;
    Value given = mapped ? Values.entry(options, "indexName") : options;
    boolean index =
        mapped
            && (Values.entry(options, "useConstraint").isFalse()
                || Values.isSet(Values.entry(options, "predicate")));
    String name =
        KnexSql.wrap(
            given.text() != null ? given.text() : KnexSql.madeName(bare(), with.at(0), "unique"));
    String columns = " (" + KnexSql.columns(with.at(0)) + ")";
    if (index) {
      return "create unique index " + name + " on " + path() + columns + predicate(options);
    }
    String when = Values.text(options, "deferrable");
    return alter()
        + "add constraint "
        + name
        + " unique"
        + columns
        + (when == null ? "" : " deferrable initially " + when);
  }

  private String index(Arguments with, boolean unique) {
    Value options = with.at(2);
    String method =
        options.text() != null ? options.text() : Values.text(options, "storageEngineIndexType");
    String type = Values.text(options, "indexType");
    return "create "
        + (unique || "unique".equalsIgnoreCase(type) ? "unique " : "")
        + "index "
        + made(with, 0, "index")
        + " on "
        + path()
        + (method == null ? "" : " using " + method)
        + " ("
        + KnexSql.columns(with.at(0))
        + ")"
        + predicate(options);
  }

  private static String predicate(Value options) {
    Value predicate = Values.entry(options, "predicate");
    return predicate instanceof KnexQuery query
        ? " " + query.where()
        : predicate instanceof KnexRaw raw ? " where " + raw.sql() : "";
  }

  private void check(Arguments with) {
    String condition = KnexSql.fill(Values.need(with.at(0), "the condition"), with.at(1));
    String name = with.text(2);
    if (!alters) {
      checks.add((name == null ? "" : "constraint " + name + " ") + "check (" + condition + ")");
      return;
    }
    unnamedChecks += name == null ? 1 : 0;
    String own = name == null ? path() + "_" + unnamedChecks : name;
    part(with, () -> alter() + "add constraint " + own + " check(" + condition + ")");
  }

  /** Sends all that was gathered. */
  void compile() {
    List<KnexColumn> added = columns.stream().filter(column -> !column.isAlter()).toList();
    List<String> definitions = added.stream().map(KnexColumn::definition).toList();
    List<KnexColumn> altered = columns.stream().filter(KnexColumn::isAlter).toList();
    altered.forEach(KnexColumn::definition);
    types.forEach(type -> journal().send(span(), type));
    if (!alters) {
      create(definitions);
    } else if (!added.isEmpty()) {
      Span place = added.size() == 1 ? added.get(0).span() : span();
      List<String> adds = definitions.stream().map(d -> "add column " + d).toList();
      journal().send(place, alter() + String.join(", ", adds));
    }
    altered.forEach(c -> c.alterations().forEach(sql -> journal().send(c.span(), sql)));
    for (KnexColumn column : columns) {
      column.after().forEach(sql -> journal().send(column.span(), sql));
    }
    for (Part part : parts) {
      try {
        String sql = part.sql.get();
        if (sql != null) {
          journal().send(part.span, sql);
        }
      } catch (NotSaidException unknown) {
        journal().unread(part.span, unknown.getMessage() + " is only known when it runs");
      }
    }
    if (alters && comment != null) {
      comment();
    }
  }

  private void create(List<String> definitions) {
    List<String> all = new ArrayList<>(definitions);
    if (primary != null) {
      all.add(primaryKey());
    }
    all.addAll(checks);
    String inner = String.join(", ", all);
    String body =
        like == null
            ? inner
            : "like "
                + KnexSql.wrap(like)
                + " including all"
                + (inner.isEmpty() ? "" : ", " + inner);
    journal()
        .send(
            span(),
            "create table "
                + (ifNotExists ? "if not exists " : "")
                + path()
                + " ("
                + body
                + ")"
                + (inherits == null ? "" : " inherits (" + KnexSql.wrap(inherits) + ")"));
    if (comment != null) {
      comment();
    }
  }

  private void comment() {
    String text = Values.need(comment, "the comment").replace("'", "''");
    journal().send(span(), "comment on table " + path() + " is '" + text + "'");
  }
}
