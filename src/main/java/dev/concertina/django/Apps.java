package dev.concertina.django;

import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * The labels of a project's apps: the name of their folder, unless {@code apps.py} says another.
 */
final class Apps {

  private static final String MIGRATIONS = "/migrations/";

  private final ProjectFiles files;
  private final Map<String, String> labels = new HashMap<>();

  Apps(ProjectFiles files) {
    this.files = files;
  }

  /** Whether a path is where a migration of an app lies. */
  static boolean mayHoldMigration(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.endsWith(MIGRATIONS.substring(1) + name)
        && name.endsWith(".py")
        && !name.startsWith("__")
        && path.lastIndexOf(MIGRATIONS) > 0;
  }

  /** What Django calls the migration in a file. */
  Key key(String path) {
    int at = path.lastIndexOf(MIGRATIONS);
    String name = path.substring(at + MIGRATIONS.length(), path.length() - ".py".length());
    return new Key(labels.computeIfAbsent(path.substring(0, at), this::label), name);
  }

  /** The label of the app whose models a file declares. */
  String ofModels(String path) {
    int models = path.lastIndexOf("/models/");
    String folder = path.substring(0, Math.max(0, models < 0 ? path.lastIndexOf('/') : models));
    return labels.computeIfAbsent(folder, this::label);
  }

  private String label(String folder) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    String text = files.text(folder + "/apps.py");
    if (!text.contains("label")) {
      return name;
    }
    try {
      for (PythonClass type : PythonModule.read(text).classes().values()) {
        Value label = type.attributes().get("label");
        if (label != null && label.text() != null) {
          return label.text();
        }
      }
    } catch (UnreadableSourceException unreadable) {
      // The name of the folder is what nearly every app is called.
    }
    return name;
  }
}
