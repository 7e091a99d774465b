package dev.concertina.syntax;

import dev.concertina.syntax.SourceClass.Kind;
import dev.concertina.syntax.SourceClass.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the classes and records of a Java file. */
public final class JavaSource {
  private final SourceFile file;
  private final Map<String, String> imports = new HashMap<>();
  private final List<SourceClass> classes = new ArrayList<>();
  private final JavaValues values;
  private boolean open;

  private JavaSource(SourceFile file) {
    this.file = file;
    values = new JavaValues(file);
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableSourceException when it is beyond every bound, or the grammar does not load
   */
  public static ClassSource read(String text) {
    JavaSource source = new JavaSource(Grammar.JAVA.parse(text));
    source.file.root().children().forEach(source::top);
    return new ClassSource(source.imports, source.open, source.classes);
  }

  private void top(Node node) {
    switch (node.type()) {
      case "import_declaration" -> {
        String name = file.text(node.parts().get(0));
        boolean star = node.children().stream().anyMatch(part -> part.is("asterisk"));
        open |= star;
        if (!star) {
          imports.put(name.substring(name.lastIndexOf('.') + 1), name);
        }
      }
      case "class_declaration", "record_declaration" -> type(node);
      case "ERROR" -> node.children().forEach(this::top);
      default -> {}
    }
  }

  private void type(Node node) {
    Node name = node.child("name");
    Node body = node.child("body");
    if (name == null || body == null) {
      return;
    }
    body.children().forEach(this::noteConstant);
    List<String> bases = new ArrayList<>();
    if (node.child("superclass") != null) {
      node.child("superclass").parts().forEach(base -> bases.add(plain(base)));
    }
    List<Member> members = new ArrayList<>();
    Node components = node.child("parameters");
    if (components != null) {
      components.parts().forEach(part -> component(part, members));
    }
    body.children().forEach(part -> member(part, members));
    classes.add(new SourceClass(file.text(name), marks(node), bases, members, file.span(name)));
  }

  private void component(Node part, List<Member> members) {
    if (part.is("formal_parameter") && part.child("name") != null) {
      Node name = part.child("name");
      members.add(
          new Member(
              file.text(name),
              plain(part.child("type")),
              marks(part),
              null,
              Kind.FIELD,
              file.span(name)));
    }
  }

  private void member(Node part, List<Member> members) {
    switch (part.type()) {
      case "field_declaration" -> {
        Kind kind = has(part, "static") || has(part, "transient") ? Kind.APART : Kind.FIELD;
        List<Value.Call> marks = marks(part);
        for (Node declarator : part.children()) {
          Node name = declarator.is("variable_declarator") ? declarator.child("name") : null;
          if (name != null) {
            Node value = declarator.child("value");
            members.add(
                new Member(
                    file.text(name),
                    plain(part.child("type")),
                    marks,
                    value == null ? null : values.value(value),
                    kind,
                    file.span(name)));
          }
        }
      }
      case "method_declaration" -> {
        Node parameters = part.child("parameters");
        Node name = part.child("name");
        if (name != null && parameters != null && parameters.parts().isEmpty()) {
          Kind kind = has(part, "static") ? Kind.APART : Kind.METHOD;
          String type = plain(part.child("type"));
          members.add(new Member(file.text(name), type, marks(part), null, kind, file.span(name)));
        }
      }
      case "class_declaration", "record_declaration" -> type(part);
      default -> {}
    }
  }

  private void noteConstant(Node part) {
    if (part.is("field_declaration") && has(part, "static") && has(part, "final")) {
      values.noteVariables(part);
    }
  }

  private boolean has(Node node, String modifier) {
    StringBuilder words = new StringBuilder();
    for (Node modifiers : node.children()) {
      if (modifiers.is("modifiers")) {
        int from = modifiers.start();
        for (Node mark : modifiers.children()) {
          words.append(file.text(), from, mark.start()).append(' ');
          from = mark.end();
        }
        words.append(file.text(), from, modifiers.end());
      }
    }
    return List.of(words.toString().split("\\s+")).contains(modifier);
  }

  private static List<Node> modifiers(Node node) {
    for (Node child : node.children()) {
      if (child.is("modifiers")) {
        return child.children();
      }
    }
    return List.of();
  }

  private List<Value.Call> marks(Node node) {
    List<Value.Call> marks = new ArrayList<>();
    for (Node part : modifiers(node)) {
      if (values.value(part) instanceof Value.Call call) {
        marks.add(call);
      }
    }
    return marks;
  }

  /** A type without its arguments. */
  private String plain(Node type) {
    if (type == null) {
      return null;
    }
    String written = file.text(type);
    int arguments = written.indexOf('<');
    return arguments < 0 ? written : written.substring(0, arguments).strip();
  }
}
