package dev.concertina.plan;

import dev.concertina.syntax.PythonExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A step's schema change as the body of a Django migration.
 *
 * @param parts its operations, in order
 */
public record DjangoMigration(List<Part> parts) implements MigrationBody {

  private static final int ROOM = 88;
  private static final String INDENT = "    ";

  /** Whatever an operation needs that is not in every migration. */
  private static final String OPERATIONS = "from django.contrib.postgres.operations import ";

  public DjangoMigration {
    parts = List.copyOf(parts);
  }

  /**
   * One operation.
   *
   * @param sql the statement that it stands for, or null for one that changes no table
   * @param postgres the class of {@code django.contrib.postgres.operations} that it is, or null
   * @param outside whether it must run outside a transaction
   */
  public record Part(String sql, PythonExpression operation, String postgres, boolean outside) {}

  @Override
  public String language() {
    return "python";
  }

  @Override
  public DjangoMigration keeping(List<String> statements) {
    return new DjangoMigration(
        parts.stream().filter(p -> p.sql == null || statements.contains(p.sql)).toList());
  }

  @Override
  public boolean covers(String statement) {
    return parts.stream().anyMatch(part -> statement.equals(part.sql));
  }

  /** With the imports besides {@code migrations} and {@code models}, and the class's attributes. */
  @Override
  public String text() {
    List<String> lines = new ArrayList<>(imports());
    if (!lines.isEmpty()) {
      lines.add("");
    }
    if (parts.stream().anyMatch(Part::outside)) {
      lines.add("atomic = False");
    }
    lines.add("operations = [");
    for (Part part : parts) {
      List<String> operation = part.operation.lines(ROOM - INDENT.length());
      for (int i = 0; i < operation.size(); i++) {
        lines.add(INDENT + operation.get(i) + (i == operation.size() - 1 ? "," : ""));
      }
    }
    lines.add("]");
    return String.join("\n", lines);
  }

  private Set<String> imports() {
    Set<String> imports = new LinkedHashSet<>();
    List<String> classes =
        parts.stream()
            .map(Part::postgres)
            .filter(name -> name != null)
            .distinct()
            .sorted()
            .toList();
    if (!classes.isEmpty()) {
      imports.add(OPERATIONS + String.join(", ", classes));
    }
    parts.forEach(part -> imports.addAll(part.operation.imports()));
    return imports;
  }
}
