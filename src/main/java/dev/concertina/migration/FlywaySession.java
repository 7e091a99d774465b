package dev.concertina.migration;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What Flyway has SET on its connection before a migration begins: by {@code initSql}, and by the
 * callbacks after connecting and before each migration. The one before all migrations runs on
 * another connection: measured with Flyway 13.
 */
final class FlywaySession {

  private static final List<String> BEFORE = List.of("afterConnect", "beforeEachMigrate");

  private final RepositoryFiles files;
  private final Supplier<FlywaySettings> settings;
  private final Map<String, Map<String, String>> known = new HashMap<>();

  FlywaySession(RepositoryFiles files, Supplier<FlywaySettings> settings) {
    this.files = files;
    this.settings = settings;
  }

  /** The variables by folded name. */
  Map<String, String> of(String history, SqlReader reader) {
    return known.computeIfAbsent(history, folder -> find(folder, reader));
  }

  private Map<String, String> find(String history, SqlReader reader) {
    Map<String, String> set = new TreeMap<>();
    run(settings.get().initSql(), reader, set);
    for (String event : BEFORE) {
      for (String path : files.below(history)) {
        if (isCallback(Path.name(path), event)) {
          run(files.text(path), reader, set);
        }
      }
    }
    return set;
  }

  private boolean isCallback(String name, String event) {
    return name.startsWith(event)
        && FileName.isSql(name)
        && settings.get().naming().event(name).filter(event::equals).isPresent();
  }

  private void run(String sql, SqlReader reader, Map<String, String> set) {
    for (Statement statement : reader.read(sql, 0, sql.length(), settings.get().placeholders())) {
      for (Operation operation : statement.operations()) {
        if (operation instanceof Operation.SetVariable variable) {
          set(variable, set);
        }
      }
    }
  }

  private static void set(Operation.SetVariable variable, Map<String, String> set) {
    if (variable.name().equals("all")) {
      set.clear();
    } else if (variable.value() == null) {
      set.remove(variable.name());
    } else {
      set.put(variable.name(), variable.value());
    }
  }
}
