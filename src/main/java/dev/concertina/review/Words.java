package dev.concertina.review;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words of prose in Markdown: what could act on a forge stands in code. */
final class Words {
  private static final String HARMLESS = ".,;:?!()'\"-–—/%=+…“”‘’·×≤≥→";
  private static final String ENDS = ".,;:?!";

  /** GH-1 and the autolinks that a repository may define for its issue tracker. */
  private static final Pattern ISSUE =
      Pattern.compile("(?i).*\\bgh-\\d.*|.*\\b[A-Z][A-Z0-9]*-\\d.*");

  private static final Pattern COMMIT = Pattern.compile("(?=.*\\d)[0-9a-fA-F]{7,}");
  private static final Pattern EMOJI = Pattern.compile(".*:[a-z0-9_+-]+:.*");
  private static final Pattern MARKER = Pattern.compile("[-+=]+|\\d+[.)]");

  private Words() {}

  /**
   * The text, with its spaces.
   *
   * @param first whether it may start a line, where some words would start a list
   */
  static String safe(String text, boolean first) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (i > start) {
          word(out, text.substring(start, i), first && out.isEmpty());
        }
        if (i < text.length()) {
          out.append(' ');
        }
        start = i + 1;
      }
    }
    return out.toString();
  }

  private static void word(StringBuilder out, String word, boolean first) {
    if (first && MARKER.matcher(word).matches()) {
      out.append(word, 0, word.length() - 1).append('\\').append(word.charAt(word.length() - 1));
    } else if (isHarmless(word)) {
      out.append(word);
    } else {
      int end = word.length();
      while (end > 1 && ENDS.indexOf(word.charAt(end - 1)) >= 0) {
        end--;
      }
      out.append(MarkdownText.code(word.substring(0, end))).append(word, end, word.length());
    }
  }

  private static boolean isHarmless(String word) {
    return word.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0)
        && !word.contains("://")
        && !word.toLowerCase(Locale.ROOT).contains("www.")
        && !ISSUE.matcher(word).matches()
        && !COMMIT.matcher(word).matches()
        && !EMOJI.matcher(word).matches();
  }
}
