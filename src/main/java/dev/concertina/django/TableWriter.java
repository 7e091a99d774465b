package dev.concertina.django;

import dev.concertina.schema.Naming;
import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** Creates and drops the tables and columns of models. */
final class TableWriter {

  private final Script script;
  private final Settings settings;

  TableWriter(Script script, Settings settings) {
    this.script = script;
    this.settings = settings;
  }

  /** The table of a model, and those between it and the models that it has many of. */
  void create(TableMapping mapping, Model model, Span place) {
    String table = mapping.table(model);
    ConstraintWriter constraints = new ConstraintWriter(mapping, model);
    for (List<String> fields : model.uniqueTogether()) {
      Value option = model.options().get("unique_together");
      script.makeLater(option == null ? place : option.span(), constraints.together(fields));
    }
    List<String> parts = new ArrayList<>();
    for (Field field : model.fields()) {
      FieldColumn column = mapping.column(model, field);
      if (column != null) {
        parts.add(column.quoted() + " " + definition(column, null) + end(column));
        if (column.enforcesReference()) {
          script.makeLater(field.span(), foreignKey(table, column));
        }
      }
    }
    List<Value.Call> later = new ArrayList<>();
    List<Definition> inside = new ArrayList<>();
    boolean apart = constraintsStandApart(mapping, model);
    for (Value.Call constraint : model.constraints()) {
      String inline = constraints.inline(constraint);
      if (inline != null && !apart) {
        parts.add(inline);
        Definition made = constraints.definition(constraint);
        inside.add(made);
      } else {
        later.add(constraint);
      }
    }
    later.forEach(constraint -> putOff(constraints, constraint));
    String space = model.text("db_tablespace");
    String end = space == null || space.isEmpty() ? "" : " TABLESPACE " + Names.quote(space);
    script.send(
        place, "CREATE TABLE " + Names.quote(table) + " (" + String.join(", ", parts) + ")" + end);
    mapping.columns(model).forEach(column -> note(table, column));
    inside.forEach(made -> note(table, made.kind(), made.madeName(), made.columns()));
    comment(mapping, model, place);
    indexes(mapping, model, place);
    for (Field field : model.fields()) {
      Model through = mapping.through(model, field);
      if (through != null) {
        create(mapping, through, field.span());
      }
    }
  }

  private void putOff(ConstraintWriter constraints, Value.Call constraint) {
    Definition definition = constraints.definition(constraint);
    if (definition == null) {
      script.unread(constraint.span(), ConstraintWriter.foreign(constraint));
    } else {
      script.makeLater(constraint.span(), definition);
    }
  }

  /** Since 5.0 a table whose columns have constants for defaults gets its constraints later. */
  private boolean constraintsStandApart(TableMapping mapping, Model model) {
    return settings.since(5, 0)
        && mapping.columns(model).stream()
            .map(FieldColumn::databaseDefault)
            .anyMatch(constant -> constant != null && isConstant(constant));
  }

  private static boolean isConstant(String constant) {
    return !constant.startsWith("(") || constant.contains("'");
  }

  /** The names that PostgreSQL gives to what stands in the column. */
  private void note(String table, FieldColumn column) {
    String bare = Names.bare(table);
    List<String> columns = List.of(column.name());
    if (column.primaryKey()) {
      note(
          table,
          Catalogue.Kind.PRIMARY_KEY,
          Naming.choose(bare, null, "pkey", x -> false),
          columns);
    } else if (column.unique()) {
      String name = Naming.choose(bare, column.name(), "key", x -> false);
      note(table, Catalogue.Kind.UNIQUE, name, columns);
    }
    if (column.kind().isAuto()) {
      note(
          table,
          Catalogue.Kind.SEQUENCE,
          Naming.choose(bare, column.name(), "seq", x -> false),
          columns);
    }
    if (column.check() != null) {
      String name = Naming.choose(bare, column.name(), "check", x -> false);
      note(table, Catalogue.Kind.CHECK, name, columns);
    }
  }

  private void note(String table, Catalogue.Kind kind, String name, List<String> columns) {
    script.catalogue().add(table, kind, name, columns);
  }

  private void comment(TableMapping mapping, Model model, Span place) {
    String comment = model.text("db_table_comment");
    if (comment != null && !comment.isEmpty() && settings.since(4, 2)) {
      commentTable(place, mapping.table(model), comment);
    }
    for (Field field : model.fields()) {
      FieldColumn column = mapping.column(model, field);
      if (column != null) {
        commentColumn(field, mapping.table(model), column);
      }
    }
  }

  void commentTable(Span place, String table, String comment) {
    script.send(
        place, "COMMENT ON TABLE " + Names.quote(table) + " IS " + SqlLiteral.quote(comment));
  }

  private void commentColumn(Field field, String table, FieldColumn column) {
    if (column.comment() != null && !column.comment().isEmpty() && settings.since(4, 2)) {
      script.send(field.place("db_comment"), comment(table, column));
    }
  }

