package dev.concertina.code;

import dev.concertina.code.Reference.Kind;
import dev.concertina.migration.Tree;
import dev.concertina.schema.Name;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The source of an application in memory, and what is found to declare a column in it. */
final class Application implements Tree {
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();
  private final Set<String> read = new TreeSet<>();

  /** Adds a file. */
  Application with(String path, String text) {
    texts.put(path, text);
    files.put(path, "");
    return this;
  }

  /** The places that declare a column, {@code path:line}, or the table when there is none. */
  String declaring(String table, String column) {
    return references(table, column).stream()
        .filter(reference -> reference.kind() == Kind.DECLARES)
        .map(reference -> reference.file() + ":" + reference.line())
        .collect(Collectors.joining(" "));
  }

  /** The first line of a file that holds a text, as {@link #declaring} would say it. */
  String at(String path, String text) {
    List<String> lines = texts.get(path).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return path + ":" + (i + 1);
      }
    }
    throw new IllegalArgumentException("no line of " + path + " holds " + text);
  }

  List<Reference> references(String table, String column) {
    Subject subject = new Subject(Name.of(table), column, true);
    return new IdentifierScan(this, path -> path.contains("migrations/"), List.of(subject))
        .to(subject);
  }

  /** The files that were read so far. */
  Set<String> read() {
    return read;
  }

  @Override
  public SortedMap<String, String> files() {
    return files;
  }

  @Override
  public Optional<byte[]> read(String path) {
    read.add(path);
    return Optional.ofNullable(texts.get(path)).map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Collection<String> containing(Collection<String> words) {
    return texts.entrySet().stream()
        .filter(file -> words.stream().anyMatch(file.getValue().toLowerCase(Locale.ROOT)::contains))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
