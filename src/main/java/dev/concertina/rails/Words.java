package dev.concertina.rails;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sets of names, written as lines with blanks between them. */
final class Words {

  private Words() {}

  static Set<String> of(String... lines) {
    Set<String> words = new LinkedHashSet<>();
    for (String line : lines) {
      words.addAll(List.of(line.split(" ")));
    }
    return Collections.unmodifiableSet(words);
  }
}
