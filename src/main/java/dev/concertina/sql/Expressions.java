package dev.concertina.sql;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Query;

/** Reads what embedded expressions and queries mean. */
final class Expressions {

  Expression.Detail expression(String text) {
    return Expression.Detail.UNKNOWN;
  }

  Query.Detail query(String text) {
    return Query.Detail.UNKNOWN;
  }
}
