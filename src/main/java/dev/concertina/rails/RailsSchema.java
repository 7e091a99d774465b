package dev.concertina.rails;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.UnreadableSourceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code schema.rb}: the whole schema in the words of migrations.
 *
 * @param version that of the newest migration in it; every older one is in it too
 * @param statements what makes the schema
 */
public record RailsSchema(String version, List<Statement> statements) {

  public RailsSchema {
    statements = List.copyOf(statements);
  }

  /** Reads a file; empty when it is no such schema. */
  public static Optional<RailsSchema> read(String text) {
    try {
      SourceFile file = Grammar.RUBY.parse(text);
      Node define = define(file, file.root());
      return define == null ? Optional.empty() : Optional.of(read(file, define));
    } catch (UnreadableSourceException unreadable) {
      return Optional.empty();
    }
  }

  private static Node define(SourceFile file, Node node) {
    for (Node child : node.children()) {
      Node receiver = child.is("call") ? child.child("receiver") : null;
      if (receiver != null
          && file.text(receiver).startsWith("ActiveRecord::Schema")
          && file.text(child.child("method")).equals("define")) {
        return child;
      }
    }
    return null;
  }

  private static RailsSchema read(SourceFile file, Node define) {
    String receiver = file.text(define.child("receiver"));
    int open = receiver.indexOf('[');
    RailsVersion version =
        open < 0
            ? RailsVersion.WITHOUT_SCHEMA_VERSION
            : RailsVersion.of(receiver.substring(open + 1, receiver.length() - 1));
    MigrationClass none = new MigrationClass(version, false, Map.of(), Map.of(), List.of());
    SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
    Transcript transcript = new Transcript(reader, file);
    CodeReader code = new CodeReader(file, none, new Outcome(transcript, reader, false));
    code.inside(define);
    return new RailsSchema(code.option(define, "version"), transcript.statements());
  }
}
