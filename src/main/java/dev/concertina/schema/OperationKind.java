package dev.concertina.schema;

import java.util.Arrays;
import java.util.List;

/** The names of the operations as rules write them: {@code rename-column} for RenameColumn. */
public final class OperationKind {

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return kebab(type.getSimpleName());
        }
      };

  private OperationKind() {}

  static String of(Class<? extends Operation> type) {
    return NAMES.get(type);
  }

  /** Every operation's name, sorted, for checking what a rule says. */
  public static List<String> all() {
    return Arrays.stream(Operation.class.getPermittedSubclasses())
        .map(type -> kebab(type.getSimpleName()))
        .sorted()
        .toList();
  }

  private static String kebab(String camel) {
    StringBuilder kebab = new StringBuilder();
    for (char c : camel.toCharArray()) {
      if (Character.isUpperCase(c) && !kebab.isEmpty()) {
        kebab.append('-');
      }
      kebab.append(Character.toLowerCase(c));
    }
    return kebab.toString();
  }
}
