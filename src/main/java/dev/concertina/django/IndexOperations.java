package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the operations about a model's indexes and constraints. */
final class IndexOperations {

  private final Script script;
  private final Settings settings;
  private final ModelOperation asked;
  private final TableMapping before;
  private final TableMapping after;
  private final Value.Call operation;
  private final Span place;

  IndexOperations(Script script, ModelOperation asked) {
    this.script = script;
    this.asked = asked;
    before = asked.before();
    after = asked.after();
    operation = asked.call();
    settings = before.state().settings();
    place = asked.place();
  }

  void uniqueTogether() {
    Model model = asked.newModel();
    if (!after.isOurs(model)) {
      return;
    }
    IndexWriter indexes = new IndexWriter(after, model);
    Set<String> declared = FieldAlteration.declared(model.constraints());
    String table = after.table(model);
    for (List<String> gone : gone(asked.oldModel().uniqueTogether(), model.uniqueTogether())) {
      List<String> columns = gone.stream().map(indexes::columnOf).toList();
      new MadeNames(script.catalogue(), table)
          .uniqueTogether(columns, declared)
          .forEach(name -> script.dropConstraint(place, table, name));
    }
    for (List<String> made : gone(model.uniqueTogether(), asked.oldModel().uniqueTogether())) {
      script.make(
          asked.argument("unique_together", 1), new ConstraintWriter(after, model).together(made));
    }
  }

  void indexTogether() {
    Model model = asked.newModel();
    if (!after.isOurs(model) || settings.since(5, 1)) {
      return;
    }
    IndexWriter indexes = new IndexWriter(after, model);
    Set<String> declared = FieldAlteration.declared(model.indexes());
    String table = after.table(model);
    for (List<String> gone : gone(asked.oldModel().indexTogether(), model.indexTogether())) {
      List<String> columns = gone.stream().map(indexes::columnOf).toList();
      new MadeNames(script.catalogue(), table)
          .indexTogether(columns, declared)
          .forEach(name -> script.dropIndex(place, table, name, false));
    }
    for (List<String> made : gone(model.indexTogether(), asked.oldModel().indexTogether())) {
      script.make(asked.argument("index_together", 1), indexes.together(made));
    }
  }

  private static Set<List<String>> gone(List<List<String>> from, List<List<String>> to) {
    Set<List<String>> gone = new LinkedHashSet<>(from);
    to.forEach(gone::remove);
    return gone;
  }

  void addIndex(boolean concurrently) {
    if (after.isOurs(asked.newModel())
        && operation.argument("index", 1) instanceof Value.Call index) {
      Definition made = new IndexWriter(after, asked.newModel()).declared(index, concurrently);
      script.make(index.span(), made);
    }
  }

  void removeIndex(boolean concurrently) {
    if (before.isOurs(asked.oldModel())) {
      script.dropIndex(
          place, before.table(asked.oldModel()), StateChange.fieldName(operation), concurrently);
    }
  }

  void renameIndex() {
    if (!after.isOurs(asked.newModel())) {
      return;
    }
    String table = after.table(asked.newModel());
    List<String> fields = Words.texts(operation.argument("old_fields", 3));
    String old = asked.text("old_name", 2);
    if (!fields.isEmpty()) {
      IndexWriter indexes = new IndexWriter(before, asked.oldModel());
      List<String> columns = fields.stream().map(indexes::columnOf).toList();
      old =
          new MadeNames(script.catalogue(), table)
              .indexTogether(columns, FieldAlteration.declared(asked.oldModel().indexes())).stream()
                  .findFirst()
                  .orElse(Names.index(table, columns, "_idx"));
    }
    String renamed = asked.text("new_name", 1);
    if (!old.equals(renamed)) {
      script.send(place, "ALTER INDEX " + Names.quote(old) + " RENAME TO " + Names.quote(renamed));
      script.catalogue().rename(table, old, renamed);
    }
  }

  void addConstraint(String end) {
    if (!after.isOurs(asked.newModel())
        || !(operation.argument("constraint", 1) instanceof Value.Call constraint)) {
      return;
    }
    Definition made = new ConstraintWriter(after, asked.newModel()).definition(constraint);
    if (made == null) {
      script.unread(constraint.span(), ConstraintWriter.foreign(constraint));
    } else {
      script.make(constraint.span(), end.isEmpty() ? made : made.withTail(made.tail() + end));
    }
  }

  void removeConstraint() {
    if (!before.isOurs(asked.oldModel())) {
      return;
    }
    String name = StateChange.fieldName(operation);
    String table = before.table(asked.oldModel());
    ConstraintWriter writer = new ConstraintWriter(before, asked.oldModel());
    boolean index =
        asked.oldModel().constraints().stream()
            .filter(constraint -> name.equals(IndexWriter.name(constraint)))
            .map(writer::definition)
            .anyMatch(made -> made != null && made.kind() == Catalogue.Kind.UNIQUE_INDEX);
    if (index) {
      script.dropIndex(place, table, name, false);
    } else {
      script.dropConstraint(place, table, name);
    }
  }

  void validateConstraint() {
    if (before.isOurs(asked.oldModel())) {
      String name = Names.quote(StateChange.fieldName(operation));
      script.alter(place, before.table(asked.oldModel()), "VALIDATE CONSTRAINT " + name);
    }
  }
}
