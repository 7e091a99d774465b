package dev.concertina.migration;

import dev.concertina.efcore.EfCoreMigration;
import dev.concertina.laravel.LaravelMigration;
import dev.concertina.phinx.PhinxMigration;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.EnumMap;
import java.util.Map;

/** What reads the migrations that are programs or documents, framework by framework. */
final class ProgramReaders {

  private ProgramReaders() {}

  /** Those of a tree; nothing is read before it is asked for. */
  static Map<Framework, Programs> of(
      Tree tree,
      RepositoryFiles files,
      FlywayFolders flywayFolders,
      DjangoProjects django,
      Readings readings) {
    SqlReader sent = new SqlReader(SqlSyntax.POSTGRESQL);
    Map<Framework, Programs> readers = new EnumMap<>(Framework.class);
    readers.put(Framework.DJANGO, django);
    readers.put(Framework.FLYWAY, new FlywayPrograms(flywayFolders, files));
    readers.putAll(new NodePrograms(files).all());
    readers.put(Framework.LIQUIBASE, new LiquibaseChangelogs(tree, files));
    readers.put(Framework.ALEMBIC, new AlembicRevisions(files, readings.alembic()));
    readers.put(Framework.RAILS, new RailsFolders(files));
    readers.put(Framework.ECTO, new EctoRepos(files));
    readers.put(
        Framework.LARAVEL,
        new FilePrograms(Framework.LARAVEL, text -> LaravelMigration.read(sent, text)));
    readers.put(
        Framework.PHINX,
        new FilePrograms(
            Framework.PHINX,
            (place, text) ->
                PhinxMigration.read(sent, text, PhinxSettings.nullable(files, place))));
    readers.put(
        Framework.EFCORE,
        new FilePrograms(Framework.EFCORE, text -> EfCoreMigration.read(sent, text)));
    return readers;
  }
}
