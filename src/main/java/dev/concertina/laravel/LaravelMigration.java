package dev.concertina.laravel;

import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.PhpValues;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import java.util.List;

/** A migration of Laravel: the SQL that its {@code up} sends to PostgreSQL. */
public final class LaravelMigration {

  private final SourceFile file;
  private final PhpValues values;

  private LaravelMigration(SourceFile file) {
    this.file = file;
    values = new PhpValues(file);
  }

  /** Reads the text of a migration; what is not understood in it is not analysed. */
  public static List<Program> read(SqlReader reader, String text) {
    return Program.read(
        Grammar.PHP, text, file -> List.of(new LaravelMigration(file).read(reader)));
  }

  private Program read(SqlReader reader) {
    values.noteMembers();
    boolean transactional = !values.isFalse("withinTransaction");
    Transcript transcript = new Transcript(reader, file);
    return new FacadeCalls(file, values, transcript).follow("up")
        ? new Program(transcript.statements(), transactional)
        : Program.unread("it has no method up");
  }
}
