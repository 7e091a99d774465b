package dev.concertina.rails;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.UnreadableSourceException;
import java.util.List;

/** Reads a migration of Rails: what it sends to PostgreSQL on its way up. */
public final class RailsMigration {

  private RailsMigration() {}

  /** What a file does; never fails, and what it can't read says so. */
  public static List<Program> read(String text) {
    try {
      return List.of(program(Grammar.RUBY.parse(text)));
    } catch (UnreadableSourceException unreadable) {
      return List.of(Program.unread(unreadable.getMessage()));
    }
  }

  private static Program program(SourceFile file) {
    MigrationClass migration = MigrationClass.of(file);
    if (migration == null) {
      return Program.unread("no class in it is a migration");
    }
    SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
    Transcript transcript = new Transcript(reader, file);
    Outcome outcome = new Outcome(transcript, reader, migration.transactional());
    String way = migration.methods().containsKey("up") ? "up" : "change";
    if (!migration.methods().containsKey(way)) {
      return Program.unread("it has neither change nor up: what it does stands in another file");
    }
    if (file.error() != null) {
      outcome.unread(file.span(file.error()), "it is no Ruby that can be read");
    }
    new CodeReader(file, migration, outcome).run(way);
    return new Program(transcript.statements(), migration.transactional());
  }
}
