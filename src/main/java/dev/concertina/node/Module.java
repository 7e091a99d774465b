package dev.concertina.node;

import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One file of a program: its variables and what others may import from it. */
final class Module {

  private final SourceFile file;
  private final String path;
  private final Scope scope = new Scope(null);
  private final Map<String, Value> exports = new HashMap<>();
  private final List<Module> again = new ArrayList<>();

  /**
   * @param path where it lies
   */
  Module(SourceFile file, String path) {
    this.file = file;
    this.path = path;
  }

  SourceFile file() {
    return file;
  }

  String path() {
    return path;
  }

  Scope scope() {
    return scope;
  }

  void export(String name, Value value) {
    exports.put(name, value);
  }

  /** All that another file exports is exported from this one, too. */
  void exportAll(Module other) {
    again.add(other);
  }

  /** What it exports under a name, or null. */
  Value exported(String name) {
    Value value = exports.get(name);
    if (value == null && exports.get("default") instanceof Value.Mapping all) {
      value = all.get(name);
    }
    for (int i = 0; value == null && i < again.size(); i++) {
      value = again.get(i) == this ? null : again.get(i).exported(name);
    }
    return value == null ? scope.get(name) : value;
  }

  /** The one thing that it is to those who import it as a whole. */
  Value whole() {
    return exports.get("default");
  }
}
