package dev.concertina.django;

import dev.concertina.syntax.Value;

/** The rows that a row has by an attribute: those it points to, and those that point to it. */
final class RelatedRows {

  private final ProjectState state;
  private final TableMapping mapping;

  RelatedRows(ProjectState state) {
    this.state = state;
    mapping = new TableMapping(state);
  }

  Binding of(Binding.Row row, String name) {
    Field field = mapping.field(row.model(), name);
    return field == null ? backwards(row.model(), name) : forwards(row.model(), field);
  }

  private Binding forwards(Model model, Field field) {
    Model target = mapping.target(model, field);
    if (target == null) {
      return Binding.OTHER;
    } else if (field.kind().isReference()) {
      return Binding.Row.found(target, null);
    }
    return field.kind() == FieldKind.MANY_TO_MANY
        ? new Binding.Rows(target, "\"related\"()", between(model, field))
        : Binding.OTHER;
  }

  private Binding backwards(Model model, String name) {
    for (TableMapping.Relation relation : mapping.relationsTo(model.key())) {
      Model holder = relation.model();
      Field field = relation.field();
      String given = field.text("related_name");
      boolean one = field.kind() == FieldKind.ONE_TO_ONE;
      String usual = holder.lowerName() + (one ? "" : "_set");
      if (name.equals(given == null ? usual : given)) {
        if (one) {
          return Binding.Row.found(holder, null);
        }
        return field.kind() == FieldKind.MANY_TO_MANY
            ? new Binding.Rows(holder, "\"related\"()", between(holder, field))
            : Binding.Rows.of(holder, Names.quote(TableMapping.columnName(field)) + " = 0");
      }
    }
    return Binding.OTHER;
  }

  /** The model between two, which Django made or the project; null when the field has none. */
  Model between(Model model, Field field) {
    if (field == null || field.kind() != FieldKind.MANY_TO_MANY) {
      return null;
    }
    Value through = field.option("through");
    ModelName named = through == null ? null : ModelName.of(through, model.key(), state.settings());
    return named == null ? mapping.through(model, field) : state.model(named);
  }
}
