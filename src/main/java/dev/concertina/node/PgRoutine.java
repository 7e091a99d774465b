package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** Functions and triggers as node-pg-migrate writes them. */
final class PgRoutine {

  private PgRoutine() {}

  private static String text(Value options, String key, String otherwise) {
    Value value = Values.entry(options, key);
    return Values.isSet(value) ? Values.need(value, "`" + key + "`") : otherwise;
  }

  static String function(Arguments with) {
    return function(with.at(0), with.at(1), with.at(2), with.at(3), null);
  }

  private static String function(
      Value name, Value parameters, Value options, Value body, String returns) {
    List<String> words = new ArrayList<>(List.of(text(options, "behavior", "VOLATILE")));
    words.add("LANGUAGE " + text(options, "language", "sql"));
    String security = text(options, "security", "INVOKER");
    if (!security.equals("INVOKER")) {
      words.add("SECURITY " + security);
    }
    return "CREATE"
        + (Values.isOn(Values.entry(options, "replace")) ? " OR REPLACE" : "")
        + " FUNCTION "
        + PgNames.path(name)
        + parameters(parameters, true)
        + " RETURNS "
        + (returns == null ? text(options, "returns", "void") : returns)
        + " AS "
        + PgNames.value(body)
        + " "
        + String.join(" ", words);
  }

  private static String parameters(Value parameters, boolean defaults) {
    if (!(parameters instanceof Value.Many) && Values.isSet(parameters)) {
      throw new NotSaidException("the parameters");
    }
    List<String> all = new ArrayList<>();
    for (Value parameter : parameters.items()) {
      if (parameter.text() != null) {
        all.add(PgNames.type(parameter.text()));
        continue;
      }
      List<String> words = new ArrayList<>();
      String mode = Values.text(parameter, "mode");
      String name = Values.text(parameter, "name");
      Value value = Values.entry(parameter, "default");
      words.add(mode);
      words.add(name == null ? null : Quoting.name(name));
      words.add(PgNames.type(Values.need(Values.entry(parameter, "type"), "a type")));
      words.add(defaults && Values.isSet(value) ? "DEFAULT " + PgNames.value(value) : null);
      words.removeIf(word -> word == null);
      all.add(String.join(" ", words));
    }
    return "(" + String.join(", ", all) + ")";
  }

  static String drop(Arguments with) {
    return "DROP FUNCTION"
        + PgMigrate.ifExists(with.at(2))
        + " "
        + PgNames.path(with.at(0))
        + parameters(with.at(1), false)
        + PgMigrate.cascade(with.at(2));
  }

  static List<String> trigger(Arguments with) {
    Value options = with.at(2);
    Value body = with.at(3);
    Value function = Values.entry(options, "function");
    Value called = Values.isSet(function) ? function : with.at(1);
    List<String> sql = new ArrayList<>();
    if (Values.isSet(body)) {
      sql.add(function(called, new Value.Many(List.of(), with.span()), options, body, "trigger"));
    }
    boolean constraint = Values.isOn(Values.entry(options, "constraint"));
    String condition = Values.text(options, "condition");
    boolean deferrable = Values.isOn(Values.entry(options, "deferrable"));
    boolean deferred = Values.isOn(Values.entry(options, "deferred"));
    String when =
        deferrable
            ? "DEFERRABLE INITIALLY " + (deferred ? "DEFERRED " : "IMMEDIATE ")
            : "NOT DEFERRABLE ";
    List<String> given =
        Values.entry(options, "functionParams").items().stream().map(PgNames::value).toList();
    sql.add(
        "CREATE"
            + (constraint ? " CONSTRAINT" : "")
            + " TRIGGER "
            + PgNames.path(with.at(1))
            + " "
            + (constraint ? "AFTER" : text(options, "when", ""))
            + " "
            + String.join(" OR ", Values.needAll(Values.entry(options, "operation"), "the events"))
            + " ON "
            + PgNames.path(with.at(0))
            + " "
            + (constraint ? when : "")
            + "FOR EACH "
            + text(options, "level", "STATEMENT")
            + " "
            + (condition == null ? "" : "WHEN (" + condition + ") ")
            + "EXECUTE PROCEDURE "
            + PgNames.path(called)
            + "("
            + String.join(", ", given)
            + ")");
    return sql;
  }
}
