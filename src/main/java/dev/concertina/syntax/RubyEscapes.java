package dev.concertina.syntax;

/** The escapes of a Ruby string. */
final class RubyEscapes {

  private static final String LETTERS = "ntrabefvs0";
  private static final String MEANT = "\n\t\r\u0007\b\u001b\f\u000b \0";

  private RubyEscapes() {}

  /**
   * What one escape stands for.
   *
   * @param written with its backslash
   * @param raw whether only quotes and backslashes are escaped, as in single quotes
   */
  static String read(String written, boolean raw) {
    String escape = written.substring(1);
    if (raw) {
      return escape.equals("'") || escape.equals("\\") ? escape : written;
    } else if (escape.equals("\n")) {
      return "";
    } else if (escape.length() == 1) {
      int letter = LETTERS.indexOf(escape.charAt(0));
      return letter < 0 ? escape : MEANT.substring(letter, letter + 1);
    }
    return character(escape);
  }

  /** A character by its number: {@code u00e9}, {@code u{1F600}}, {@code x41}, {@code 101}. */
  private static String character(String escape) {
    boolean hexadecimal = escape.startsWith("u") || escape.startsWith("x");
    String digits = hexadecimal ? escape.substring(1).replace("{", "").replace("}", "") : escape;
    try {
      return Character.toString(Integer.parseInt(digits, hexadecimal ? 16 : 8));
    } catch (IllegalArgumentException unknown) {
      return escape;
    }
  }
}
