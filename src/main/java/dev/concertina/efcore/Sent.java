package dev.concertina.efcore;

import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Stretches;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.List;

/**
 * What a migration sends, and which of it outside its transaction: EF Core commits before such a
 * statement and begins anew after it.
 */
final class Sent {

  private final Transcript transcript;
  private final Stretches stretches;

  Sent(SqlReader reader, SourceFile file) {
    transcript = new Transcript(reader, file);
    stretches = new Stretches(transcript);
  }

  Transcript transcript() {
    return transcript;
  }

  void send(Span call, List<String> statements, boolean suppressed) {
    stretches.begin(!suppressed);
    statements.forEach(sql -> transcript.send(call, sql));
  }

  void run(Value sql, boolean suppressed) {
    stretches.begin(!suppressed);
    transcript.run(sql);
  }

  void unread(Span place, String reason) {
    stretches.begin(true);
    transcript.unread(place, reason);
  }

  /** All of it, stretch by stretch. */
  List<Program> programs() {
    return stretches.programs();
  }
}
