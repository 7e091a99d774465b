package dev.concertina.django;

import dev.concertina.sql.Statement;
import dev.concertina.syntax.PythonModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    TreeMap<Integer, Integer> lines = new TreeMap<>();
    statements.forEach(s -> lines.merge(s.span().end(), s.span().endLine(), Math::max));
    for (Statement statement : statements) {
      Map.Entry<Integer, Integer> before = lines.floorEntry(statement.span().start());
      spread.add(with(statement, before == null ? 0 : before.getValue()));
    }
    return spread;
  }

  private Statement with(Statement statement, int from) {
    List<Statement.Comment> own = new ArrayList<>(statement.comments());
    for (Statement.Comment comment : comments) {
      int line = comment.span().line();
      if (line > from && line <= statement.span().endLine()) {
        own.add(comment);
      }
    }
    return statement.withComments(own);
  }
}
