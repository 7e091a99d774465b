package dev.concertina.alembic;

import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a revision says of itself at the top of its file.
 *
 * @param id null where it says none
 * @param down the revisions that it follows: several for a merge, none for a first one
 * @param needed other revisions that must have run before it
 * @param labels the names of its branch, by which others may mean it
 */
public record Revision(String id, List<String> down, List<String> needed, List<String> labels) {

  private static final Revision NONE = new Revision(null, List.of(), List.of(), List.of());

  public Revision {
    down = List.copyOf(down);
    needed = List.copyOf(needed);
    labels = List.copyOf(labels);
  }

  /** The revision that a file is, as far as it can be read. */
  public static Revision read(String text) {
    try {
      PythonModule module = PythonModule.read(text);
      Value id = module.constant("revision");
      return id == null || id.text() == null
          ? NONE
          : new Revision(
              id.text(),
              texts(module, "down_revision"),
              texts(module, "depends_on"),
              texts(module, "branch_labels"));
    } catch (UnreadableSourceException unreadable) {
      return NONE;
    }
  }

  private static List<String> texts(PythonModule module, String name) {
    Value value = module.constant(name);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Value one : value instanceof Value.Many many ? many.items() : List.of(value)) {
      if (one.text() != null) {
        texts.add(one.text());
      }
    }
    return texts;
  }
}
