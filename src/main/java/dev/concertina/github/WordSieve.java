package dev.concertina.github;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whether a text holds one of some words, in any case of its letters. */
final class WordSieve {
  private static final int LOOKED_AT = 8000;

  private final List<String> words;

  WordSieve(Collection<String> words) {
    this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** False for binary files, as git's own search has it. */
  boolean mayHold(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(text::contains);
  }
}
