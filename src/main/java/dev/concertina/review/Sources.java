package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.MigrationResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of the change's migrations, from which outputs quote. */
final class Sources {
  private final Map<String, String> texts = new HashMap<>();

  Sources(Report report) {
    for (MigrationResult migration : report.migrations()) {
      if (migration.text() != null) {
        texts.putIfAbsent(migration.file(), migration.text());
      }
    }
  }

  /** The text of a file, or empty when the report has none. */
  Optional<String> text(String file) {
    return Optional.ofNullable(texts.get(file));
  }
}
