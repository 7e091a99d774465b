package dev.concertina.liquibase;

import java.util.ArrayList;
import java.util.List;

/** Changes of indexes, sequences and views. */
final class ObjectChanges {

  private final Identifiers names;
  private final Outbox out;

  ObjectChanges(Identifiers names, Outbox out) {
    this.names = names;
    this.out = out;
  }

  void createIndex(Element change) {
    // What such an index is said to belong to brings one of its own.
    String owner = change.filled("associatedWith");
    if (owner != null) {
      return;
    }
    List<String> columns = new ArrayList<>();
    for (Element column : change.columns()) {
      String name = column.get("name");
      boolean computed = column.flag("computed") || name != null && name.contains("(");
      columns.add(
          (computed ? name : names.name(name)) + (column.flag("descending") ? " DESC" : ""));
    }
    String index = change.filled("indexName");
    String space = change.filled("tablespace");
    out.send(
        change.span(),
        "CREATE "
            + (change.flag("unique") ? "UNIQUE " : "")
            + "INDEX "
            + (index == null ? "" : names.name(index) + " ")
            + "ON "
            + names.in(change.filled("schemaName"), change.get("tableName"))
            + "("
            + String.join(", ", columns)
            + ")"
            + (space == null ? "" : " TABLESPACE " + space));
  }

  void dropIndex(Element change) {
    String index = names.in(change.filled("schemaName"), change.get("indexName"));
    out.send(change.span(), "DROP INDEX " + index);
  }

  private String sequence(Element change) {
    return names.in(change.filled("schemaName"), change.get("sequenceName"));
  }

  void createSequence(Element change) {
    String type = change.filled("dataType");
    String start = change.filled("startValue");
    out.send(
        change.span(),
        "CREATE SEQUENCE IF NOT EXISTS "
            + sequence(change)
            + (type == null ? "" : " AS " + type)
            + (start == null ? "" : " START WITH " + start)
            + options(change));
  }

  void alterSequence(Element change) {
    String type = change.filled("dataType");
    out.send(
        change.span(),
        "ALTER SEQUENCE "
            + sequence(change)
            + (type == null ? "" : " AS " + type)
            + options(change));
  }

  private static String options(Element change) {
    return option(change, "incrementBy", "INCREMENT BY")
        + option(change, "minValue", "MINVALUE")
        + option(change, "maxValue", "MAXVALUE")
        + option(change, "cacheSize", "CACHE")
        + (change.flag("ordered") ? " ORDER" : "")
        + (change.flag("cycle") ? " CYCLE" : "");
  }

  private static String option(Element change, String attribute, String clause) {
    String value = change.filled(attribute);
    return value == null ? "" : " " + clause + " " + value;
  }

  void dropSequence(Element change) {
    out.send(change.span(), "DROP SEQUENCE " + sequence(change) + " CASCADE");
  }

  void renameSequence(Element change) {
    String old = names.in(change.filled("schemaName"), change.get("oldSequenceName"));
    String name = names.name(change.get("newSequenceName"));
    out.send(change.span(), "ALTER SEQUENCE " + old + " RENAME TO " + name);
  }

  /**
   * @param query what the view selects, or all of its definition
   */
  void createView(Element change, String query) {
    String view = names.in(change.filled("schemaName"), change.get("viewName"));
    String create = change.flag("replaceIfExists") ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ";
    String head = change.flag("fullDefinition") ? "" : create + view + " AS ";
    out.send(change.span(), head + query.strip());
    String remarks = change.filled("remarks");
    if (remarks != null) {
      out.send(change.span(), "COMMENT ON VIEW " + view + " IS " + Given.quoted(remarks));
    }
  }

  void dropView(Element change) {
    String view = names.in(change.filled("schemaName"), change.get("viewName"));
    out.send(change.span(), "DROP VIEW " + (change.flag("ifExists") ? "IF EXISTS " : "") + view);
  }

  void renameView(Element change) {
    String old = names.in(change.filled("schemaName"), change.get("oldViewName"));
    String name = names.name(change.get("newViewName"));
    out.send(change.span(), "ALTER TABLE " + old + " RENAME TO " + name);
  }

  void dropProcedure(Element change) {
    String procedure = names.in(change.filled("schemaName"), change.get("procedureName"));
    out.send(change.span(), "DROP PROCEDURE " + procedure);
  }
}
