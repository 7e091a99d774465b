package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;

/** A foreign key that a table builder of Knex is told, word by word. */
final class KnexForeign extends Host {

  private final KnexTable table;
  private final Value columns;
  private Value name;
  private Value references;
  private Value inTable;
  private Value onDelete;
  private Value onUpdate;
  private Value deferrable;

  KnexForeign(KnexTable table, Value columns, Value name, Span span) {
    super(span);
    this.table = table;
    this.columns = columns;
    this.name = name;
  }

  @Override
  Value invoke(String method, Arguments with) {
    tell(method, with.at(0));
    return this;
  }

  /** Takes one word; false when it is none of a foreign key's. */
  boolean tell(String method, Value value) {
    switch (method) {
      case "references" -> {
        String text = value.text();
        int dot = text == null ? -1 : text.indexOf('.');
        references = dot < 0 ? value : Values.made(text.substring(dot + 1), value.span());
        inTable = dot < 0 ? inTable : Values.made(text.substring(0, dot), value.span());
      }
      case "inTable", "on" -> inTable = value;
      case "onDelete" -> onDelete = value;
      case "onUpdate" -> onUpdate = value;
      case "withKeyName" -> name = value;
      case "deferrable" -> deferrable = value;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The statement; null where Knex sends none because it was not told enough. */
  String sql() {
    if (references == null || inTable == null) {
      return null;
    }
    boolean named = name != null && name.text() != null;
    String own = named ? name.text() : KnexSql.madeName(table.bare(), columns, "foreign");
    return "alter table "
        + table.path()
        + " add constraint "
        + KnexSql.wrap(own)
        + " foreign key ("
        + KnexSql.columns(columns)
        + ") references "
        + KnexSql.wrap(inTable)
        + " ("
        + KnexSql.columns(references)
        + ")"
        + (onUpdate == null ? "" : " on update " + Values.need(onUpdate, "what is done on update"))
        + (onDelete == null ? "" : " on delete " + Values.need(onDelete, "what is done on delete"))
        + (deferrable == null
            ? ""
            : " deferrable initially " + Values.need(deferrable, "when it is checked"));
  }
}
