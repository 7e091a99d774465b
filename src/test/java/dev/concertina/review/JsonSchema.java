package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JSON Schema that documents are held to. */
public final class JsonSchema {
  private static final Path REPORT = Path.of("docs/schema/report.schema.json");
  private static final Path CODE_QUALITY =
      Path.of("src/test/resources/schema/code-quality.schema.json");

  private final Schema schema;

  private JsonSchema(SpecificationVersion version, String text) {
    SchemaRegistryConfig formats =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    schema =
        SchemaRegistry.withDefaultDialect(version, r -> r.schemaRegistryConfig(formats))
            .getSchema(text, InputFormat.JSON);
  }

  static JsonSchema of(SpecificationVersion version, Path file) throws IOException {
    return new JsonSchema(version, Files.readString(file));
  }

  /** The published schema of reports. */
  public static JsonSchema report() throws IOException {
    return of(SpecificationVersion.DRAFT_2020_12, REPORT);
  }

  /** What GitLab asks of a Code Quality report; it publishes no schema. */
  public static JsonSchema codeQuality() throws IOException {
    return of(SpecificationVersion.DRAFT_2020_12, CODE_QUALITY);
  }

  /** The schema of SARIF 2.1.0, from the artifact that ships it. */
  public static JsonSchema sarif() throws IOException {
    try (InputStream in = JsonSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new JsonSchema(SpecificationVersion.DRAFT_7, text);
    }
  }

  public void check(String document) {
    assertThat(schema.validate(document, InputFormat.JSON)).isEmpty();
  }

  boolean accepts(String document) {
    return schema.validate(document, InputFormat.JSON).isEmpty();
  }
}
