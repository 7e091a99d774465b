package dev.concertina.code;

import dev.concertina.syntax.ClassSource;
import dev.concertina.syntax.SourceClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the classes of Java and Kotlin that an entity names: its bases and embedded types. */
final class EntityClasses {
  private static final int MOST_FILES = 6;

  private final Sources sources;

  EntityClasses(Sources sources) {
    this.sources = sources;
  }

  /** A class and the file in which it stands. */
  record Found(String path, ClassSource source, SourceClass type) {

    Place place() {
      return new Place(path, type.span().line());
    }

    Place place(SourceClass.Member member) {
      return new Place(path, member.span().line());
    }
  }

  /** The classes of a file. */
  List<Found> in(String path) {
    return sources
        .classes(path)
        .map(
            source -> source.classes().stream().map(type -> new Found(path, source, type)).toList())
        .orElse(List.of());
  }

  /** A class by the name that another uses for it; empty when it is not in the repository. */
  Optional<Found> named(String name, Found from) {
    String local = name.substring(name.lastIndexOf('.') + 1);
    for (SourceClass here : from.source.classes()) {
      if (here.name().equals(local) && !here.equals(from.type)) {
        return Optional.of(new Found(from.path, from.source, here));
      }
    }
    for (String path : files(local, from)) {
      for (Found found : in(path)) {
        if (found.type.name().equals(local)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A type that is stored in its owner's table.
   *
   * @param said whether the owner says so; else the type itself has to
   */
  Optional<Found> embeddable(String name, Found from, boolean said) {
    String local = name.substring(name.lastIndexOf('.') + 1);
    boolean may =
        said
            || from.source.classes().stream().anyMatch(type -> type.name().equals(local))
            || files(local, from).stream()
                .anyMatch(path -> sources.text(path).orElse("").contains("@Embeddable"));
    return may
        ? named(name, from).filter(found -> said || found.type.hasMark("Embeddable"))
        : Optional.empty();
  }

  private List<String> files(String name, Found from) {
    String imported = from.source.imports().get(name);
    if (imported != null) {
      return named(imported.replace('.', '/'), from.path);
    }
    String folder = from.path.substring(0, from.path.lastIndexOf('/') + 1);
    List<String> files = named(folder + name, from.path);
    return files.isEmpty() && from.source.open() ? named(name, from.path) : files;
  }

  private List<String> named(String suffix, String from) {
    List<String> files = new ArrayList<>(sources.endingWith(suffix + ".java", from));
    files.addAll(sources.endingWith(suffix + ".kt", from));
    return files.stream().limit(MOST_FILES).toList();
  }
}
