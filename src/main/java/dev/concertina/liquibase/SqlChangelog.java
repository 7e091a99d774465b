package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.sql.LineTable;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.sql.Statement.Comment;
import dev.concertina.sql.Wording;
import dev.concertina.syntax.Comments;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** A changelog in SQL, divided by comments. */
final class SqlChangelog implements Changelog {

  private final String text;
  private final LineTable lines;
  private final List<Marked> marked = new ArrayList<>();

  /** A comment that Liquibase reads, and where what follows it ends. */
  private record Marked(MarkerLine line, int start, int from, int to) {}

  SqlChangelog(String text) {
    this.text = text;
    lines = new LineTable(text);
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      MarkerLine line = MarkerLine.of(text.substring(start, end));
      if (line != null) {
        close(start);
        marked.add(new Marked(line, start, Math.min(text.length(), end + 1), text.length()));
      }
      start = end + 1;
    }
  }

  private void close(int at) {
    if (!marked.isEmpty()) {
      Marked last = marked.remove(marked.size() - 1);
      marked.add(new Marked(last.line, last.start, last.from, at));
    }
  }

  @Override
  public String logicalPath() {
    return marked.stream()
        .filter(one -> one.line.is("liquibase"))
        .map(one -> one.line.get("logicalFilePath"))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Entry> entries(Audience audience) {
    List<Entry> entries = new ArrayList<>();
    for (Marked one : marked) {
      String name = one.line.is("property") ? one.line.get("name") : null;
      String value = one.line.get("value");
      if (name != null && value != null && !audience.passesBy(one.line.element())) {
        entries.add(new Property(name, value, !"false".equals(one.line.get("global"))));
      }
    }
    return entries;
  }

  @Override
  public List<ChangeSet> changeSets(Setting setting) {
    List<ChangeSet> sets = new ArrayList<>();
    List<Comment> comments = SqlReader.comments(text, SqlSyntax.POSTGRESQL);
    for (int i = 0; i < marked.size(); i++) {
      MarkerLine head = marked.get(i).line;
      if (head.is("changeset")
          && !setting.audience().passesBy(head.element())
          && !"true".equals(head.get("ignore"))) {
        sets.add(changeSet(i, comments, setting));
      }
    }
    return sets;
  }

  private ChangeSet changeSet(int index, List<Comment> comments, Setting setting) {
    MarkerLine head = marked.get(index).line;
    Transcript plain = new Transcript(setting.reader(), text, new Comments(List.of()));
    int first = marked.get(index).start;
    int end = end(index);
    String own = text.substring(first, end);
    boolean expands = !setting.parameters().expand(own).equals(own);
    List<Comment> inside =
        comments.stream().filter(c -> c.span().start() >= first && c.span().start() < end).toList();
    Transcript transcript =
        expands ? new Transcript(setting.reader(), text, new Comments(inside)) : plain;
    StringBuilder wording = new StringBuilder();
    for (Marked part : parts(index)) {
      run(part, head, transcript, expands ? setting : null);
      wording.append(
          Wording.of(
              setting.parameters().expand(text.substring(part.from, part.to)),
              SqlSyntax.POSTGRESQL));
    }
    return new ChangeSet(
        head.id(),
        !"false".equals(head.get("runInTransaction")),
        "true".equals(head.get("runOnChange")) || "true".equals(head.get("runAlways")),
        marked.subList(index, next(index)).stream().anyMatch(m -> m.line.is("validchecksum")),
        wording.toString(),
        transcript.statements(),
        lines.span(first, Math.max(first + 1, first + head.text().length())));
  }

  /** The texts of a change set: what is to be ignored, and what other marks say, lies between. */
  private List<Marked> parts(int index) {
    List<Marked> parts = new ArrayList<>();
    boolean ignored = false;
    for (Marked part : marked.subList(index, next(index))) {
      if (part.line.is("ignorelines")) {
        ignored = part.line.starts();
      }
      int skipped = part.line.is("ignorelines") ? after(part.from, part.line.count()) : part.from;
      if (!ignored && skipped < part.to) {
        // With the head itself, which is a comment: suppressions may stand above the statement.
        parts.add(new Marked(part.line, part.start, skipped, part.to));
      }
    }
    return parts;
  }

  private int after(int from, int count) {
    int at = from;
    for (int i = 0; i < count && at < text.length(); i++) {
      int feed = text.indexOf('\n', at);
      at = feed < 0 ? text.length() : feed + 1;
    }
    return at;
  }

  private int next(int index) {
    int next = index + 1;
    while (next < marked.size() && !marked.get(next).line.is("changeset")) {
      next++;
    }
    return next;
  }

  private int end(int index) {
    return marked.get(next(index) - 1).to;
  }

  private void run(Marked part, MarkerLine head, Transcript transcript, Setting expanding) {
    String sql = text.substring(part.from, part.to);
    Value.Text whole = new Value.Text(sql, part.from, lines.span(part.from, part.to));
    boolean split = !"false".equals(head.get("splitStatements"));
    EndDelimiter end = split ? EndDelimiter.of(head.get("endDelimiter")) : null;
    if (end != null) {
      end.pieces(whole).forEach(piece -> query(piece, transcript, expanding));
    } else if (!split) {
      query(whole, transcript, expanding);
    } else if (expanding == null) {
      transcript.run(whole);
    } else {
      for (Statement one : expanding.reader().read(text, part.from, part.to)) {
        Span span = one.span();
        transcript.run(
            expanding.parameters().expand(new Value.Text(one.text(), span.start(), span)));
      }
    }
  }

  private static void query(Value.Text piece, Transcript transcript, Setting expanding) {
    transcript.query(expanding == null ? piece : expanding.parameters().expand(piece));
  }
}
