package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what one of Django's own operations sends, given the models before and after it. */
final class OperationWriter {

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "BloomExtension", "bloom",
          "BtreeGinExtension", "btree_gin",
          "BtreeGistExtension", "btree_gist",
          "CITextExtension", "citext",
          "CryptoExtension", "pgcrypto",
          "HStoreExtension", "hstore",
          "TrigramExtension", "pg_trgm",
          "UnaccentExtension", "unaccent");

  private final Script script;
  private final Settings settings;
  private final StateChange change;
  private final TableMapping before;
  private final TableMapping after;
  private final Value.Call operation;
  private final Span place;
  private final TableWriter tables;

  OperationWriter(
      Script script, String app, ProjectState before, ProjectState after, Value.Call operation) {
    this.script = script;
    this.operation = operation;
    this.before = new TableMapping(before);
    this.after = new TableMapping(after);
    settings = before.settings();
    change = new StateChange(settings, app);
    tables = new TableWriter(script, settings);
    place = operation.span();
  }

  /** Writes it, and answers whether the operation is one of Django's. */
  boolean write() {
    String name = operation.shortName();
    switch (name) {
      case "CreateModel" -> createModel();
      case "DeleteModel" -> deleteModel();
      case "RenameModel" -> renameModel();
      case "AlterModelTable" -> alterModelTable();
      case "AlterModelTableComment" -> alterModelTableComment();
      case "AlterModelOptions", "AlterModelManagers", "AlterConstraint" -> {}
      case "AlterUniqueTogether" -> uniqueTogether();
      case "AlterIndexTogether" -> indexTogether();
      case "AlterOrderWithRespectTo" -> orderWithRespectTo();
      case "AddField" -> addField();
      case "RemoveField" -> removeField();
      case "AlterField" -> alterField();
      case "RenameField" -> renameField();
      case "AddIndex", "AddIndexConcurrently" -> addIndex(name.endsWith("Concurrently"));
      case "RemoveIndex", "RemoveIndexConcurrently" -> removeIndex(name.endsWith("Concurrently"));
      case "RenameIndex" -> renameIndex();
      case "AddConstraint" -> addConstraint("");
      case "AddConstraintNotValid" -> addConstraint(" NOT VALID");
      case "RemoveConstraint" -> removeConstraint();
      case "ValidateConstraint" -> validateConstraint();
      case "CreateExtension" -> extension(text("name", 0));
      case "CreateCollation" -> createCollation();
      case "RemoveCollation" ->
          script.send(place, "DROP COLLATION " + Names.quote(text("name", 0)));
      default -> {
        return EXTENSIONS.containsKey(name) && extension(EXTENSIONS.get(name));
      }
    }
    return true;
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

  private void createModel() {
    if (after.isOurs(newModel())) {
      tables.create(after, newModel(), place);
    }
  }

  private void deleteModel() {
    if (before.isOurs(oldModel())) {
      tables.drop(before, oldModel(), place);
    }
  }

  private void renameModel() {
    ModelName oldName = change.name(operation, "old_name", 0);
    Model old = before.state().model(oldName);
    Model renamed = after.state().model(change.name(operation, "new_name", 1));
    boolean sameTable = before.table(old).equals(after.table(renamed));
    boolean skipped = settings.since(4, 1) && !settings.since(4, 2) && sameTable;
    if (!after.isOurs(renamed) || skipped) {
      return;
    }
    script.renameTable(place, before.table(old), after.table(renamed));
    for (TableMapping.Relation relation : before.relationsTo(oldName)) {
      boolean own = relation.model().key().is(oldName);
      Model holder = own ? renamed : after.state().model(relation.model().key());
      Field field = holder.field(relation.field().name());
      String backwards = relation.field().text("related_name");
      boolean hidden =
          relation.field().kind().isReference() && backwards != null && backwards.endsWith("+");
      if (!hidden && field != null && after.isOurs(holder)) {
        alter(relation.model(), relation.field(), holder, field);
      }
    }
    for (Field field : old.fields()) {
      Model was = before.through(old, field);
      Field now = renamed.field(field.name());
      Model is = now == null ? null : after.through(renamed, now);
      boolean self = now != null && after.target(renamed, now) == renamed;
      if (was != null && is != null && !self) {
        script.renameTable(place, before.table(was), after.table(is));
        alter(was, was.fields().get(1), is, is.fields().get(1));
      }
    }
  }

  private void alterModelTable() {
    Model old = oldModel();
    Model renamed = newModel();
    if (!after.isOurs(renamed)) {
      return;
    }
    script.renameTable(place, before.table(old), after.table(renamed));
    for (Field field : old.fields()) {
      Model was = before.through(old, field);
      Model is = after.through(renamed, field);
      if (was != null && is != null) {
        script.renameTable(place, before.table(was), after.table(is));
      }
    }
  }

  private void alterModelTableComment() {
    if (after.isOurs(newModel()) && settings.since(4, 2)) {
      Value comment = operation.argument("table_comment", 1);
      String text = comment == null || comment.text() == null ? "" : comment.text();
      tables.commentTable(place, after.table(newModel()), text);
    }
  }

  private void uniqueTogether() {
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

  private void indexTogether() {
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

  private Span argument(String name, int position) {
    Value value = operation.argument(name, position);
    return value == null ? place : value.span();
  }

  private void orderWithRespectTo() {
    Field was = oldModel().field("_order");
    Field is = newModel().field("_order");
    if (!after.isOurs(newModel()) || (was == null) == (is == null)) {
      return;
    }
    if (is == null) {
      tables.remove(before, oldModel(), was, place);
    } else {
      Value zero = new Value.Number("0", place);
      tables.add(after, newModel(), is.with("default", zero));
    }
  }

  private void addField() {
    if (after.isOurs(newModel())) {
      tables.add(after, newModel(), change.declared(operation));
    }
  }

  private void removeField() {
    Field field = oldModel().field(StateChange.fieldName(operation));
    if (field == null) {
      undeclared(StateChange.fieldName(operation));
    } else if (before.isOurs(oldModel())) {
      tables.remove(before, oldModel(), field, place);
    }
  }

  private void alterField() {
    Field old = oldModel().field(StateChange.fieldName(operation));
    Field changed = change.declared(operation);
    if (old == null) {
      undeclared(changed.name());
    } else if (after.isOurs(newModel())) {
      new FieldAlteration(
              script, before, oldModel(), old, after, newModel(), changed, changed.span())
          .write();
    }
  }

  private void renameField() {
    Field old = oldModel().field(text("old_name", 1));
    Field renamed = newModel().field(text("new_name", 2));
    if (old == null || renamed == null) {
      undeclared(text("old_name", 1));
    } else if (after.isOurs(newModel())) {
      alter(oldModel(), old, newModel(), renamed);
    }
  }

  private void alter(Model oldModel, Field old, Model model, Field changed) {
    new FieldAlteration(script, before, oldModel, old, after, model, changed, place)
        .atOperation()
        .write();
  }

  private void undeclared(String field) {
    script.unread(
        place, "no migration that could be read declares " + name().model() + "." + field);
  }

  private void addIndex(boolean concurrently) {
    if (after.isOurs(newModel()) && operation.argument("index", 1) instanceof Value.Call index) {
      Definition made = new IndexWriter(after, newModel()).declared(index, concurrently);
      script.make(index.span(), made);
    }
  }

  private void removeIndex(boolean concurrently) {
    if (before.isOurs(oldModel())) {
      script.dropIndex(
          place, before.table(oldModel()), StateChange.fieldName(operation), concurrently);
    }
  }

  private void renameIndex() {
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

  private void addConstraint(String end) {
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

  private void removeConstraint() {
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

  private void validateConstraint() {
    if (before.isOurs(oldModel())) {
      String name = Names.quote(StateChange.fieldName(operation));
      script.alter(place, before.table(oldModel()), "VALIDATE CONSTRAINT " + name);
    }
  }

  private boolean extension(String name) {
    script.send(place, "CREATE EXTENSION IF NOT EXISTS " + Names.quote(name));
    return true;
  }

  private void createCollation() {
    Value provider = operation.named().get("provider");
    Value deterministic = operation.named().get("deterministic");
    String text = provider == null || provider.text() == null ? "libc" : provider.text();
    String options =
        "locale="
            + Names.quote(text("locale", 1))
            + (text.equals("libc") ? "" : ", provider=" + Names.quote(text))
            + (deterministic != null && deterministic.isFalse() ? ", deterministic=false" : "");
    script.send(place, "CREATE COLLATION " + Names.quote(text("name", 0)) + " (" + options + ")");
  }
}
