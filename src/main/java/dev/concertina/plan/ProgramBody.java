package dev.concertina.plan;

import java.util.List;

/**
 * The body of a migration in a framework's idiom.
 *
 * @param parts its calls, in order
 * @param outside whether they must run outside a transaction
 */
record ProgramBody(Idiom idiom, List<Part> parts, boolean outside) implements MigrationBody {

  ProgramBody {
    parts = List.copyOf(parts);
  }

  /**
   * One call.
   *
   * @param sql the statement that it stands for
   */
  record Part(String sql, List<String> lines) {
    Part {
      lines = List.copyOf(lines);
    }
  }

  @Override
  public String language() {
    return idiom.language();
  }

  @Override
  public String text() {
    return String.join("\n", idiom.migration(parts, outside));
  }

  @Override
  public boolean covers(String statement) {
    return parts.stream().anyMatch(part -> part.sql.equals(statement));
  }

  @Override
  public ProgramBody keeping(List<String> statements) {
    List<Part> kept = parts.stream().filter(part -> statements.contains(part.sql)).toList();
    return new ProgramBody(idiom, kept, outside);
  }
}
