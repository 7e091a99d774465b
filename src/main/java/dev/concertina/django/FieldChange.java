package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells whether two declarations of a field differ in anything that Django takes for the schema.
 */
final class FieldChange {

  private static final Set<String> NOT_SCHEMA =
      Set.of(
          "blank",
          "db_column",
          "editable",
          "error_messages",
          "help_text",
          "limit_choices_to",
          "on_delete",
          "related_name",
          "related_query_name",
          "validators",
          "verbose_name");

  /** Options whose absence says the same as {@code False}. */
  private static final Set<String> OFF =
      Set.of("null", "unique", "primary_key", "auto_now", "auto_now_add", "auto_created");

  private final Settings settings;

  FieldChange(Settings settings) {
    this.settings = settings;
  }

  boolean differs(Model oldModel, Field old, Model newModel, Field changed, boolean sameTarget) {
    Map<String, String> before = options(oldModel, old);
    Map<String, String> after = options(newModel, changed);
    if (sameTarget && settings.since(5, 0) && changed.kind() != FieldKind.MANY_TO_MANY) {
      before.remove("to");
      after.remove("to");
    }
    return !className(old).equals(className(changed)) || !before.equals(after);
  }

  /** The same without a look at the comment. */
  boolean differsBesideComment(
      Model oldModel, Field old, Model newModel, Field changed, boolean sameTarget) {
    return differs(
        oldModel,
        old.with("db_comment", null),
        newModel,
        changed.with("db_comment", null),
        sameTarget);
  }

  private static String className(Field field) {
    return field.kind() == FieldKind.UNKNOWN ? field.call().name() : field.kind().toString();
  }

  private Map<String, String> options(Model model, Field field) {
    Map<String, String> options = new TreeMap<>();
    field
        .call()
        .named()
        .forEach(
            (name, value) -> {
              if (counts(field, name, value)) {
                options.put(name, Words.canonical(value));
              }
            });
    Value to = field.option("to");
    if (to != null) {
      ModelName target = ModelName.of(to, model.key(), settings);
      options.put("to", target == null ? Words.canonical(to) : target.key());
    }
    return options;
  }

  private boolean counts(Field field, String option, Value value) {
    boolean absent =
        OFF.contains(option) && value.isFalse()
            || option.equals("serialize")
            || option.equals("db_constraint") && value.isTrue()
            || option.equals("db_index") && value.isTrue() == defaultIndex(field);
    boolean outside =
        NOT_SCHEMA.contains(option) || option.equals("choices") && settings.since(4, 1);
    return !absent && !outside;
  }

  private static boolean defaultIndex(Field field) {
    return field.kind().isReference() || field.kind() == FieldKind.SLUG;
  }
}
