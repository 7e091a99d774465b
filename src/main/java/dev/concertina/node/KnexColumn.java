package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A column that a table builder of Knex adds or alters. */
final class KnexColumn extends Host {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("tinyint", "smallint"),
          Map.entry("smallint", "smallint"),
          Map.entry("mediumint", "integer"),
          Map.entry("int", "integer"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "bigint"),
          Map.entry("biginteger", "bigint"),
          Map.entry("float", "real"),
          Map.entry("double", "double precision"),
          Map.entry("boolean", "boolean"),
          Map.entry("bool", "boolean"),
          Map.entry("date", "date"),
          Map.entry("time", "time"),
          Map.entry("geometry", "geometry"),
          Map.entry("geography", "geography"),
          Map.entry("point", "point"),
          Map.entry("text", "text"),
          Map.entry("binary", "bytea"),
          Map.entry("json", "json"),
          Map.entry("jsonb", "jsonb"));

  private static final Set<String> MADE =
      Set.of(
          "increments",
          "bigincrements",
          "string",
          "varchar",
          "decimal",
          "bit",
          "datetime",
          "timestamp",
          "uuid",
          "enu",
          "enum",
          "specifictype");

  private static final List<String> CHECKS =
      List.of(
          "check",
          "checkPositive",
          "checkNegative",
          "checkIn",
          "checkNotIn",
          "checkBetween",
          "checkLength",
          "checkRegex");

  private final KnexTable table;
  private final String type;
  private final Arguments with;
  private final Map<String, Arguments> modifiers = new LinkedHashMap<>();
  private final List<String> after = new ArrayList<>();
  private KnexForeign key;
  private Boolean nullable;
  private boolean alter;
  private boolean alterNullable = true;
  private boolean alterType = true;
  private boolean now;
  private int unnamedChecks;

  KnexColumn(KnexTable table, String type, Arguments with) {
    super(with.span());
    this.table = table;
    this.type = type.toLowerCase(Locale.ROOT);
    this.with = with;
  }

  static boolean isType(String method) {
    String folded = method.toLowerCase(Locale.ROOT);
    return TYPES.containsKey(folded) || MADE.contains(folded);
  }

  void withNow() {
    nullable = false;
    now = true;
  }

  boolean isAlter() {
    return alter;
  }

  private boolean isSerial() {
    return type.endsWith("increments");
  }

  private Value nameValue() {
    boolean unnamed = isSerial() && !Values.isSet(with.at(0));
    return unnamed ? Values.made("id", with.span()) : with.at(0);
  }

  private String name() {
    return KnexSql.wrap(nameValue());
  }

  @Override
  Value invoke(String method, Arguments given) {
    switch (method) {
      case "references" -> {
        key = table.foreign(nameValue(), null, given.span());
        key.tell(method, given.at(0));
      }
      case "notNullable", "notNull" -> nullable = false;
      case "nullable" -> nullable = !given.at(0).isFalse();
      case "defaultTo", "default", "defaultsTo" -> modifiers.put("defaultTo", given);
      case "index", "unique", "primary" -> constrain(method, given);
      case "alter" -> {
        alter = true;
        alterNullable = !given.option(0, "alterNullable").isFalse();
        alterType = !given.option(0, "alterType").isFalse();
      }
      default -> {
        if (method.equals("comment") || CHECKS.contains(method)) {
          modifiers.put(method, given);
        } else if (key != null) {
          key.tell(method, given.at(0));
        }
      }
    }
    return this;
  }

  private void constrain(String method, Arguments given) {
    if (isSerial()) {
      return;
    }
    List<Value> all = new ArrayList<>(List.of(nameValue()));
    all.addAll(given.values());
    table.constrain(method, new Arguments(all, given.span(), given.flow()));
  }

  /** Its name, type and what Knex says behind them. */
  String definition() {
    StringBuilder sql = new StringBuilder(name() + " " + type());
    if (!isSerial()) {
      sql.append(nullable == null ? "" : nullable ? " null" : " not null");
      String value = defaultValue();
      sql.append(value == null ? "" : " " + value);
    }
    comment();
    for (String check : CHECKS) {
      Arguments given = modifiers.get(check);
      if (given != null && !isSerial()) {
        sql.append(check(check, given));
      }
    }
    return sql.toString();
  }

  /** What is sent behind the table's own statement. */
  List<String> after() {
    return after;
  }

  private void comment() {
    Arguments comment = modifiers.get("comment");
    if (comment != null) {
      String text = Values.need(comment.at(0), "the comment").replace("'", "''");
      after.add("comment on column " + table.path() + "." + name() + " is '" + text + "'");
    }
  }

  private String type() {
    Value first = with.at(1);
    return switch (type) {
      case "increments", "bigincrements" -> {
        boolean key = !table.hasPrimary() && !Values.entry(first, "primaryKey").isFalse();
        yield (type.equals("increments") ? "serial" : "bigserial") + (key ? " primary key" : "");
      }
      case "string", "varchar" -> "varchar(" + number(first, "255") + ")";
      case "decimal" ->
          first.isNull() && with.size() > 1
              ? "decimal"
              : "decimal(" + number(first, "8") + ", " + number(with.at(2), "2") + ")";
      case "bit" -> Values.isSet(first) ? "bit(" + number(first, "1") + ")" : "bit";
      case "datetime", "timestamp" -> time(first);
      case "uuid" -> {
        boolean key = Values.isOn(Values.entry(first, "primaryKey")) && !table.hasPrimary();
        yield "uuid" + (key ? " primary key" : "");
      }
      case "enu", "enum" -> enumeration();
      case "specifictype" -> Values.need(first, "the column's type");
      default -> TYPES.get(type);
    };
  }

  private static String number(Value value, String otherwise) {
    String digits = Values.string(value);
    return digits == null ? otherwise : digits;
  }

  private String time(Value options) {
    boolean mapped = options instanceof Value.Mapping;
    boolean plain = mapped ? Values.entry(options, "useTz").isFalse() : Values.isOn(options);
    Value precision = mapped ? Values.entry(options, "precision") : with.at(2);
    String digits =
        Values.isSet(precision) ? "(" + Values.need(precision, "the precision") + ")" : "";
    return (plain ? "timestamp" : "timestamptz") + digits;
  }

  private String enumeration() {
    Value options = with.at(2);
    boolean own = Values.isOn(Values.entry(options, "useNative"));
    boolean existing = Values.isOn(Values.entry(options, "existingType"));
    if (own) {
      String schema = Values.text(options, "schemaName");
      String name = Values.need(Values.entry(options, "enumName"), "the type's name");
      String path = (schema == null ? "" : "\"" + schema + "\".") + "\"" + name + "\"";
      if (!existing) {
        table.type("create type " + path + " as enum ('" + values() + "')");
      }
      return path;
    }
    return "text check (" + name() + " in ('" + values() + "'))";
  }

  private String values() {
    return String.join("', '", Values.needAll(with.at(1), "the values of the enum"));
  }

  private String defaultValue() {
    if (now) {
      return "default CURRENT_TIMESTAMP";
    }
    Arguments given = modifiers.get("defaultTo");
    if (given == null) {
      return null;
    }
    return "default " + literal(given.at(0));
  }

  private String literal(Value value) {
    boolean json = type.startsWith("json");
    return switch (value) {
      case KnexRaw raw -> raw.sql();
      case Value.Nothing nothing -> "null";
      case Value.Flag flag when type.startsWith("bool") -> flag.on() ? "'1'" : "'0'";
      case Value.Mapping mapping when json -> "'" + Values.json(mapping) + "'";
      case Value.Many many when json -> "'" + Values.json(many) + "'";
      default -> Quoting.literal(Values.need(value, "the default"));
    };
  }

  /** What makes an existing column what it says. */
  List<String> alterations() {
    String change = "alter table " + table.path() + " alter column " + name() + " ";
    List<String> sql = new ArrayList<>(List.of(change + "drop default"));
    if (alterNullable) {
      sql.add(change + "drop not null");
    }
    if (alterType) {
      String to = type();
      String cast = type.equals("enu") || type.equals("enum") ? "::text::" : "::";
      sql.add(change + "type " + to + " using (" + name() + cast + to + ")");
    }
    String value = defaultValue();
    if (value != null) {
      sql.add(change + "set " + value);
    }
    if (alterNullable && Boolean.FALSE.equals(nullable)) {
      sql.add(change + "set not null");
    }
    return sql;
  }

  private String check(String kind, Arguments given) {
    int named =
        Set.of("checkPositive", "checkNegative").contains(kind)
            ? 0
            : kind.equals("checkLength") ? 2 : 1;
    String condition =
        switch (kind) {
          case "checkPositive" -> name() + " > 0";
          case "checkNegative" -> name() + " < 0";
          case "checkIn", "checkNotIn" ->
              name() + (kind.equals("checkIn") ? "" : " not") + " in (" + quoted(given.at(0)) + ")";
          case "checkRegex" ->
              name() + " ~ " + Quoting.literal(Values.need(given.at(0), "the pattern"));
          case "checkLength" ->
              "length("
                  + name()
                  + ") "
                  + given.text(0)
                  + " "
                  + Values.need(given.at(1), "the length");
          case "checkBetween" -> between(given.at(0));
          default -> throw new NotSaidException("the condition");
        };
    String name = given.text(named);
    if (alter) {
      unnamedChecks += name == null ? 1 : 0;
      String own =
          name == null ? table.bare() + "_" + nameValue().text() + "_" + unnamedChecks : name;
      after.add(
          "alter table " + table.path() + " add constraint " + own + " check(" + condition + ")");
      return "";
    }
    return " " + (name == null ? "" : "constraint " + name + " ") + "check (" + condition + ")";
  }

  private static String quoted(Value values) {
    List<String> all = new ArrayList<>();
    values.items().forEach(value -> all.add(KnexSql.value(value)));
    return String.join(",", all);
  }

  private String between(Value ends) {
    List<Value> pairs =
        ends.items().stream().allMatch(Value.Many.class::isInstance) ? ends.items() : List.of(ends);
    List<String> all = new ArrayList<>();
    for (Value pair : pairs) {
      if (pair.items().size() != 2) {
        throw new NotSaidException("the condition");
      }
      String low = KnexSql.value(pair.items().get(0));
      all.add(name() + " between " + low + " and " + KnexSql.value(pair.items().get(1)));
    }
    return String.join(" or ", all);
  }
}
