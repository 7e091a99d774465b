package dev.concertina.rails;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.RubyClass;
import dev.concertina.syntax.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The class that a migration file is about.
 *
 * @param version the release that it was written for
 * @param transactional false when it calls {@code disable_ddl_transaction!}
 * @param methods the bodies of its methods, its own and those of its kind, by name
 * @param constants the expressions of the file's constants, in order
 * @param classes every class of the file, for the models among them
 */
record MigrationClass(
    RailsVersion version,
    boolean transactional,
    Map<String, Node> methods,
    Map<String, Node> constants,
    List<RubyClass> classes) {

  private static final String WITHOUT = "disable_ddl_transaction!";

  /** The migration of a file, or null when none of its classes is one. */
  static MigrationClass of(SourceFile file) {
    List<Node> classes = new ArrayList<>();
    gather(file.root(), classes);
    Node found = null;
    for (Node node : classes) {
      boolean named = superclass(file, node).contains("Migration");
      found = found == null || named ? node : found;
      if (named) {
        break;
      }
    }
    if (found == null || superclass(file, found).isEmpty()) {
      return null;
    }
    Map<String, Node> methods = new HashMap<>();
    Map<String, Node> constants = new HashMap<>();
    boolean[] transactional = {true};
    constants(file, file.root(), constants);
    Node body = found.child("body");
    for (Node part : body == null ? List.<Node>of() : body.children()) {
      part(file, part, methods, transactional);
    }
    return new MigrationClass(
        version(file, found), transactional[0], methods, constants, RubyClass.read(file.text()));
  }

  private static void gather(Node node, List<Node> classes) {
    if (node.is("class")) {
      classes.add(node);
    } else if (node.is("program") || node.is("module") || node.is("body_statement")) {
      node.children().forEach(child -> gather(child, classes));
    }
  }

  private static String superclass(SourceFile file, Node node) {
    Node superclass = node.child("superclass");
    return superclass == null ? "" : file.text(superclass.parts().get(0));
  }

  private static RailsVersion version(SourceFile file, Node node) {
    String parent = superclass(file, node);
    int open = parent.indexOf('[');
    boolean own = parent.contains("ActiveRecord::Migration");
    if (own && open >= 0 && parent.endsWith("]")) {
      return RailsVersion.of(parent.substring(open + 1, parent.length() - 1).strip());
    }
    return own ? RailsVersion.OLDEST : RailsVersion.UNKNOWN;
  }

  private static void part(
      SourceFile file, Node part, Map<String, Node> methods, boolean[] transactional) {
    switch (part.type()) {
      case "method", "singleton_method" -> methods.put(file.text(part.child("name")), part);
      case "singleton_class" -> {
        Node body = part.child("body");
        for (Node inner : body == null ? List.<Node>of() : body.children()) {
          part(file, inner, methods, transactional);
        }
      }
      case "call" -> {
        Node arguments = part.child("arguments");
        // "private def name" hands the method on.
        for (Node argument : arguments == null ? List.<Node>of() : arguments.parts()) {
          part(file, argument, methods, transactional);
        }
        transactional[0] &= !file.text(part).startsWith(WITHOUT);
      }
      case "identifier" -> transactional[0] &= !file.text(part).startsWith(WITHOUT);
      default -> {}
    }
  }

  private static void constants(SourceFile file, Node node, Map<String, Node> constants) {
    for (Node child : node.children()) {
      Node left = child.child("left");
      if (child.is("assignment") && left != null && left.is("constant")) {
        constants.put(file.text(left), child.child("right"));
      } else if (child.is("class") || child.is("module") || child.is("body_statement")) {
        constants(file, child, constants);
      }
    }
  }
}
