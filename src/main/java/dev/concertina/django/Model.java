package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A model as the migrations so far leave it.
 *
 * @param options of its {@code Meta}, without the lists that stand beside them here
 * @param bases the models of the project that it inherits from
 * @param declared false for a model that no migration at hand creates
 */
record Model(
    String app,
    String name,
    List<Field> fields,
    Map<String, Value> options,
    List<Value.Call> indexes,
    List<Value.Call> constraints,
    List<List<String>> uniqueTogether,
    List<List<String>> indexTogether,
    List<ModelName> bases,
    Span span,
    boolean declared) {

  Model {
    fields = List.copyOf(fields);
    indexes = List.copyOf(indexes);
    constraints = List.copyOf(constraints);
    uniqueTogether = List.copyOf(uniqueTogether);
    indexTogether = List.copyOf(indexTogether);
    bases = List.copyOf(bases);
  }

  /** A model that is known by its name alone, with the key that Django would give it. */
  static Model outside(ModelName name, FieldKind key) {
    Field id = Field.implied("id", key, Map.of("primary_key", TRUE), Span.FILE);
    return of(name, List.of(id), false);
  }

  /** A model that Django makes by itself: the table between two others. */
  static Model implied(ModelName name, List<Field> fields) {
    return of(name, fields, true);
  }

  private static Model of(ModelName name, List<Field> fields, boolean declared) {
    List<List<String>> none = List.of();
    return new Model(
        name.app(),
        name.model(),
        fields,
        Map.of(),
        List.of(),
        List.of(),
        none,
        none,
        List.of(),
        Span.FILE,
        declared);
  }

  static final Value TRUE = new Value.Flag(true, Span.FILE);

  ModelName key() {
    return new ModelName(app, name);
  }

  /** The field of this name, or null. */
  Field field(String wanted) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElse(null);
  }

  /** The name in lower case, which tables and columns are named after. */
  String lowerName() {
    return name.toLowerCase(Locale.ROOT);
  }

  String text(String option) {
    Value value = options.get(option);
    return value == null ? null : value.text();
  }

  boolean isSet(String option) {
    Value value = options.get(option);
    return value != null && value.isTrue();
  }

  /** Whether migrations change its table: not for a proxy, nor where {@code managed = False}. */
  boolean isManaged() {
    Value managed = options.get("managed");
    return !isSet("proxy") && (managed == null || !managed.isFalse());
  }

  Model withFields(List<Field> changed) {
    return new Model(
        app,
        name,
        changed,
        options,
        indexes,
        constraints,
        uniqueTogether,
        indexTogether,
        bases,
        span,
        declared);
  }

  /** With this field at the place of the one of the same name, else at the end. */
  Model withField(Field changed) {
    List<Field> all = new ArrayList<>(fields);
    int at = 0;
    while (at < all.size() && !all.get(at).name().equalsIgnoreCase(changed.name())) {
      at++;
    }
    if (at < all.size()) {
      all.set(at, changed);
    } else {
      all.add(changed);
    }
    return withFields(all);
  }

  Model withoutField(String gone) {
    return withFields(
        fields.stream().filter(field -> !field.name().equalsIgnoreCase(gone)).toList());
  }

  Model mapFields(UnaryOperator<Field> change) {
    return withFields(fields.stream().map(change).toList());
  }

  Model named(String newName) {
    return new Model(
        app,
        newName,
        fields,
        options,
        indexes,
        constraints,
        uniqueTogether,
        indexTogether,
        bases,
        span,
        declared);
  }

  /** With an option, or without it when the value is null. */
  Model withOption(String option, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(options);
    changed.remove(option);
    if (value != null) {
      changed.put(option, value);
    }
    return new Model(
        app,
        name,
        fields,
        changed,
        indexes,
        constraints,
        uniqueTogether,
        indexTogether,
        bases,
        span,
        declared);
  }

  Model withIndexes(List<Value.Call> changed) {
    return new Model(
        app,
        name,
        fields,
        options,
        changed,
        constraints,
        uniqueTogether,
        indexTogether,
        bases,
        span,
        declared);
  }

  Model withConstraints(List<Value.Call> changed) {
    return new Model(
        app,
        name,
        fields,
        options,
        indexes,
        changed,
        uniqueTogether,
        indexTogether,
        bases,
        span,
        declared);
  }

  Model withTogether(List<List<String>> unique, List<List<String>> indexed) {
    return new Model(
        app, name, fields, options, indexes, constraints, unique, indexed, bases, span, declared);
  }

  Model withBases(List<ModelName> changed) {
    return new Model(
        app,
        name,
        fields,
        options,
        indexes,
        constraints,
        uniqueTogether,
        indexTogether,
        changed,
        span,
        declared);
  }
}
