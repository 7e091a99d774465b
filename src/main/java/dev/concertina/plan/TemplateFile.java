package dev.concertina.plan;

import dev.concertina.rule.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file with gaps, which stands beside the classes of this package. */
final class TemplateFile {

  private final String name;

  TemplateFile(String name) {
    this.name = name;
  }

  /**
   * The file with its gaps filled.
   *
   * @param values written in the file's own language already, so that no name can end a string in
   *     it; an empty one leaves its optional part out
   */
  String fill(Map<String, String> values) {
    try (InputStream file = TemplateFile.class.getResourceAsStream(name)) {
      Template template = new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      return template.fill(gap -> values.getOrDefault(gap, "")).stripTrailing() + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + name, e);
    }
  }
}
