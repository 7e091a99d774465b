package dev.concertina.django;

import dev.concertina.sql.Statement;
import dev.concertina.syntax.PythonModule;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of a migration, given to the statements that they stand at: those of the lines
 * between the statement before and the end of its own.
 */
final class Comments {

  private final List<Statement.Comment> comments;

  /**
   * @param module null when the file could not be read
   */
  Comments(PythonModule module) {
    comments = module == null ? List.of() : module.comments();
  }

  /** The same statements with their comments; what stands behind the last is given to it. */
  List<Statement> spread(List<Statement> statements) {
    if (comments.isEmpty()) {
      return statements;
    }
    List<Statement> spread = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      spread.add(with(statements.get(i), i == 0 ? null : statements.get(i - 1)));
    }
    return spread;
  }

  private Statement with(Statement statement, Statement before) {
    List<Statement.Comment> own = new ArrayList<>(statement.comments());
    // What Django sends later for an operation stands where the operation does.
    int from = before == null || before.span().end() > statement.span().start() ? 0 : line(before);
    for (Statement.Comment comment : comments) {
      int line = comment.span().line();
      if (line > from && line <= statement.span().endLine()) {
        own.add(comment);
      }
    }
    return new Statement(statement.text(), statement.span(), statement.operations(), own);
  }

  private static int line(Statement statement) {
    return statement.span().endLine();
  }
}
