package dev.concertina.rails;

import dev.concertina.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods that add, validate and remove constraints. */
final class ConstraintCalls {

  private final ConstraintSql constraints;

  ConstraintCalls(RailsVersion version) {
    constraints = new ConstraintSql(version);
  }

  Map<String, SchemaCalls.Sending> methods() {
    Map<String, SchemaCalls.Sending> methods = new LinkedHashMap<>();
    methods.put("add_foreign_key", a -> add(a, constraints.foreignKey(a.name(0), a.name(1), a)));
    methods.put("remove_foreign_key", a -> drop(a, foreignKey(a)));
    methods.put("validate_foreign_key", a -> validate(a, foreignKey(a)));
    methods.put("add_check_constraint", a -> add(a, constraints.check(a.name(0), a.name(1), a)));
    methods.put("remove_check_constraint", a -> drop(a, check(a)));
    methods.put("validate_check_constraint", a -> validate(a, check(a)));
    methods.put("validate_constraint", a -> validate(a, a.name(1)));
    methods.put(
        "add_exclusion_constraint", a -> add(a, constraints.exclusion(a.name(0), a.name(1), a)));
    methods.put("remove_exclusion_constraint", a -> drop(a, exclusion(a)));
    methods.put("add_unique_constraint", a -> add(a, constraints.unique(a.name(0), second(a), a)));
    methods.put(
        "remove_unique_constraint", a -> drop(a, constraints.uniqueName(a.name(0), second(a), a)));
    return methods;
  }

  private static List<Sent> add(Arguments given, String constraint) {
    return List.of(Sent.alter(given.name(0), "ADD " + constraint));
  }

  private static List<Sent> drop(Arguments given, String name) {
    return List.of(Sent.alter(given.name(0), "DROP CONSTRAINT " + Names.quote(name)));
  }

  private static List<Sent> validate(Arguments given, String name) {
    return List.of(Sent.alter(given.name(0), "VALIDATE CONSTRAINT " + Names.quote(name)));
  }

  /** One without a name is looked for by its column; as a rule it has the usual name. */
  private String foreignKey(Arguments given) {
    String to = given.count() > 1 ? given.name(1) : given.text("to_table");
    return constraints.foreignKeyName(given.name(0), to, given);
  }

  private String check(Arguments given) {
    String expression = given.count() > 1 ? given.name(1) : given.text("expression");
    return constraints.checkName(given.name(0), expression, given);
  }

  private String exclusion(Arguments given) {
    return constraints.exclusionName(
        given.name(0), given.count() > 1 ? given.name(1) : null, given);
  }

  private static Value second(Arguments given) {
    return given.count() > 1 ? given.at(1) : given.option("column");
  }
}
