package dev.concertina.migration;

import dev.concertina.efcore.EfCoreMigration;
import dev.concertina.laravel.LaravelMigration;
import dev.concertina.phinx.PhinxMigration;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reads the migrations that are programs or documents, framework by framework. A reader is
 * made when it is asked for: a change of SQL files alone pays for none.
 */
final class ProgramReaders {

  /** Those whose histories may go by another name than that of a folder. */
  private static final List<Framework> NAMING =
      List.of(Framework.DJANGO, Framework.LIQUIBASE, Framework.RAILS);

  private final Tree tree;
  private final RepositoryFiles files;
  private final FlywayFolders flywayFolders;
  private final DjangoProjects django;
  private final Readings readings;
  private final Map<Framework, Programs> made = new EnumMap<>(Framework.class);
  private NodePrograms node;

  ProgramReaders(
      Tree tree,
      RepositoryFiles files,
      FlywayFolders flywayFolders,
      DjangoProjects django,
      Readings readings) {
    this.tree = tree;
    this.files = files;
    this.flywayFolders = flywayFolders;
    this.django = django;
    this.readings = readings;
  }

  /** The reader of a framework, or null where nothing reads it. */
  Programs of(Framework framework) {
    return made.computeIfAbsent(framework, this::make);
  }

  /** The reader whose history goes by this name, where it is not the name of a folder. */
  Optional<Programs> owner(String history) {
    return NAMING.stream().map(this::of).filter(programs -> programs.owns(history)).findFirst();
  }

  private Programs make(Framework framework) {
    return switch (framework) {
      case DJANGO -> django;
      case FLYWAY -> new FlywayPrograms(flywayFolders, files);
      case LIQUIBASE -> new LiquibaseChangelogs(tree, files);
      case ALEMBIC -> new AlembicRevisions(files, readings.alembic());
      case RAILS -> new RailsFolders(files);
      case ECTO -> new EctoRepos(files);
      case TYPEORM, KNEX, SEQUELIZE, NODE_PG_MIGRATE, MIKROORM -> node().of(framework);
      case LARAVEL -> new FilePrograms(framework, text -> LaravelMigration.read(sent(), text));
      case EFCORE -> new FilePrograms(framework, text -> EfCoreMigration.read(sent(), text));
      case PHINX ->
          new FilePrograms(
              framework,
              (place, text) ->
                  PhinxMigration.read(sent(), text, PhinxSettings.nullable(files, place)));
      default -> null;
    };
  }

  /** They share what they have read of the files that migrations import. */
  private NodePrograms node() {
    if (node == null) {
      node = new NodePrograms(tree, files);
    }
    return node;
  }

  private static SqlReader sent() {
    return new SqlReader(SqlSyntax.POSTGRESQL);
  }
}
