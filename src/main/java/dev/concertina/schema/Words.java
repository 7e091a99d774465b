package dev.concertina.schema;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The identifiers in a piece of SQL whose grammar does not matter: does it mention a column, and
 * what does it say once the column has another name? Strings are left alone; comments are not
 * expected in what a reader has cut out.
 */
final class Words {

  private final String text;
  private int at;

  private Words(String text) {
    this.text = text;
  }

  /** Whether the folded identifier {@code word} stands in {@code text}. */
  static boolean mentions(String text, String word) {
    if (!mayMention(text, word)) {
      return false;
    }
    Words words = new Words(text);
    boolean[] found = {false};
    words.each(
        identifier -> {
          found[0] |= identifier.equals(word);
          return null;
        });
    return found[0];
  }

  /** Every identifier in {@code text}, folded. */
  static Set<String> in(String text) {
    Set<String> identifiers = new HashSet<>();
    new Words(text)
        .each(
            identifier -> {
              identifiers.add(identifier);
              return null;
            });
    return identifiers;
  }

  /** The text with every identifier {@code word} replaced. */
  static String rename(String text, String word, String newWord) {
    if (!mayMention(text, word)) {
      return text;
    }
    return new Words(text)
        .each(identifier -> identifier.equals(word) ? Identifier.quote(newWord) : null);
  }

  /** The text with every identifier in quotes where it needs them, and nowhere else. */
  static String quoted(String text) {
    return new Words(text).each(Identifier::quote);
  }

  /** A quick no for most texts. */
  private static boolean mayMention(String text, String word) {
    int length = word.length();
    if (word.indexOf('"') >= 0) {
      return true;
    }
    for (int i = text.length() - length; i >= 0; i--) {
      if (text.regionMatches(true, i, word, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** Walks over the identifiers; one for which {@code change} gives null stays as it is. */
  private String each(UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder(text.length());
    while (at < text.length()) {
      int from = at;
      char c = text.charAt(at);
      String identifier = null;
      if (c == '\'' || c == '"') {
        quoted(c);
        String inside = text.substring(from + 1, Math.max(from + 1, at - 1));
        identifier = c == '"' ? inside.replace("\"\"", "\"") : null;
      } else if (Character.isLetter(c) || c == '_') {
        while (at < text.length() && continuesWord(text.charAt(at))) {
          at++;
        }
        identifier = text.substring(from, at).toLowerCase(Locale.ROOT);
      } else if (Character.isDigit(c)) {
        while (at < text.length() && continuesWord(text.charAt(at))) {
          at++;
        }
      } else {
        at++;
      }
      String other = identifier == null ? null : change.apply(identifier);
      changed.append(other == null ? text.substring(from, at) : other);
    }
    return changed.toString();
  }

  private void quoted(char quote) {
    at++;
    while (at < text.length()) {
      boolean closes = text.charAt(at) == quote;
      boolean doubled = closes && at + 1 < text.length() && text.charAt(at + 1) == quote;
      at += doubled ? 2 : 1;
      if (closes && !doubled) {
        return;
      }
    }
  }

  private static boolean continuesWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
