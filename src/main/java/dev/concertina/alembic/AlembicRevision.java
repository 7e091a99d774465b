package dev.concertina.alembic;

import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Stretches;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.UnreadableSourceException;
import java.util.List;

/** Reads what the {@code upgrade()} of a revision does. */
public final class AlembicRevision {

  private AlembicRevision() {}

  /** Its stretches in order: one, and more where it leaves its transaction on the way. */
  public static List<Program> read(String text) {
    PythonModule module;
    try {
      module = PythonModule.read(text);
    } catch (UnreadableSourceException unreadable) {
      return List.of(Program.unread(unreadable.getMessage()));
    }
    Transcript transcript = new Transcript(new SqlReader(SqlSyntax.POSTGRESQL), module.file());
    Stretches stretches = new Stretches(transcript);
    Node torn = module.file().error();
    if (torn != null) {
      transcript.unread(module.file().span(torn), "a part of it is no Python");
    }
    Node upgrade = module.function("upgrade");
    if (upgrade == null) {
      transcript.unread(Span.FILE, "it has no function upgrade()");
    } else {
      new Upgrade(module, transcript, stretches).follow(upgrade);
    }
    return stretches.programs();
  }
}
