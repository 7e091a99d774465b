package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;

/** What the class of MikroORM gives to a migration, which hands it the SQL to be sent. */
final class MikroOrm extends Asked {

  MikroOrm(Journal journal, Span span) {
    super(journal, span);
  }

  @Override
  Value get(String property, Span at) {
    return new Value.Unknown(property, at);
  }

  @Override
  Value ask(String method, Arguments with) {
    switch (method) {
      case "addSql" -> {
        if (with.at(0) instanceof KnexRaw || with.at(0) instanceof KnexQuery) {
          with.flow().settle(with.at(0));
        } else {
          journal().run(with.at(0));
        }
      }
      case "getKnex" -> {
        return new Knex(journal(), with.span());
      }
      case "execute" -> journal().run(with.at(0));
      default -> {
        return method.startsWith("get") ? result(with) : unread(method, with);
      }
    }
    return result(with);
  }
}
