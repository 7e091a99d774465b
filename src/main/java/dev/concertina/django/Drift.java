package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A field that a change gives to a model or takes from it in the code alone.
 *
 * @param field with its app and model: {@code media.Audio.plays}
 * @param span where the model's file says it, or the head of the class that no longer does
 */
public record Drift(Kind kind, String field, Span span) {

  /** What the migrations say of the field. */
  public enum Kind {
    /** The model has it, and no migration adds it. */
    AHEAD,
    /** The model has let go of it, and it is still in the database. */
    BEHIND,
    /** The same, and the database can't fill it in. */
    BEHIND_REQUIRED
  }

  /** A class of a models file before and after. */
  public record Edited(PythonClass before, PythonClass after) {

    /** The classes of which the change adds or removes fields, and nothing else of their shape. */
    public static List<Edited> in(String before, String after) {
      List<Edited> edited = new ArrayList<>();
      try {
        PythonModule old = PythonModule.read(before);
        for (PythonClass type : PythonModule.read(after).classes().values()) {
          PythonClass was = old.classes().get(type.name());
          // With other bases a field may have come from one, or gone there.
          boolean same = was != null && was.bases().equals(type.bases());
          if (same && !fields(was).equals(fields(type))) {
            edited.add(new Edited(was, type));
          }
        }
      } catch (UnreadableSourceException unreadable) {
        return List.of();
      }
      return edited;
    }

    /**
     * How its fields differ from those that the migrations leave.
     *
     * @param all the classes that the change edits, among which its bases may be
     */
    List<Drift> against(ProjectState state, String app, Collection<Edited> all) {
      PythonClass meta = after.nested().get("Meta");
      Value label = meta == null ? null : meta.attributes().get("app_label");
      boolean labelled = label != null && label.text() != null;
      ModelName name = new ModelName(labelled ? label.text() : app, after.name());
      List<Drift> drifts = new ArrayList<>();
      if (!state.knows(name)) {
        return drifts;
      }
      Model model = state.model(name);
      String prefix = name.app() + "." + after.name() + ".";
      for (String field : without(fields(after), fields(before))) {
        if (model.field(field) == null) {
          drifts.add(new Drift(Kind.AHEAD, prefix + field, after.attributes().get(field).span()));
        }
      }
      // What is there by another class is there: a field of a package, or of the project's own.
      for (String field : without(fields(before), after.attributes().keySet())) {
        Field left = model.field(field);
        if (left != null && !isInherited(field, all)) {
          boolean filled = left.nullable() || left.option("db_default") != null;
          boolean column = left.kind() != FieldKind.MANY_TO_MANY;
          Kind kind = filled || !column ? Kind.BEHIND : Kind.BEHIND_REQUIRED;
          drifts.add(new Drift(kind, prefix + field, after.span()));
        }
      }
      return drifts;
    }

    /** Whether the field has moved to a base. */
    private boolean isInherited(String field, Collection<Edited> all) {
      return all.stream()
          .filter(other -> fields(other.after).contains(field))
          .anyMatch(
              other ->
                  after.bases().stream()
                      .anyMatch(base -> ("." + base).endsWith("." + other.after.name())));
    }

    private static Set<String> fields(PythonClass type) {
      Set<String> fields = new LinkedHashSet<>();
      type.attributes()
          .forEach(
              (name, value) -> {
                if (value instanceof Value.Call call && isField(call)) {
                  fields.add(name);
                }
              });
      return fields;
    }

    /** One of Django's own, since another class may be anything. */
    private static boolean isField(Value.Call call) {
      String name = call.shortName();
      return call.name().startsWith("django.")
          && (name.endsWith("Field") || name.equals("ForeignKey"));
    }

    private static Set<String> without(Set<String> all, Set<String> gone) {
      Set<String> rest = new LinkedHashSet<>(all);
      rest.removeAll(gone);
      return rest;
    }
  }
}
