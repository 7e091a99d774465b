package dev.concertina.ecto;

import dev.concertina.schema.Span;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What one call in the block of {@code create} or {@code alter} asks for.
 *
 * @param kind the call's name: {@code add}, {@code modify}
 * @param type null where it gives none
 */
record Change(String kind, String column, Value type, Options options, Span place) {

  static Change of(Value.Call call) {
    if (call.arguments().size() < 2 && !call.name().startsWith("remove")) {
      throw new UnreadException("a column has no type");
    }
    return new Change(
        call.name(),
        Names.of(call.argument("column", 0)),
        call.argument("type", 1),
        Options.of(call, 2),
        call.span());
  }

  private String name() {
    return Names.quote(column);
  }

  boolean isKey() {
    return !kind.startsWith("remove") && options.isTrue("primary_key");
  }

  /** How it stands in CREATE TABLE. */
  String definition(Table table, RepoSettings settings) {
    Reference reference = Reference.in(type, settings);
    return reference == null
        ? name() + " " + ColumnType.of(type, options) + properties(type)
        : name()
            + " "
            + reference.columnType(options)
            + properties(reference.type())
            + ", "
            + reference.sql(table, column);
  }

  private String properties(Value type) {
    String value = options.has("default") ? " DEFAULT " + Literal.of(defaultValue(), type) : "";
    Boolean nullable = options.flag("null");
    String constraint = nullable == null ? "" : nullable ? " NULL" : " NOT NULL";
    return value + constraint + collation();
  }

  private Value defaultValue() {
    Value value = options.get("default");
    return value == null ? new Value.Nothing(place) : value;
  }

  private String collation() {
    String collation = options.text("collation");
    return collation == null ? "" : " COLLATE " + Names.quote(collation);
  }

  /** The actions of ALTER TABLE. */
  List<String> actions(Table table, RepoSettings settings) {
    return switch (kind) {
      case "add" -> List.of("ADD COLUMN " + added(table, settings));
      case "add_if_not_exists" -> List.of("ADD COLUMN IF NOT EXISTS " + added(table, settings));
      case "modify" -> modified(table, settings);
      case "remove" -> removed("", table, settings);
      default -> removed("IF EXISTS ", table, settings);
    };
  }

  private String added(Table table, RepoSettings settings) {
    return Reference.in(type, settings) == null
        ? definition(table, settings)
        : definition(table, settings).replace(", CONSTRAINT ", ", ADD CONSTRAINT ");
  }

  private List<String> removed(String ifExists, Table table, RepoSettings settings) {
    List<String> actions = new ArrayList<>();
    Reference reference = Reference.in(type, settings);
    if (reference != null) {
      actions.add("DROP CONSTRAINT " + ifExists + Names.quote(reference.name(table, column)));
    }
    actions.add("DROP COLUMN " + ifExists + name());
    return actions;
  }

  private List<String> modified(Table table, RepoSettings settings) {
    List<String> actions = new ArrayList<>();
    Reference before = Reference.in(from(), settings);
    if (before != null) {
      actions.add("DROP CONSTRAINT " + Names.quote(before.name(table, column)));
    }
    String alter = "ALTER COLUMN " + name() + " ";
    Reference reference = Reference.in(type, settings);
    String columnType =
        reference == null ? ColumnType.of(type, options) : reference.columnType(options);
    actions.add(alter + "TYPE " + columnType);
    if (reference != null) {
      actions.add("ADD " + reference.sql(table, column));
    }
    Boolean nullable = options.flag("null");
    if (nullable != null) {
      actions.add(alter + (nullable ? "DROP NOT NULL" : "SET NOT NULL"));
    }
    if (options.has("default")) {
      Value literal = reference == null ? type : reference.type();
      actions.add(alter + "SET DEFAULT " + Literal.of(defaultValue(), literal));
    }
    int last = actions.size() - 1;
    actions.set(last, actions.get(last) + collation());
    return actions;
  }

  /** What the column was before: a type, or one with options. */
  private Value from() {
    Value from = options.get("from");
    return from instanceof Value.Many pair && pair.items().size() == 2 ? pair.items().get(0) : from;
  }

  /** The comment on the column as a statement, or null. */
  String comment(Table table) {
    String comment = kind.startsWith("remove") ? null : options.text("comment");
    return comment == null
        ? null
        : "COMMENT ON COLUMN " + table.sql() + "." + name() + " IS " + Names.text(comment);
  }
}
