package dev.concertina.liquibase;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whom a part of a changelog is for: the database at hand, another one, or an environment that is
 * not production. What can't be told is for everybody.
 *
 * @param database as Liquibase calls it: {@code postgresql}
 */
public record Audience(String database) {

  private static final Set<String> DATABASES =
      Set.of(
          "postgresql",
          "postgres",
          "mysql",
          "mariadb",
          "oracle",
          "mssql",
          "sqlserver",
          "h2",
          "hsqldb",
          "derby",
          "db2",
          "db2z",
          "sqlite",
          "sybase",
          "asany",
          "informix",
          "firebird",
          "cockroachdb",
          "edb",
          "snowflake",
          "redshift");

  private static final Set<String> ENVIRONMENTS =
      Set.of("dev", "development", "local", "localdev", "test", "testing", "tests", "e2e", "faker");

  /** Whether an element says that another database runs it. */
  boolean otherDatabase(Element element) {
    return isFalse(ofDatabase(element.filled("dbms")));
  }

  /** Whether a change set, an include or a whole changelog is not run where it matters. */
  boolean passesBy(Element element) {
    Element conditions = element.child("preConditions");
    return otherDatabase(element)
        || isFalse(ofContext(element.filled("context")))
        || isFalse(ofContext(element.filled("contextFilter")))
        || conditions != null && isFalse(all(conditions.children()));
  }

  /** Whether a context, such as that of an include, rules this one out. */
  public boolean passesBy(String context) {
    return isFalse(ofContext(context));
  }

  private static boolean isFalse(Boolean truth) {
    return Boolean.FALSE.equals(truth);
  }

  private Boolean ofDatabase(String list) {
    if (list == null) {
      return null;
    }
    boolean named = false;
    boolean positive = false;
    for (String word : Identifiers.split(list.toLowerCase(Locale.ROOT))) {
      boolean not = word.startsWith("!");
      String name = not ? word.substring(1).strip() : word;
      if (not && isThis(name) || name.equals("none")) {
        return false;
      }
      positive |= !not;
      named |= !not && (isThis(name) || name.equals("all"));
    }
    return named || !positive;
  }

  private boolean isThis(String name) {
    return name.equals(database) || database.equals("postgresql") && name.equals("postgres");
  }

  private Boolean ofContext(String expression) {
    return expression == null ? null : new ContextExpression(expression, this::word).value();
  }

  /** What a word of a context is where nobody has set any: known only for a few. */
  private Boolean word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (DATABASES.contains(lower)) {
      return isThis(lower);
    }
    return ENVIRONMENTS.contains(lower) ? Boolean.FALSE : null;
  }

  private Boolean all(List<Element> conditions) {
    Boolean result = true;
    for (Element one : conditions) {
      Boolean truth = condition(one);
      if (isFalse(truth)) {
        return false;
      }
      result = truth == null ? null : result;
    }
    return result;
  }

  private Boolean condition(Element condition) {
    return switch (condition.name()) {
      case "dbms" -> ofDatabase(condition.filled("type"));
      case "and" -> all(condition.children());
      case "not" -> {
        Boolean inner = all(condition.children());
        yield inner == null || condition.children().isEmpty() ? null : !inner;
      }
      case "or" -> {
        List<Boolean> truths = condition.children().stream().map(this::condition).toList();
        yield truths.contains(true) ? Boolean.TRUE : truths.contains(null) ? null : false;
      }
      default -> null;
    };
  }
}
