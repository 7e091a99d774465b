package dev.concertina.plan;

import static dev.concertina.syntax.PythonExpression.call;
import static dev.concertina.syntax.PythonExpression.list;
import static dev.concertina.syntax.PythonExpression.named;
import static dev.concertina.syntax.PythonExpression.source;
import static dev.concertina.syntax.PythonExpression.text;

import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.syntax.PythonExpression;
import java.util.ArrayList;
import java.util.List;

/** The operations of Alembic's {@code op}. */
final class AlembicIdiom implements Idiom {

  private static final int ROOM = 88;
  private static final String INDENT = "    ";

  @Override
  public String language() {
    return "python";
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    PythonExpression words =
        switch (operation) {
          case Operation.AddColumn o -> addColumn(o);
          case Operation.DropColumn o when !o.ifExists() && !o.cascade() ->
              op("drop_column", o.table(), text(o.column()));
          case Operation.RenameColumn o ->
              alter(o.table(), o.column(), named("new_column_name", text(o.newName())));
          case Operation.ChangeType o -> changeType(o);
          case Operation.SetNotNull o -> alter(o.table(), o.column(), flag("nullable", false));
          case Operation.DropNotNull o -> alter(o.table(), o.column(), flag("nullable", true));
          case Operation.SetDefault o ->
              alter(o.table(), o.column(), named("server_default", sqlText(o.value().text())));
          case Operation.DropDefault o ->
              alter(o.table(), o.column(), named("server_default", source("None")));
          case Operation.CreateIndex o -> createIndex(sql, o);
          case Operation.DropIndex o -> dropIndex(o);
          case Operation.AddConstraint o -> addConstraint(sql, o);
          case Operation.DropConstraint o when !o.ifExists() && !o.cascade() ->
              of("drop_constraint", text(o.constraint()), o.table());
          case Operation.RenameTable o when !o.ifExists() ->
              op("rename_table", o.table(), text(o.newName()));
          case Operation.DropTable o when !o.ifExists() && !o.cascade() ->
              op("drop_table", o.table());
          default -> null;
        };
    return words == null ? List.of() : words.lines(ROOM);
  }

  @Override
  public List<String> verbatim(String sql) {
    return call("op.execute", List.of(text(escaped(Lines.bare(sql))))).lines(ROOM);
  }

