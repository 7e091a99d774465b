package dev.concertina.review;

import dev.concertina.check.Report.Result;
import dev.concertina.rule.Severity;
import java.util.List;
import java.util.Optional;

/** The bodies of the comments on lines of a pull request: one for each operation with findings. */
public final class CommentWriter {
  /** The name of the only project of a repository. */
  public static final String DEFAULT_PROJECT = "default";

  private static final int MOST_BESIDE = 5;
  private static final String PROJECT = "<!-- concertina:project ";
  private static final String END = " -->";

  private final Links links;

  public CommentWriter(Links links) {
    this.links = links;
  }

  /** The hidden line by which a comment's author knows a finding again. */
  public static String marker(String fingerprint) {
    return "<!-- concertina:finding:v1 " + fingerprint + " -->";
  }

  /** The hidden line that says of which project a comment is. */
  public static String projectMarker(String project) {
    return PROJECT + MarkdownWriter.name(project) + END;
  }

  /** The project that a hidden line names, if it is one that names a project. */
  public static Optional<String> project(String line) {
    return line.startsWith(PROJECT) && line.endsWith(END)
        ? Optional.of(line.substring(PROJECT.length(), line.length() - END.length()))
        : Optional.empty();
  }

  /**
   * The comment about one operation.
   *
   * @param project tells the comments of several projects of one repository apart
   * @param suggestion whether the comment will stand on exactly the lines that the fix replaces, so
   *     that the forge can offer to apply it
   */
  public String write(Block block, String project, boolean suggestion) {
    StringBuilder out = new StringBuilder();
    block.results().forEach(result -> out.append(marker(result.fingerprint())).append('\n'));
    if (!project.equals(DEFAULT_PROJECT)) {
      out.append(projectMarker(project)).append('\n');
    }
    MarkdownFinding text = new MarkdownFinding(block.results().getFirst(), links);
    boolean info = block.worst().severity() == Severity.INFO;
    paragraph(out, text.headline(), info ? "" : text.why());
    paragraph(out, text.failure(), text.uses(), text.rollback());
    paragraph(out, text.related());
    block(out, suggestion ? text.suggestion() : text.fix());
    paragraph(out, text.firstStep());
    for (Result result : block.results().stream().skip(1).limit(MOST_BESIDE).toList()) {
      paragraph(out, new MarkdownFinding(result, links).beside());
    }
    paragraph(out, text.small(text.rule(), text.locks()));
    if (!info) {
      out.append('\n').append(MarkdownWriter.accept(block.worst()));
    }
    return out.toString();
  }

  private static void block(StringBuilder out, String block) {
    if (!block.isEmpty()) {
      out.append('\n').append(block);
    }
  }

  private static void paragraph(StringBuilder out, String... sentences) {
    String text = String.join(" ", List.of(sentences).stream().filter(s -> !s.isEmpty()).toList());
    if (!text.isEmpty()) {
      out.append('\n').append(text).append('\n');
    }
  }
}
