package dev.concertina.check;

import dev.concertina.schema.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A comment in a migration that accepts a finding: {@code concertina: allow RULE because REASON
 * until DATE}.
 *
 * @param file where it stands
 * @param reason empty when none is given
 * @param until the last day on which it holds, or null
 * @param span where the comment stands
 */
record Suppression(String file, String rule, String reason, LocalDate until, Span span) {

  static final String INTRODUCTION = "concertina:";

  /** Reads a comment's text; empty when it is no suppression. */
  static Optional<Suppression> read(String file, String comment, Span span) {
    String text = comment.strip();
    if (!text.startsWith(INTRODUCTION)) {
      return Optional.empty();
    }
    String rest = text.substring(INTRODUCTION.length()).strip();
    if (!rest.startsWith("allow")) {
      return Optional.empty();
    }
    rest = rest.substring("allow".length()).strip();
    int end = 0;
    while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
      end++;
    }
    String rule = rest.substring(0, end);
    String reason = rest.substring(end).strip();
    LocalDate until = null;
    int last = reason.lastIndexOf("until ");
    if (last >= 0) {
      try {
        until = LocalDate.parse(reason.substring(last + "until ".length()).strip());
        reason = reason.substring(0, last).strip();
      } catch (DateTimeParseException e) {
        // "until" is then a word of the reason.
        until = null;
      }
    }
    boolean because = reason.startsWith("because");
    return Optional.of(
        new Suppression(
            file, rule, because ? reason.substring("because".length()).strip() : "", until, span));
  }

  /** The same for one comment, however it was come by. */
  String place() {
    return file + ":" + span.line() + ":" + rule;
  }

  boolean expired(LocalDate today) {
    return until != null && today.isAfter(until);
  }
}
