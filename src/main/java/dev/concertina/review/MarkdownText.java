package dev.concertina.review;

import dev.concertina.review.Prose.Kind;
import dev.concertina.review.Prose.Run;

/**
 * Foreign text in GitHub's Markdown, so that it shows and can't act. Names stand in code spans with
 * a fence long enough. Prose keeps plain words; a word with anything in it that a forge might act
 * on becomes code, too: escaping is not enough, since entities are decoded before mentions are
 * looked for.
 */
final class MarkdownText {
  private static final int LONGEST_CODE = 160;
  private static final int SHORT = 400;
  private static final int LONGEST_ADDRESS = 800;

  private MarkdownText() {}

  /** A name, a path, a short piece of source: one code span on one line. */
  static String code(String text) {
    String clean = Clean.line(Clean.cut(text, LONGEST_CODE));
    if (clean.isEmpty()) {
      return "(empty)";
    }
    String fence = "`".repeat(longestTicks(clean) + 1);
    boolean padded = clean.startsWith("`") || clean.endsWith("`");
    return padded ? fence + " " + clean + " " + fence : fence + clean + fence;
  }

  /** A block of source in a fence that nothing in it can close. */
  static String block(String language, String text) {
    String clean = Clean.block(text);
    String fence = "`".repeat(Math.max(3, longestTicks(clean) + 1));
    return fence + language + "\n" + clean + (clean.endsWith("\n") ? "" : "\n") + fence + "\n";
  }

  private static int longestTicks(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** A link, or its text alone where there is no good address. The text is Markdown already. */
  static String link(String text, String address) {
    boolean linked = address != null && address.length() <= LONGEST_ADDRESS;
    return linked ? "[" + text + "](" + address + ")" : text;
  }

  /** Markdown for a cell of a table: its bars do not end the cell, also inside code. */
  static String cell(String markdown) {
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      if (c == '|') {
        // Two backslashes would escape each other and let the bar through.
        boolean escaped = i > 0 && markdown.charAt(i - 1) == '\\';
        cell.append(escaped ? " \\|" : "\\|");
      } else {
        cell.append(c == '\n' ? ' ' : c);
      }
    }
    return cell.toString();
  }

  /** A paragraph that can be had in few words, cut where it is not. */
  static String shortProse(String markdown) {
    return prose(Prose.of(Clean.cut(markdown, SHORT)));
  }

  /** A paragraph: plain words, emphasis and code. */
  static String prose(Prose prose) {
    return prose(prose, true);
  }

  /** A paragraph in bold, with nothing in it that would end the bold early. */
  static String strong(Prose prose) {
    return "**" + prose(prose, false) + "**";
  }

  private static String prose(Prose prose, boolean marks) {
    StringBuilder out = new StringBuilder();
    for (Run run : prose.runs()) {
      String mark = marks ? mark(run.kind()) : "";
      if (run.kind() == Kind.CODE) {
        append(out, code(run.text()));
      } else {
        append(out, mark + Words.safe(run.text(), out.isEmpty()) + mark);
      }
    }
    return out.toString().strip();
  }

  private static String mark(Kind kind) {
    return switch (kind) {
      case STRONG -> "**";
      case EMPHASIS -> "*";
      case TEXT, CODE -> "";
    };
  }

  /** Two code spans side by side would become one, so a space goes between them. */
  private static void append(StringBuilder out, String more) {
    boolean touching =
        !out.isEmpty() && out.charAt(out.length() - 1) == '`' && more.startsWith("`");
    out.append(touching ? " " : "").append(more);
  }
}
