package dev.concertina.syntax;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import java.util.List;

/** SQL whose question marks are parameters. */
public final class Parameters {

  private Parameters() {}

  /**
   * The SQL with literals in the place of its parameters; what nobody knows is computed.
   *
   * @param literals in order; there may be fewer
   */
  public static Value.Text filled(String sql, List<String> literals, Span call) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    int next = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      quoted ^= c == '\'';
      if (c != '?' || quoted) {
        text.append(c);
      } else {
        text.append(next < literals.size() ? literals.get(next) : Operation.RunCode.COMPUTED);
        next++;
      }
    }
    return new Value.Text(text.toString(), -1, call);
  }
}
