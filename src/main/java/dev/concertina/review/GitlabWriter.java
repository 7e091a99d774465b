package dev.concertina.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concertina.check.Fingerprint;
import dev.concertina.check.Report;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Unread;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** GitLab's Code Quality report: what counts, and what could not be read. */
public final class GitlabWriter implements ReportWriter {

  @Override
  public void write(Report report, Appendable out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      for (Result result : report.findings()) {
        if (result.counts()) {
          finding(json, result);
        }
      }
      Map<String, Integer> seen = new HashMap<>();
      for (Unread unread : NotAnalysed.withoutFindings(report)) {
        String key = "not-analysed\0" + unread.file() + '\0' + unread.reason();
        unread(json, unread, Fingerprint.of(key, seen.merge(key, 1, Integer::sum) - 1));
      }
      json.writeEndArray();
    }
    out.append('\n');
  }

  private static void finding(JsonGenerator json, Result result) throws IOException {
    Finding finding = result.finding();
    json.writeStartObject();
    json.writeStringField("description", Prose.of(finding.message()).plain());
    json.writeStringField("check_name", finding.rule());
    json.writeStringField("fingerprint", result.fingerprint());
    json.writeStringField("severity", severity(finding.severity()));
    location(json, finding.file(), finding.span().line(), finding.span().endLine());
    json.writeEndObject();
  }

  private static void unread(JsonGenerator json, Unread unread, String fingerprint)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", "Not analysed: " + Prose.of(unread.reason()).plain());
    json.writeStringField("check_name", "any/not-analysed");
    json.writeStringField("fingerprint", fingerprint);
    json.writeStringField("severity", severity(Severity.WARNING));
    location(json, unread.file(), unread.span().line(), unread.span().endLine());
    json.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }

  private static void location(JsonGenerator json, String file, int line, int endLine)
      throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", file);
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", line);
    json.writeNumberField("end", endLine);
    json.writeEndObject();
    json.writeEndObject();
  }
}
