package dev.concertina.check;

import dev.concertina.rule.Finding;
import java.time.LocalDate;
import java.util.Set;

/**
 * Somebody's decision, outside the files, to let findings of a rule be.
 *
 * @param fingerprints the findings that it covers; null for all that are there
 * @param until the last day on which it holds, or null
 */
public record Acceptance(String rule, Set<String> fingerprints, String reason, LocalDate until) {

  boolean covers(Finding finding, String fingerprint, LocalDate today) {
    return rule.equals(finding.rule())
        && (fingerprints == null || fingerprints.contains(fingerprint))
        && (until == null || !today.isAfter(until));
  }
}
