package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** What a migration sends, and in which transaction. */
final class Journal {

  /** The transaction that the framework puts around the migration. */
  static final Object OF_MIGRATION = new Object();

  private final Transcript transcript;
  private final List<Stretch> stretches = new ArrayList<>();
  private Object transaction;

  private record Stretch(int from, Object transaction) {}

  /**
   * @param transaction what identifies the one it begins in, or null outside any
   */
  Journal(SqlReader reader, SourceFile file, Object transaction) {
    transcript = new Transcript(reader, file);
    this.transaction = transaction;
    stretches.add(new Stretch(0, transaction));
  }

  /** What identifies the transaction at hand, or null outside any. */
  Object transaction() {
    return transaction;
  }

  /** From here on everything is in this transaction, or outside any. */
  void enter(Object other) {
    if (transaction != other) {
      transaction = other;
      stretches.add(new Stretch(transcript.size(), other));
    }
  }

  /** All of it, what was before included, is in no transaction of the framework's. */
  void outside() {
    stretches.clear();
    stretches.add(new Stretch(0, null));
    transaction = null;
  }

  /** SQL that the framework makes of a call. */
  void send(Span call, String sql) {
    transcript.send(call, sql);
  }

  /** SQL that the program has as a text. */
  void run(Value sql) {
    transcript.run(sql);
  }

  /** A part of the program that can't be read, and why. */
  void unread(Span place, String reason) {
    transcript.unread(place, reason);
  }

  int size() {
    return transcript.size();
  }

  /** All of it, one program for each stretch in the same transaction. */
  List<Program> programs() {
    List<Statement> all = transcript.statements();
    List<Program> programs = new ArrayList<>();
    List<Statement> stretch = new ArrayList<>();
    Object in = stretches.get(0).transaction;
    for (int i = 0; i < stretches.size(); i++) {
      int to = i + 1 < stretches.size() ? stretches.get(i + 1).from : all.size();
      List<Statement> part = all.subList(stretches.get(i).from, to);
      if (part.isEmpty()) {
        continue;
      }
      if (in != stretches.get(i).transaction && !stretch.isEmpty()) {
        programs.add(new Program(stretch, in != null));
        stretch.clear();
      }
      in = stretches.get(i).transaction;
      stretch.addAll(part);
    }
    if (!stretch.isEmpty() || programs.isEmpty()) {
      programs.add(new Program(stretch, in != null));
    }
    return programs;
  }
}
