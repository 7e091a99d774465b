package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class of a Python file: what its body assigns, in order.
 *
 * @param bases the names of its base classes, with their modules
 * @param attributes the last value that its body gives each name
 * @param annotations the types that its body declares, as written, with where the name stands
 * @param nested the classes inside it by name
 * @param span where its head stands
 */
public record PythonClass(
    String name,
    List<String> bases,
    Map<String, Value> attributes,
    Map<String, Value.Unknown> annotations,
    Map<String, PythonClass> nested,
    Span span) {

  static PythonClass read(SourceFile file, PythonValues values, Node definition) {
    List<String> bases = new ArrayList<>();
    Node heads = definition.child("superclasses");
    if (heads != null) {
      for (Node base : heads.parts()) {
        switch (values.value(base)) {
          case Value.Name name -> bases.add(name.name());
          case Value.Call call -> bases.add(call.name());
          default -> bases.add(file.text(base));
        }
      }
    }
    Node last = heads == null ? definition.child("name") : heads;
    PythonClass read =
        new PythonClass(
            file.text(definition.child("name")),
            bases,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            file.span(definition.child("name")).to(file.span(last)));
    Node body = definition.child("body");
    if (body != null) {
      read.note(file, values.inside(), body);
    }
    return read;
  }

  private void note(SourceFile file, PythonValues values, Node block) {
    for (Node statement : block.children()) {
      switch (statement.type()) {
        case "expression_statement" ->
            statement.parts().forEach(part -> assign(file, values, part));
        case "class_definition" -> {
          PythonClass inner = read(file, values, statement);
          nested.put(inner.name, inner);
        }
        case "if_statement", "else_clause", "block" -> note(file, values, statement);
        default -> {}
      }
    }
  }

  private void assign(SourceFile file, PythonValues values, Node assignment) {
    Node left = assignment.child("left");
    Node right = assignment.child("right");
    Node type = assignment.child("type");
    if (left != null && type != null && left.is("identifier")) {
      annotations.put(file.text(left), new Value.Unknown(file.text(type), file.span(left)));
    }
    if (left == null || right == null || !left.is("identifier")) {
      return;
    }
    String name = file.text(left);
    Value value = values.value(right);
    values.define(name, right);
    boolean adds = assignment.is("augmented_assignment") && attributes.containsKey(name);
    attributes.put(name, adds ? PythonValues.sum(attributes.get(name), value) : value);
  }
}
