package dev.concertina.rails;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;

/** What the code of a migration was seen to do so far. */
final class Outcome {

  private final Transcript transcript;
  private final SqlReader reader;
  private final boolean transactional;
  private RowCalls rows;

  Outcome(Transcript transcript, SqlReader reader, boolean transactional) {
    this.transcript = transcript;
    this.reader = reader;
    this.transactional = transactional;
  }

  boolean transactional() {
    return transactional;
  }

  void send(Span span, String sql) {
    transcript.send(span, sql);
  }

  /** SQL that the migration has as a text. */
  void run(Value sql) {
    transcript.run(sql);
  }

  void unread(Span span, String reason) {
    if (rows == null) {
      transcript.unread(span, reason);
    } else {
      rows.unread(span, reason);
    }
  }

  /** What has no way back. */
  void oneWay(String what, Span span) {
    transcript.does(new Operation.OneWay(what, span));
  }

  /** Code that changes rows of models. */
  interface Code {
    void follow(RowCalls rows);
  }

  /** Follows what changes rows; code inside such code is a part of it. */
  void code(Span span, Code code) {
    if (rows != null) {
      code.follow(rows);
      return;
    }
    rows = new RowCalls(reader);
    RowCalls own = rows;
    try {
      code.follow(own);
    } finally {
      rows = null;
    }
    if (!own.isEmpty()) {
      Operation.RunCode all = own.code(!transactional, span);
      transcript.does(all);
    }
  }
}
