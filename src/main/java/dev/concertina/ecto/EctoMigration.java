package dev.concertina.ecto;

import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.List;

/** A migration of Ecto: the SQL that its way up sends to PostgreSQL. */
public final class EctoMigration {

  private final SourceFile file;
  private final Scope scope;

  private EctoMigration(SourceFile file) {
    this.file = file;
    scope = new Scope(file);
  }

  /** Reads the text of a migration; what is not understood in it is not analysed. */
  public static List<Program> read(SqlReader reader, String text, RepoSettings settings) {
    try {
      return List.of(new EctoMigration(Grammar.ELIXIR.parse(text)).read(reader, settings));
    } catch (UnreadableSourceException unreadable) {
      return List.of(Program.unread(unreadable.getMessage()));
    }
  }

  private Program read(SqlReader reader, RepoSettings settings) {
    boolean up = !scope.module().clauses("up", 0).isEmpty();
    if (!up && scope.module().clauses("change", 0).isEmpty()) {
      return Program.unread("it has neither change nor up");
    }
    Transcript transcript = new Transcript(reader, file);
    if (file.error() != null) {
      transcript.unread(file.span(file.error()), "a part of it is no Elixir");
    }
    boolean transactional = !isTrue("@disable_ddl_transaction");
    Sent sent = new Sent(transcript);
    Walk walk = new Walk(file, scope, sent, settings);
    if (transactional) {
      walk.function("after_begin");
      sent.flush();
    }
    walk.function(up ? "up" : "change");
    sent.flush();
    if (transactional) {
      walk.function("before_commit");
      sent.flush();
    }
    return new Program(transcript.statements(), transactional);
  }

  private boolean isTrue(String attribute) {
    Value value = scope.values().get(attribute);
    return value != null && value.isTrue();
  }
}
