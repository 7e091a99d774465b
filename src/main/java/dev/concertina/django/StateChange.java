package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an operation makes of the models, whatever it does to the database. */
final class StateChange {

  /** The options that {@code AlterModelOptions} takes away when it does not name them. */
  private static final Set<String> OPTIONS =
      Set.of(
          "base_manager_name",
          "default_manager_name",
          "default_related_name",
          "get_latest_by",
          "managed",
          "ordering",
          "permissions",
          "default_permissions",
          "select_on_save",
          "verbose_name",
          "verbose_name_plural");

  private final Settings settings;
  private final String app;

  StateChange(Settings settings, String app) {
    this.settings = settings;
    this.app = app;
  }

  ProjectState apply(ProjectState state, Value.Call operation) {
    return switch (operation.shortName()) {
      case "CreateModel" ->
          state.with(
              new ModelDeclaration(settings).read(state, name(operation, "name", 0), operation));
      case "DeleteModel" -> state.without(name(operation, "name", 0));
      case "RenameModel" -> renameModel(state, operation);
      case "AlterModelTable" ->
          option(state, operation, "db_table", operation.argument("table", 1));
      case "AlterModelTableComment" ->
          option(state, operation, "db_table_comment", operation.argument("table_comment", 1));
      case "AlterOrderWithRespectTo" -> orderWithRespectTo(state, operation);
      case "AlterModelOptions" -> options(state, operation);
      case "AlterUniqueTogether" ->
          together(state, operation, operation.argument("unique_together", 1), true);
      case "AlterIndexTogether" ->
          together(state, operation, operation.argument("index_together", 1), false);
      case "AddField", "AlterField" -> field(state, operation);
      case "RemoveField" -> removeField(state, operation);
      case "RenameField" -> renameField(state, operation);
      case "AddIndex", "AddIndexConcurrently" ->
          add(state, operation, operation.argument("index", 1), true);
      case "RemoveIndex", "RemoveIndexConcurrently" -> remove(state, operation, true);
      case "RenameIndex" -> renameIndex(state, operation);
      case "AddConstraint", "AddConstraintNotValid" ->
          add(state, operation, operation.argument("constraint", 1), false);
      case "RemoveConstraint" -> remove(state, operation, false);
      case "AlterConstraint" ->
          add(
              remove(state, operation, false),
              operation,
              operation.argument("constraint", 2),
              false);
      case "SeparateDatabaseAndState" -> all(state, operation.argument("state_operations", 1));
      case "RunSQL" -> all(state, operation.argument("state_operations", 2));
      default -> state;
    };
  }

  ProjectState all(ProjectState state, Value operations) {
    ProjectState after = state;
    for (Value each : operations == null ? List.<Value>of() : operations.items()) {
      if (each instanceof Value.Call call) {
        after = apply(after, call);
      }
    }
    return after;
  }

  ModelName name(Value.Call operation, String argument, int position) {
    Value value = operation.argument(argument, position);
    return new ModelName(app, value == null || value.text() == null ? "?" : value.text());
  }

  private Model model(ProjectState state, Value.Call operation) {
    return state.model(modelName(operation));
  }

  /** The model that an operation is about. */
  ModelName modelName(Value.Call operation) {
    boolean named = operation.arguments().isEmpty() && !operation.named().containsKey("model_name");
    return name(operation, named ? "name" : "model_name", 0);
  }

  private ProjectState renameModel(ProjectState state, Value.Call operation) {
    ModelName old = name(operation, "old_name", 0);
    ModelName renamed = name(operation, "new_name", 1);
    Model model = state.model(old).named(renamed.model());
    Map<String, Value> to = new LinkedHashMap<>();
    Value text = new Value.Text(renamed.app() + "." + renamed.model(), -1, operation.span());
    to.put("to", text);
    to.put("through", text);
    return state.without(old).with(model).map(each -> repoint(each, old, renamed, to));
  }

  private Model repoint(Model model, ModelName old, ModelName renamed, Map<String, Value> targets) {
    List<ModelName> bases =
        model.bases().stream().map(base -> base.is(old) ? renamed : base).toList();
    return model
        .withBases(bases)
        .mapFields(
            field -> {
              Field changed = field;
              for (Map.Entry<String, Value> target : targets.entrySet()) {
                ModelName points =
                    ModelName.of(field.option(target.getKey()), model.key(), settings);
                boolean self = "self".equals(field.text(target.getKey()));
                if (points != null && points.is(old) && !self) {
                  changed = changed.with(target.getKey(), target.getValue());
                }
              }
              return changed;
            });
  }

  private ProjectState option(
      ProjectState state, Value.Call operation, String option, Value value) {
    boolean none = value == null || value.isNull();
    return state.with(model(state, operation).withOption(option, none ? null : value));
  }

  private ProjectState orderWithRespectTo(ProjectState state, Value.Call operation) {
    Value value = operation.argument("order_with_respect_to", 1);
    ProjectState after = option(state, operation, "order_with_respect_to", value);
    return after.with(ModelDeclaration.ordered(model(after, operation), operation.span()));
  }