  /** Behind a colon SQLAlchemy looks for a parameter. */
  private static String escaped(String sql) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sql.length(); i++) {
      boolean colon = sql.charAt(i) == ':';
      boolean behind = i > 0 && (sql.charAt(i - 1) == ':' || isWord(sql.charAt(i - 1)));
      boolean before = i + 1 < sql.length() && isWord(sql.charAt(i + 1));
      text.append(colon && before && !behind ? "\\:" : String.valueOf(sql.charAt(i)));
    }
    return text.toString();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  @Override
  public List<String> body(List<String> words, boolean outside) {
    if (!outside) {
      return words;
    }
    List<String> lines = new ArrayList<>(List.of("with op.get_context().autocommit_block():"));
    words.forEach(line -> lines.add(INDENT + line));
    return lines;
  }

  @Override
  public List<String> alternatives(List<String> written, Operation operation) {
    return operation instanceof Operation.RenameColumn o && !written.isEmpty()
        ? List.of(
            "Keep the column and rename the attribute alone: `"
                + o.newName()
                + " = mapped_column("
                + PythonText.literal(o.column())
                + ", …)` in the model (`Column("
                + PythonText.literal(o.column())
                + ", …)` before SQLAlchemy 2.0). It needs no migration and no deploy order.")
        : written;
  }

  private static PythonExpression addColumn(Operation.AddColumn add) {
    Column column = add.column();
    String type = AlembicTypes.of(column.type());
    boolean plain =
        type != null
            && column.generated() == Column.Generated.NO
            && column.collation() == null
            && add.constraints().isEmpty()
            && !add.ifNotExists();
    if (!plain) {
      return null;
    }
    List<PythonExpression> parts = new ArrayList<>(List.of(text(column.name()), source(type)));
    if (column.defaultValue() != null) {
      parts.add(named("server_default", sqlText(column.defaultValue().text())));
    }
    parts.add(flag("nullable", !column.notNull()));
    return op("add_column", add.table(), call("sa.Column", parts));
  }

  private static PythonExpression changeType(Operation.ChangeType change) {
    String type = AlembicTypes.of(change.type());
    if (type == null || change.collation() != null) {
      return null;
    }
    PythonExpression to = named("type_", source(type));
    return change.using() == null
        ? alter(change.table(), change.column(), to)
        : alter(
            change.table(),
            change.column(),
            to,
            named("postgresql_using", text(change.using().text())));
  }

  private static PythonExpression createIndex(String sql, Operation.CreateIndex create) {
    if (create.ifNotExists() || !PlainSql.is(sql, create)) {
      return null;
    }
    List<PythonExpression> parts = new ArrayList<>();
    parts.add(texts(create.keys()));
    if (create.unique()) {
      parts.add(flag("unique", true));
    }
    if (create.method() != null && !create.method().equals("btree")) {
      parts.add(named("postgresql_using", text(create.method())));
    }
    if (create.where() != null) {
      parts.add(named("postgresql_where", sqlText(create.where().text())));
    }
    if (create.concurrently()) {
      parts.add(flag("postgresql_concurrently", true));
    }
    return of("create_index", text(create.index().local()), create.table(), parts);
  }

  private static PythonExpression dropIndex(Operation.DropIndex drop) {
    if (drop.ifExists() || drop.cascade()) {
      return null;
    }
    List<PythonExpression> parts = new ArrayList<>(List.of(text(drop.index().local())));
    if (!drop.index().schema().isEmpty()) {
      parts.add(named("schema", text(drop.index().schema())));
    }
    if (drop.concurrently()) {
      parts.add(flag("postgresql_concurrently", true));
    }
    return call("op.drop_index", parts);
  }

  private static PythonExpression addConstraint(String sql, Operation.AddConstraint add) {
    if (!PlainSql.is(sql, add)) {
      return null;
    }
    return switch (add.constraint()) {
      case Constraint.Check o -> check(add, o);
      case Constraint.ForeignKey o -> foreignKey(add, o);
      case Constraint.Unique o ->
          of("create_unique_constraint", text(o.name()), add.table(), List.of(texts(o.columns())));
      default -> null;
    };
  }

  private static PythonExpression check(Operation.AddConstraint add, Constraint.Check check) {
    List<PythonExpression> parts =
        new ArrayList<>(List.of(text(escaped(check.condition().text()))));
    if (!check.validated()) {
      parts.add(flag("postgresql_not_valid", true));
    }
    return of("create_check_constraint", text(check.name()), add.table(), parts);
  }

  private static PythonExpression foreignKey(
      Operation.AddConstraint add, Constraint.ForeignKey key) {
    List<PythonExpression> parts =
        new ArrayList<>(
            List.of(
                text(key.name()),
                text(add.table().local()),
                text(key.referenced().local()),
                texts(key.columns()),
                texts(key.referencedColumns())));
    if (key.onDelete() != null) {
      parts.add(named("ondelete", text(key.onDelete())));
    }
    schema("source_schema", add.table(), parts);
    schema("referent_schema", key.referenced(), parts);
    if (!key.validated()) {
      parts.add(flag("postgresql_not_valid", true));
    }
    return call("op.create_foreign_key", parts);
  }

  private static PythonExpression alter(Name table, String column, PythonExpression... changes) {
    List<PythonExpression> parts = new ArrayList<>(List.of(text(column)));
    parts.addAll(List.of(changes));
    return op("alter_column", table, parts.toArray(PythonExpression[]::new));
  }

  /** An operation whose first argument is the table. */
  private static PythonExpression op(String name, Name table, PythonExpression... parts) {
    List<PythonExpression> all = new ArrayList<>(List.of(text(table.local())));
    all.addAll(List.of(parts));
    schema("schema", table, all);
    return call("op." + name, all);
  }

  /** An operation whose first argument is the name of what it makes or drops. */
  private static PythonExpression of(
      String name, PythonExpression made, Name table, List<PythonExpression> parts) {
    List<PythonExpression> all = new ArrayList<>(List.of(made, text(table.local())));
    all.addAll(parts);
    schema("schema", table, all);
    return call("op." + name, all);
  }

  private static PythonExpression of(String name, PythonExpression made, Name table) {
    return of(name, made, table, List.of());
  }

  private static void schema(String keyword, Name table, List<PythonExpression> parts) {
    if (!table.schema().isEmpty()) {
      parts.add(named(keyword, text(table.schema())));
    }
  }

  private static PythonExpression texts(List<String> texts) {
    return list(texts.stream().map(PythonExpression::text).toList());
  }

  private static PythonExpression sqlText(String sql) {
    return call("sa.text", List.of(text(escaped(sql))));
  }

  private static PythonExpression flag(String keyword, boolean value) {
    return named(keyword, source(value ? "True" : "False"));
  }
}
