package dev.concertina.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that code computes, as it stands in the SQL for what the code does: a call of a function
 * that there is not, with what is known of the code as a text.
 *
 * @param expression what computes it from a row that is called {@code row}, on one line
 * @param imports the lines that the expression needs
 */
public record Computed(String expression, List<String> imports) {

  private static final String CALL = "\"computed\"(";

  public Computed {
    imports = List.copyOf(imports);
  }

  /** How it stands in SQL. */
  public String sql() {
    String lines =
        Stream.concat(Stream.of(expression), imports.stream()).collect(Collectors.joining("\n"));
    return CALL + "'" + lines.replace("'", "''") + "')";
  }

  /** Whether SQL has such a value in it. */
  public static boolean isIn(String sql) {
    return sql.contains(CALL);
  }

  /** What SQL that is one such value says of it; empty for one of which nothing is known. */
  public static Optional<Computed> of(String sql) {
    String text = sql.strip();
    if (!text.startsWith(CALL + "'") || !text.endsWith("')")) {
      return Optional.empty();
    }
    String quoted = text.substring(CALL.length() + 1, text.length() - 2);
    if (quoted.replace("''", "").contains("'")) {
      // It is more than one value.
      return Optional.empty();
    }
    List<String> lines = Arrays.asList(quoted.replace("''", "'").split("\n"));
    return Optional.of(new Computed(lines.get(0), lines.subList(1, lines.size())));
  }
}
