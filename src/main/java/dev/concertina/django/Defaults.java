package dev.concertina.django;

import dev.concertina.syntax.Value;

/**
 * The constants that Django gives to rows that are there when a column comes or becomes NOT NULL.
 */
final class Defaults {

  private final TableMapping mapping;
  private final SqlLiteral literals;

  Defaults(TableMapping mapping) {
    this.mapping = mapping;
    literals = new SqlLiteral(mapping.state().settings());
  }

  /** The constant as SQL, or null when there is none. */
  String effective(Model model, Field field) {
    Value given = field.option("default");
    boolean empty = !field.nullable() && field.isSet("blank") && field.kind().allowsEmptyText();
    if (isGiven(field)) {
      return given.isNull() ? null : literals.of(valueField(model, field), given);
    } else if (empty && field.kind() != FieldKind.UNKNOWN) {
      return field.kind() == FieldKind.BINARY ? "'\\x'::bytea" : "''";
    }
    boolean now = field.isSet("auto_now") || field.isSet("auto_now_add");
    return now ? literals.some(field.kind()) : null;
  }

  /** Whether the field says {@code default=}. */
  static boolean isGiven(Field field) {
    Value given = field.option("default");
    boolean said = given != null;
    return said && !(given instanceof Value.Name name && name.name().endsWith("NOT_PROVIDED"));
  }

  /** A reference holds the key of another model, so its default is one of those. */
  private Field valueField(Model model, Field field) {
    if (!field.kind().isReference()) {
      return field;
    }
    Model target = mapping.target(model, field);
    return target == null ? field : mapping.primaryKey(target);
  }
}
