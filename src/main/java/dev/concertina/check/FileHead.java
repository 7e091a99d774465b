package dev.concertina.check;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The suppressions at the top of a file, in whatever language it is: on its comment lines above
 * everything else, where a finding about the whole file is accepted.
 */
final class FileHead {

  private static final List<String> OPENERS = List.of("--", "//", "/*", "<!--", "#", "*");
  private static final List<String> CLOSERS = List.of("*/", "-->");

  /** What may stand above the comments: the declarations of PHP and XML. */
  private static final List<String> PREAMBLES = List.of("<?php", "<?xml", "#!");

  private FileHead() {}

  static List<Suppression> suppressions(String file, String text) {
    List<Suppression> found = new ArrayList<>();
    boolean block = false;
    int start = 0;
    for (int line = 1; start < text.length(); line++) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String content = text.substring(start, end).strip();
      boolean comment = block || OPENERS.stream().anyMatch(content::startsWith);
      if (!comment && !content.isEmpty() && PREAMBLES.stream().noneMatch(content::startsWith)) {
        break;
      }
      if (comment) {
        Span span = new Span(start, end, line, 1, line, Math.max(1, end - start));
        Suppression.read(file, words(content), span).ifPresent(found::add);
        boolean opens = block || content.startsWith("/*") || content.startsWith("<!--");
        block = opens && CLOSERS.stream().noneMatch(content::contains);
      }
      start = end + 1;
    }
    return found;
  }

  private static String words(String comment) {
    String words = comment;
    for (String opener : OPENERS) {
      if (words.startsWith(opener)) {
        words = words.substring(opener.length());
        break;
      }
    }
    for (String closer : CLOSERS) {
      int end = words.indexOf(closer);
      words = end < 0 ? words : words.substring(0, end);
    }
    return words.strip();
  }
}
