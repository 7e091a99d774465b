package dev.concertina.code;

import dev.concertina.code.PythonClasses.Found;
import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the app of a Django model may be called: it is the first part of its table's name. The
 * settings that say which folder is an app can't be run; any folder above the model may be.
 */
final class DjangoLabels {
  private final Sources sources;
  private final Map<String, List<String>> configured = new HashMap<>();

  DjangoLabels(Sources sources) {
    this.sources = sources;
  }

  Set<String> of(Found model) {
    String said = DjangoMeta.text(model.type(), "app_label");
    if (said != null) {
      return Set.of(said);
    }
    Set<String> labels = new LinkedHashSet<>();
    String folder = model.path();
    for (int slash = folder.lastIndexOf('/'); slash > 0; slash = folder.lastIndexOf('/')) {
      folder = folder.substring(0, slash);
      labels.add(folder.substring(folder.lastIndexOf('/') + 1));
      labels.addAll(configured.computeIfAbsent(folder + "/apps.py", this::labels));
    }
    return labels;
  }

  /** {@code label = "media"} of an {@code AppConfig}. */
  private List<String> labels(String path) {
    List<String> labels = new ArrayList<>();
    boolean may = sources.has(path) && sources.text(path).orElse("").contains("label");
    if (may) {
      sources
          .python(path)
          .ifPresent(module -> module.classes().values().forEach(type -> add(type, labels)));
    }
    return labels;
  }

  private static void add(PythonClass config, List<String> labels) {
    Value label = config.attributes().get("label");
    if (label != null && label.text() != null) {
      labels.add(label.text());
    }
  }
}
