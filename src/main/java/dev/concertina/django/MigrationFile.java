package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.sql.Statement.Comment;
import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration as its file says it, before any of it is applied.
 *
 * @param module the file as a whole, where functions of it are run; else null: a tree is big
 * @param comments those of the file
 * @param text the file's text
 * @param atomic whether Django runs it in a transaction
 * @param replaces the migrations that it squashes
 * @param operations in order
 * @param faults what of it could not be read, each with its place
 */
record MigrationFile(
    Key key,
    PythonModule module,
    List<Comment> comments,
    String text,
    boolean atomic,
    List<Key> dependencies,
    List<Key> runBefore,
    List<Key> replaces,
    List<Value> operations,
    List<Fault> faults) {

  /** The name by which a dependency asks for an app's first migration. */
  static final String FIRST = "__first__";

  /** The name by which a dependency asks for the end of an app's migrations. */
  static final String LATEST = "__latest__";

  /** A part that could not be read. */
  record Fault(String reason, Span span) {}

  static MigrationFile read(Key key, String text, Settings settings) {
    PythonModule module;
    try {
      module = PythonModule.read(text);
    } catch (UnreadableSourceException unreadable) {
      return unreadable(key, List.of(), text, new Fault(unreadable.getMessage(), Span.FILE));
    }
    PythonClass migration = module.classes().get("Migration");
    return migration == null
        ? unreadable(
            key, module.file().comments(), text, new Fault("it has no class Migration", Span.FILE))
        : new Reading(key, module, migration, settings).read();
  }

  private static MigrationFile unreadable(
      Key key, List<Comment> comments, String text, Fault fault) {
    return new MigrationFile(
        key,
        null,
        comments,
        text,
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(fault));
  }

  /** One file on its way to become a value. */
  private static final class Reading {

    private final Key key;
    private final PythonModule module;
    private final PythonClass migration;
    private final Settings settings;
    private final List<Fault> faults = new ArrayList<>();

    Reading(Key key, PythonModule module, PythonClass migration, Settings settings) {
      this.key = key;
      this.module = module;
      this.migration = migration;
      this.settings = settings;
    }

    MigrationFile read() {
      if (module.file().error() != null) {
        faults.add(
            new Fault("a part of it is no Python", module.file().span(module.file().error())));
      }
      Value atomic = migration.attributes().get("atomic");
      String text = module.file().text();
      return new MigrationFile(
          key,
          text.contains("RunPython") ? module : null,
          module.file().comments(),
          text,
          atomic == null || !atomic.isFalse(),
          keys("dependencies"),
          keys("run_before"),
          keys("replaces"),
          operations(),
          faults);
    }

    private List<Value> operations() {
      Value written = migration.attributes().get("operations");
      if (written == null) {
        return List.of();
      } else if (written instanceof Value.Many many) {
        return many.items();
      }
      faults.add(new Fault("its list of operations is computed", written.span()));
      return List.of();
    }

    private List<Key> keys(String attribute) {
      Value written = migration.attributes().get(attribute);
      List<Key> keys = new ArrayList<>();
      for (Value entry : written == null ? List.<Value>of() : written.items()) {
        Key found = key(entry);
        if (found != null) {
          keys.add(found);
        }
      }
      return keys;
    }

    private Key key(Value entry) {
      List<Value> pair = entry.items();
      if (pair.size() == 2 && pair.get(0).text() != null && pair.get(1).text() != null) {
        return new Key(pair.get(0).text(), pair.get(1).text());
      }
      boolean swappable =
          entry instanceof Value.Call call && call.shortName().equals("swappable_dependency");
      String model = swappable ? model(((Value.Call) entry).argument("value", 0)) : null;
      return model == null || model.indexOf('.') < 0
          ? null
          : new Key(model.substring(0, model.indexOf('.')), FIRST);
    }

    /** The model that is meant by a text or by a setting, or null. */
    private String model(Value written) {
      return written instanceof Value.Name name
          ? settings.model(name.name().substring(name.name().lastIndexOf('.') + 1))
          : written == null ? null : written.text();
    }
  }
}
