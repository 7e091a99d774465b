package dev.concertina.code;

import dev.concertina.syntax.Inflector;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The ways in which programs write one database name. All of {@code user_accounts}, {@code
 * UserAccounts}, {@code userAccounts} and {@code USER_ACCOUNTS} have the same key; a table is also
 * known by the singular and the plural of its last word.
 */
final class Inflection {
  private Inflection() {}

  /** What all spellings of a name have in common: lower case, without underscores. */
  static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_') {
        key.append(c < 128 ? lower(c) : Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /** The words of a name, apart: {@code APIKey} and {@code apiKey} are {@code api_key}. */
  static String words(String name) {
    return Inflector.underscore(name);
  }

  /** The name as it is, in the singular and in the plural, as SQL writes it; itself first. */
  static Set<String> forms(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('_') + 1;
    String head = lower.substring(0, at);
    String last = lower.substring(at);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(lower);
    for (String singular : singulars(last)) {
      forms.add(head + singular);
    }
    forms.add(head + plural(last));
    return forms;
  }

  private static Set<String> singulars(String word) {
    if (word.length() < 4 || word.matches(".*(ss|us|is)")) {
      return Set.of(word);
    }
    String shorter = cut(word, 1);
    String singular = word.equals("criteria") ? "criterion" : Inflector.singular(word);
    return word.endsWith("ses") && singular.equals(shorter)
        ? Set.of(shorter, cut(word, 2))
        : Set.of(singular);
  }

  private static String plural(String word) {
    String plural = word.equals("criterion") ? "criteria" : Inflector.plural(word);
    return word.endsWith("us") && plural.equals(word) ? word + "es" : plural;
  }

  private static String cut(String word, int count) {
    return word.substring(0, Math.max(0, word.length() - count));
  }
}