  private ProjectState options(ProjectState state, Value.Call operation) {
    Model model = model(state, operation);
    for (String option : OPTIONS) {
      model = model.withOption(option, null);
    }
    if (operation.argument("options", 1) instanceof Value.Mapping written) {
      for (Map.Entry<Value, Value> entry : written.entries()) {
        if (entry.getKey().text() != null) {
          model = model.withOption(entry.getKey().text(), entry.getValue());
        }
      }
    }
    return state.with(model);
  }

  private ProjectState together(
      ProjectState state, Value.Call operation, Value value, boolean unique) {
    Model model = model(state, operation);
    List<List<String>> wanted = Words.together(value);
    return state.with(
        unique
            ? model.withTogether(wanted, model.indexTogether())
            : model.withTogether(model.uniqueTogether(), wanted));
  }

  /** The name of the field that an operation is about. */
  static String fieldName(Value.Call operation) {
    Value value = operation.argument("name", 1);
    return value == null || value.text() == null ? "?" : value.text();
  }

  /** The field that an operation declares. */
  Field declared(Value.Call operation) {
    Value field = operation.argument("field", 2);
    return field == null
        ? Field.of(fieldName(operation), operation, settings)
        : Field.of(fieldName(operation), field, settings);
  }

  private ProjectState field(ProjectState state, Value.Call operation) {
    Value preserve = operation.argument("preserve_default", 3);
    Field field = declared(operation);
    boolean forgets = preserve != null && preserve.isFalse();
    return state.with(
        model(state, operation).withField(forgets ? field.with("default", null) : field));
  }

  private ProjectState removeField(ProjectState state, Value.Call operation) {
    return state.with(model(state, operation).withoutField(fieldName(operation)));
  }

  private ProjectState renameField(ProjectState state, Value.Call operation) {
    ModelName name = modelName(operation);
    Model model = state.model(name);
    String old = text(operation.argument("old_name", 1));
    String renamed = text(operation.argument("new_name", 2));
    Model changed =
        model
            .mapFields(field -> field.name().equalsIgnoreCase(old) ? field.named(renamed) : field)
            .withTogether(
                rename(model.uniqueTogether(), old, renamed),
                rename(model.indexTogether(), old, renamed));
    Value to = operation.argument("new_name", 2);
    return state
        .with(changed)
        .map(
            each ->
                each.mapFields(
                    field -> {
                      ModelName target = ModelName.of(field.option("to"), each.key(), settings);
                      boolean points =
                          target != null && target.is(name) && old.equals(field.text("to_field"));
                      return points ? field.with("to_field", to) : field;
                    }));
  }

  private static List<List<String>> rename(List<List<String>> all, String old, String renamed) {
    return all.stream()
        .map(one -> one.stream().map(name -> name.equals(old) ? renamed : name).toList())
        .toList();
  }

  private static String text(Value value) {
    return value == null || value.text() == null ? "?" : value.text();
  }

  private ProjectState add(
      ProjectState state, Value.Call operation, Value declared, boolean index) {
    if (!(declared instanceof Value.Call call)) {
      return state;
    }
    Model model = model(state, operation);
    List<Value.Call> all = new ArrayList<>(index ? model.indexes() : model.constraints());
    all.add(call);
    return state.with(index ? model.withIndexes(all) : model.withConstraints(all));
  }

  private ProjectState remove(ProjectState state, Value.Call operation, boolean index) {
    Model model = model(state, operation);
    String name = fieldName(operation);
    List<Value.Call> kept =
        (index ? model.indexes() : model.constraints())
            .stream().filter(call -> !name.equals(IndexWriter.name(call))).toList();
    return state.with(index ? model.withIndexes(kept) : model.withConstraints(kept));
  }

  private ProjectState renameIndex(ProjectState state, Value.Call operation) {
    Model model = model(state, operation);
    Value renamed = operation.argument("new_name", 1);
    String old = text(operation.argument("old_name", 2));
    List<String> fields = Words.texts(operation.argument("old_fields", 3));
    List<Value.Call> indexes = new ArrayList<>();
    for (Value.Call index : model.indexes()) {
      boolean meant = old.equals(IndexWriter.name(index));
      indexes.add(meant ? withName(index, renamed) : index);
    }
    if (!fields.isEmpty()) {
      Map<String, Value> named = new LinkedHashMap<>();
      named.put("fields", operation.argument("old_fields", 3));
      named.put("name", renamed);
      indexes.add(
          new Value.Call("django.db.models.Index", null, List.of(), named, true, operation.span()));
    }
    return state.with(
        model
            .withIndexes(indexes)
            .withTogether(
                model.uniqueTogether(),
                model.indexTogether().stream().filter(one -> !one.equals(fields)).toList()));
  }

  private static Value.Call withName(Value.Call index, Value name) {
    Map<String, Value> named = new LinkedHashMap<>(index.named());
    named.put("name", name);
    return new Value.Call(
        index.name(), index.receiver(), index.arguments(), named, index.complete(), index.span());
  }
}
