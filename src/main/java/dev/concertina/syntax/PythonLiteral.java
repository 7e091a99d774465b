package dev.concertina.syntax;

/**
 * A string of a Python file.
 *
 * @param text what it stands for
 * @param start where the text begins in what is written when it stands there character by
 *     character, else -1
 */
record PythonLiteral(String text, int start) {

  /**
   * Reads what is written, quotes included; null for bytes and for what is filled in at run time.
   */
  static PythonLiteral read(String written) {
    int quote = 0;
    boolean raw = false;
    boolean formatted = false;
    while (quote < written.length() && Character.isLetter(written.charAt(quote))) {
      switch (written.charAt(quote++)) {
        case 'r', 'R' -> raw = true;
        case 'f', 'F' -> formatted = true;
        case 'u', 'U' -> {}
        default -> {
          return null;
        }
      }
    }
    int length = quotes(written, quote);
    int end = written.length() - length;
    if (length == 0 || end < quote + length) {
      return null;
    }
    String inner = written.substring(quote + length, end);
    boolean braces = formatted && (inner.indexOf('{') >= 0 || inner.indexOf('}') >= 0);
    if (braces) {
      return null;
    }
    boolean same = raw || inner.indexOf('\\') < 0;
    return new PythonLiteral(same ? inner : PythonEscapes.read(inner), same ? quote + length : -1);
  }

  /** How many quotes begin and end it: three, one, or none when it is not closed. */
  private static int quotes(String written, int at) {
    for (String quotes : new String[] {"\"\"\"", "'''", "\"", "'"}) {
      if (written.startsWith(quotes, at)) {
        boolean closed = written.length() >= at + 2 * quotes.length() && written.endsWith(quotes);
        return closed ? quotes.length() : 0;
      }
    }
    return 0;
  }
}
