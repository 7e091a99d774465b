package dev.concertina.code;

import dev.concertina.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One relation that is looked for, with the parts of it that are looked for. */
final class Target {
  private final Name relation;
  private final String exact;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Set<Subject> itself = new LinkedHashSet<>();
  private boolean declared;

  /**
   * A column, constraint or value of a relation.
   *
   * @param name as the database has it
   * @param subject what a caller asks for
   */
  record Part(String name, Subject subject) {
    /**
     * A name that says which table it belongs to without naming it: two rare words, or three words
     * of which one is rare. {@code stripe_customer_id} hardly means anything else.
     */
    boolean distinctive() {
      int rare = CommonWords.rare(name);
      return rare >= 2 || rare >= 1 && words() >= 3;
    }

    /** A name that any table may have, {@code external_id}: several words, all of them common. */
    boolean frequent() {
      return CommonWords.rare(name) == 0 && words() > 1;
    }

    /** A name that stands in every program: one common word. */
    boolean common() {
      return CommonWords.rare(name) == 0 && words() == 1;
    }

    /** Whether it is no identifier: a value such as {@code in-progress}. */
    boolean isOdd() {
      return !name.chars().allMatch(c -> Word.isPart((char) c));
    }

    private int words() {
      return name.split("_").length;
    }
  }

  /**
   * One way to write a relation's name.
   *
   * @param name in lower case, as SQL would write it
   * @param exact whether that is the very name, not its singular or plural
   * @param namespace the first words, where only the rest is looked for ({@code api} of {@code
   *     api_audio}, which Django and Rails write as {@code Audio} within {@code api}), else null
   */
  record Form(Target target, String name, boolean exact, String namespace) {
    boolean severalWords() {
      return name.indexOf('_', 1) > 0;
    }

    /** A single word that may mean anything: {@code events}. */
    boolean common() {
      return !severalWords() && CommonWords.has(name);
    }
  }

  Target(Name relation) {
    this.relation = relation;
    this.exact = relation.local().toLowerCase(Locale.ROOT);
  }

  void want(Subject subject) {
    declared |= subject.declared();
    if (subject.part() == null) {
      itself.add(subject);
    } else {
      parts.put(subject.part(), new Part(subject.part(), subject));
    }
  }

  /** What a caller asks for that is the relation itself. */
  Set<Subject> itself() {
    return itself;
  }

  /** Whether models are asked for it or for a part of it. */
  boolean declared() {
    return declared;
  }

  Iterable<Part> parts() {
    return parts.values();
  }

  Name relation() {
    return relation;
  }

  /** All ways to write its name. */
  List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (String form : Inflection.forms(exact)) {
      forms.add(new Form(this, form, form.equals(exact), null));
    }
    for (int cut = exact.indexOf('_', 1); cut > 0; cut = exact.indexOf('_', cut + 1)) {
      String rest = exact.substring(cut + 1);
      if (rest.length() > 1) {
        for (String form : Inflection.forms(rest)) {
          forms.add(new Form(this, form, false, Inflection.key(exact.substring(0, cut))));
        }
      }
    }
    return forms;
  }
}
