package dev.concertina.plan;

import java.util.List;

/** A step's schema change as the body of a migration, where migrations are not SQL. */
public sealed interface MigrationBody permits DjangoMigration, ProgramBody {

  /** Its language as a fence in Markdown names it: {@code ruby}. */
  String language();

  /** All of it, without what surrounds it in every migration. */
  String text();

  /** Whether it does what the statement does. */
  boolean covers(String statement);

  /** What of it stands for these statements or for none. */
  MigrationBody keeping(List<String> statements);
}
