package dev.concertina.plan;

import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import java.util.Optional;

/** The idioms of the frameworks whose migrations are programs. */
final class Idioms {

  private Idioms() {}

  /** The one that a plan for a migration is written in; none where that is SQL. */
  static Optional<Idiom> of(Migration migration) {
    return Framework.of(migration.framework()).map(framework -> of(framework, migration));
  }

  private static Idiom of(Framework framework, Migration migration) {
    return switch (framework) {
      case ALEMBIC -> new AlembicIdiom();
      case ECTO -> new EctoIdiom();
      case EFCORE -> new EfCoreIdiom();
      case KNEX -> new KnexIdiom();
      case LARAVEL -> new LaravelIdiom();
      case LIQUIBASE -> new LiquibaseIdiom(migration.path(), migration.version());
      case MIKROORM -> new MikroOrmIdiom();
      case NODE_PG_MIGRATE -> new PgMigrateIdiom();
      case PHINX -> new PhinxIdiom();
      case RAILS -> new RailsIdiom();
      case SEQUELIZE -> new SequelizeIdiom();
      case TYPEORM -> new TypeOrmIdiom();
      default -> null;
    };
  }
}
