package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import java.util.ArrayList;
import java.util.List;

/** Reads EXECUTE in PL/pgSQL: as SQL when its string is a literal, and as unreadable otherwise. */
final class DynamicSqlReader {

  private final StatementReader statements;

  DynamicSqlReader(StatementReader statements) {
    this.statements = statements;
  }

  List<Operation> read(Cursor c) {
    c.expect("execute");
    Cursor expression = c.fork();
    boolean formats = expression.is("format") && expression.isSymbol(1, "(");
    if (formats) {
      expression.skip();
    }
    while (expression.isSymbol("(")) {
      expression = expression.group();
    }
    boolean literal = expression.is(TokenKind.STRING) || expression.is(TokenKind.DOLLAR_STRING);
    int token = expression.at();
    expression.skip();
    boolean alone = expression.done() || expression.isAny("into", "using");
    String value = literal && alone ? Literals.value(c.tokens(), token) : null;
    if (value == null || formats && value.indexOf('%') >= 0) {
      return List.of(new NotAnalysed("EXECUTE of a string built at run time", c.span()));
    }
    StatementReader inner = statements.inner();
    if (inner.tooDeep()) {
      return List.of(new NotAnalysed("EXECUTE is nested too deeply", c.span()));
    }
    Literals.Inner text = Literals.inner(c.tokens(), token);
    Tokens tokens = Lexer.lex(text.source(), text.from(), text.to(), c.tokens().syntax());
    List<Operation> operations = new ArrayList<>();
    for (Script.Piece piece : Script.split(tokens)) {
      operations.addAll(inner.read(new Cursor(tokens, piece.first(), piece.end())));
    }
    return operations;
  }
}
