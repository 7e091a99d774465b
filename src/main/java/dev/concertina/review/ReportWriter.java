package dev.concertina.review;

import dev.concertina.check.Report;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a report in one form. Everything that it says comes from the report. */
public interface ReportWriter {

  /** Writes the whole report, ending in a line end. */
  void write(Report report, Appendable out) throws IOException;

  /** The whole report as one string. */
  default String write(Report report) {
    StringBuilder out = new StringBuilder();
    try {
      write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string does not fail", e);
    }
    return out.toString();
  }
}
