package dev.concertina.sql;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.NotAnalysed;
import java.util.List;

/** Says of each statement what its tokens are wrong about, however much of it could be read. */
final class Faults {

  private final Tokens tokens;
  private int next;

  Faults(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Adds the first fault of a statement; statements must be asked for in order. */
  void addTo(List<Operation> operations, Script.Piece piece) {
    List<Tokens.Fault> faults = tokens.faults();
    boolean said = false;
    while (next < faults.size() && faults.get(next).token() < piece.end()) {
      Tokens.Fault fault = faults.get(next++);
      if (!said) {
        operations.removeIf(NotAnalysed.class::isInstance);
        operations.add(new NotAnalysed(fault.reason(), tokens.span(fault.token(), fault.token())));
        said = true;
      }
    }
    said |= operations.stream().anyMatch(NotAnalysed.class::isInstance);
    if (!said && !Brackets.balanced(tokens, piece.first(), piece.end())) {
      operations.add(
          new NotAnalysed(
              "its parentheses are not balanced", tokens.span(piece.first(), piece.end() - 1)));
    }
  }
}
