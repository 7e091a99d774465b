package dev.concertina.plan;

import dev.concertina.syntax.PythonExpression;
import java.util.ArrayList;
import java.util.List;

/**
 * The operation of the contributor's own that a plan takes the place of, as it stands in the file.
 *
 * @param name {@code AddIndex}
 * @param text without the indentation of its lines
 */
record OwnOperation(String name, String text) {

  private static final int LONGEST = 2_000;

  static OwnOperation of(String source) {
    int bracket = source.indexOf('(');
    String called = bracket < 0 ? "" : source.substring(0, bracket).strip();
    String name = called.substring(called.lastIndexOf('.') + 1);
    return new OwnOperation(name, source.length() > LONGEST ? "..." : dedented(source));
  }

  /** Lines after the first stand as deep as the file has them. */
  private static String dedented(String source) {
    List<String> lines = source.lines().toList();
    int depth =
        lines.stream()
            .skip(1)
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      all.add(i == 0 ? line : line.substring(Math.min(depth, line.length())));
    }
    return String.join("\n", all);
  }

  /** Whether it is of one of these kinds. */
  boolean is(String... names) {
    return List.of(names).contains(name);
  }

  /** Whether it is SQL of the project's own, which the models know nothing of. */
  boolean isSql() {
    return is("RunSQL", "RunPython", "SeparateDatabaseAndState", "");
  }

  PythonExpression source() {
    return PythonExpression.source(text);
  }
}
