package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.Map;

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
  private final ModelOperation asked;
  private final TableMapping before;
  private final TableMapping after;
  private final Value.Call operation;
  private final Span place;
  private final TableWriter tables;
  private final IndexOperations indexes;

  OperationWriter(
      Script script, String app, ProjectState before, ProjectState after, Value.Call operation) {
    this.script = script;
    this.operation = operation;
    this.before = new TableMapping(before);
    this.after = new TableMapping(after);
    settings = before.settings();
    change = new StateChange(settings, app);
    asked = new ModelOperation(operation, change, this.before, this.after);
    tables = new TableWriter(script, settings);
    place = operation.span();
    indexes = new IndexOperations(script, asked);
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
      case "AlterUniqueTogether" -> indexes.uniqueTogether();
      case "AlterIndexTogether" -> indexes.indexTogether();
      case "AlterOrderWithRespectTo" -> orderWithRespectTo();
      case "AddField" -> addField();
      case "RemoveField" -> removeField();
      case "AlterField" -> alterField();
      case "RenameField" -> renameField();
      case "AddIndex", "AddIndexConcurrently" -> indexes.addIndex(name.endsWith("Concurrently"));
      case "RemoveIndex", "RemoveIndexConcurrently" ->
          indexes.removeIndex(name.endsWith("Concurrently"));
      case "RenameIndex" -> indexes.renameIndex();
      case "AddConstraint" -> indexes.addConstraint("");
      case "AddConstraintNotValid" -> indexes.addConstraint(" NOT VALID");
      case "RemoveConstraint" -> indexes.removeConstraint();
      case "ValidateConstraint" -> indexes.validateConstraint();
      case "CreateExtension" -> extension(asked.text("name", 0));
      case "CreateCollation" -> createCollation();
      case "RemoveCollation" ->
          script.send(place, "DROP COLLATION " + Names.quote(asked.text("name", 0)));
      default -> {
        return EXTENSIONS.containsKey(name) && extension(EXTENSIONS.get(name));
      }
    }
    return true;
  }

  private void createModel() {
    if (after.isOurs(asked.newModel())) {
      tables.create(after, asked.newModel(), place);
    }
  }

  private void deleteModel() {
    if (before.isOurs(asked.oldModel())) {
      tables.drop(before, asked.oldModel(), place);
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
    Model old = asked.oldModel();
    Model renamed = asked.newModel();
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
    if (after.isOurs(asked.newModel()) && settings.since(4, 2)) {
      Value comment = operation.argument("table_comment", 1);
      String text = comment == null || comment.text() == null ? "" : comment.text();
      tables.commentTable(place, after.table(asked.newModel()), text);
    }
  }

  private void orderWithRespectTo() {
    Field was = asked.oldModel().field("_order");
    Field is = asked.newModel().field("_order");
    if (!after.isOurs(asked.newModel()) || (was == null) == (is == null)) {
      return;
    }
    if (is == null) {
      tables.remove(before, asked.oldModel(), was, place);
    } else {
      Value zero = new Value.Number("0", place);
      tables.add(after, asked.newModel(), is.with("default", zero));
    }
  }

  private void addField() {
    if (after.isOurs(asked.newModel())) {
      tables.add(after, asked.newModel(), change.declared(operation));
    }
  }

  private void removeField() {
    Field field = asked.oldModel().field(StateChange.fieldName(operation));
    if (field == null) {
      undeclared(StateChange.fieldName(operation));
    } else if (before.isOurs(asked.oldModel())) {
      tables.remove(before, asked.oldModel(), field, place);
    }
  }

  private void alterField() {
    Field old = asked.oldModel().field(StateChange.fieldName(operation));
    Field changed = change.declared(operation);
    if (old == null) {
      undeclared(changed.name());
    } else if (after.isOurs(asked.newModel())) {
      new FieldAlteration(
              script,
              before,
              asked.oldModel(),
              old,
              after,
              asked.newModel(),
              changed,
              changed.span())
          .write();
    }
  }

  private void renameField() {
    Field old = asked.oldModel().field(asked.text("old_name", 1));
    Field renamed = asked.newModel().field(asked.text("new_name", 2));
    if (old == null || renamed == null) {
      undeclared(asked.text("old_name", 1));
    } else if (after.isOurs(asked.newModel())) {
      alter(asked.oldModel(), old, asked.newModel(), renamed);
    }
  }

  private void alter(Model oldModel, Field old, Model model, Field changed) {
    new FieldAlteration(script, before, oldModel, old, after, model, changed, place)
        .atOperation()
        .write();
  }

  private void undeclared(String field) {
    script.unread(
        place, "no migration that could be read declares " + asked.name().model() + "." + field);
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
            + Names.quote(asked.text("locale", 1))
            + (text.equals("libc") ? "" : ", provider=" + Names.quote(text))
            + (deterministic != null && deterministic.isFalse() ? ", deterministic=false" : "");
    script.send(
        place, "CREATE COLLATION " + Names.quote(asked.text("name", 0)) + " (" + options + ")");
  }
}