  static String comment(String table, FieldColumn column) {
    String text = column.comment() == null ? "" : column.comment();
    String name = Names.quote(table) + "." + column.quoted();
    return "COMMENT ON COLUMN " + name + " IS " + SqlLiteral.quote(text);
  }

  private void indexes(TableMapping mapping, Model model, Span place) {
    IndexWriter writer = new IndexWriter(mapping, model);
    for (Field field : model.fields()) {
      FieldColumn column = mapping.column(model, field);
      if (column != null) {
        writer.ofField(column).forEach(index -> script.makeLater(field.span(), index));
      }
    }
    if (!settings.since(5, 1)) {
      Value option = model.options().get("index_together");
      for (List<String> fields : model.indexTogether()) {
        script.makeLater(option == null ? place : option.span(), writer.together(fields));
      }
    }
    for (Value.Call index : model.indexes()) {
      script.makeLater(index.span(), writer.declared(index, false));
    }
  }

  /** What stands behind the name of a column. */
  private static String definition(FieldColumn column, String fallback) {
    StringBuilder sql = new StringBuilder(column.type());
    if (column.collation() != null) {
      sql.append(" COLLATE ").append(Names.quote(column.collation()));
    }
    String constant = column.databaseDefault() != null ? column.databaseDefault() : fallback;
    if (constant != null) {
      sql.append(" DEFAULT ").append(constant);
    }
    if (column.generated() != null) {
      sql.append(" GENERATED ALWAYS AS (").append(column.generated()).append(") STORED");
    } else {
      sql.append(column.nullable() ? " NULL" : " NOT NULL");
    }
    if (column.primaryKey()) {
      sql.append(" PRIMARY KEY");
    } else if (column.unique()) {
      sql.append(" UNIQUE");
    }
    if (column.tablespace() != null && !column.tablespace().isEmpty() && column.unique()) {
      sql.append(" USING INDEX TABLESPACE ").append(Names.quote(column.tablespace()));
    }
    return sql.toString();
  }

  private static String end(FieldColumn column) {
    String check = column.check() == null ? "" : " CHECK (" + column.check() + ")";
    return check + (column.suffix().isEmpty() ? "" : " " + column.suffix());
  }

  /** Drops the table of a model, and those between it and the models that it has many of. */
  void drop(TableMapping mapping, Model model, Span place) {
    for (Field field : model.fields()) {
      Model through = mapping.through(model, field);
      if (through != null) {
        drop(mapping, through, place);
      }
    }
    script.dropTable(place, mapping.table(model));
  }

  /** Adds the column of a field, or the table between two models. */
  void add(TableMapping mapping, Model model, Field field) {
    Model through = mapping.through(model, field);
    FieldColumn column = mapping.column(model, field);
    if (through != null) {
      create(mapping, through, field.span());
    }
    if (column == null) {
      return;
    }
    String table = mapping.table(model);
    Defaults defaults = new Defaults(mapping);
    String constant = column.generated() != null ? null : defaults.effective(model, field);
    boolean dropped = constant != null && column.databaseDefault() == null;
    String reference = column.enforcesReference() ? reference(table, column) : "";
    script.alter(
        field.span(),
        table,
        "ADD COLUMN "
            + column.quoted()
            + " "
            + definition(column, constant)
            + end(column)
            + reference);
    if (column.enforcesReference() && column.reference().table() == null) {
      script.unread(field.span(), "the model that the foreign key refers to is not known");
    } else if (column.enforcesReference()) {
      String name = foreignKey(table, column).madeName();
      note(table, Catalogue.Kind.FOREIGN_KEY, name, List.of(column.name()));
      script.send(field.span(), "SET CONSTRAINTS " + Names.quote(name) + " IMMEDIATE");
    }
    note(table, column);
    if (dropped) {
      script.alter(
          field.place("default"), table, "ALTER COLUMN " + column.quoted() + " DROP DEFAULT");
    }
    commentColumn(field, table, column);
    new IndexWriter(mapping, model)
        .ofField(column)
        .forEach(index -> script.makeLater(field.place("db_index"), index));
  }

  private static Definition foreignKey(String table, FieldColumn column) {
    return Definition.foreignKey(table, column.name(), column.reference(), null);
  }

  private static String reference(String table, FieldColumn column) {
    FieldColumn.Reference to = column.reference();
    return to.table() == null
        ? ""
        : " CONSTRAINT "
            + Names.quote(foreignKey(table, column).madeName())
            + " REFERENCES "
            + Names.quote(to.table())
            + "("
            + Names.quote(to.column())
            + ") DEFERRABLE INITIALLY DEFERRED";
  }

  /** Drops the column of a field, or the table between two models. */
  void remove(TableMapping mapping, Model model, Field field, Span place) {
    Model through = mapping.through(model, field);
    FieldColumn column = mapping.column(model, field);
    if (through != null) {
      drop(mapping, through, place);
    }
    if (column == null) {
      return;
    }
    String table = mapping.table(model);
    if (column.reference() != null) {
      new MadeNames(script.catalogue(), table)
          .foreignKeys(column)
          .forEach(name -> script.dropForeignKey(place, table, name));
    }
    script.dropColumn(place, table, column.name());
  }
}
