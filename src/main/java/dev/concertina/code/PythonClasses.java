package dev.concertina.code;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.PythonModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the classes of Python files by the names that other files import them under. */
final class PythonClasses {
  /** So many files are looked into for one name. */
  private static final int MOST_FILES = 60;

  private static final int MOST_CANDIDATES = 8;

  private final Sources sources;

  PythonClasses(Sources sources) {
    this.sources = sources;
  }

  /** A class and the file in which it stands. */
  record Found(String path, PythonModule module, PythonClass type) {

    Place place() {
      return new Place(path, type.span().line());
    }
  }

  /** The classes at the top of a file. */
  List<Found> in(String path) {
    return sources
        .python(path)
        .map(
            module ->
                module.classes().values().stream()
                    .map(type -> new Found(path, module, type))
                    .toList())
        .orElse(List.of());
  }

  /** A class that another one names among its bases; empty when it is not in the repository. */
  Optional<Found> named(String name, Found from) {
    return named(name, from.path, from.module, new HashSet<>());
  }

  private Optional<Found> named(String name, String path, PythonModule module, Set<String> seen) {
    if (seen.size() > MOST_FILES || !seen.add(path + ":" + name)) {
      return Optional.empty();
    }
    PythonClass here = module.classes().get(name);
    if (here != null) {
      return Optional.of(new Found(path, module, here));
    }
    int dot = name.lastIndexOf('.');
    List<String> files =
        dot < 0 ? starImports(path, module) : files(name.substring(0, dot), name, path);
    String local = name.substring(dot + 1);
    for (String file : files) {
      Optional<PythonModule> other = file.equals(path) ? Optional.empty() : sources.python(file);
      if (other.isPresent()) {
        Optional<Found> found = named(other.get().qualified(local), file, other.get(), seen);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private List<String> starImports(String path, PythonModule module) {
    List<String> files = new ArrayList<>();
    for (Node statement : module.file().root().children()) {
      if (statement.is("import_from_statement")
          && statement.children().stream().anyMatch(part -> part.is("wildcard_import"))) {
        String name = module.file().text(statement.child("module_name"));
        files.addAll(files(name, name, path));
      }
    }
    return files;
  }

  /** The files that a module may be: {@code a.b} is a/b.py or a/b/__init__.py. */
  private List<String> files(String module, String name, String path) {
    List<String> files = new ArrayList<>();
    if (name.startsWith(".")) {
      String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      int dots = 1;
      while (dots < name.length() && name.charAt(dots) == '.') {
        dots++;
        folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
      }
      String rest = module.length() <= dots ? "" : module.substring(dots).replace('.', '/');
      String at = folder.isEmpty() || rest.isEmpty() ? folder + rest : folder + "/" + rest;
      files.add(at + ".py");
      files.add(at.isEmpty() ? "__init__.py" : at + "/__init__.py");
      files.removeIf(file -> !sources.has(file));
    } else {
      String suffix = module.replace('.', '/');
      files.addAll(sources.endingWith(suffix + ".py", path));
      files.addAll(sources.endingWith(suffix + "/__init__.py", path));
    }
    return files.stream().limit(MOST_CANDIDATES).toList();
  }
}
