package dev.concertina.github;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SwaggerV20Library;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jsonschema.cfg.ValidationConfiguration;
import com.github.fge.jsonschema.core.report.ListReportProvider;
import com.github.fge.jsonschema.core.report.LogLevel;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import com.github.fge.msgsimple.load.MessageBundles;
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
          .withSchemaFactorySupplier(Contract::schemas)
          .withLevelResolver(
              LevelResolver.create()
                  // A refusal may come for any reason, described or not.
                  .withLevel("validation.response.status.unknown", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  private Contract() {}

  /** As the validator makes it, but it keeps what it has compiled: GitHub's schemas are large. */
  private static JsonSchemaFactory schemas() {
    return JsonSchemaFactory.newBuilder()
        .setReportProvider(new ListReportProvider(LogLevel.ERROR, LogLevel.FATAL))
        .setValidationConfiguration(
            ValidationConfiguration.newBuilder()
                .setDefaultLibrary(SwaggerV20Library.OAI_V2_METASCHEMA_URI, SwaggerV20Library.get())
                .setSyntaxMessages(MessageBundles.getBundle(SwaggerV20Library.SyntaxBundle.class))
                .setValidationMessages(
                    MessageBundles.getBundle(SwaggerV20Library.ValidationBundle.class))
                .setCacheSize(1 << 16)
                .freeze())
        .freeze();
  }

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
