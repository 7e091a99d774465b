package dev.concertina.migration;

import dev.concertina.migration.ChangedFile.Status;
import dev.concertina.schema.Span;
import dev.concertina.sql.Wording;
import java.util.stream.Collectors;

/**
 * What happened to a file of a migration that may have run: from where to where, and what says so.
 */
final class FileEdits {

  private FileEdits() {}

  /** Where a file lay before the change. */
  static String previousPath(ChangedFile file) {
    return file.status() == Status.RENAMED ? file.previousPath() : file.path();
  }

  /**
   * A file that is gone.
   *
   * @param bytes what was in it, or null
   */
  static Edit deleted(ChangedFile file, Place place, byte[] bytes) {
    return new Edit(
        Edit.Kind.DELETED,
        file.path(),
        previousPath(file),
        place.framework(),
        place.history(),
        false,
        Span.FILE,
        true,
        bytes == null ? "" : Decoded.of(bytes).text(),
        "");
  }

  /** A file that says something else than before, or says it under another name. */
  static Edit edited(ChangedFile file, Place place, boolean sameVersion, byte[] oldBytes) {
    String old = oldBytes == null ? "" : Decoded.of(oldBytes).text();
    String now = file.after() == null ? "" : Decoded.of(file.after()).text();
    boolean renamed = file.status() == Status.RENAMED;
    return new Edit(
        renamed ? Edit.Kind.RENAMED : Edit.Kind.EDITED,
        file.path(),
        previousPath(file),
        place.framework(),
        place.history(),
        sameVersion,
        renamed ? Span.FILE : firstChange(old, now),
        !upWording(place, old).equals(upWording(place, now)),
        old,
        now);
  }

  private static String upWording(Place place, String text) {
    if (place.kind() == Place.Kind.UNREAD || place.kind() == Place.Kind.PROGRAM) {
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !isComment(line))
          .collect(Collectors.joining("\n"));
    }
    StringBuilder wording = new StringBuilder();
    for (Sections.Section section : MigrationReader.sections(place, text)) {
      if (section.direction() == Migration.Direction.UP) {
        String part = text.substring(section.from(), section.to());
        wording.append(Wording.of(part, place.engine().syntax()));
      }
    }
    return wording.toString();
  }

  /** A comment on a line of its own, in any of the languages of programs. */
  private static boolean isComment(String line) {
    return line.startsWith("#")
        || line.startsWith("//")
        || line.startsWith("/*")
        || line.startsWith("*")
        || line.startsWith("<!--");
  }

  /** A part of a file that remembers its parts one by one. */
  static Edit part(ChangedFile file, Place before, Span place, String old, String now) {
    return new Edit(
        Edit.Kind.EDITED,
        file.path(),
        previousPath(file),
        before.framework(),
        before.history(),
        true,
        place,
        true,
        old,
        now);
  }

  /** The first line of the new text that the old one does not have at that place. */
  static Span firstChange(String before, String after) {
    String[] old = before.split("\n", -1);
    String[] now = after.split("\n", -1);
    int line = 0;
    int offset = 0;
    while (line < now.length - 1 && line < old.length && now[line].equals(old[line])) {
      offset += now[line].length() + 1;
      line++;
    }
    int length = now[line].stripTrailing().length();
    return new Span(offset, offset + length, line + 1, 1, line + 1, Math.max(1, length));
  }
}
