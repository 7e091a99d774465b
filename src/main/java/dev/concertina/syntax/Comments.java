package dev.concertina.syntax;

import dev.concertina.sql.Statement;
import dev.concertina.sql.Statement.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The comments of a program, given to the statements that they stand at: those of the lines between
 * the statement before and the end of its own. Suppressions are written in them.
 */
public final class Comments {

  private final List<Comment> comments;

  public Comments(List<Comment> comments) {
    this.comments = List.copyOf(comments);
  }

  /** The same statements with their comments. */
  public List<Statement> spread(List<Statement> statements) {
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
    List<Comment> own = new ArrayList<>(statement.comments());
    for (Comment comment : comments) {
      int line = comment.span().line();
      if (line > from && line <= statement.span().endLine()) {
        own.add(comment);
      }
    }
    return statement.withComments(own);
  }
}
