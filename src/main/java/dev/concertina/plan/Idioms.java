package dev.concertina.plan;

import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import java.util.Map;
import java.util.Optional;

/** The idioms of the frameworks whose migrations are programs, by the framework's id. */
final class Idioms {

  private final Map<String, Idiom> byFramework =
      Map.ofEntries(
          Map.entry(Framework.ALEMBIC.id(), new AlembicIdiom()),
          Map.entry(Framework.KNEX.id(), new KnexIdiom()),
          Map.entry(Framework.TYPEORM.id(), new TypeOrmIdiom()),
          Map.entry(Framework.SEQUELIZE.id(), new SequelizeIdiom()),
          Map.entry(Framework.NODE_PG_MIGRATE.id(), new PgMigrateIdiom()),
          Map.entry(Framework.MIKROORM.id(), new MikroOrmIdiom()),
          Map.entry(Framework.RAILS.id(), new RailsIdiom()),
          Map.entry(Framework.LARAVEL.id(), new LaravelIdiom()),
          Map.entry(Framework.EFCORE.id(), new EfCoreIdiom()),
          Map.entry(Framework.ECTO.id(), new EctoIdiom()),
          Map.entry(Framework.PHINX.id(), new PhinxIdiom()));

  /** The one that a plan for a migration is written in; none where that is SQL. */
  Optional<Idiom> of(Migration migration) {
    return migration.framework().equals(Framework.LIQUIBASE.id())
        ? Optional.of(new LiquibaseIdiom(migration.path(), migration.version()))
        : Optional.ofNullable(byFramework.get(migration.framework()));
  }
}
