package dev.concertina.syntax;

import dev.concertina.syntax.SourceClass.Kind;
import dev.concertina.syntax.SourceClass.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of TypeScript or JavaScript: its classes, calls, and what it imports from where. */
public final class TypeScriptSource {
  private final SourceFile file;
  private final TypeScriptValues values;
  private final Map<String, String> imports = new HashMap<>();
  private final List<SourceClass> classes = new ArrayList<>();

  private TypeScriptSource(SourceFile file) {
    this.file = file;
    values = new TypeScriptValues(file);
    file.root().children().forEach(part -> top(part, List.of()));
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableSourceException when it is beyond every bound, or the grammar does not load
   */
  public static TypeScriptSource read(String text) {
    return new TypeScriptSource(Grammar.TYPESCRIPT.parse(text));
  }

  /** The classes at the top of the file. */
  public List<SourceClass> classes() {
    return classes;
  }

  /** The module that a name is imported from or exported again from, or null. */
  public String module(String name) {
    return imports.get(name);
  }

  /** The modules of which everything is exported again. */
  public List<String> starExports() {
    List<String> modules = new ArrayList<>();
    for (Node part : file.root().children()) {
      boolean star = part.is("export_statement") && part.children().size() == 1;
      if (star && part.child("source") != null) {
        modules.add(values.value(part.child("source")).text());
      }
    }
    return modules;
  }

  /** What a constant at the top of the file is, or null. */
  public Value constant(String name) {
    return values.constant(name);
  }

  /** All calls, anywhere in the file, of functions or methods of these names. */
  public List<Value.Call> calls(Set<String> names) {
    List<Value.Call> calls = new ArrayList<>();
    collect(file.root(), names, calls);
    return calls;
  }

  private void collect(Node node, Set<String> names, List<Value.Call> calls) {
    boolean call = node.is("call_expression") || node.is("new_expression");
    if (call && names.contains(called(node)) && values.value(node) instanceof Value.Call read) {
      calls.add(read);
    }
    node.children().forEach(child -> collect(child, names, calls));
  }

  private String called(Node node) {
    Node function = node.child(node.is("call_expression") ? "function" : "constructor");
    if (function == null) {
      return "";
    }
    Node property = function.child("property");
    return file.text(property == null ? function : property);
  }

  private void top(Node node, List<Value.Call> marks) {
    switch (node.type()) {
      case "import_statement" -> imported(node, node);
      case "export_statement" -> {
        if (node.child("source") != null) {
          imported(node, node);
        }
        List<Value.Call> above = marks(node);
        node.children().forEach(part -> top(part, above));
      }
      case "class_declaration", "abstract_class_declaration", "class" -> type(node, marks);
      case "ERROR" -> node.children().forEach(part -> top(part, List.of()));
      default -> {}
    }
  }

  private void imported(Node statement, Node node) {
    Node source = statement.child("source");
    String module = source == null ? null : values.value(source).text();
    if (module == null) {
      return;
    }
    for (Node part : node.children()) {
      switch (part.type()) {
        case "import_clause", "named_imports", "export_clause" -> imported(statement, part);
        case "import_specifier", "export_specifier" -> {
          Node alias = part.child("alias");
          imports.put(file.text(alias == null ? part.child("name") : alias), module);
        }
        case "identifier" -> imports.put(file.text(part), module);
        default -> {}
      }
    }
  }

  private void type(Node node, List<Value.Call> above) {
    Node name = node.child("name");
    Node body = node.child("body");
    if (name == null || body == null) {
      return;
    }
    List<Value.Call> marks = new ArrayList<>(above);
    marks.addAll(marks(node));
    List<String> bases = new ArrayList<>();
    for (Node part : node.children()) {
      if (part.is("class_heritage")) {
        bases(part, bases);
      }
    }
    List<Member> members = new ArrayList<>();
    List<Value.Call> pending = new ArrayList<>();
    for (Node part : body.children()) {
      if (part.is("decorator")) {
        pending.addAll(marks(List.of(part)));
      } else if (part.child("name") != null) {
        pending.addAll(marks(part));
        members.add(member(part, List.copyOf(pending)));
        pending.clear();
      }
    }
    classes.add(new SourceClass(file.text(name), marks, bases, members, file.span(name)));
  }

  private void bases(Node heritage, List<String> bases) {
    for (Node part : heritage.parts()) {
      switch (part.type()) {
        case "extends_clause" -> bases(part, bases);
        case "identifier", "member_expression" -> bases.add(file.text(part));
        // A function that makes a class out of another.
        case "call_expression" -> {
          if (part.child("arguments") != null) {
            bases(part.child("arguments"), bases);
          }
        }
        default -> {}
      }
    }
  }

  private Member member(Node part, List<Value.Call> marks) {
    Node name = part.child("name");
    boolean field = part.is("public_field_definition") || part.is("field_definition");
    Node value = field ? part.child("value") : part;
    List<String> words = List.of(modifiers(part, name).split("\\s+"));
    boolean shared = words.contains("static");
    boolean getter = words.contains("get");
    Kind kind = shared ? Kind.APART : field || getter ? Kind.FIELD : Kind.METHOD;
    Node type = part.child("type");
    return new Member(
        file.text(name),
        type == null || type.parts().isEmpty() ? null : file.text(type.parts().get(0)),
        marks,
        value == null ? null : values.value(value),
        kind,
        file.span(name));
  }

  /** The words before a member's name. */
  private String modifiers(Node part, Node name) {
    int from = part.start();
    for (Node child : part.children()) {
      from = child.is("decorator") ? child.end() : from;
    }
    return file.text().substring(from, name.start());
  }

  private List<Value.Call> marks(Node node) {
    return marks(node.children());
  }

  private List<Value.Call> marks(List<Node> nodes) {
    List<Value.Call> marks = new ArrayList<>();
    for (Node node : nodes) {
      if (node.is("decorator") && !node.parts().isEmpty()) {
        Value value = values.value(node.parts().get(0));
        if (value instanceof Value.Call call) {
          marks.add(call);
        } else if (value instanceof Value.Name bare) {
          marks.add(new Value.Call(bare.name(), null, List.of(), Map.of(), true, bare.span()));
        }
      }
    }
    return marks;
  }
}
