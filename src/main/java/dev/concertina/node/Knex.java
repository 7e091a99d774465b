package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;

/** The {@code knex} that a migration is handed, and each transaction that it opens. */
final class Knex extends Asked {

  Knex(Journal journal, Span span) {
    super(journal, span);
  }

  @Override
  Value get(String property, Span at) {
    return switch (property) {
      case "schema" -> new KnexSchema(journal(), at);
      case "client", "config", "driverName", "dialect" -> new Client(at);
      case "fn" -> new Functions(journal(), at);
      default -> new Value.Unknown(property, at);
    };
  }

  @Override
  Value apply(Arguments with) {
    return new KnexQuery(journal(), with.at(0), with.span());
  }

  @Override
  Value ask(String method, Arguments with) {
    return switch (method) {
      case "raw" -> new KnexRaw(journal(), with);
      case "ref" -> new KnexRaw(journal(), KnexSql.wrap(with.at(0)), with.span());
      case "transaction" -> transaction(with);
      case "batchInsert" ->
          new KnexQuery(journal(), with.at(0), with.span()).invoke("insert", with.from(1));
      case "commit", "rollback", "destroy", "isTransaction", "on" -> result(with);
      case "table", "from", "into" -> apply(with);
      default -> new KnexQuery(journal(), null, with.span()).invoke(method, with);
    };
  }

  /** Inside the migration's own transaction it is a savepoint. */
  private Value transaction(Arguments with) {
    Object before = journal().transaction();
    journal().enter(before == null ? new Object() : before);
    Value result = with.flow().settle(with.callBack(this));
    if (with.size() > 0) {
      journal().enter(before);
    }
    return with.size() > 0 ? result : this;
  }

  /** The client's settings, which say what database it is. */
  private static final class Client extends Host {
    Client(Span span) {
      super(span);
    }

    @Override
    Value get(String property, Span at) {
      return property.equals("config")
          ? this
          : property.equals("client") || property.equals("dialect") || property.equals("driverName")
              ? new Engine(at)
              : new Value.Unknown(property, at);
    }
  }

  private static final class Functions extends Host {
    private final Journal journal;

    Functions(Journal journal, Span span) {
      super(span);
      this.journal = journal;
    }

    @Override
    Value invoke(String method, Arguments with) {
      return switch (method) {
        case "now" -> {
          String digits = Values.string(with.at(0));
          String sql = "CURRENT_TIMESTAMP" + (digits == null ? "" : "(" + digits + ")");
          yield new KnexRaw(journal, sql, with.span());
        }
        case "uuid" -> new KnexRaw(journal, "(gen_random_uuid())", with.span());
        default -> new Value.Unknown(method, with.span());
      };
    }
  }
}
