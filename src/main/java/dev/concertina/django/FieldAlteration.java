package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the column of one declaration of a field into that of another, in the order in which Django
 * does it: what stands in the way is dropped, the column changes, what is wanted is made.
 */
final class FieldAlteration {

  private final Script script;
  private final Settings settings;
  private final TableMapping before;
  private final TableMapping after;
  private final Model oldModel;
  private final Model model;
  private final Field oldField;
  private final Field newField;
  private final Span place;
  private final FieldColumn old;
  private final FieldColumn now;
  private final String table;
  private final MadeNames names;
  private boolean exact = true;

  /**
   * @param oldModel the model that holds the old field, before the operation
   * @param model the model that holds the new one, after it
   * @param place where a change stands that no option causes
   */
  FieldAlteration(
      Script script,
      TableMapping before,
      Model oldModel,
      Field oldField,
      TableMapping after,
      Model model,
      Field newField,
      Span place) {
    this.script = script;
    this.before = before;
    this.after = after;
    this.oldModel = oldModel;
    this.model = model;
    this.oldField = oldField;
    this.newField = newField;
    this.place = place;
    settings = after.state().settings();
    old = before.column(oldModel, oldField);
    now = after.column(model, newField);
    table = after.table(model);
    names = new MadeNames(script.catalogue(), table);
  }

  /** Everything stands at the operation: the field is declared elsewhere. */
  FieldAlteration atOperation() {
    exact = false;
    return this;
  }

  void write() {
    FieldChange change = new FieldChange(settings);
    boolean sameTarget = sameTarget();
    boolean renamed =
        old != null && now != null
            ? !old.name().equals(now.name())
            : !oldField.name().equals(newField.name());
    if (!renamed && !change.differs(oldModel, oldField, model, newField, sameTarget)) {
      return;
    }
    if (old == null && now == null) {
      manyToMany();
    } else if (old == null || now == null) {
      script.unread(place, "Django can't turn a field without a column into one that has one");
    } else {
      boolean keepsKey =
          settings.since(4, 2)
              && !renamed
              && !change.differsBesideComment(oldModel, oldField, model, newField, sameTarget);
      alter(keepsKey);
    }
  }

  private boolean sameTarget() {
    Model was = before.target(oldModel, oldField);
    Model is = after.target(model, newField);
    return was != null && is != null && before.table(was).equals(after.table(is));
  }

  /** The table between two models is renamed with its columns. */
  private void manyToMany() {
    Model was = before.through(oldModel, oldField);
    Model is = after.through(model, newField);
    if (was == null || is == null) {
      return;
    }
    script.renameTable(place, before.table(was), after.table(is));
    for (int side : new int[] {2, 1}) {
      new FieldAlteration(
              script, before, was, was.fields().get(side), after, is, is.fields().get(side), place)
          .atOperation()
          .write();
    }
  }

  private void alter(boolean keepsKey) {
    boolean typeDiffers = !old.type().equals(now.type());
    boolean suffixDiffers = !old.suffix().equals(now.suffix());
    if (!settings.since(5, 2) && leavesText()) {
      dropLikeIndex();
    }
    List<String> keys = old.enforcesReference() && !keepsKey ? names.foreignKeys(old) : List.of();
    keys.forEach(name -> script.dropForeignKey(place, table, name));
    boolean becomesKey = !old.primaryKey() && now.primaryKey();
    if (old.unique() && (!now.unique() || becomesKey) && !old.primaryKey()) {
      names
          .unique(old, declared(model.constraints()))
          .forEach(name -> script.dropConstraint(at("unique"), table, name));
    }
    boolean collationDiffers = !Objects.equals(old.collation(), now.collation());
    boolean changesKey =
        (old.primaryKey() && now.primaryKey() || old.unique() && now.unique())
            && (typeDiffers || collationDiffers && settings.since(4, 1));
    // Which keys point here is a question to every model of the project.
    IncomingKeys incoming =
        changesKey || becomesKey
            ? new IncomingKeys(script, before, oldModel, oldField, after, model, newField)
            : null;
    if (changesKey) {
      incoming.drop(place);
    }
    if (old.indexed() && !old.unique() && (!now.indexed() || now.unique())) {
      names
          .indexes(old, declared(model.indexes()))
          .forEach(name -> script.dropIndex(at("db_index"), table, name, false));
    }
    boolean checkDiffers = !Objects.equals(check(old), check(now));
    if (checkDiffers && old.check() != null) {
      names
          .checks(old, declared(model.constraints()))
          .forEach(name -> script.dropConstraint(place, table, name));
    }
    if (!old.name().equals(now.name())) {
      script.renameColumn(place, table, old.name(), now.name());
    }
    changeColumn(typeDiffers || suffixDiffers, collationDiffers);
    if (old.primaryKey() && !now.primaryKey()) {
      names.primaryKeys().forEach(name -> script.dropConstraint(place, table, name));
    }
    addUnique();
    if ((!old.indexed() || old.unique()) && now.ownIndex()) {
      script.make(at("db_index"), indexes().own(now));
    }
    if (becomesKey) {
      script.make(at("primary_key"), Definition.primaryKey(table, now.name()));
    }
    if (changesKey || becomesKey) {
      incoming.change(place);
    }
    boolean wantsKey = !keys.isEmpty() || !old.enforcesReference();
    if (now.enforcesReference() && wantsKey) {
      script.make(place, Definition.foreignKey(table, now.name(), now.reference(), null));
    }
    if (changesKey) {
      incoming.make(place);
    }
    if (checkDiffers && now.check() != null) {
      script.make(place, checkDefinition());
    }
    if (needsDefault()) {
      script.alter(at("default"), table, "ALTER COLUMN " + now.quoted() + " DROP DEFAULT");
    }
    likeIndex();
  }

