package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;

/** A class of the program. */
record ClassValue(Node node, Scope scope, Module module, Span span) implements Value.Own {

  /** The member of that name, or null. */
  Node member(String name) {
    Node body = node.child("body");
    if (body == null) {
      return null;
    }
    for (Node part : body.children()) {
      Node called = part.child("name");
      if (called != null && module.file().text(called).equals(name)) {
        return part;
      }
    }
    return null;
  }

  /** Whether it says that it is one of a base or interface of that name. */
  boolean is(String base) {
    return node.parts().stream()
        .filter(part -> part.is("class_heritage"))
        .anyMatch(part -> mentions(part, base));
  }

  private boolean mentions(Node part, String base) {
    boolean itself =
        (part.is("identifier") || part.is("type_identifier") || part.is("property_identifier"))
            && module.file().text(part).equals(base);
    return itself || part.children().stream().anyMatch(child -> mentions(child, base));
  }
}
