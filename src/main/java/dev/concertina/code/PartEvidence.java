package dev.concertina.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges whether a word that spells a column is that column of its table.
 *
 * <p>The rarer a name, the less has to stand beside it. A name that says what it belongs to ({@code
 * stripe_customer_id}) is a use wherever it stands as the database writes it. A rare name ({@code
 * isrc}) needs the table in its file; one that any table may have ({@code external_id}) needs it
 * within {@value #FAR} lines. A single common word ({@code length}) needs it beside itself: in one
 * SQL statement, in the body of its class, as {@code audio.length}, or as a name or key within
 * {@value #NEAR} lines of a plain use of the table. So no mention in a query, a model or a
 * serializer of the table is missed, and the {@code length} of a list is none.
 */
final class PartEvidence {
  private static final int NEAR = 3;
  private static final int FAR = 25;

  /**
   * The table as one file shows it.
   *
   * @param forms how the table is spelled here, by the key of the spelling
   * @param useLines where it is used
   * @param otherLines where it is only talked about
   * @param aboutLines those of the lines that show that the file is about the table: {@code
   *     version} by itself may be the version of anything
   */
  record Surroundings(
      Map<String, Set<Target.Form>> forms,
      NavigableSet<Integer> useLines,
      NavigableSet<Integer> otherLines,
      NavigableSet<Integer> aboutLines,
      List<Region> statements,
      List<Region> bodies,
      boolean namesFile) {

    static Surroundings of(
        List<TableUse> uses,
        List<TableUse> about,
        List<Region> statements,
        List<Region> bodies,
        boolean namesFile) {
      Map<String, Set<Target.Form>> forms = new HashMap<>();
      NavigableSet<Integer> useLines = new TreeSet<>();
      NavigableSet<Integer> otherLines = new TreeSet<>();
      for (TableUse use : uses) {
        String key = Inflection.key(use.word().text());
        forms.computeIfAbsent(key, k -> new HashSet<>()).add(use.form());
        (use.isUse() ? useLines : otherLines).add(use.word().line());
      }
      NavigableSet<Integer> aboutLines = new TreeSet<>();
      about.forEach(use -> aboutLines.add(use.word().line()));
      return new Surroundings(
          forms,
          useLines,
          otherLines,
          aboutLines,
          statements.stream().distinct().toList(),
          bodies.stream().distinct().toList(),
          namesFile);
    }

    boolean isAbout() {
      return namesFile || !aboutLines.isEmpty();
    }
  }

  private final CodeText code;

  PartEvidence(CodeText code) {
    this.code = code;
  }

  /**
   * How near to its table the word stands, 1 for the nearest; empty when it is something else.
   *
   * @param accessor whether only the rest of the word spells the column: {@code getLength}
   */
  Optional<Integer> judge(Word word, Target.Part part, Surroundings table, boolean accessor) {
    if (word.isImported()) {
      return Optional.empty();
    }
    if (Region.any(table.statements(), word) && !accessor) {
      return Optional.of(1);
    }
    if (Region.any(table.bodies(), word) && !isOthersMember(word, part)) {
      return Optional.of(2);
    }
    if (isMemberOf(word, part, table)) {
      return Optional.of(2);
    }
    int distance = distance(word, table.aboutLines());
    if (part.common()) {
      return isKeyNear(word, table, accessor) ? Optional.of(3) : Optional.empty();
    }
    if (part.frequent() && distance > FAR && !table.namesFile()) {
      return Optional.empty();
    }
    if (table.isAbout()) {
      return Optional.of(distance <= FAR ? 4 : 5);
    }
    return part.distinctive() && isExact(word, part) ? Optional.of(6) : Optional.empty();
  }

  private static boolean isExact(Word word, Target.Part part) {
    return word.text().equals(part.name());
  }

  /**
   * {@code other.length} inside the class; {@code this.length} and {@code audio.length} are its
   * own.
   */
  private static boolean isOthersMember(Word word, Target.Part part) {
    if (!word.isMember() || !CommonWords.isBuiltIn(Inflection.key(part.name()))) {
      return false;
    }
    String receiver = word.receiver();
    return !receiver.equals("this") && !receiver.equals("self") && !receiver.equals("c");
  }

  /** {@code audio.length}, {@code Audio.length}; not {@code audios.length}, which counts them. */
  private boolean isMemberOf(Word word, Target.Part part, Surroundings table) {
    String receiver = word.receiver();
    if (receiver.isEmpty() || receiver.equals("this") || receiver.equals("self")) {
      return false;
    }
    String key = Inflection.key(receiver);
    boolean builtIn = CommonWords.isBuiltIn(Inflection.key(part.name()));
    for (Target.Form form : table.forms().getOrDefault(key, Set.of())) {
      boolean collection = builtIn && isPlural(form.name());
      boolean classMember =
          builtIn
              && Character.isUpperCase(receiver.charAt(0))
              && !isUpperCase(receiver)
              && Inflection.key(part.name()).matches("name|count|first|last|all|size");
      if (!collection && !classMember) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUpperCase(String word) {
    return word.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isPlural(String name) {
    return name.endsWith("s") && !name.endsWith("ss") || name.equals("data");
  }

  private boolean isKeyNear(Word word, Surroundings table, boolean accessor) {
    boolean named = word.isLiteral() || isKey(word) || accessor && word.isMember();
    if (!named) {
      return false;
    }
    return distance(word, table.useLines()) <= NEAR || table.otherLines().contains(word.line());
  }

  /** {@code length: 3}, {@code length=3}: a key of an object or a named argument. */
  private static boolean isKey(Word word) {
    if (word.isMember()) {
      return false;
    }
    char after = word.beside(0) == ' ' ? word.beside(1) : word.beside(0);
    char next = word.beside(0) == ' ' ? word.beside(2) : word.beside(1);
    return after == ':' && next != ':' || word.beside(0) == '=' && next != '=';
  }

  /** How many lines lie between a word and the nearest of these. */
  private static int distance(Word word, NavigableSet<Integer> lines) {
    int line = word.line();
    Integer above = lines.floor(line);
    Integer below = lines.ceiling(line);
    int up = above == null ? Integer.MAX_VALUE : line - above;
    return below == null ? up : Math.min(up, below - line);
  }
}
