package dev.concertina.review;

import dev.concertina.rule.Severity;
import java.util.List;

/**
 * What is to be said in a pull request, as a value. It says nothing of what stands there already:
 * whoever publishes it compares the two.
 *
 * @param summary the sticky comment, in Markdown, its marker first
 * @param sticky whether the summary is worth a comment
 * @param goesOn whether the change may be a step of a plan that an earlier summary had
 * @param inline at most so many comments may be open at a time
 * @param comments one for each operation with findings, worst first
 * @param check the check run
 */
public record Review(
    String summary,
    Sticky sticky,
    boolean goesOn,
    int inline,
    List<Comment> comments,
    Check check) {

  public Review {
    comments = List.copyOf(comments);
  }

  /** When there is to be a summary. */
  public enum Sticky {
    /** In any case. */
    ALWAYS,
    /** Where there is one already, it is kept true. */
    UPDATE,
    /** No comment of any kind is written, and none is changed. */
    NEVER
  }

  /** How a check run ends. */
  public enum Conclusion {
    SUCCESS,
    NEUTRAL,
    FAILURE
  }

  /**
   * What is said about one operation.
   *
   * @param fingerprints of its findings, worst first; never empty
   * @param place where it stands in the diff, or null where only the file as a whole is left
   * @param commentable whether it may stand in the diff at all
   * @param body in Markdown, with its markers, for exactly that place
   * @param elsewhere the same for any other place: nothing in it can be applied to lines
   */
  public record Comment(
      List<String> fingerprints,
      Severity severity,
      String file,
      Diff.Place place,
      boolean commentable,
      String body,
      String elsewhere,
      Annotation annotation) {

    public Comment {
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /**
   * A remark beside a line that belongs to a check run.
   *
   * @param startColumn 0 where there is none
   */
  public record Annotation(
      String file,
      int startLine,
      int endLine,
      int startColumn,
      int endColumn,
      Severity severity,
      String title,
      String message) {}

  /**
   * The check run.
   *
   * @param title one plain line
   * @param summary in Markdown
   * @param annotations what has no place among the comments
   */
  public record Check(
      Conclusion conclusion, String title, String summary, List<Annotation> annotations) {

    public Check {
      annotations = List.copyOf(annotations);
    }
  }
}
