package dev.concertina.flyway;

import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.JavaValues;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.UnreadableSourceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A migration of Flyway's that is a class of Java: the SQL that its {@code migrate} hands to JDBC
 * or to Spring's {@code JdbcTemplate}, in the order in which it is written.
 */
public final class JavaMigration {

  private final SourceFile file;
  private final JavaValues values;
  private final Map<String, Node> methods = new HashMap<>();

  private JavaMigration(SourceFile file) {
    this.file = file;
    values = new JavaValues(file);
  }

  /** Reads the text of a class; what is no SQL in it is not analysed. */
  public static List<Program> read(SqlReader reader, String text) {
    try {
      return List.of(new JavaMigration(Grammar.JAVA.parse(text)).read(reader));
    } catch (UnreadableSourceException unreadable) {
      return List.of(Program.unread(unreadable.getMessage()));
    }
  }

  private Program read(SqlReader reader) {
    file.root().children().forEach(this::note);
    Node migrate = methods.get("migrate");
    if (migrate == null) {
      return Program.unread("it has no method migrate");
    }
    Transcript transcript = new Transcript(reader, file);
    Node error = file.error();
    if (error != null) {
      transcript.unread(file.span(error), "a part of it is no Java");
    }
    new JdbcCalls(file, values, methods, transcript).follow(migrate);
    return new Program(transcript.statements(), !runsOutside());
  }

  private void note(Node node) {
    switch (node.type()) {
      case "class_declaration", "ERROR" -> node.children().forEach(this::note);
      case "class_body" -> node.children().forEach(this::member);
      default -> {}
    }
  }

  private void member(Node member) {
    if (member.is("method_declaration") && member.child("name") != null) {
      methods.putIfAbsent(file.text(member.child("name")), member);
    } else if (member.is("field_declaration")) {
      values.noteVariables(member);
    }
  }

  /** Whether its {@code canExecuteInTransaction} says no. */
  private boolean runsOutside() {
    Node method = methods.get("canExecuteInTransaction");
    return method != null && returnsFalse(method);
  }

  private static boolean returnsFalse(Node node) {
    boolean here =
        node.is("return_statement") && node.parts().stream().anyMatch(part -> part.is("false"));
    return here || node.children().stream().anyMatch(JavaMigration::returnsFalse);
  }
}
