package dev.concertina.liquibase;

import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;
import liquibase.ui.LoggerUIService;

/** Liquibase itself: what it sends for a changelog, and whether that runs. */
public final class RealLiquibase {

  /** Nothing on the terminal, and nothing to its makers. */
  private static final Map<String, Object> QUIET =
      Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false);

  private final DirectoryResourceAccessor files;

  /**
   * @param folder that paths of changelogs begin at
   */
  public RealLiquibase(Path folder) throws Exception {
    Logger.getLogger("liquibase").setLevel(Level.OFF);
    files = new DirectoryResourceAccessor(folder);
  }

  /** What each change set sends to PostgreSQL, by author and id, without those for others. */
  public Map<String, List<String>> sent(String changelog) throws Exception {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    Scope.child(
        Map.of(Scope.Attr.resourceAccessor.name(), files),
        () -> {
          Database database =
              DatabaseFactory.getInstance()
                  .openDatabase(
                      "offline:postgresql?version=16&outputLiquibaseSql=none",
                      null,
                      null,
                      null,
                      files);
          DatabaseChangeLog log =
              ChangeLogParserFactory.getInstance()
                  .getParser(changelog, files)
                  .parse(changelog, new ChangeLogParameters(database), files);
          for (ChangeSet set : log.getChangeSets()) {
            if (new DbmsChangeSetFilter(database).accepts(set).isAccepted()) {
              sent.put(set.getAuthor() + ":" + set.getId(), sent(set, log, database));
            }
          }
        });
    return sent;
  }

  private static List<String> sent(ChangeSet set, DatabaseChangeLog log, Database database)
      throws Exception {
    Recorder recorder = new Recorder(database);
    Scope.getCurrentScope()
        .getSingleton(ExecutorService.class)
        .setExecutor("jdbc", database, recorder);
    set.execute(log, database);
    return recorder.statements;
  }

  /** Runs a changelog on a database that is there. */
  public void update(String changelog, java.sql.Connection connection) throws Exception {
    Scope.child(
        QUIET,
        () -> {
          PostgresDatabase database = new PostgresDatabase();
          database.setConnection(new JdbcConnection(connection));
          try (Liquibase liquibase = new Liquibase(changelog, files, database)) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts());
          }
        });
  }

  /** Notes statements after everything that changes them, and executes none. */
  private static final class Recorder extends LoggingExecutor {
    private final List<String> statements = new ArrayList<>();

    Recorder(Database database) {
      super(null, Writer.nullWriter(), database);
    }

    @Override
    public void execute(SqlStatement sql, List<SqlVisitor> visitors) throws DatabaseException {
      statements.addAll(List.of(applyVisitors(sql, visitors)));
    }

    @Override
    public boolean updatesDatabase() {
      return false;
    }
  }
}
