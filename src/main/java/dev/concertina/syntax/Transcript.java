package dev.concertina.syntax;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that a program sends, noted as they come about. Each stands at the call that asks
 * for it, and SQL that is written out in the program stands where it is written.
 */
public final class Transcript {

  private static final String BUILT = "the SQL is built at run time";

  private final SqlReader reader;
  private final String file;
  private final Comments comments;
  private final List<Statement> statements = new ArrayList<>();
  private List<Operation> repeated;

  public Transcript(SqlReader reader, SourceFile file) {
    this(reader, file.text(), new Comments(file.comments()));
  }

  /**
   * @param file the text that all places are in
   */
  public Transcript(SqlReader reader, String file, Comments comments) {
    this.reader = reader;
    this.file = file;
    this.comments = comments;
  }

  /** SQL that the framework makes of a call. */
  public void send(Span call, String sql) {
    for (Statement sent : reader.readAt(call, sql)) {
      note(call, sent.operations(), sent.text());
    }
  }

  /**
   * A part of a statement that is asked for at a place of its own.
   *
   * @param sql the statement as it is with this part alone
   */
  public record Part(Span place, String sql) {}

  /** One statement that the framework makes of a call and of others in it. */
  public void send(Span call, String sql, List<Part> parts) {
    List<Operation> operations = new ArrayList<>();
    for (Part part : parts) {
      reader.readAt(part.place(), part.sql()).forEach(s -> operations.addAll(s.operations()));
    }
    note(call, operations, sql);
  }

  /** SQL that the program has as a text; one that is no plain text is not analysed. */
  public void run(Value sql) {
    note(
        switch (sql) {
          case Value.Text text when text.start() >= 0 ->
              reader.read(file, text.start(), text.start() + text.text().length());
          case Value.Text text -> reader.readAt(text.span(), text.text());
          default -> List.of(unreadAt(sql.span(), BUILT));
        });
  }

  /** SQL that the program has as a text and sends as one query, whatever semicolons are in it. */
  public void query(Value.Text sql) {
    note(
        sql.start() >= 0
            ? reader.readAsOne(file, sql.start(), sql.start() + sql.text().length())
            : reader.readAt(sql.span(), sql.text()));
  }

  /** What is done without SQL. */
  public void does(Operation operation) {
    note(operation.span(), List.of(operation), "");
  }

  /** A part of the program that can't be read, and why. */
  public void unread(Span place, String reason) {
    note(List.of(unreadAt(place, reason)));
  }

  /**
   * What is sent for each of many rows is one piece of code, whatever the rows are.
   *
   * @param language folded: {@code php}
   * @param code where the code stands
   * @param once goes through it once
   */
  public void repeat(String language, Span code, Runnable once) {
    if (repeated != null) {
      once.run();
      return;
    }
    repeated = new ArrayList<>();
    once.run();
    List<Operation> body = repeated;
    repeated = null;
    if (!body.isEmpty()) {
      does(new Operation.RunCode(language, true, false, false, body, code));
    }
  }

  /** Whether what is noted now is sent for each of many rows. */
  public boolean repeats() {
    return repeated != null;
  }

  /** How many statements there are by now. */
  public int size() {
    return statements.size();
  }

  /** All of it in order, with the comments of the file. */
  public List<Statement> statements() {
    return comments.spread(statements);
  }

  private void note(Span call, List<Operation> operations, String sql) {
    note(List.of(new Statement(text(call), call, operations, List.of(), sql)));
  }

  private void note(List<Statement> sent) {
    if (repeated == null) {
      statements.addAll(sent);
    } else {
      sent.forEach(statement -> repeated.addAll(statement.operations()));
    }
  }

  private Statement unreadAt(Span place, String reason) {
    Operation unread = new Operation.NotAnalysed(reason, place);
    return new Statement(text(place), place, List.of(unread), List.of());
  }

  private String text(Span place) {
    return file.substring(place.start(), place.end());
  }
}
