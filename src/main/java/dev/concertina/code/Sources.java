package dev.concertina.code;

import dev.concertina.migration.Tree;
import dev.concertina.syntax.CSharpSource;
import dev.concertina.syntax.ClassSource;
import dev.concertina.syntax.JavaSource;
import dev.concertina.syntax.KotlinSource;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.RubyClass;
import dev.concertina.syntax.TypeScriptSource;
import dev.concertina.syntax.UnreadableSourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The source files of one version as trees, each read once and no more than a bounded number: what
 * a model inherits is looked up in the file that it names.
 */
final class Sources {
  private static final int MOST_PARSED = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  private final Tree tree;
  private final Predicate<String> excluded;
  private final Map<String, Optional<Object>> parsed = new HashMap<>();
  private Map<String, List<String>> byName;
  private boolean complete = true;

  /**
   * @param excluded paths that are no application source
   */
  Sources(Tree tree, Predicate<String> excluded) {
    this.tree = tree;
    this.excluded = excluded;
  }

  /** Whether everything that was asked for could be read. */
  boolean complete() {
    return complete;
  }

  /** A Python file; empty when there is none or it can't be read. */
  Optional<PythonModule> python(String path) {
    return parsed(path, PythonModule.class, PythonModule::read);
  }

  /** The classes of a Ruby file; empty when there is none or it can't be read. */
  @SuppressWarnings("unchecked")
  Optional<List<RubyClass>> ruby(String path) {
    return parsed(path, List.class, RubyClass::read).map(list -> (List<RubyClass>) list);
  }

  /** The classes of a file in another language; empty when there is none or it can't be read. */
  Optional<ClassSource> classes(String path) {
    return parsed(
        path,
        ClassSource.class,
        path.endsWith(".cs")
            ? CSharpSource::read
            : path.endsWith(".kt") ? KotlinSource::read : JavaSource::read);
  }

  /** A file of TypeScript or JavaScript; empty when there is none or it can't be read. */
  Optional<TypeScriptSource> typescript(String path) {
    return parsed(path, TypeScriptSource.class, TypeScriptSource::read);
  }

  /** The text of a file; empty when there is none or it is too big. */
  Optional<String> text(String path) {
    return excluded.test(path)
        ? Optional.empty()
        : tree.read(path)
            .filter(bytes -> bytes.length <= MOST_BYTES)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whether there is such a file. */
  boolean has(String path) {
    return tree.files().containsKey(path);
  }

  /** Paths that end with these folders and this file name, those nearest to {@code from} first. */
  List<String> endingWith(String suffix, String from) {
    if (byName == null) {
      byName = new HashMap<>();
      for (String path : tree.files().keySet()) {
        byName.computeIfAbsent(nameOf(path), name -> new ArrayList<>(1)).add(path);
      }
    }
    return byName.getOrDefault(nameOf(suffix), List.of()).stream()
        .filter(path -> path.equals(suffix) || path.endsWith("/" + suffix))
        .sorted((a, b) -> shared(b, from) - shared(a, from))
        .toList();
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static int shared(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  private <T> Optional<T> parsed(String path, Class<T> type, Function<String, ? extends T> reader) {
    Optional<Object> known = parsed.get(path);
    if (known == null) {
      known = parsed.size() < MOST_PARSED ? parse(path, reader) : Optional.empty();
      complete &= parsed.size() < MOST_PARSED;
      parsed.put(path, known);
    }
    return known.filter(type::isInstance).map(type::cast);
  }

  private Optional<Object> parse(String path, Function<String, ?> reader) {
    try {
      return text(path).map(reader);
    } catch (UnreadableSourceException unreadable) {
      complete = false;
      return Optional.empty();
    }
  }
}
