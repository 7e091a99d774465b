package dev.concertina.rails;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods that strong_migrations, online_migrations and GitLab add, where what they send is
 * certain.
 */
final class GemCalls {

  /** Those whose SQL depends on the database or on the library's release. */
  private static final Set<String> UNREAD =
      Set.of(
          "initialize_column_rename",
          "finalize_column_rename",
          "revert_initialize_column_rename",
          "initialize_table_rename",
          "finalize_table_rename",
          "initialize_column_type_change",
          "backfill_column_for_type_change",
          "finalize_column_type_change",
          "cleanup_column_type_change",
          "swap_column_names",
          "rename_column_concurrently",
          "cleanup_concurrent_column_rename",
          "change_column_type_concurrently",
          "cleanup_concurrent_column_type_change",
          "initialize_conversion_of_integer_to_bigint",
          "backfill_conversion_of_integer_to_bigint",
          "cleanup_conversion_of_integer_to_bigint",
          "create_view",
          "update_view",
          "replace_view",
          "drop_view",
          "create_function",
          "update_function",
          "drop_function",
          "create_trigger",
          "update_trigger",
          "drop_trigger");

  private final RailsVersion version;
  private final SchemaCalls calls;

  GemCalls(RailsVersion version, SchemaCalls calls) {
    this.version = version;
    this.calls = calls;
  }

  Map<String, SchemaCalls.Sending> methods() {
    Map<String, SchemaCalls.Sending> methods = new LinkedHashMap<>();
    methods.put("add_index_concurrently", a -> concurrently("add_index", a));
    methods.put("add_concurrent_index", a -> concurrently("add_index", a));
    methods.put("remove_index_concurrently", a -> concurrently("remove_index", a));
    methods.put("remove_concurrent_index", a -> concurrently("remove_index", a));
    methods.put("remove_concurrent_index_by_name", GemCalls::removeByName);
    methods.put("add_concurrent_foreign_key", this::foreignKey);
    methods.put("add_not_null_constraint", a -> add(a, "not_null", notNull(a)));
    methods.put("validate_not_null_constraint", a -> validate(a, "not_null"));
    methods.put("remove_not_null_constraint", a -> remove(a, "not_null"));
    methods.put("add_text_limit", a -> add(a, "max_length", length(a, 2)));
    methods.put("add_text_limit_constraint", a -> add(a, "max_length", length(a, 2)));
    methods.put("validate_text_limit", a -> validate(a, "max_length"));
    methods.put("remove_text_limit", a -> remove(a, "max_length"));
    for (String name : UNREAD) {
      methods.put(name, GemCalls::unread);
    }
    return methods;
  }

  private static List<Sent> unread(Arguments given) {
    throw new UnreadException(
        "what " + given.method() + " sends is for its library to say, and is not read");
  }

  private List<Sent> concurrently(String method, Arguments given) {
    Value how = new Value.Text("concurrently", -1, given.span());
    Arguments all = given.without("allow_partition").with("algorithm", how);
    return calls.send(new Arguments(method, all.values(), all.options(), all.span()));
  }

  private static List<Sent> removeByName(Arguments given) {
    return List.of(Sent.whole("DROP INDEX CONCURRENTLY " + Names.quote(given.name(1))));
  }

  private List<Sent> foreignKey(Arguments given) {
    String table = given.name(0);
    Arguments options = given.without("validate", "target_column", "reverse_lock_order");
    if (!given.has("on_delete")) {
      options = options.with("on_delete", text(given, "cascade"));
    }
    if (given.on("target_column")) {
      options = options.with("primary_key", given.option("target_column"));
    }
    if (!given.on("name")) {
      String key = table + "_" + String.join("_", Arguments.names(given.option("column"))) + "_fk";
      options = options.with("name", text(given, "fk_" + Names.hash(key)));
    }
    Arguments late = options.with("validate", new Value.Flag(false, given.span()));
    ConstraintSql constraints = new ConstraintSql(version);
    List<Sent> sent = new ArrayList<>();
    sent.add(Sent.alter(table, "ADD " + constraints.foreignKey(table, given.name(1), late)));
    return validated(sent, given, table, options.text("name"));
  }

  private static Value text(Arguments given, String text) {
    return new Value.Text(text, -1, given.span());
  }

  private static List<Sent> validated(
      List<Sent> sent, Arguments given, String table, String constraint) {
    if (!given.off("validate")) {
      sent.add(Sent.alter(table, "VALIDATE CONSTRAINT " + Names.quote(constraint)));
    }
    return sent;
  }

  private static String notNull(Arguments given) {
    return Names.quote(given.name(1)) + " IS NOT NULL";
  }

  private static String length(Arguments given, int position) {
    return "char_length(" + Names.quote(given.name(1)) + ") <= " + given.name(position);
  }

  private static List<Sent> add(Arguments given, String what, String condition) {
    String table = given.name(0);
    String name = name(given, what);
    String check = "ADD CONSTRAINT " + Names.quote(name) + " CHECK (" + condition + ") NOT VALID";
    return validated(new ArrayList<>(List.of(Sent.alter(table, check))), given, table, name);
  }

  private static List<Sent> validate(Arguments given, String what) {
    String name = Names.quote(name(given, what));
    return List.of(Sent.alter(given.name(0), "VALIDATE CONSTRAINT " + name));
  }

  private static List<Sent> remove(Arguments given, String what) {
    String name = Names.quote(name(given, what));
    return List.of(Sent.alter(given.name(0), "DROP CONSTRAINT " + name));
  }

  private static String name(Arguments given, String what) {
    for (String option : List.of("constraint_name", "name")) {
      if (given.on(option)) {
        return given.text(option);
      }
    }
    return "check_" + Names.hash(given.name(0) + "_" + given.name(1) + "_check_" + what);
  }
}
