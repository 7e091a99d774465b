package dev.concertina.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Changes of rows. */
final class RowChanges {

  private final Identifiers names;
  private final Outbox out;
  private final Resources resources;

  RowChanges(Identifiers names, Outbox out, Resources resources) {
    this.names = names;
    this.out = out;
    this.resources = resources;
  }

  private String table(Element change) {
    return names.in(change.filled("schemaName"), change.get("tableName"));
  }

  void insert(Element change) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Element column : change.columns()) {
      Given value = Given.of(column, "value");
      columns.add(names.name(column.get("name")));
      values.add(value == null ? "NULL" : value.sql(names));
    }
    out.send(
        change.span(),
        "INSERT INTO "
            + table(change)
            + " ("
            + String.join(", ", columns)
            + ") VALUES ("
            + String.join(", ", values)
            + ")");
  }

  void update(Element change) {
    TreeMap<String, String> sets = new TreeMap<>();
    for (Element column : change.columns()) {
      Given value = Given.of(column, "value");
      String name = column.get("name") == null ? "" : column.get("name");
      sets.put(name, names.name(name) + " = " + (value == null ? "NULL" : value.sql(names)));
    }
    String set = String.join(", ", sets.values());
    out.send(change.span(), "UPDATE " + table(change) + " SET " + set + where(change));
  }

  void delete(Element change) {
    out.send(change.span(), "DELETE FROM " + table(change) + where(change));
  }

  /** The condition, with the parameters in the places that wait for them, one after the other. */
  private String where(Element change) {
    String where = change.filled("where");
    if (where == null) {
      return "";
    }
    String filled = where.strip();
    Element parameters = change.child("whereParams");
    for (Element parameter : parameters == null ? List.<Element>of() : parameters.children()) {
      if (parameter.filled("name") != null) {
        filled = first(filled, ":name", names.name(parameter.get("name")));
      }
      Given value = Given.of(parameter, "value");
      filled = first(filled, ":value", value == null ? "NULL" : value.sql(names));
    }
    return " WHERE " + filled;
  }

  private static String first(String text, String what, String with) {
    int at = text.indexOf(what);
    return at < 0 ? text : text.substring(0, at) + with + text.substring(at + what.length());
  }

  /** The rows of a file; those beyond the first hundred are of the same shape. */
  void load(Element change) {
    Rows rows = rows(change);
    if (rows == null) {
      return;
    }
    List<String> values = rows.values().stream().map(row -> "(" + row(row) + ")").toList();
    out.send(change.span(), insertion(change, rows) + " VALUES " + String.join(",", values));
  }

  private String insertion(Element change, Rows rows) {
    String columns = String.join(", ", rows.columns().stream().map(names::name).toList());
    return "INSERT INTO " + table(change) + " (" + columns + ")";
  }

  private static String row(List<String> values) {
    return String.join(", ", values);
  }

  /** Each row is updated, or inserted where that finds none: all by the same statement. */
  void loadUpdate(Element change) {
    Rows rows = rows(change);
    if (rows == null || rows.values().isEmpty()) {
      return;
    }
    List<String> keys = Identifiers.split(change.get("primaryKey"));
    List<String> first = rows.values().get(0);
    List<String> sets = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      String name = rows.columns().get(i);
      (keys.contains(name) ? conditions : sets).add(names.name(name) + " = " + first.get(i));
    }
    String update =
        sets.isEmpty()
            ? "PERFORM 1 FROM " + table(change)
            : "UPDATE " + table(change) + " SET " + String.join(", ", sets);
    out.send(
        change.span(),
        "DO $$ BEGIN "
            + update
            + " WHERE "
            + String.join(" AND ", conditions)
            + "; IF NOT FOUND THEN "
            + insertion(change, rows)
            + " VALUES ("
            + row(first)
            + "); END IF; END $$");
  }

  private Rows rows(Element change) {
    String file = change.get("file");
    String text =
        file == null ? null : resources.text(file, change.flag("relativeToChangelogFile"));
    if (text == null) {
      out.unread(change.span(), "its file " + file + " is not in the repository");
      return null;
    }
    return Rows.of(change, text);
  }
}
