package dev.concertina.django;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** The foreign keys of other tables that point to a column, which must follow when it changes. */
final class IncomingKeys {

  private record Key(Model oldModel, Field oldField, Model model, Field field, boolean between) {}

  private final Script script;
  private final TableMapping before;
  private final TableMapping after;
  private final List<Key> keys = new ArrayList<>();

  IncomingKeys(
      Script script,
      TableMapping before,
      Model oldModel,
      Field oldField,
      TableMapping after,
      Model model,
      Field field) {
    this.script = script;
    this.before = before;
    this.after = after;
    collect(oldModel, oldField, model, field);
  }

  private void collect(Model oldModel, Field oldField, Model model, Field field) {
    for (TableMapping.Relation relation : before.relationsTo(oldModel.key())) {
      Model holder = after.state().model(relation.model().key());
      Field holds = holder.field(relation.field().name());
      if (holds == null) {
        continue;
      }
      if (relation.field().kind().isReference()) {
        String to = relation.field().text("to_field");
        boolean relevant =
            to == null ? oldField.primaryKey() : to.equalsIgnoreCase(oldField.name());
        if (relevant) {
          keys.add(new Key(relation.model(), relation.field(), holder, holds, false));
        }
      } else {
        between(
            before.through(relation.model(), relation.field()), after.through(holder, holds), 2);
      }
    }
    for (Field own : oldModel.fields()) {
      Field now = model.field(own.name());
      if (oldField.primaryKey() && own.kind() == FieldKind.MANY_TO_MANY && now != null) {
        between(before.through(oldModel, own), after.through(model, now), 1);
      }
    }
  }

  private void between(Model old, Model now, int side) {
    if (old != null && now != null) {
      keys.add(new Key(old, old.fields().get(side), now, now.fields().get(side), true));
    }
  }

  void drop(Span place) {
    for (Key key : keys) {
      String table = after.table(key.model);
      new MadeNames(script.catalogue(), table)
          .foreignKeys(before.column(key.oldModel, key.oldField))
          .forEach(name -> script.dropForeignKey(place, table, name));
    }
  }

  void change(Span place) {
    for (Key key : keys) {
      FieldColumn old = before.column(key.oldModel, key.oldField);
      FieldColumn now = after.column(key.model, key.field);
      String table = after.table(key.model);
      ColumnChange change = new ColumnChange(after.state().settings(), table, old, now, null);
      script.alter(place, table, change.type(false));
    }
  }

  void make(Span place) {
    boolean all = after.state().settings().since(4, 1);
    for (Key key : keys) {
      FieldColumn now = after.column(key.model, key.field);
      if (now.enforcesReference() && (all || !isHidden(key))) {
        String table = after.table(key.model);
        script.make(place, Definition.foreignKey(table, now.name(), now.reference(), "_fk"));
      }
    }
  }

  /** Until 4.1 Django does not make those again that can't be followed backwards. */
  private static boolean isHidden(Key key) {
    String backwards = key.field.text("related_name");
    return key.between || backwards != null && backwards.endsWith("+");
  }
}
