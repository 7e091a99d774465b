package dev.concertina.sql;

import dev.concertina.schema.Operation;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of a routine or of a DO block by its language. */
final class BodyReader {

  private final StatementReader statements;

  /**
   * @param statements reads the statements inside a body, one level down
   */
  BodyReader(StatementReader statements) {
    this.statements = statements;
  }

  Body read(Literals.Inner text, String language, SqlSyntax syntax) {
    if (statements.tooDeep()) {
      return Body.opaque("bodies are nested too deeply");
    }
    switch (language) {
      case "sql" -> {
        Tokens tokens = Lexer.lex(text.source(), text.from(), text.to(), syntax);
        return sql(tokens, 0, tokens.size());
      }
      case "plpgsql" -> {
        Tokens tokens = Lexer.lex(text.source(), text.from(), text.to(), syntax);
        return new PlpgsqlReader(tokens, statements).read();
      }
      default -> {
        return Body.opaque("written in " + language);
      }
    }
  }

  /** Statements of plain SQL among the tokens. */
  Body sql(Tokens tokens, int from, int end) {
    List<Operation> operations = new ArrayList<>();
    for (Script.Piece piece : Script.split(tokens, from, end)) {
      operations.addAll(statements.read(new Cursor(tokens, piece.first(), piece.end())));
    }
    boolean commits =
        operations.stream()
            .anyMatch(o -> o instanceof Operation.Commit || o instanceof Operation.Rollback);
    return new Body(operations, false, commits, null, false);
  }
}
