package dev.concertina.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A configuration file of somebody else's program as dotted keys in lower case without dashes and
 * underscores, so that {@code spring.flyway.transactional-lock} in properties, YAML and TOML is one
 * key. The items of a list stand on a line each. What can't be read is left out.
 */
final class FlatConfig {

  private static final int LONGEST = 1 << 18;

  private FlatConfig() {}

  static Map<String, String> read(String path, String text) {
    String name = Path.name(path);
    if (text.length() > LONGEST) {
      return Map.of();
    }
    return name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json")
        ? yaml(text)
        : lines(text);
  }

  private static Map<String, String> yaml(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    YAMLFactory yaml = new YAMLFactory();
    try (var parser = yaml.createParser(text);
        var documents = new ObjectMapper().readerFor(JsonNode.class).readValues(parser)) {
      while (documents.hasNext()) {
        flatten("", (JsonNode) documents.next(), values);
      }
    } catch (IOException | RuntimeException unreadable) {
      // Templates and merge conflicts are no YAML; the keys before them still hold.
    }
    return values;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
    if (node == null) {
      return;
    }
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(join(prefix, e.getKey()), e.getValue(), values));
    } else if (node.isArray()) {
      StringBuilder all = new StringBuilder();
      node.forEach(item -> all.append(all.isEmpty() ? "" : "\n").append(item.asText()));
      values.putIfAbsent(prefix, all.toString());
    } else if (!node.isMissingNode()) {
      values.putIfAbsent(prefix, node.asText());
    }
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    String section = "";
    for (String raw : text.split("\n")) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      int colon = line.indexOf(':');
      int at = equals < 0 ? colon : equals;
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.replace("[", "").replace("]", "").strip();
      } else if (at > 0 && !line.startsWith("#") && !line.startsWith("//")) {
        values.putIfAbsent(join(section, line.substring(0, at)), value(line.substring(at + 1)));
      }
    }
    return values;
  }

  private static String value(String raw) {
    String value = raw.strip();
    if (value.startsWith("[") && value.endsWith("]")) {
      value = value.substring(1, value.length() - 1).replace("\"", "").replace("'", "");
    }
    boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
    int end = quoted ? value.indexOf(value.charAt(0), 1) : value.indexOf(" #");
    return end < 0 ? value : value.substring(quoted ? 1 : 0, end).strip();
  }

  private static String join(String prefix, String key) {
    String clean = key.strip().toLowerCase(java.util.Locale.ROOT).replace("-", "").replace("_", "");
    return prefix.isEmpty() ? clean : clean(prefix) + "." + clean;
  }

  private static String clean(String prefix) {
    return prefix.toLowerCase(java.util.Locale.ROOT).replace("-", "").replace("_", "");
  }
}
