package dev.concertina.schema;

/** Writes identifiers the way SQL needs them. */
public final class Identifier {

  private Identifier() {}

  /** The identifier, in double quotes where it would otherwise be folded or taken for a keyword. */
  public static String quote(String identifier) {
    return isPlain(identifier) && !Keywords.isReserved(identifier)
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String identifier) {
    if (identifier.isEmpty()) {
      return false;
    }
    for (int i = 0; i < identifier.length(); i++) {
      char c = identifier.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c == '_';
      boolean later = i > 0 && (c >= '0' && c <= '9' || c == '$');
      if (!letter && !later) {
        return false;
      }
    }
    return true;
  }
}
