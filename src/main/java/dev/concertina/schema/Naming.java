package dev.concertina.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names that PostgreSQL gives to what a statement leaves unnamed. Source: ChooseIndexName,
 * ChooseConstraintName and makeObjectName in PostgreSQL's {@code indexcmds.c}.
 */
final class Naming {

  private static final int LONGEST = 63;

  private Naming() {}

  static String constraint(Schema schema, Table table, Constraint constraint) {
    String middle = String.join("_", constraint.columns());
    return switch (constraint) {
      case Constraint.PrimaryKey k -> relation(schema, table.name(), "", "pkey");
      case Constraint.Unique k -> relation(schema, table.name(), middle, "key");
      case Constraint.Exclusion k -> relation(schema, table.name(), middle, "excl");
      case Constraint.ForeignKey k -> free(table, middle, "fkey");
      case Constraint.NotNull k -> free(table, middle, "not_null");
      case Constraint.Check k ->
          free(table, constraint.columns().size() == 1 ? middle : "", "check");
    };
  }

  static Name index(Schema schema, Operation.CreateIndex create) {
    List<String> keys = create.keys().stream().map(Naming::keyName).toList();
    String local = relation(schema, create.table(), String.join("_", keys), "idx");
    return create.table().sibling(local);
  }

  /** A plain column is its name; PostgreSQL calls any other key after its function, or expr. */
  private static String keyName(String key) {
    int open = key.indexOf('(');
    String word = open > 0 ? key.substring(0, open).strip() : key;
    boolean plain = word.chars().allMatch(Character::isJavaIdentifierPart) && !word.isEmpty();
    return plain ? word : "expr";
  }

  private static String relation(Schema schema, Name table, String middle, String label) {
    for (int number = 0; ; number++) {
      Name name = table.sibling(join(table.local(), middle, label + (number == 0 ? "" : number)));
      if (!schema.indexes.containsKey(name) && !schema.tables.containsKey(name)) {
        return name.local();
      }
    }
  }

  private static String free(Table table, String middle, String label) {
    for (int number = 0; ; number++) {
      String name = join(table.name().local(), middle, label + (number == 0 ? "" : number));
      if (table.constraint(name).isEmpty()) {
        return name;
      }
    }
  }

  /** Cuts the longer of the first two parts, byte by byte, until all of it fits. */
  private static String join(String first, String second, String label) {
    int room = LONGEST - label.length() - 1 - (second.isEmpty() ? 0 : 1);
    String a = first;
    String b = second;
    while (bytes(a) + bytes(b) > room) {
      if (bytes(a) > bytes(b)) {
        a = a.substring(0, a.length() - 1);
      } else {
        b = b.substring(0, b.length() - 1);
      }
    }
    return b.isEmpty() ? a + "_" + label : a + "_" + b + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
