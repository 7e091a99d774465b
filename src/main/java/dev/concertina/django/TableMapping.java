package dev.concertina.django;

import dev.concertina.schema.Name;
import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tables and columns the models of a state have. */
final class TableMapping {

  private static final int DEEPEST = 20;

  /** Tables of Django's own apps that are not named after the app. */
  private static final Map<String, String> DJANGOS_OWN =
      Map.of(
          "admin_logentry", "django_admin_log",
          "contenttypes_contenttype", "django_content_type",
          "flatpages_flatpage", "django_flatpage",
          "redirects_redirect", "django_redirect",
          "sessions_session", "django_session",
          "sites_site", "django_site");

  private final ProjectState state;
  private final Settings settings;

  TableMapping(ProjectState state) {
    this.state = state;
    settings = state.settings();
  }

  ProjectState state() {
    return state;
  }

  String table(Model model) {
    String given = model.text("db_table");
    if (given != null && !given.isEmpty()) {
      return given;
    }
    String usual = Names.table(model.app() + "_" + model.lowerName());
    return model.declared() ? usual : DJANGOS_OWN.getOrDefault(usual, usual);
  }

  /** The tables of all models, as the catalogue names them. */
  Set<Name> tables() {
    return state.models().stream()
        .map(model -> Names.folded(table(concrete(model))))
        .collect(Collectors.toSet());
  }

  /** Whether migrations change the table of the model: it has one, and no other takes its place. */
  boolean isOurs(Model model) {
    String setting = model.text("swappable");
    String swapped = setting == null ? null : settings.model(setting);
    boolean replaced =
        swapped != null && !swapped.equalsIgnoreCase(model.app() + "." + model.name());
    return model.isManaged() && !replaced;
  }

  /** The model whose table it uses: a proxy uses that of its base. */
  Model concrete(Model model) {
    Model concrete = model;
    for (int i = 0; i < DEEPEST && concrete.isSet("proxy") && !concrete.bases().isEmpty(); i++) {
      concrete = state.model(concrete.bases().get(0));
    }
    return concrete;
  }

  /** The model that a relation points to, or null when it can't be told. */
  Model target(Model model, Field field) {
    ModelName name = ModelName.of(field.option("to"), model.key(), settings);
    return name == null ? null : concrete(state.model(name));
  }

  /** The key of a model, which its parent may hold. */
  Field primaryKey(Model model) {
    return model.fields().stream().filter(Field::primaryKey).findFirst().orElseGet(this::implied);
  }

  private Field implied() {
    return Field.implied(
        "id",
        FieldKind.of(settings.autoField(), settings),
        Map.of("primary_key", Model.TRUE),
        Span.FILE);
  }

  /** The field of this name, also one that a parent has; {@code pk} is the key. */
  Field field(Model model, String name) {
    return name.equals("pk") ? primaryKey(model) : field(model, name, 0);
  }

  private Field field(Model model, String name, int depth) {
    Field own = model.field(name);
    if (own != null || depth > DEEPEST) {
      return own;
    }
    for (ModelName base : model.bases()) {
      Field inherited = field(state.model(base), name, depth + 1);
      if (inherited != null) {
        return inherited;
      }
    }
    return model.fields().stream()
        .filter(field -> columnName(field).equals(name))
        .findFirst()
        .orElse(null);
  }

  static String columnName(Field field) {
    String given = field.text("db_column");
    if (given != null && !given.isEmpty()) {
      return given;
    }
    return field.kind().isReference() ? field.name() + "_id" : field.name();
  }

