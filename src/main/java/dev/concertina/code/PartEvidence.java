package dev.concertina.code;

import java.util.List;
import java.util.Optional;

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
   * @param about those of the uses that show that the file is about the table: {@code version} by
   *     itself may be the version of anything
   */
  record Surroundings(
      List<TableUse> uses,
      List<TableUse> about,
      List<Region> statements,
      List<Region> bodies,
      boolean namesFile) {
    boolean isAbout() {
      return namesFile || !about.isEmpty();
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
    int distance = distance(word, table);
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
    for (TableUse use : table.uses()) {
      boolean same = Inflection.key(use.word().text()).equals(key);
      boolean collection = builtIn && isPlural(use.form().name());
      boolean classMember =
          builtIn
              && Character.isUpperCase(receiver.charAt(0))
              && !isUpperCase(receiver)
              && Inflection.key(part.name()).matches("name|count|first|last|all|size");
      if (same && !collection && !classMember) {
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
    int line = word.line();
    return table.uses().stream()
        .anyMatch(use -> Math.abs(use.word().line() - line) <= (use.isUse() ? NEAR : 0));
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

  private static int distance(Word word, Surroundings table) {
    int line = word.line();
    return table.about().stream()
        .mapToInt(use -> Math.abs(use.word().line() - line))
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
