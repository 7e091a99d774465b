package dev.concertina.liquibase;

import dev.concertina.syntax.Value;

/** Changes that are SQL, written in the changelog or in a file beside it. */
final class ScriptChanges {

  private final Outbox out;
  private final Resources resources;
  private final Parameters parameters;

  ScriptChanges(Outbox out, Resources resources, Parameters parameters) {
    this.out = out;
    this.resources = resources;
    this.parameters = parameters;
  }

  void sql(Element change) {
    Value.Text sql = change.text() != null ? change.text() : change.find("sql");
    if (sql != null) {
      run(change, sql);
    }
  }

  void file(Element change) {
    Value.Text sql = read(change);
    if (sql != null) {
      run(change, sql);
    }
  }

  /** A routine, which is sent as a whole whatever semicolons are in it. */
  void routine(Element change, String... attributes) {
    Value.Text sql = change.filled("path") != null ? read(change) : change.text();
    for (String attribute : attributes) {
      sql = sql == null ? change.find(attribute) : sql;
    }
    if (sql != null) {
      out.run(sql, false);
    }
  }

  /** The file that a change names; where there is none, that is said. */
  Value.Text read(Element change) {
    String path = change.get("path");
    String text =
        path == null ? null : resources.text(path, change.flag("relativeToChangelogFile"));
    if (text == null) {
      out.unread(change.span(), "its file " + path + " is not in the repository");
      return null;
    }
    return new Value.Text(parameters.expand(text), -1, change.span());
  }

  private void run(Element change, Value.Text sql) {
    boolean split = change.flag("splitStatements", true);
    EndDelimiter end = split ? EndDelimiter.of(change.filled("endDelimiter")) : null;
    if (end == null) {
      out.run(sql, split);
    } else {
      end.pieces(sql).forEach(piece -> out.run(piece, false));
    }
  }
}
