package dev.concertina.schema;

import java.util.List;

/**
 * A column type under its one canonical name, so that {@code int4}, {@code INTEGER} and {@code int}
 * compare equal.
 *
 * @param name canonical lower-case name: {@code integer}, {@code varchar}, {@code timestamptz},
 *     {@code double precision} …; {@code serial} kinds stay as written; a type of the user's own is
 *     its folded name, with its schema and a dot when that is not the default schema
 * @param modifiers the numbers in parentheses, as in {@code numeric(10, 2)}; {@code interval}
 *     fields are not kept
 * @param dimensions array dimensions; 0 when no array
 */
public record DataType(String name, List<Integer> modifiers, int dimensions) {

  public DataType {
    modifiers = List.copyOf(modifiers);
  }

  /** A plain type without modifiers. */
  public static DataType of(String name, Integer... modifiers) {
    return new DataType(name, List.of(modifiers), 0);
  }

  /** Whether this is {@code serial}, {@code bigserial} or {@code smallserial}. */
  public boolean isSerial() {
    return name.equals("serial") || name.equals("bigserial") || name.equals("smallserial");
  }

  /** The type that a serial column really has; any other type is itself. */
  public DataType stored() {
    return switch (name) {
      case "serial" -> of("integer");
      case "bigserial" -> of("bigint");
      case "smallserial" -> of("smallint");
      default -> this;
    };
  }

  /** The type as SQL writes it: {@code varchar(10)[]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(name);
    if (!modifiers.isEmpty()) {
      text.append('(');
      for (int i = 0; i < modifiers.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(modifiers.get(i));
      }
      text.append(')');
    }
    return text.append("[]".repeat(dimensions)).toString();
  }
}
