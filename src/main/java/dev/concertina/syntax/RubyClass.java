package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class or module of a Ruby file: what its body sets, and what it calls.
 *
 * @param name with the modules around it: {@code Admin::User}
 * @param superclass as written, or null
 * @param settings the last value of each {@code self.name = value}; {@code +=} and {@code <<} add
 * @param calls the calls of its body that have no receiver, such as {@code include Named}, in order
 * @param span where its head stands
 */
public record RubyClass(
    String name,
    String superclass,
    Map<String, Value> settings,
    List<Value.Call> calls,
    Span span) {

  /**
   * All classes and modules of a file, nested ones too.
   *
   * @throws UnreadableSourceException when it is beyond every bound, or the grammar does not load
   */
  public static List<RubyClass> read(String text) {
    SourceFile file = Grammar.RUBY.parse(text);
    List<RubyClass> classes = new ArrayList<>();
    new Reader(file, new RubyValues(file), classes).walk(file.root(), null, "");
    return classes;
  }

  private record Reader(SourceFile file, RubyValues values, List<RubyClass> classes) {

    void walk(Node node, RubyClass around, String namespace) {
      switch (node.type()) {
        case "class", "module" -> open(node, namespace);
        case "method", "singleton_method", "lambda" -> {}
        case "assignment" -> set(node, around, false);
        case "operator_assignment" -> set(node, around, true);
        case "binary" -> append(node, around);
        case "call" -> {
          call(node, around);
          Node block = node.child("block");
          if (block != null) {
            walk(block, around, namespace);
          }
        }
        default -> node.children().forEach(child -> walk(child, around, namespace));
      }
    }

    private void open(Node node, String namespace) {
      Node name = node.child("name");
      Node body = node.child("body");
      Node superclass = node.child("superclass");
      if (name == null) {
        return;
      }
      String full = namespace + file.text(name);
      String parent =
          superclass == null || superclass.parts().isEmpty()
              ? null
              : file.text(superclass.parts().get(0));
      Span span = file.span(name);
      RubyClass found = new RubyClass(full, parent, new LinkedHashMap<>(), new ArrayList<>(), span);
      classes.add(found);
      if (body != null) {
        body.children().forEach(child -> walk(child, found, full + "::"));
      }
    }

    private void set(Node node, RubyClass around, boolean adds) {
      Node left = node.child("left");
      Node right = node.child("right");
      if (around == null || left == null || right == null) {
        return;
      }
      if (left.is("constant")) {
        values.constant(file.text(left), right);
      } else if (isOwn(left)) {
        put(around, file.text(left.child("method")), values.value(right), adds);
      }
    }

    private boolean isOwn(Node left) {
      return left.is("call") && left.child("receiver") != null && left.child("receiver").is("self");
    }

    private void append(Node node, RubyClass around) {
      Node left = node.child("left");
      boolean shovel = "<<".equals(file.text(node.child("operator")));
      if (around != null && shovel && (left.is("identifier") || isOwn(left))) {
        String name = file.text(left.is("identifier") ? left : left.child("method"));
        Value value = values.value(node.child("right"));
        put(around, name, new Value.Many(List.of(value), value.span()), true);
      }
    }

    private static void put(RubyClass around, String name, Value value, boolean adds) {
      Value before = around.settings.get(name);
      boolean sum = adds && before != null;
      around.settings.put(name, sum ? RubyValues.sum(before, value) : value);
    }

    private void call(Node node, RubyClass around) {
      if (around != null
          && node.child("receiver") == null
          && values.value(node) instanceof Value.Call call) {
        around.calls.add(call);
      }
    }
  }
}
