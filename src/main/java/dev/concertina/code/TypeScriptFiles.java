package dev.concertina.code;

import dev.concertina.syntax.SourceClass;
import dev.concertina.syntax.TypeScriptSource;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the classes and constants of TypeScript files by the names that others import. */
final class TypeScriptFiles {
  /** So many files are looked into for one name. */
  private static final int MOST_FILES = 60;

  private static final int MOST_CANDIDATES = 4;

  private static final List<String> ENDINGS =
      List.of(".ts", ".js", ".tsx", ".mjs", ".cjs", ".mts", "/index.ts", "/index.js");

  private final Sources sources;

  TypeScriptFiles(Sources sources) {
    this.sources = sources;
  }

  /** A class and the file in which it stands. */
  record Found(String path, TypeScriptSource source, SourceClass type) {

    Place place() {
      return new Place(path, type.span().line());
    }

    Place place(SourceClass.Member member) {
      return new Place(path, member.span().line());
    }
  }

  /** A constant and the file in which it stands. */
  record Constant(String path, TypeScriptSource source, Value value) {}

  static boolean isOne(String path) {
    return path.matches(".*\\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)");
  }

  Optional<TypeScriptSource> source(String path) {
    return sources.typescript(path);
  }

  List<Found> in(String path) {
    return source(path)
        .map(
            source -> source.classes().stream().map(type -> new Found(path, source, type)).toList())
        .orElse(List.of());
  }

  /** A class by the name that another file uses for it. */
  Optional<Found> named(String name, String path, TypeScriptSource from) {
    for (String file : files(name, path, from)) {
      for (Found found : in(file)) {
        if (found.type.name().equals(name)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /** A constant by the name that another file uses for it. */
  Optional<Constant> constant(String name, String path, TypeScriptSource from) {
    for (String file : files(name, path, from)) {
      Optional<TypeScriptSource> source = source(file);
      Value value = source.map(one -> one.constant(name)).orElse(null);
      if (value != null) {
        return Optional.of(new Constant(file, source.get(), value));
      }
    }
    return Optional.empty();
  }

  /** The files in which a name may stand, the file itself first. */
  private Set<String> files(String name, String path, TypeScriptSource from) {
    Set<String> files = new LinkedHashSet<>();
    follow(name, path, from, files);
    return files;
  }

  private void follow(String name, String path, TypeScriptSource from, Set<String> files) {
    if (files.size() >= MOST_FILES || !files.add(path)) {
      return;
    }
    List<String> modules = new ArrayList<>(from.starExports());
    if (from.module(name) != null) {
      modules.add(0, from.module(name));
    }
    for (String module : modules) {
      for (String file : resolve(module, path)) {
        source(file).ifPresent(next -> follow(name, file, next, files));
      }
    }
  }

  /** {@code ./audio} beside the file, {@code @/models/audio} by its end. */
  private List<String> resolve(String module, String path) {
    String bare = module.replaceFirst("\\.(ts|js|mjs)$", "");
    List<String> found = new ArrayList<>();
    for (String ending : ENDINGS) {
      if (bare.startsWith(".")) {
        String file = normal(path.substring(0, path.lastIndexOf('/') + 1) + bare) + ending;
        if (sources.has(file)) {
          found.add(file);
        }
      } else {
        String suffix = bare.replaceFirst("^(@[^/]*|~|#[^/]*|src)/", "");
        found.addAll(suffix.equals(bare) ? List.of() : sources.endingWith(suffix + ending, path));
      }
    }
    return found.stream().limit(MOST_CANDIDATES).toList();
  }

  private static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.equals(".") && !part.equals("..") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
