package dev.concertina.sql;

import java.util.ArrayList;
import java.util.List;

/** Hands every comment to one statement. */
final class CommentQueue {

  private final Tokens tokens;
  private int next;

  CommentQueue(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The comments not handed out yet that stand before the end of a statement's last line, unless
   * the next statement begins on that line and they stand before it.
   *
   * @param end the token after the statement
   * @param following the first token of the next statement
   */
  List<Statement.Comment> until(int end, int following) {
    boolean last = following >= tokens.size();
    int bound = last ? Integer.MAX_VALUE : tokens.start(following);
    int lastLine = tokens.source().line(tokens.end(Math.min(end, tokens.size() - 1)) - 1);
    List<Statement.Comment> comments = new ArrayList<>();
    while (next < tokens.commentCount() && tokens.commentStart(next) < bound) {
      int start = tokens.commentStart(next);
      boolean inside = start < tokens.end(end - 1);
      boolean nextOnThisLine = !last && tokens.source().line(bound) == lastLine;
      boolean trails = tokens.source().line(start) == lastLine && !nextOnThisLine;
      if (!inside && !trails) {
        break;
      }
      comments.add(comment(start, tokens.commentEnd(next++)));
    }
    return comments;
  }

  static List<Statement.Comment> all(Tokens tokens) {
    CommentQueue queue = new CommentQueue(tokens);
    List<Statement.Comment> comments = new ArrayList<>();
    for (int i = 0; i < tokens.commentCount(); i++) {
      comments.add(queue.comment(tokens.commentStart(i), tokens.commentEnd(i)));
    }
    return comments;
  }

  private Statement.Comment comment(int start, int end) {
    String text = tokens.text().substring(start, end);
    int prefix = text.startsWith("#") ? 1 : 2;
    boolean block = text.startsWith("/*");
    boolean closed = block && text.length() >= 4 && text.endsWith("*/");
    String inner = text.substring(prefix, closed ? text.length() - 2 : text.length());
    return new Statement.Comment(inner.strip(), tokens.source().span(start, end));
  }
}
