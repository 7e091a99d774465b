package dev.concertina.plan;

import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import java.util.Map;
import java.util.Optional;

/** The idioms of the frameworks whose migrations are programs, by the framework's id. */
final class Idioms {

  private final Map<String, Idiom> byFramework =
      Map.of(
          Framework.ALEMBIC.id(), new AlembicIdiom(),
          Framework.KNEX.id(), new KnexIdiom(),
          Framework.TYPEORM.id(), new TypeOrmIdiom(),
          Framework.SEQUELIZE.id(), new SequelizeIdiom(),
          Framework.NODE_PG_MIGRATE.id(), new PgMigrateIdiom(),
          Framework.MIKROORM.id(), new MikroOrmIdiom(),
          Framework.RAILS.id(), new RailsIdiom(),
          Framework.LARAVEL.id(), new LaravelIdiom(),
          Framework.EFCORE.id(), new EfCoreIdiom(),
          Framework.ECTO.id(), new EctoIdiom());

  /** The one that a plan for a migration is written in; none where that is SQL. */
  Optional<Idiom> of(Migration migration) {
    return migration.framework().equals(Framework.LIQUIBASE.id())
        ? Optional.of(new LiquibaseIdiom(migration.path(), migration.version()))
        : Optional.ofNullable(byFramework.get(migration.framework()));
  }
}
