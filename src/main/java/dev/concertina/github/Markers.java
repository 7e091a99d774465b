package dev.concertina.github;

import dev.concertina.review.CommentWriter;
import dev.concertina.review.MarkdownWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden lines by which a comment of ours is known again. They stand at its very start: a
 * marker anywhere else is a quotation.
 */
final class Markers {
  private static final Pattern FINDING =
      Pattern.compile("<!-- concertina:finding:v1 ([0-9a-f]{8,64}) -->");

  private final String project;
  private final String summary;

  Markers(String project) {
    this.project = CommentWriter.project(CommentWriter.projectMarker(project)).orElse(project);
    this.summary = MarkdownWriter.marker(project);
  }

  /** Whether it is this project's sticky summary. */
  boolean isSummary(Said said) {
    return said.own() && said.body().startsWith(summary);
  }

  /** The findings that a thread of this project is about; empty when it is none of ours. */
  List<String> findings(Discussion thread) {
    Said first = thread.first();
    if (!first.own()) {
      return List.of();
    }
    List<String> fingerprints = new ArrayList<>();
    String itsProject = CommentWriter.DEFAULT_PROJECT;
    for (String line : (Iterable<String>) first.body().lines()::iterator) {
      Matcher finding = FINDING.matcher(line.strip());
      if (finding.matches()) {
        fingerprints.add(finding.group(1));
      } else {
        itsProject = CommentWriter.project(line.strip()).orElse(itsProject);
        break;
      }
    }
    return itsProject.equals(project) ? fingerprints : List.of();
  }
}
