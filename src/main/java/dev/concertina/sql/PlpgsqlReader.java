package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Walks a PL/pgSQL body statement by statement, without a stack: whatever is nested is executed or
 * not, and so all of it counts.
 */
final class PlpgsqlReader {

  private final Cursor c;
  private final StatementReader statements;
  private final List<Operation> operations = new ArrayList<>();
  private final RowChanges row = new RowChanges();
  private boolean loops;
  private boolean commits;

  PlpgsqlReader(Tokens tokens, StatementReader statements) {
    c = new Cursor(tokens, 0, tokens.size());
    this.statements = statements;
  }

  Body read() {
    while (!c.done()) {
      int before = c.at();
      try {
        statement();
      } catch (UnreadableException unreadable) {
        operations.add(new NotAnalysed(unreadable.getMessage(), c.span(before, end(before))));
        c.moveTo(end(before) + 1);
      }
      if (c.at() <= before) {
        c.moveTo(before + 1);
      }
    }
    for (Tokens.Fault fault : c.tokens().faults()) {
      operations.add(
          new NotAnalysed(fault.reason(), c.tokens().span(fault.token(), fault.token())));
    }
    return new Body(operations, loops, commits, null, row.onlyCopies() && operations.isEmpty());
  }

  /** The next semicolon, or the end. */
  private int end(int from) {
    int end = from;
    while (end < c.limit() && c.tokens().kind(end) != TokenKind.SEMICOLON) {
      end++;
    }
    return end;
  }

  private void statement() {
    if (c.isSymbol("<<")) {
      c.moveTo(c.at() + 3);
      return;
    }
    if (c.acceptSymbol("#")) {
      // #variable_conflict use_column
      c.moveTo(c.at() + 2);
      return;
    }
    if (assigns()) {
      row.assigns(c.range(c.at(), end(c.at())));
      skipStatement();
      return;
    }
    switch (c.word()) {
      case "declare" -> declarations();
      case "begin", "exception", "else" -> c.skip();
      case "if", "elsif", "elseif", "when" -> {
        c.skip();
        skipCondition("then");
      }
      case "case" -> {
        c.skip();
        while (!c.done() && !c.is("when")) {
          c.skipItem();
        }
      }
      case "loop" -> {
        loops = true;
        c.skip();
      }
      case "while" -> {
        c.skip();
        skipCondition("loop");
        loops = true;
      }
      case "foreach" -> {
        loops = true;
        skipCondition("loop");
      }
      case "for" -> loop();
      case "commit", "rollback" -> {
        commits = true;
        skipStatement();
      }
      case "perform" -> perform();
      case "execute" -> execute();
      case "return" -> returns();
      case "open" -> open();
      case "raise" -> {
        row.raises(c.range(c.at(), end(c.at())));
        skipStatement();
      }
      case "end", "exit", "continue", "assert", "null", "get", "fetch", "move", "close" ->
          skipStatement();
      case "" -> {
        boolean empty = c.is(TokenKind.SEMICOLON);
        if (!empty) {
          throw c.expected("a statement of PL/pgSQL");
        }
        c.skip();
      }
      default -> sql(c.at(), end(c.at()));
    }
  }

  private boolean assigns() {
    if (!c.atIdentifier() && !c.is(TokenKind.PLACEHOLDER)) {
      return false;
    }
    int i = 1;
    while (c.kind(i) == TokenKind.DOT || c.isSymbol(i, "[")) {
      if (c.isSymbol(i, "[")) {
        while (c.kind(i) != TokenKind.END
            && c.kind(i) != TokenKind.SEMICOLON
            && !c.isSymbol(i, "]")) {
          i++;
        }
        i++;
      } else {
        i += 2;
      }
    }
    return c.isSymbol(i, ":=") || c.isSymbol(i, "=");
  }

  private void skipStatement() {
    c.moveTo(end(c.at()) + 1);
  }

  private void declarations() {
    c.skip();
    while (!c.done() && !c.is("begin")) {
      int from = c.at();
      int end = end(from);
      for (int i = from; i < end; i++) {
        boolean cursor = c.tokens().is(i, "cursor");
        if (cursor) {
          query(i, end);
        }
      }
      c.moveTo(end + 1);
    }
  }

  private void query(int from, int end) {
    for (int i = from; i < end; i++) {
      boolean begins =
          (c.tokens().is(i, "for") || c.tokens().is(i, "is"))
              && (c.tokens().is(i + 1, "select") || c.tokens().is(i + 1, "with"));
      if (begins) {
        sql(i + 1, end);
        return;
      }
    }
  }

  /** Goes behind the word that ends a condition: not the THEN of a CASE inside it. */
  private void skipCondition(String word) {
    int cases = 0;
    while (!c.done() && !c.is(TokenKind.SEMICOLON)) {
      if (c.is("case")) {
        cases++;
      } else if (c.is("end") && cases > 0) {
        cases--;
      } else if (cases == 0 && c.accept(word)) {
        return;
      }
      c.skip();
    }
    throw c.expected(word.toUpperCase(Locale.ROOT));
  }

  private void loop() {
    loops = true;
    int from = c.at();
    while (!c.done() && !c.is("in") && !c.is(TokenKind.SEMICOLON)) {
      c.skip();
    }
    c.expect("in");
    int source = c.at();
    skipCondition("loop");
    int next = c.at();
    int end = next - 1;
    c.moveTo(source);
    if (c.is("execute")) {
      dynamic(source, end);
    } else if (DmlReader.begins(c) && !c.isSymbol("(") || c.isSymbol("(") && c.is(1, "select")) {
      sql(source, end);
    }
    if (from >= next) {
      throw c.expected("LOOP");
    }
    c.moveTo(next);
  }

  private void perform() {
    int from = c.at();
    int end = end(from);
    operations.addAll(statements.perform(c.range(from, end)));
    c.moveTo(end + 1);
  }

  private void returns() {
    int end = end(c.at());
    row.returns(c.range(c.at(), end));
    c.skip();
    if (c.accept("query")) {
      if (c.is("execute")) {
        dynamic(c.at(), end);
      } else {
        sql(c.at(), end);
      }
    }
    c.moveTo(end + 1);
  }

  private void open() {
    int end = end(c.at());
    while (c.at() < end && !c.is("for")) {
      c.skip();
    }
    if (c.accept("for")) {
      if (c.is("execute")) {
        dynamic(c.at(), end);
      } else {
        sql(c.at(), end);
      }
    }
    c.moveTo(end + 1);
  }

  private void execute() {
    int from = c.at();
    int end = end(from);
    dynamic(from, end);
    c.moveTo(end + 1);
  }

  private void dynamic(int from, int end) {
    operations.addAll(new DynamicSqlReader(statements).read(c.range(from, end)));
  }

  private void sql(int from, int end) {
    operations.addAll(statements.read(c.range(from, end)));
    c.moveTo(end + 1);
  }
}
