package dev.concertina.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page about data transformations, for the code on it. */
final class TransformationPage {

  private static final Path PAGE = Path.of("docs/data-transformations.md");

  private TransformationPage() {}

  static String text() throws IOException {
    return Files.readString(PAGE);
  }

  /** The first block of a language that has these words. */
  static String block(String language, String words) throws IOException {
    Matcher blocks =
        Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(text());
    while (blocks.find()) {
      if (blocks.group(1).contains(words)) {
        return blocks.group(1);
      }
    }
    throw new AssertionError("expected a block of " + language + " with " + words + " on " + PAGE);
  }
}
