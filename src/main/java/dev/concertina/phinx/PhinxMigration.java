package dev.concertina.phinx;

import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.PhpValues;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Stretches;
import dev.concertina.syntax.Transcript;
import java.util.List;

/** A migration of Phinx: the SQL that its {@code change}, else its {@code up}, sends. */
public final class PhinxMigration {

  private PhinxMigration() {}

  /**
   * Reads the text of a migration; what is not understood in it is not analysed.
   *
   * @param nullable whether a column takes NULL that does not say so, which is a setting
   */
  public static List<Program> read(SqlReader reader, String text, boolean nullable) {
    return Program.read(Grammar.PHP, text, file -> read(reader, file, nullable));
  }

  private static List<Program> read(SqlReader reader, SourceFile file, boolean nullable) {
    PhpValues values = new PhpValues(file);
    values.noteMembers();
    Transcript transcript = new Transcript(reader, file);
    Stretches stretches = new Stretches(transcript);
    MigrationCalls calls = new MigrationCalls(file, values, transcript, stretches, nullable);
    if (!calls.follow("change") && !calls.follow("up")) {
      return List.of(Program.unread("it has no method change or up"));
    }
    calls.finish();
    return stretches.programs();
  }
}
