package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a model as a migration declares it.
 *
 * @param call the constructor: {@code models.CharField(max_length=20)}
 */
record Field(String name, Value.Call call, FieldKind kind) {

  static Field of(String name, Value value, Settings settings) {
    Value.Call call =
        value instanceof Value.Call given
            ? given
            : new Value.Call(source(value), null, List.of(), Map.of(), false, value.span());
    FieldKind kind = FieldKind.of(call.name(), settings);
    boolean refers = call.named().containsKey("to") && call.named().containsKey("on_delete");
    return new Field(
        name, call, kind == FieldKind.UNKNOWN && refers ? FieldKind.FOREIGN_KEY : kind);
  }

  /** A field that Django adds by itself. */
  static Field implied(String name, FieldKind kind, Map<String, Value> options, Span span) {
    String className = "django.db.models." + kind;
    return new Field(name, new Value.Call(className, null, List.of(), options, true, span), kind);
  }

  private static String source(Value value) {
    return value instanceof Value.Unknown unknown ? unknown.source() : "an expression";
  }

  Span span() {
    return call.span();
  }

  /** An option of the constructor, or null. */
  Value option(String option) {
    return call.argument(option, position(option));
  }

  /** Where the option is written, else the field. */
  Span place(String option) {
    Value value = option(option);
    return value == null ? span() : value.span();
  }

  boolean isSet(String option) {
    Value value = option(option);
    return value != null && value.isTrue();
  }

  String text(String option) {
    Value value = option(option);
    return value == null ? null : value.text();
  }

  String digits(String option) {
    return option(option) instanceof Value.Number number ? number.digits() : null;
  }

  boolean nullable() {
    return isSet("null") || kind == FieldKind.NULL_BOOLEAN;
  }

  boolean primaryKey() {
    return isSet("primary_key");
  }

  boolean unique() {
    return isSet("unique") || primaryKey() || kind == FieldKind.ONE_TO_ONE;
  }

  boolean indexed() {
    Value value = option("db_index");
    boolean byDefault = kind.isReference() || kind == FieldKind.SLUG;
    return value == null ? byDefault : value.isTrue();
  }

  boolean hasDatabaseDefault() {
    return call.named().containsKey("db_default");
  }

  Field named(String newName) {
    return new Field(newName, call, kind);
  }

  /** The same field with one more option, or without it when the value is null. */
  Field with(String option, Value value) {
    Map<String, Value> named = new LinkedHashMap<>(call.named());
    named.remove(option);
    if (value != null) {
      named.put(option, value);
    }
    List<Value> arguments = call.arguments();
    if (option.equals("to") && !arguments.isEmpty()) {
      named.put("on_delete", option("on_delete"));
      named.values().removeIf(given -> given == null);
      arguments = List.of();
    }
    return new Field(
        name,
        new Value.Call(call.name(), call.receiver(), arguments, named, call.complete(), span()),
        kind);
  }

  private int position(String option) {
    boolean relation = kind.isReference() || kind == FieldKind.MANY_TO_MANY;
    return switch (option) {
      case "to" -> relation || kind == FieldKind.GENERIC_RELATION ? 0 : -1;
      case "on_delete" -> kind.isReference() ? 1 : -1;
      case "base_field" -> kind == FieldKind.ARRAY ? 0 : -1;
      case "size" -> kind == FieldKind.ARRAY ? 1 : -1;
      case "max_length" -> relation || kind == FieldKind.ARRAY ? -1 : 3;
      case "primary_key" -> relation ? -1 : 2;
      default -> -1;
    };
  }
}
