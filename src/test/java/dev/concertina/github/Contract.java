package dev.concertina.github;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What GitHub takes and answers, by its own published description. */
final class Contract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(resource("openapi.json"))
          .withBasePathOverride("/")
          .withLevelResolver(
              LevelResolver.create()
                  // A refusal may come for any reason, described or not.
                  .withLevel("validation.response.status.unknown", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  private Contract() {}

  static String resource(String path) {
    try (InputStream in = Contract.class.getResourceAsStream("/github/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource github/" + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** GitHub's own example of an answer. */
  static JsonNode example(String operation) {
    try {
      return JSON.readTree(resource("examples/" + operation + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a request. */
  static List<String> request(String method, String path, String query, byte[] body) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(Request.Method.valueOf(method), path);
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      request.withQueryParam(pair.substring(0, equals), pair.substring(equals + 1));
    }
    if (body.length > 0) {
      request.withBody(body).withContentType("application/json");
    }
    return messages(VALIDATOR.validateRequest(request.build()));
  }

  /** What is wrong with an answer. */
  static List<String> response(
      String method, String path, int status, byte[] body, Map<String, String> headers) {
    SimpleResponse.Builder response = new SimpleResponse.Builder(status);
    headers.forEach(response::withHeader);
    if (body.length > 0) {
      response.withBody(body).withContentType("application/json");
    }
    return messages(
        VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response.build()));
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(message -> message.getKey() + ": " + message.getMessage())
        .toList();
  }
}
