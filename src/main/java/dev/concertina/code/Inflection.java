package dev.concertina.code;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The ways in which programs write one database name. All of {@code user_accounts}, {@code
 * UserAccounts}, {@code userAccounts} and {@code USER_ACCOUNTS} have the same key; a table is also
 * known by the singular and the plural of its last word.
 */
final class Inflection {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "person"),
          Map.entry("children", "child"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("indices", "index"),
          Map.entry("vertices", "vertex"),
          Map.entry("matrices", "matrix"),
          Map.entry("statuses", "status"),
          Map.entry("aliases", "alias"),
          Map.entry("buses", "bus"),
          Map.entry("analyses", "analysis"),
          Map.entry("criteria", "criterion"),
          Map.entry("data", "datum"),
          Map.entry("movies", "movie"),
          Map.entry("series", "series"),
          Map.entry("news", "news"));

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
    StringBuilder words = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean upper = Character.isUpperCase(c);
      if (upper && i > 0 && Character.isLetterOrDigit(name.charAt(i - 1))) {
        boolean afterLower = !Character.isUpperCase(name.charAt(i - 1));
        boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        words.append(afterLower || beforeLower ? "_" : "");
      }
      words.append(Character.toLowerCase(c));
    }
    return words.toString();
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
    if (IRREGULAR.containsKey(word)) {
      return Set.of(IRREGULAR.get(word));
    }
    if (word.length() < 4 || !word.endsWith("s") || word.matches(".*(ss|us|is)")) {
      return Set.of(word);
    }
    if (word.endsWith("ies")) {
      return Set.of(cut(word, 3) + "y");
    }
    if (word.matches(".*(sses|xes|zes|ches|shes)")) {
      return Set.of(cut(word, 2));
    }
    return word.endsWith("ses") ? Set.of(cut(word, 1), cut(word, 2)) : Set.of(cut(word, 1));
  }

  private static String plural(String word) {
    for (Map.Entry<String, String> entry : IRREGULAR.entrySet()) {
      if (entry.getValue().equals(word)) {
        return entry.getKey();
      }
    }
    if (word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)")) {
      return word;
    }
    if (word.matches(".*[^aeiou]y")) {
      return cut(word, 1) + "ies";
    }
    return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
  }

  private static String cut(String word, int count) {
    return word.substring(0, Math.max(0, word.length() - count));
  }
}
