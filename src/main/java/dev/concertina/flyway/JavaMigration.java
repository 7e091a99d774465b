package dev.concertina.flyway;

import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.JavaValues;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import java.util.List;

/**
 * A migration of Flyway's that is a class of Java: the SQL that its {@code migrate} hands to JDBC
 * or to Spring's {@code JdbcTemplate}, in the order in which it is written.
 */
public final class JavaMigration {

  private final SourceFile file;
  private final JavaValues values;

  private JavaMigration(SourceFile file) {
    this.file = file;
    values = new JavaValues(file);
  }

  /** Reads the text of a class; what is no SQL in it is not analysed. */
  public static List<Program> read(SqlReader reader, String text) {
    return Program.read(Grammar.JAVA, text, file -> List.of(new JavaMigration(file).read(reader)));
  }

  private Program read(SqlReader reader) {
    file.root().children().forEach(this::note);
    Transcript transcript = new Transcript(reader, file);
    JdbcCalls calls = new JdbcCalls(file, values, transcript);
    return calls.follow("migrate")
        ? new Program(transcript.statements(), !calls.returnsFalse("canExecuteInTransaction"))
        : Program.unread("it has no method migrate");
  }

  private void note(Node node) {
    switch (node.type()) {
      case "class_declaration", "ERROR" -> node.children().forEach(this::note);
      case "class_body" -> node.children().forEach(this::member);
      default -> {}
    }
  }

  private void member(Node member) {
    if (member.is("field_declaration")) {
      values.noteVariables(member);
    }
  }
}
