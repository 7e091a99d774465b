package dev.concertina.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a report can be had: the values of {@code --format}. */
public enum Format {
  TEXT,
  JSON,
  MARKDOWN,
  SARIF,
  GITHUB,
  GITLAB;

  /** The writer for this form. */
  public ReportWriter writer(Options options) {
    return switch (this) {
      case TEXT -> new TextWriter(options);
      case JSON -> new JsonWriter();
      case MARKDOWN -> new MarkdownWriter(options);
      case SARIF -> new SarifWriter(options);
      case GITHUB -> new GithubWriter();
      case GITLAB -> new GitlabWriter();
    };
  }

  /** The form of that name, or empty when there is none. */
  public static Optional<Format> of(String name) {
    return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
  }

  /** As the command line has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
