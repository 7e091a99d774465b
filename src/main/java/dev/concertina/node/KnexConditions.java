package dev.concertina.node;

import dev.concertina.syntax.Value;
import java.util.List;

/** The conditions of a query of Knex, one after the other. */
final class KnexConditions {

  private final StringBuilder sql;

  /**
   * @param sql what they are added to
   */
  KnexConditions(StringBuilder sql) {
    this.sql = sql;
  }

  /** What {@code query.method(…)} asks for. */
  void add(String method, Arguments with) {
    boolean or = method.startsWith("or");
    String kind = method.substring(method.toLowerCase(java.util.Locale.ROOT).indexOf("where") + 5);
    if (with.at(0) instanceof Value.Mapping mapping && (kind.isEmpty() || kind.equals("Not"))) {
      String not = kind.isEmpty() ? "" : "not ";
      mapping.entries().forEach(e -> join(or, not + equal(KnexSql.wrap(e.getKey()), e.getValue())));
      return;
    }
    join(or, condition(kind, with));
  }

  private void join(boolean or, String condition) {
    sql.append(sql.isEmpty() ? "" : or ? " or " : " and ").append(condition);
  }

  private static String equal(String column, Value value) {
    return value.isNull() ? column + " is null" : column + " = " + KnexSql.value(value);
  }

  private static String condition(String kind, Arguments with) {
    Value first = with.at(0);
    if (first instanceof Closure group) {
      KnexConditions inner = new KnexConditions(new StringBuilder());
      Group host = new Group(inner, with.span());
      with.flow().call(group.with(host), List.of(host), with.span());
      boolean exists = kind.endsWith("Exists");
      return exists || inner.sql.isEmpty() ? Quoting.COMPUTED : "(" + inner.sql + ")";
    }
    return switch (kind) {
      case "", "Not" -> (kind.isEmpty() ? "" : "not ") + compared(with);
      case "Null" -> KnexSql.wrap(first) + " is null";
      case "NotNull" -> KnexSql.wrap(first) + " is not null";
      case "In" -> KnexSql.wrap(first) + " in (" + listed(with.at(1)) + ")";
      case "NotIn" -> KnexSql.wrap(first) + " not in (" + listed(with.at(1)) + ")";
      case "Raw" -> KnexSql.fill(Values.need(first, "the condition"), with.at(1));
      case "Like" -> KnexSql.wrap(first) + " like " + KnexSql.value(with.at(1));
      case "ILike" -> KnexSql.wrap(first) + " ilike " + KnexSql.value(with.at(1));
      default -> Quoting.COMPUTED;
    };
  }

  private static String compared(Arguments with) {
    if (with.at(0) instanceof KnexRaw raw && with.size() == 1) {
      return raw.sql();
    }
    String column = KnexSql.wrap(with.at(0));
    return with.size() < 3
        ? equal(column, with.at(1))
        : column + " " + Values.need(with.at(1), "the operator") + " " + KnexSql.value(with.at(2));
  }

  private static String listed(Value values) {
    if (!(values instanceof Value.Many many)) {
      return "select " + Quoting.COMPUTED;
    }
    return String.join(", ", many.items().stream().map(KnexSql::value).toList());
  }

  /** The builder that a group of conditions is told. */
  private static final class Group extends Host {
    private final KnexConditions conditions;

    Group(KnexConditions conditions, dev.concertina.schema.Span span) {
      super(span);
      this.conditions = conditions;
    }

    @Override
    Value invoke(String method, Arguments with) {
      if (method.toLowerCase(java.util.Locale.ROOT).contains("where")) {
        conditions.add(method, with);
      }
      return this;
    }
  }
}
