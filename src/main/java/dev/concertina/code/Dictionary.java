package dev.concertina.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every word that is looked for, by its key, so that one pass over a file finds all of them. */
final class Dictionary {

  private static final int MOST_DULL = 100_000;

  /**
   * What a word may stand for.
   *
   * @param form a way to write a relation's name, or null
   * @param part a part of the target, or null
   */
  record Entry(Target target, Target.Form form, Target.Part part) {}

  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final List<Entry> odd = new ArrayList<>();

  /** Words that stand for nothing: the same ones come again in every file. */
  private final Set<String> dull = new HashSet<>();

  Dictionary(Collection<Subject> subjects) {
    for (Subject subject : subjects) {
      targets
          .computeIfAbsent(subject.relation().toString(), name -> new Target(subject.relation()))
          .want(subject);
    }
    for (Target target : targets.values()) {
      for (Target.Form form : target.forms()) {
        add(form.name(), new Entry(target, form, null));
      }
      for (Target.Part part : target.parts()) {
        Entry entry = new Entry(target, null, part);
        if (part.isOdd()) {
          odd.add(entry);
        } else {
          add(part.name(), entry);
        }
      }
    }
  }

  /** Parts that no word can spell. */
  List<Entry> odd() {
    return odd;
  }

  private void add(String name, Entry entry) {
    entries.computeIfAbsent(Inflection.key(name), key -> new ArrayList<>()).add(entry);
  }

  Collection<Target> targets() {
    return targets.values();
  }

  /** Whether a word was found to stand for nothing, however it is taken. */
  boolean isDull(String word) {
    return dull.contains(word);
  }

  void markDull(String word) {
    if (dull.size() < MOST_DULL) {
      dull.add(word);
    }
  }

  /** What a word of this key may stand for. */
  List<Entry> get(String key) {
    return entries.getOrDefault(key, List.of());
  }

  /**
   * Words of which a file must contain at least one, in any case, to be worth reading: the table's,
   * and those of columns that stand for themselves.
   */
  Set<String> sieve() {
    Set<String> words = new LinkedHashSet<>();
    for (Target target : targets.values()) {
      for (Target.Form form : target.forms()) {
        if (form.namespace() == null) {
          addSpellings(words, form.name());
        }
      }
      for (Target.Form form : target.forms()) {
        if (form.namespace() != null) {
          words.add(form.name().replace("_", ""));
        }
      }
      for (Target.Part part : target.parts()) {
        if (part.distinctive()) {
          addSpellings(words, part.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    words.removeIf(String::isBlank);
    return shortest(words);
  }

  private static void addSpellings(Set<String> words, String name) {
    words.add(name);
    words.add(name.replace("_", ""));
  }

  /** Without the words that contain another: whatever holds them holds that one too. */
  private static Set<String> shortest(Set<String> words) {
    Set<String> kept = new LinkedHashSet<>();
    for (String word : words) {
      boolean covered =
          words.stream().anyMatch(other -> !other.equals(word) && word.contains(other));
      if (!covered) {
        kept.add(word);
      }
    }
    return kept;
  }
}
