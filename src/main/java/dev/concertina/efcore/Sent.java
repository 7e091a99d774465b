package dev.concertina.efcore;

import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a migration sends, and which of it outside its transaction: EF Core commits before such a
 * statement and begins anew after it.
 */
final class Sent {

  private final Transcript transcript;
  private final BitSet outside = new BitSet();

  Sent(SqlReader reader, SourceFile file) {
    transcript = new Transcript(reader, file);
  }

  Transcript transcript() {
    return transcript;
  }

  void send(Span call, List<String> statements, boolean suppressed) {
    int from = transcript.size();
    statements.forEach(sql -> transcript.send(call, sql));
    outside.set(from, transcript.size(), suppressed);
  }

  void run(Value sql, boolean suppressed) {
    int from = transcript.size();
    transcript.run(sql);
    outside.set(from, transcript.size(), suppressed);
  }

  void unread(Span place, String reason) {
    transcript.unread(place, reason);
  }

  /** All of it, stretch by stretch. */
  List<Program> programs() {
    List<Statement> all = transcript.statements();
    List<Program> programs = new ArrayList<>();
    int from = 0;
    while (from < all.size() || programs.isEmpty()) {
      boolean out = outside.get(from);
      int to = out ? outside.nextClearBit(from) : outside.nextSetBit(from);
      int end = to < 0 ? all.size() : Math.min(to, all.size());
      programs.add(new Program(all.subList(from, end), !out));
      from = end;
    }
    return programs;
  }
}
