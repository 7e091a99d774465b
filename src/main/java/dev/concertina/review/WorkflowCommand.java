package dev.concertina.review;

import dev.concertina.rule.Severity;

/**
 * One line of output that GitHub's runner obeys. Whatever is in its text, it stays that one
 * command.
 */
public final class WorkflowCommand {
  private static final int LONGEST = 2_000;

  private WorkflowCommand() {}

  /** A remark about the run as a whole. */
  public static String of(Severity severity, String title, String message) {
    return "::" + level(severity) + " title=" + property(title) + "::" + text(message);
  }

  /** A line that is shown only to those who asked the runner for debugging. */
  public static String debug(String message) {
    return "::debug::" + text(message);
  }

  /** A remark at a place: the command's other properties, each escaped. */
  static String at(Severity severity, String place, String title, String message) {
    String properties = place + ",title=" + property(title);
    return "::" + level(severity) + " " + properties + "::" + text(message);
  }

  /** What the runner calls a severity. */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.toString();
  }

  private static String text(String message) {
    return data(Clean.cut(message.strip(), LONGEST));
  }

  /** The message of a command: it ends at the line's end. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A property of a command: it ends at a comma or a colon, too. */
  static String property(String text) {
    return data(Clean.line(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
