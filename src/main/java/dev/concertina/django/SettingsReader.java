package dev.concertina.django;

import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a project says about itself, from at most a few of its files. */
final class SettingsReader {

  /** What is taken where nothing says which version it is. */
  private static final DjangoVersion DEFAULT = new DjangoVersion(5, 2, false);

  private static final int MOST_FILES = 40;

  private static final List<String> WORDS = List.of("AUTH_USER_MODEL", "DEFAULT_AUTO_FIELD");

  private final String root;
  private final ProjectFiles files;
  private final Map<String, String> named = new HashMap<>();

  SettingsReader(String root, ProjectFiles files) {
    this.root = root;
    this.files = files;
  }

  Settings read() {
    DjangoVersion version = version();
    files.containing(WORDS).stream()
        .filter(path -> path.endsWith(".py") && isSettings(path))
        .sorted()
        .limit(MOST_FILES)
        .forEach(this::note);
    Settings settings = Settings.of(version.major(), version.minor());
    String autoField = named.get("DEFAULT_AUTO_FIELD");
    String userModel = named.get("AUTH_USER_MODEL");
    settings = autoField == null ? settings : settings.withAutoField(autoField);
    settings = userModel == null ? settings : settings.withUserModel(userModel);
    return settings.withFieldBases(fieldBases());
  }

  private DjangoVersion version() {
    List<DjangoVersion> found = new ArrayList<>();
    for (String folder : List.of(root, "")) {
      for (String path : files.below(folder)) {
        if (DjangoVersion.mayStandIn(name(path)) && found.size() < MOST_FILES) {
          DjangoVersion.in(files.text(path)).ifPresent(found::add);
        }
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    return found.stream().min(DjangoVersion.SUREST).orElse(DEFAULT);
  }

  private static boolean isSettings(String path) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return name(path).contains("settings")
        || folder.endsWith("settings")
        || folder.contains("settings/")
        || folder.endsWith("conf")
        || folder.endsWith("config");
  }

  private void note(String path) {
    module(path)
        .ifPresent(
            module -> {
              for (String word : WORDS) {
                Value value = module.constant(word);
                if (value != null && value.text() != null) {
                  named.putIfAbsent(word, value.text());
                }
              }
            });
  }

  /** Which of Django's field classes the project's own extend, by their full names. */
  private Map<String, String> fieldBases() {
    Map<String, String> bases = new HashMap<>();
    int read = 0;
    for (String path : files.below(root)) {
      boolean fields = path.endsWith(".py") && path.contains("field") && !path.contains("test");
      if (fields && read++ < MOST_FILES) {
        module(path).ifPresent(module -> noteFields(path, module, bases));
      }
    }
    return bases;
  }

  private void noteFields(String path, PythonModule module, Map<String, String> bases) {
    String inside = root.isEmpty() ? path : path.substring(root.length() + 1);
    String dotted = inside.substring(0, inside.length() - ".py".length()).replace('/', '.');
    String own = dotted.endsWith(".__init__") ? dotted.replace(".__init__", "") : dotted;
    for (PythonClass type : module.classes().values()) {
      for (String base : type.bases()) {
        if (base.endsWith("Field") || bases.containsKey(base)) {
          bases.putIfAbsent(own + "." + type.name(), base.contains(".") ? base : own + "." + base);
          break;
        }
      }
    }
  }

  private Optional<PythonModule> module(String path) {
    try {
      return Optional.of(PythonModule.read(files.text(path)));
    } catch (UnreadableSourceException unreadable) {
      // The settings keep their defaults.
      return Optional.empty();
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
