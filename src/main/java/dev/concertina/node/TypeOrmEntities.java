package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.Set;

/** The entity manager of TypeORM, and repositories: rows by the classes that declare them. */
final class TypeOrmEntities extends Asked {

  private static final Set<String> WRITES =
      Set.of(
          "save",
          "insert",
          "update",
          "upsert",
          "delete",
          "remove",
          "softDelete",
          "restore",
          "increment",
          "decrement",
          "clear",
          "softRemove",
          "recover");

  private final TypeOrmRunner runner;

  TypeOrmEntities(Journal journal, TypeOrmRunner runner, Span span) {
    super(journal, span);
    this.runner = runner;
  }

  @Override
  Value get(String property, Span at) {
    return property.equals("queryRunner") ? runner : runner.get(property, at);
  }

  @Override
  Value ask(String method, Arguments with) {
    if (method.equals("query")) {
      return runner.ask(method, with);
    } else if (method.equals("transaction")) {
      return with.callBack(this);
    } else if (method.equals("getRepository") || method.equals("withRepository")) {
      return this;
    } else if (method.equals("createQueryBuilder")) {
      return new TypeOrmRows(journal(), with.span());
    } else if (WRITES.contains(method)) {
      journal().unread(with.span(), "rows are changed through an entity");
    }
    return result(with);
  }
}
