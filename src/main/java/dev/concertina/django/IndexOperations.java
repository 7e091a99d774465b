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
  private final StateChange change;
  private final TableMapping before;
  private final TableMapping after;
  private final Value.Call operation;
  private final Span place;

  IndexOperations(
      Script script,
      StateChange change,
      TableMapping before,
      TableMapping after,
      Value.Call operation) {
    this.script = script;
    this.change = change;
    this.before = before;
    this.after = after;
    this.operation = operation;
    settings = before.state().settings();
    place = operation.span();
  }

  void uniqueTogether() {
    Model model = newModel();
    if (!after.isOurs(model)) {
      return;
    }
    IndexWriter indexes = new IndexWriter(after, model);
    Set<String> declared = FieldAlteration.declared(model.constraints());
    String table = after.table(model);
    for (List<String> gone : gone(oldModel().uniqueTogether(), model.uniqueTogether())) {
      List<String> columns = gone.stream().map(indexes::columnOf).toList();
      new MadeNames(script.catalogue(), table)
          .uniqueTogether(columns, declared)
          .forEach(name -> script.dropConstraint(place, table, name));
    }
    for (List<String> made : gone(model.uniqueTogether(), oldModel().uniqueTogether())) {
      script.make(
          argument("unique_together", 1), new ConstraintWriter(after, model).together(made));
    }
  }

  void indexTogether() {
    Model model = newModel();
    if (!after.isOurs(model) || settings.since(5, 1)) {
      return;
    }
    IndexWriter indexes = new IndexWriter(after, model);
    Set<String> declared = FieldAlteration.declared(model.indexes());
    String table = after.table(model);
    for (List<String> gone : gone(oldModel().indexTogether(), model.indexTogether())) {
      List<String> columns = gone.stream().map(indexes::columnOf).toList();
      new MadeNames(script.catalogue(), table)
          .indexTogether(columns, declared)
          .forEach(name -> script.dropIndex(place, table, name, false));
    }
    for (List<String> made : gone(model.indexTogether(), oldModel().indexTogether())) {
      script.make(argument("index_together", 1), indexes.together(made));
    }
  }

  private static Set<List<String>> gone(List<List<String>> from, List<List<String>> to) {
    Set<List<String>> gone = new LinkedHashSet<>(from);
    to.forEach(gone::remove);
    return gone;
  }

  void addIndex(boolean concurrently) {
    if (after.isOurs(newModel()) && operation.argument("index", 1) instanceof Value.Call index) {
      Definition made = new IndexWriter(after, newModel()).declared(index, concurrently);
      script.make(index.span(), made);
    }
  }

  void removeIndex(boolean concurrently) {
    if (before.isOurs(oldModel())) {
      script.dropIndex(
          place, before.table(oldModel()), StateChange.fieldName(operation), concurrently);
    }
  }

  void renameIndex() {
    if (!after.isOurs(newModel())) {
      return;
    }
    String table = after.table(newModel());
    List<String> fields = Words.texts(operation.argument("old_fields", 3));
    String old = text("old_name", 2);
    if (!fields.isEmpty()) {
      IndexWriter indexes = new IndexWriter(before, oldModel());
      List<String> columns = fields.stream().map(indexes::columnOf).toList();
      old =
          new MadeNames(script.catalogue(), table)
              .indexTogether(columns, FieldAlteration.declared(oldModel().indexes())).stream()
                  .findFirst()
                  .orElse(Names.index(table, columns, "_idx"));
    }
    String renamed = text("new_name", 1);
    if (!old.equals(renamed)) {
      script.send(place, "ALTER INDEX " + Names.quote(old) + " RENAME TO " + Names.quote(renamed));
      script.catalogue().rename(table, old, renamed);
    }
  }

  void addConstraint(String end) {
    if (!after.isOurs(newModel())
        || !(operation.argument("constraint", 1) instanceof Value.Call constraint)) {
      return;
    }
    Definition made = new ConstraintWriter(after, newModel()).definition(constraint);
    if (made == null) {
      script.unread(constraint.span(), ConstraintWriter.foreign(constraint));
    } else {
      script.make(constraint.span(), end.isEmpty() ? made : made.withTail(made.tail() + end));
    }
  }

  void removeConstraint() {
    if (!before.isOurs(oldModel())) {
      return;
    }
    String name = StateChange.fieldName(operation);
    String table = before.table(oldModel());
    ConstraintWriter writer = new ConstraintWriter(before, oldModel());
    boolean index =
        oldModel().constraints().stream()
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
    if (before.isOurs(oldModel())) {
      String name = Names.quote(StateChange.fieldName(operation));
      script.alter(place, before.table(oldModel()), "VALIDATE CONSTRAINT " + name);
    }
  }

  private Span argument(String name, int position) {
    Value value = operation.argument(name, position);
    return value == null ? place : value.span();
  }

  private String text(String argument, int position) {
    Value value = operation.argument(argument, position);
    return value == null || value.text() == null ? "?" : value.text();
  }

  private ModelName name() {
    return change.modelName(operation);
  }

  private Model oldModel() {
    return before.state().model(name());
  }

  private Model newModel() {
    return after.state().model(name());
  }
}