  /** The columns of a model's own table, in order. */
  List<FieldColumn> columns(Model model) {
    return model.fields().stream()
        .map(field -> column(model, field))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The column of a field, or null when it has none. */
  FieldColumn column(Model model, Field field) {
    return column(model, field, 0);
  }

  private FieldColumn column(Model model, Field field, int depth) {
    if (field.kind().isVirtual()) {
      return null;
    }
    String name = columnName(field);
    FieldColumn target = field.kind().isReference() ? target(model, field, depth) : null;
    ColumnType type = new ColumnType(settings, field, target, this::otherType);
    Value fallback = field.option("db_default");
    ExpressionWriter expressions = new ExpressionWriter(this, model);
    Value computed = field.option("expression");
    return new FieldColumn(
        name,
        field.kind(),
        type.text(),
        type.family(),
        type.suffix(),
        type.collation(),
        field.kind().isPositive() ? Names.quote(name) + " >= 0" : null,
        field.nullable(),
        field.unique(),
        field.primaryKey(),
        field.indexed(),
        field.text("db_comment"),
        fallback == null ? null : expressions.databaseDefault(field, fallback),
        field.kind() == FieldKind.GENERATED && computed != null
            ? expressions.expression(computed)
            : null,
        field.kind().isReference() ? reference(model, field, target) : null,
        field.text("db_tablespace") == null
            ? model.text("db_tablespace")
            : field.text("db_tablespace"));
  }

  private String otherType(Field field) {
    return new ColumnType(settings, field, null, this::otherType).text();
  }

  private FieldColumn target(Model model, Field field, int depth) {
    Model target = depth > DEEPEST ? null : target(model, field);
    Field key = target == null ? null : targetField(target, field);
    return key == null ? null : column(target, key, depth + 1);
  }

  private Field targetField(Model target, Field field) {
    String name = field.text("to_field");
    Field named = name == null ? null : field(target, name);
    return named == null ? primaryKey(target) : named;
  }

  private FieldColumn.Reference reference(Model model, Field field, FieldColumn key) {
    Value constraint = field.option("db_constraint");
    boolean enforced = constraint == null || !constraint.isFalse();
    Model target = target(model, field);
    return target == null || key == null
        ? new FieldColumn.Reference(null, null, enforced)
        : new FieldColumn.Reference(table(target), key.name(), enforced);
  }

  /**
   * The model of the table between two that Django makes for a field, or null when it makes none.
   */
  Model through(Model model, Field field) {
    boolean given = field.option("through") != null && !field.option("through").isNull();
    ModelName to = ModelName.of(field.option("to"), model.key(), settings);
    if (field.kind() != FieldKind.MANY_TO_MANY || given || to == null) {
      return null;
    }
    String from = model.lowerName();
    String other = to.model().toLowerCase(Locale.ROOT);
    boolean alike = from.equals(other);
    Field near = key(alike ? "from_" + from : from, model.key(), field);
    Field far = key(alike ? "to_" + other : other, to, field);
    FieldKind auto = FieldKind.of(settings.autoField(), settings);
    Field id = Field.implied("id", auto, Map.of("primary_key", Model.TRUE), field.span());
    String table = field.text("db_table");
    String name =
        table != null && !table.isEmpty()
            ? table
            : Names.table(Names.bare(table(model)) + "_" + field.name());
    return Model.implied(
            new ModelName(model.app(), model.name() + "_" + field.name()), List.of(id, near, far))
        .withTogether(List.of(List.of(near.name(), far.name())), List.of())
        .withOption("db_table", text(name, field.span()));
  }

  private static Field key(String name, ModelName to, Field field) {
    Map<String, Value> options = new LinkedHashMap<>();
    options.put("to", text(to.app() + "." + to.model(), field.span()));
    Value constraint = field.option("db_constraint");
    if (constraint != null) {
      options.put("db_constraint", constraint);
    }
    return Field.implied(name, FieldKind.FOREIGN_KEY, options, field.span());
  }

  private static Value text(String text, Span span) {
    return new Value.Text(text, -1, span);
  }

  /** The relations of all models that point to this one, with the models that hold them. */
  List<Relation> relationsTo(ModelName model) {
    List<Relation> found = new ArrayList<>();
    for (Model each : state.models()) {
      for (Field field : each.fields()) {
        if (field.kind().isReference() || isMany(field)) {
          ModelName to = ModelName.of(field.option("to"), each.key(), settings);
          if (to != null && to.is(model)) {
            found.add(new Relation(each, field));
          }
        }
      }
    }
    return found;
  }

  private static boolean isMany(Field field) {
    return field.kind() == FieldKind.MANY_TO_MANY;
  }

  /** A field that points to a model. */
  record Relation(Model model, Field field) {}
}
