package dev.concertina.code;

import dev.concertina.code.PythonClasses.Found;
import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a Django model, with those of its abstract bases. */
final class DjangoFields {
  private static final int MOST_BASES = 40;

  /** Descriptors of fields: what an own kind of field is given when it has another name. */
  private static final Set<String> OPTIONS =
      Set.of(
          "max_length", "db_column", "db_index", "blank", "on_delete", "primary_key", "db_default");

  /** Fields that have no column of their own. */
  private static final Set<String> WITHOUT_COLUMN =
      Set.of(
          "GenericForeignKey",
          "GenericRelation",
          "TaggableManager",
          "HistoricalRecords",
          "Field",
          "ForeignObject",
          // django-prices: one price out of two columns.
          "TaxedMoneyField");

  /** What well-known bases outside the repository declare. */
  private static final Map<String, String> LIBRARY =
      Map.of(
          "AbstractBaseUser", "password last_login",
          "AbstractUser",
              "password last_login is_superuser username first_name last_name email is_staff"
                  + " is_active date_joined",
          "PermissionsMixin", "is_superuser",
          "TimeStampedModel", "created modified",
          "MPTTModel", "lft rght tree_id level",
          "SoftDeletableModel", "is_removed",
          "SafeDeleteModel", "deleted deleted_by_cascade");

  private final PythonClasses classes;

  DjangoFields(PythonClasses classes) {
    this.classes = classes;
  }

  /**
   * A field.
   *
   * @param call what makes it, or null for one that is implied
   * @param column what the database calls it
   */
  record Declared(String name, Value.Call call, String column, Place place) {}

  /** Whether a field has a table between two models instead of a column. */
  static boolean isJoin(Value.Call call) {
    return call != null && call.shortName().contains("ManyToMany");
  }

  /** Whether a class is a model: it, or what it inherits from, is one of Django's. */
  boolean isModel(Found found) {
    return isModel(found, new HashSet<>());
  }

  private boolean isModel(Found found, Set<String> seen) {
    if (seen.size() > MOST_BASES || !seen.add(found.path() + ":" + found.type().name())) {
      return false;
    }
    for (String base : found.type().bases()) {
      Optional<Found> known = classes.named(base, found);
      if (known.isPresent() ? isModel(known.get(), seen) : isDjangos(base, found.type())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDjangos(String base, PythonClass type) {
    String last = base.substring(base.lastIndexOf('.') + 1);
    boolean other = base.startsWith("pydantic") || base.startsWith("sqlalchemy");
    return base.endsWith("models.Model")
        || LIBRARY.containsKey(last)
        || !other
            && type.attributes().values().stream()
                .anyMatch(
                    value ->
                        value instanceof Value.Call call
                            && call.name().contains("models.")
                            && isField(call));
  }

  /** All columns and tables between models, as the class has them in the end. */
  List<Declared> of(Found model) {
    Map<String, Declared> fields = new LinkedHashMap<>();
    collect(model, model, fields, new HashSet<>());
    fields.values().removeIf(field -> field.column() == null);
    boolean key =
        fields.values().stream()
            .anyMatch(
                field ->
                    field.call() == null
                        ? field.name().endsWith("_ptr_id")
                        : isOn(field.call(), "primary_key"));
    if (!key) {
      fields.put("id", new Declared("id", null, "id", model.place()));
    }
    return new ArrayList<>(fields.values());
  }

  private void collect(Found model, Found from, Map<String, Declared> fields, Set<String> seen) {
    if (seen.size() > MOST_BASES || !seen.add(from.path() + ":" + from.type().name())) {
      return;
    }
    from.type()
        .attributes()
        .forEach((name, value) -> fields.putIfAbsent(name, declared(name, value, from)));
    for (String base : from.type().bases()) {
      Optional<Found> known = classes.named(base, from);
      if (known.isEmpty()) {
        library(base, from, fields);
      } else if (isModel(known.get())) {
        inherit(model, known.get(), fields, seen);
      }
    }
  }

  private void inherit(Found model, Found base, Map<String, Declared> fields, Set<String> seen) {
    if (DjangoMeta.isAbstract(base.type())) {
      collect(model, base, fields, seen);
    } else {
      // A model with a table of its own keeps its columns there; a key points to it.
      String pointer = base.type().name().toLowerCase(Locale.ROOT) + "_ptr_id";
      fields.putIfAbsent(pointer, new Declared(pointer, null, pointer, model.place()));
    }
  }

  private static void library(String base, Found from, Map<String, Declared> fields) {
    String columns = LIBRARY.get(base.substring(base.lastIndexOf('.') + 1));
    if (columns != null) {
      for (String column : columns.split(" ")) {
        fields.putIfAbsent(column, new Declared(column, null, column, from.place()));
      }
    }
  }

  /** What an attribute declares; one without a column hides what a base declares. */
  private static Declared declared(String name, Value value, Found from) {
    Place place = new Place(from.path(), value.span().line());
    if (!(value instanceof Value.Call call) || !isField(call)) {
      return new Declared(name, null, null, place);
    }
    Value column = call.argument("db_column", -1);
    if (column != null && column.text() != null) {
      return new Declared(name, call, column.text(), place);
    }
    boolean pointer =
        call.named().containsKey("on_delete")
            || call.shortName().matches(".*(ForeignKey|OneToOneField)");
    return new Declared(name, call, pointer ? name + "_id" : name, place);
  }

  private static boolean isField(Value.Call call) {
    String name = call.shortName();
    // Such a field reads and writes two others.
    boolean composite = call.named().containsKey("amount_field");
    return !WITHOUT_COLUMN.contains(name)
        && !composite
        && (name.endsWith("Field")
            || name.endsWith("ForeignKey")
            || call.named().keySet().stream().anyMatch(OPTIONS::contains));
  }

  private static boolean isOn(Value.Call call, String option) {
    Value value = call.argument(option, -1);
    return value != null && value.isTrue();
  }
}