  private void addUnique() {
    boolean since41 = settings.since(4, 1);
    boolean wanted =
        since41
            ? !now.primaryKey() && now.unique() && (!old.unique() || old.primaryKey())
            : !old.unique() && now.unique()
                || old.primaryKey() && !now.primaryKey() && now.unique();
    if (wanted) {
      script.make(at("unique"), Definition.unique(table, null, List.of(now.name()), ""));
    }
  }

  private void likeIndex() {
    boolean indexComes = !(old.indexed() || old.unique()) && now.indexed();
    boolean uniqueComes = !old.unique() && now.unique();
    boolean typeLeft = settings.since(5, 2) && leavesText();
    Definition like = indexes().like(now);
    if ((indexComes || uniqueComes || typeLeft) && like != null) {
      script.make(at(now.unique() ? "unique" : "db_index"), like);
    }
    if (old.unique() && !(now.indexed() || now.unique())) {
      script.dropIndex(at("unique"), table, likeName(), false);
    }
  }

  private void changeColumn(boolean typeDiffers, boolean collationDiffers) {
    ColumnChange change = new ColumnChange(settings, table, old, now, names.sequence(old));
    List<String> actions = new ArrayList<>();
    boolean commentDiffers = settings.since(4, 2) && !Objects.equals(old.comment(), now.comment());
    if (typeDiffers || collationDiffers || commentDiffers) {
      if (settings.since(5, 2) && leavesText()) {
        dropLikeIndex();
      }
      change.first().forEach(sql -> script.send(place, sql));
      actions.add(change.type(collationDiffers));
    }
    databaseDefault(actions);
    boolean fills = needsDefault();
    String constant = new Defaults(after).effective(model, newField);
    if (fills) {
      actions.add("ALTER COLUMN " + now.quoted() + " SET DEFAULT " + constant);
    }
    List<String> nullability = new ArrayList<>();
    if (old.nullable() != now.nullable()) {
      String verb = now.nullable() ? " DROP NOT NULL" : " SET NOT NULL";
      nullability.add("ALTER COLUMN " + now.quoted() + verb);
    }
    boolean hasDefault = Defaults.isGiven(newField) || now.databaseDefault() != null;
    boolean fourWays = hasDefault && old.nullable() && !now.nullable();
    boolean combined = !fourWays && !nullability.isEmpty();
    if (combined) {
      actions.addAll(nullability);
    }
    if (!actions.isEmpty()) {
      Span cause = actions.equals(nullability) ? at("null") : fills ? at("default") : place;
      script.alter(cause, table, String.join(", ", actions));
    }
    if (fourWays) {
      fill(now.databaseDefault() != null ? now.databaseDefault() : constant);
      nullability.forEach(action -> script.alter(at("null"), table, action));
    }
    boolean collationAlone = collationDiffers && !settings.since(4, 2);
    if (typeDiffers && !collationAlone) {
      change.afterwards().forEach(sql -> script.send(place, sql));
    }
    if (commentDiffers) {
      script.send(at("db_comment"), TableWriter.comment(table, now));
    }
  }

  private void fill(String constant) {
    String value = constant == null ? "NULL" : constant;
    String column = now.quoted();
    Span cause = at(now.databaseDefault() != null ? "db_default" : "default");
    script.send(
        cause,
        "UPDATE "
            + Names.quote(table)
            + " SET "
            + column
            + " = "
            + value
            + " WHERE "
            + column
            + " IS NULL");
    if (settings.since(4, 1)) {
      script.send(cause, "SET CONSTRAINTS ALL IMMEDIATE");
    }
  }

  private void databaseDefault(List<String> actions) {
    String was = old.databaseDefault();
    String is = now.databaseDefault();
    if (is != null && !is.equals(was)) {
      actions.add("ALTER COLUMN " + now.quoted() + " SET DEFAULT " + is);
    } else if (is == null && was != null) {
      actions.add("ALTER COLUMN " + now.quoted() + " DROP DEFAULT");
    }
  }

  private boolean needsDefault() {
    String constant = new Defaults(after).effective(model, newField);
    String was = new Defaults(before).effective(oldModel, oldField);
    return old.nullable()
        && !now.nullable()
        && now.databaseDefault() == null
        && constant != null
        && !constant.equals(was);
  }

  private Definition checkDefinition() {
    String name = Names.index(table, List.of(now.name()), "_check");
    return new Definition(
        Catalogue.Kind.CHECK,
        table,
        name,
        "",
        List.of(new Definition.Key(now.name(), "")),
        false,
        "",
        "CHECK (" + now.check() + ")",
        null);
  }

  /** Since 5.0 a check is the same under another name of the column. */
  private String check(FieldColumn column) {
    boolean bare = column.check() != null && settings.since(5, 0);
    return bare ? column.check().replace(column.quoted(), "") : column.check();
  }

  private boolean leavesText() {
    return (old.indexed() || old.unique())
        && (leaves("varchar") || leaves("text") || leaves("citext"));
  }

  private boolean leaves(String type) {
    return old.type().startsWith(type) && !now.type().startsWith(type);
  }

  private void dropLikeIndex() {
    script.dropIndex(place, table, likeName(), false);
  }

  private String likeName() {
    return Names.index(table, List.of(old.name()), "_like");
  }

  private IndexWriter indexes() {
    return new IndexWriter(after, model);
  }

  private Span at(String option) {
    Value value = newField.option(option);
    return value == null || !exact ? place : value.span();
  }

  static Set<String> declared(List<Value.Call> all) {
    return all.stream().map(IndexWriter::name).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
