package dev.concertina.migration;

import dev.concertina.liquibase.Audience;
import dev.concertina.liquibase.Changelog;
import dev.concertina.syntax.UnreadableSourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which changelog of a tree brings in which others, by paths as Liquibase looks them up. */
final class ChangelogIncludes {

  /** Whom changelogs are read for: files for other databases are not. */
  static final Audience AUDIENCE = new Audience(Engine.DEFAULT.name());

  private static final String MARK = "databaseChangeLog";

  private final Tree tree;
  private final RepositoryFiles files;
  private final Map<String, List<Changelog.Entry>> entries = new HashMap<>();
  private Map<String, String> parents;

  ChangelogIncludes(Tree tree, RepositoryFiles files) {
    this.tree = tree;
    this.files = files;
  }

  /** The changelog that a changelog is brought in by, and that nobody brings in. */
  String root(String path) {
    Set<String> seen = new LinkedHashSet<>();
    String at = path;
    for (String above = parents().get(at); above != null && seen.add(at); ) {
      at = above;
      above = parents().get(at);
    }
    return at;
  }

  private Map<String, String> parents() {
    if (parents == null) {
      parents = new TreeMap<>();
      for (String path : tree.containing(List.of(MARK)).stream().sorted().toList()) {
        if (FileName.isDocument(path)
            && !Exclusions.excluded(path)
            && files.text(path).contains(MARK)) {
          for (Changelog.Entry entry : entries(path)) {
            if (entry instanceof Changelog.Include one) {
              included(path, one).forEach(child -> parents.putIfAbsent(child, path));
            }
          }
        }
      }
    }
    return parents;
  }

  /** What a changelog says beside its change sets; nothing where it can't be read. */
  List<Changelog.Entry> entries(String path) {
    return entries.computeIfAbsent(path, this::read);
  }

  private List<Changelog.Entry> read(String path) {
    String text = files.text(path);
    // Most changelogs hold change sets alone, and are not worth a second reading.
    if (!text.contains("include") && !text.contains("property")) {
      return List.of();
    }
    try {
      return Changelog.read(path, text).entries(AUDIENCE);
    } catch (UnreadableSourceException unreadable) {
      return List.of();
    }
  }

  /** The changelogs that an include brings in, in the order in which they run. */
  List<String> included(String path, Changelog.Include include) {
    if (!include.all()) {
      String file = resolve(path, include.path(), include.relative());
      return file == null || file.equals(path) ? List.of() : List.of(file);
    }
    List<String> all = new ArrayList<>();
    String folder = folder(path, include.path(), include.relative());
    if (folder != null) {
      for (String file : files.below(folder)) {
        boolean changelog = FileName.isDocument(file) || FileName.isSql(Path.name(file));
        if (changelog && !file.equals(path)) {
          all.add(file);
        }
      }
    }
    return all;
  }

  /** The file that a changelog means, or null where there is none. */
  String resolve(String from, String written, boolean relative) {
    String path = bare(written);
    if (relative) {
      String beside = normal(Path.in(Path.folder(from), path));
      if (files.has(beside)) {
        return beside;
      }
    }
    for (String at = Path.folder(from); ; at = Path.folder(at)) {
      String here = normal(Path.in(at, path));
      if (files.has(here)) {
        return here;
      } else if (at.isEmpty()) {
        break;
      }
    }
    // Another module's resources are on the same class path.
    return files.named(name -> name.equals(Path.name(path))).stream()
        .filter(file -> Path.endsWith(file, path) && !Exclusions.excluded(file))
        .findFirst()
        .orElse(null);
  }

  private String folder(String from, String written, boolean relative) {
    String path = bare(written);
    String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (relative) {
      return normal(Path.in(Path.folder(from), folder));
    }
    for (String at = Path.folder(from); ; at = Path.folder(at)) {
      String here = normal(Path.in(at, folder));
      if (files.below(here).iterator().hasNext() && !here.isEmpty()) {
        return here;
      } else if (at.isEmpty()) {
        return null;
      }
    }
  }

  private static String bare(String written) {
    String path = written.strip().replace('\\', '/');
    path = path.startsWith("classpath:") ? path.substring("classpath:".length()) : path;
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /** Without {@code .} and {@code ..}. */
  private static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
