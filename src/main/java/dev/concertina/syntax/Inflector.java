package dev.concertina.syntax;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plural and the singular of names as Active Support makes them without rules of the project's
 * own: {@code user_id} refers to {@code users}, {@code categories} to {@code category_id}.
 */
public final class Inflector {

  private static final Set<String> UNCOUNTABLE =
      Set.of(
          "equipment",
          "information",
          "rice",
          "money",
          "species",
          "series",
          "fish",
          "sheep",
          "jeans",
          "police");

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "person", "people",
          "man", "men",
          "child", "children",
          "sex", "sexes",
          "move", "moves",
          "zombie", "zombies");

  /** What a word ends with, or is with a caret, and its plural; the first that fits holds. */
  private static final List<String[]> PLURALS =
      List.of(
          pair("quiz", "quizzes"),
          pair("^oxen", "oxen"),
          pair("^ox", "oxen"),
          pair("^mice", "mice"),
          pair("^lice", "lice"),
          pair("^mouse", "mice"),
          pair("^louse", "lice"),
          pair("matrix", "matrices"),
          pair("vertex", "vertices"),
          pair("vertix", "vertices"),
          pair("index", "indices"),
          pair("indix", "indices"),
          pair("x", "xes"),
          pair("ch", "ches"),
          pair("ss", "sses"),
          pair("sh", "shes"),
          pair("hive", "hives"),
          pair("sis", "ses"),
          pair("ta", "ta"),
          pair("tum", "ta"),
          pair("ia", "ia"),
          pair("ium", "ia"),
          pair("buffalo", "buffaloes"),
          pair("tomato", "tomatoes"),
          pair("bus", "buses"),
          pair("alias", "aliases"),
          pair("status", "statuses"),
          pair("octopi", "octopi"),
          pair("octopus", "octopi"),
          pair("viri", "viri"),
          pair("virus", "viri"),
          pair("^axis", "axes"),
          pair("^testis", "testes"),
          pair("s", "s"));

  private static final List<String[]> SINGULARS =
      List.of(
          pair("databases", "database"),
          pair("quizzes", "quiz"),
          pair("matrices", "matrix"),
          pair("vertices", "vertex"),
          pair("indices", "index"),
          pair("^oxen", "ox"),
          pair("aliases", "alias"),
          pair("alias", "alias"),
          pair("statuses", "status"),
          pair("status", "status"),
          pair("octopi", "octopus"),
          pair("octopus", "octopus"),
          pair("viri", "virus"),
          pair("virus", "virus"),
          pair("^axes", "axis"),
          pair("^axis", "axis"),
          pair("crises", "crisis"),
          pair("crisis", "crisis"),
          pair("testes", "testis"),
          pair("testis", "testis"),
          pair("shoes", "shoe"),
          pair("oes", "o"),
          pair("buses", "bus"),
          pair("bus", "bus"),
          pair("^mice", "mouse"),
          pair("^lice", "louse"),
          pair("xes", "x"),
          pair("ches", "ch"),
          pair("sses", "ss"),
          pair("shes", "sh"),
          pair("movies", "movie"),
          pair("series", "series"),
          pair("hives", "hive"),
          pair("tives", "tive"),
          pair("analyses", "analysis"),
          pair("analysis", "analysis"),
          pair("bases", "basis"),
          pair("basis", "basis"),
          pair("diagnoses", "diagnosis"),
          pair("diagnosis", "diagnosis"),
          pair("parentheses", "parenthesis"),
          pair("parenthesis", "parenthesis"),
          pair("prognoses", "prognosis"),
          pair("prognosis", "prognosis"),
          pair("synopses", "synopsis"),
          pair("synopsis", "synopsis"),
          pair("theses", "thesis"),
          pair("thesis", "thesis"),
          pair("ta", "tum"),
          pair("ia", "ium"),
          pair("news", "news"),
          pair("ss", "ss"));

  private Inflector() {}

  private static String[] pair(String from, String to) {
    return new String[] {from, to};
  }

  /** {@code users} of {@code user}. */
  public static String plural(String name) {
    String known = known(name, true);
    if (known != null) {
      return known;
    }
    for (String[] rule : PLURALS) {
      if (fits(name, rule[0])) {
        return replaced(name, rule);
      }
    }
    if (endsConsonantY(name)) {
      return cut(name, 1) + "ies";
    } else if (name.endsWith("fe") && !name.endsWith("ffe")) {
      return cut(name, 2) + "ves";
    } else if (name.endsWith("lf") || name.endsWith("rf")) {
      return cut(name, 1) + "ves";
    }
    return name + "s";
  }

  /** {@code user} of {@code users}. */
  public static String singular(String name) {
    String known = known(name, false);
    if (known != null) {
      return known;
    }
    for (String[] rule : SINGULARS) {
      if (fits(name, rule[0])) {
        return replaced(name, rule);
      }
    }
    if (name.endsWith("ies") && endsConsonantY(cut(name, 3) + "y")) {
      return cut(name, 3) + "y";
    } else if (name.endsWith("lves") || name.endsWith("rves")) {
      return cut(name, 3) + "f";
    } else if (name.endsWith("ves") && !name.endsWith("fves")) {
      return cut(name, 3) + "fe";
    }
    return name.endsWith("s") ? cut(name, 1) : name;
  }

  /** The name of a class as that of a column or table: {@code api_key} of {@code APIKey}. */
  public static String underscore(String name) {
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

  /** The form of a word that follows no rule, or null. */
  private static String known(String name, boolean plural) {
    if (UNCOUNTABLE.contains(name)) {
      return name;
    }
    for (Map.Entry<String, String> entry : IRREGULAR.entrySet()) {
      for (String form : List.of(entry.getKey(), entry.getValue())) {
        if (name.endsWith(form)) {
          return cut(name, form.length()) + (plural ? entry.getValue() : entry.getKey());
        }
      }
    }
    return null;
  }

  private static boolean fits(String name, String end) {
    return end.startsWith("^") ? name.equals(end.substring(1)) : name.endsWith(end);
  }

  private static String replaced(String name, String[] rule) {
    return rule[0].startsWith("^") ? rule[1] : cut(name, rule[0].length()) + rule[1];
  }

  private static boolean endsConsonantY(String name) {
    int at = name.length() - 2;
    return at >= 0 && name.endsWith("y") && "aeiouy".indexOf(name.charAt(at)) < 0
        || name.endsWith("quy");
  }

  private static String cut(String name, int count) {
    return name.substring(0, name.length() - count);
  }
}
