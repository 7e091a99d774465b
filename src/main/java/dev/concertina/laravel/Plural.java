package dev.concertina.laravel;

import dev.concertina.syntax.Inflector;
import java.util.Map;
import java.util.Set;

/** Plurals as Laravel makes them: those of Rails but for some words. */
final class Plural {

  private static final Set<String> SAME =
      Set.of(
          "aircraft",
          "audio",
          "buffalo",
          "deer",
          "education",
          "emoji",
          "evidence",
          "feedback",
          "firmware",
          "furniture",
          "gold",
          "hardware",
          "knowledge",
          "metadata",
          "moose",
          "nutrition",
          "offspring",
          "software",
          "staff",
          "traffic");

  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("bonus", "bonuses"),
          Map.entry("campus", "campuses"),
          Map.entry("criterion", "criteria"),
          Map.entry("echo", "echoes"),
          Map.entry("focus", "foci"),
          Map.entry("foot", "feet"),
          Map.entry("gas", "gases"),
          Map.entry("goose", "geese"),
          Map.entry("hero", "heroes"),
          Map.entry("leaf", "leaves"),
          Map.entry("lens", "lenses"),
          Map.entry("octopus", "octopuses"),
          Map.entry("potato", "potatoes"),
          Map.entry("safe", "safes"),
          Map.entry("thief", "thieves"),
          Map.entry("tooth", "teeth"),
          Map.entry("volcano", "volcanoes"));

  private Plural() {}

  /** The table of {@code user_id} is {@code users}. */
  static String table(String column) {
    String name = column.endsWith("_id") ? column.substring(0, column.length() - 3) : column;
    int at = name.lastIndexOf('_') + 1;
    return name.substring(0, at) + of(name.substring(at));
  }

  private static String of(String word) {
    return SAME.contains(word) || word.isEmpty()
        ? word
        : OWN.getOrDefault(word, Inflector.plural(word));
  }
}
