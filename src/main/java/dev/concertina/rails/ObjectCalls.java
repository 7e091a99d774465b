package dev.concertina.rails;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The methods for whole tables, for types, extensions and schemas. */
final class ObjectCalls {

  private final RailsVersion version;

  ObjectCalls(RailsVersion version) {
    this.version = version;
  }

  Map<String, SchemaCalls.Sending> methods() {
    Map<String, SchemaCalls.Sending> methods = new LinkedHashMap<>();
    methods.put("drop_table", ObjectCalls::dropTable);
    methods.put("rename_table", a -> List.of(Sent.alter(a.name(0), renameTo(a.name(1)))));
    methods.put("drop_join_table", a -> whole(dropTable(joinTable(a), a)));
    methods.put("create_enum", ObjectCalls::createEnum);
    methods.put("drop_enum", a -> whole("DROP TYPE " + ifExists(a) + Names.table(a.name(0))));
    methods.put("rename_enum", a -> whole(type(a) + renameTo(a.count() > 1 ? a.name(1) : to(a))));
    methods.put("add_enum_value", ObjectCalls::addEnumValue);
    methods.put("rename_enum_value", ObjectCalls::renameEnumValue);
    methods.put("enable_extension", ObjectCalls::enableExtension);
    methods.put("disable_extension", this::disableExtension);
    methods.put("create_schema", ObjectCalls::createSchema);
    methods.put(
        "drop_schema",
        a -> whole("DROP SCHEMA " + ifExists(a) + Names.quote(a.name(0)) + " CASCADE"));
    methods.put(
        "rename_schema",
        a -> whole("ALTER SCHEMA " + Names.quote(a.name(0)) + " " + renameTo(a.name(1))));
    return methods;
  }

  private static List<Sent> whole(String sql) {
    return List.of(Sent.whole(sql));
  }

  private static List<Sent> dropTable(Arguments given) {
    return given.namesFrom(0).stream().map(t -> Sent.whole(dropTable(t, given))).toList();
  }

  static String dropTable(String table, Arguments options) {
    boolean cascade = "cascade".equals(options.has("force") ? force(options) : "");
    return "DROP TABLE " + ifExists(options) + Names.table(table) + (cascade ? " CASCADE" : "");
  }

  private static String force(Arguments options) {
    String text = options.option("force").text();
    return text == null ? "" : text;
  }

  private static String ifExists(Arguments options) {
    return options.on("if_exists") ? "IF EXISTS " : "";
  }

  private static String renameTo(String name) {
    return "RENAME TO " + Names.table(name);
  }

  /** The table between two others: their names in order, what both begin with said once. */
  static String joinTable(Arguments given) {
    if (given.on("table_name")) {
      return given.text("table_name");
    }
    String first = given.name(0);
    String second = given.name(1);
    boolean swapped = first.compareTo(second) > 0;
    String before = swapped ? second : first;
    String after = swapped ? first : second;
    for (int i = before.length() - 1; i > 0; i--) {
      boolean end = before.charAt(i - 1) == '_' || before.charAt(i - 1) == '.';
      if (end && after.length() > i && after.startsWith(before.substring(0, i))) {
        return before + "_" + after.substring(i);
      }
    }
    return before + "_" + after;
  }

  private static List<Sent> createEnum(Arguments given) {
    String values =
        given.namesFrom(1).stream().map(Names::literal).collect(Collectors.joining(", "));
    return whole("CREATE TYPE " + Names.table(given.name(0)) + " AS ENUM (" + values + ")");
  }

  private static String type(Arguments given) {
    return "ALTER TYPE " + Names.table(given.name(0)) + " ";
  }

  private static String to(Arguments given) {
    String to = given.text("to");
    if (to == null) {
      throw new UnreadException(given.method() + " says no new name");
    }
    return to;
  }

  private static List<Sent> addEnumValue(Arguments given) {
    String unless = given.on("if_not_exists") ? "IF NOT EXISTS " : "";
    String before = given.text("before");
    String after = given.text("after");
    return whole(
        type(given)
            + "ADD VALUE "
            + unless
            + Names.literal(given.name(1))
            + (before == null ? "" : " BEFORE " + Names.literal(before))
            + (after == null ? "" : " AFTER " + Names.literal(after)));
  }

  private static List<Sent> renameEnumValue(Arguments given) {
    String from = given.text("from");
    if (from == null) {
      throw new UnreadException("rename_enum_value says no old value");
    }
    String values = Names.literal(from) + " TO " + Names.literal(to(given));
    return whole(type(given) + "RENAME VALUE " + values);
  }

  private static List<Sent> enableExtension(Arguments given) {
    String name = given.name(0);
    int dot = name.lastIndexOf('.');
    String schema = dot < 0 ? "" : " SCHEMA " + name.substring(0, dot);
    String extension = Names.quote(name.substring(dot + 1));
    return whole("CREATE EXTENSION IF NOT EXISTS " + extension + schema);
  }

  /** Since 7.1 it takes what depends on it along only when it is told to. */
  private List<Sent> disableExtension(Arguments given) {
    Value force = given.option("force");
    boolean cascade = !version.since(7, 1) || force != null && "cascade".equals(force.text());
    String name = Names.quote(given.name(0));
    return whole("DROP EXTENSION IF EXISTS " + name + (cascade ? " CASCADE" : ""));
  }

  private static List<Sent> createSchema(Arguments given) {
    List<Sent> sent = new ArrayList<>();
    String name = Names.quote(given.name(0));
    if (given.on("force")) {
      sent.add(Sent.whole("DROP SCHEMA IF EXISTS " + name + " CASCADE"));
    }
    String unless = given.on("if_not_exists") ? "IF NOT EXISTS " : "";
    sent.add(Sent.whole("CREATE SCHEMA " + unless + name));
    return sent;
  }
}
