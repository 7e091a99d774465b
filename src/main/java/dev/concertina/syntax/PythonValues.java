package dev.concertina.syntax;

import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the expressions of one Python file as values. */
final class PythonValues {

  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9_]*(\\.[0-9_]*)?");

  /** Functions that give a text back with another margin, which no SQL minds. */
  private static final Set<String> SAME_TEXT =
      Set.of("textwrap.dedent", "inspect.cleandoc", "django.utils.safestring.mark_safe");

  private final SourceFile file;
  private final Map<String, String> imports;
  private final Map<String, Node> constants;
  private final Map<String, Value> bound = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Constants read = new Constants();

  PythonValues(SourceFile file) {
    this(file, new HashMap<>(), new HashMap<>());
    file.root().children().forEach(this::note);
  }

  private PythonValues(SourceFile file, Map<String, String> imports, Map<String, Node> constants) {
    this.file = file;
    this.imports = imports;
    this.constants = constants;
  }

  /** The same inside a class, whose own names come before those of the file. */
  PythonValues inside() {
    return new PythonValues(file, imports, new HashMap<>(constants));
  }

  /** Gives a name a value from here on. */
  void define(String name, Node value) {
    constants.put(name, value);
  }

  /** Gives a name a value that is read already, from here on. */
  void bind(String name, Value value) {
    bound.put(name, value);
  }

  /** What a name was given by {@link #bind} or by the file, or null. */
  Value given(String name) {
    Value value = bound.get(name);
    return value == null ? constant(name) : value;
  }

  /** A dotted name as the file's imports make it. */
  String qualified(String name) {
    int dot = name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    String module = imports.get(head);
    return module == null ? name : module + name.substring(head.length());
  }

  /** What the top of the file gives a name, or null. */
  Value constant(String name) {
    Node value = constants.get(name);
    return value == null ? null : value(value);
  }

  Value value(Node node) {
    Span span = file.span(node);
    return switch (node.type()) {
      case "string" -> string(node, span);
      case "concatenated_string" -> joined(node, span);
      case "integer", "float" -> new Value.Number(file.text(node), span);
      case "true" -> new Value.Flag(true, span);
      case "false" -> new Value.Flag(false, span);
      case "none" -> new Value.Nothing(span);
      case "list", "tuple", "set", "expression_list" ->
          new Value.Many(node.parts().stream().map(this::value).toList(), span);
      case "dictionary" -> mapping(node, span);
      case "parenthesized_expression" -> inner(node, span);
      case "identifier", "attribute" -> name(node, span);
      case "call" -> call(node, span);
      case "binary_operator" -> binary(node, span);
      case "unary_operator" -> unary(node, span);
      case "comparison_operator" -> comparison(node, span);
      default -> new Value.Unknown(file.text(node), span);
    };
  }

  /** What {@code a + b} is: a longer list or text, or an expression. */
  static Value sum(Value left, Value right) {
    Span span = left.span().to(right.span());
    if (left instanceof Value.Many a
        && right instanceof Value.Many b
        && Constants.mayJoin(a.items().size(), b.items().size())) {
      List<Value> all = new ArrayList<>(a.items());
      all.addAll(b.items());
      return new Value.Many(all, span);
    } else if (left.text() != null
        && right.text() != null
        && Constants.mayJoin(left.text().length(), right.text().length())) {
      return new Value.Text(left.text() + right.text(), -1, span);
    }
    return operator("+", List.of(left, right), span);
  }

  /** Notes what a statement at the top of the file, or of a function, gives names to. */
  void note(Node statement) {
    switch (statement.type()) {
      case "import_statement" -> {
        for (Node name : statement.parts()) {
          if (name.is("aliased_import")) {
            imports.put(file.text(name.child("alias")), file.text(name.child("name")));
          }
        }
      }
      case "import_from_statement" -> importFrom(statement);
      case "expression_statement" -> statement.parts().forEach(this::constant);
      case "if_statement", "else_clause", "try_statement", "except_clause", "block" ->
          statement.children().forEach(this::note);
      default -> {}
    }
  }

  private void importFrom(Node statement) {
    String module = file.text(statement.child("module_name"));
    for (Node child : statement.children()) {
      if (!"name".equals(child.field())) {
        continue;
      }
      boolean aliased = child.is("aliased_import");
      String name = file.text(aliased ? child.child("name") : child);
      String known = aliased ? file.text(child.child("alias")) : name;
      imports.put(known, (module.endsWith(".") ? module : module + ".") + name);
    }
  }

  private void constant(Node assignment) {
    Node left = assignment.child("left");
    Node right = assignment.child("right");
    if (assignment.is("assignment") && left != null && right != null && left.is("identifier")) {
      constants.put(file.text(left), right);
    } else if (assignment.is("augmented_assignment") && left != null) {
      // It says something else by then, and nothing here follows it.
      constants.remove(file.text(left));
    }
  }

  private Value inner(Node node, Span span) {
    List<Node> parts = node.parts();
    return parts.size() == 1 ? value(parts.get(0)) : new Value.Unknown(file.text(node), span);
  }

  private Value string(Node node, Span span) {
    PythonLiteral string = PythonLiteral.read(file.text(node));
    if (string == null) {
      String filled = PythonFormat.fill(file.text(node), this::filling);
      return filled == null
          ? new Value.Unknown(file.text(node), span)
          : new Value.Text(filled, -1, span);
    }
    return new Value.Text(
        string.text(), string.start() < 0 ? -1 : node.start() + string.start(), span);
  }

  /** What a dotted name puts into a text, or null where that is computed. */
  private String filling(String name) {
    Value value = bound.get(name);
    Node constant = constants.get(name);
    if (value == null && constant != null && read.mayRead() && open.add(name)) {
      value = value(constant);
      open.remove(name);
    }
    return value instanceof Value.Number number
        ? number.digits()
        : value == null ? null : value.text();
  }

  private Value joined(Node node, Span span) {
    StringBuilder text = new StringBuilder();
    for (Node part : node.parts()) {
      String said = value(part).text();
      if (said == null) {
        return new Value.Unknown(file.text(node), span);
      }
      text.append(said);
    }
    return new Value.Text(text.toString(), -1, span);
  }

  private Value mapping(Node node, Span span) {
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (Node pair : node.parts()) {
      if (pair.is("pair")) {
        entries.add(Map.entry(value(pair.child("key")), value(pair.child("value"))));
      } else {
        Value spread = new Value.Unknown(file.text(pair), file.span(pair));
        entries.add(Map.entry(spread, spread));
      }
    }
    return new Value.Mapping(entries, span);
  }

  /** A constant of the file is what it was given; any other name stands for itself. */
  private Value name(Node node, Span span) {
    String written = dotted(node);
    if (written == null) {
      return new Value.Unknown(file.text(node), span);
    }
    Value given = bound.get(written);
    if (given != null) {
      return given instanceof Value.Unknown ? new Value.Name(written, span) : given;
    }
    Node constant = constants.get(written);
    if (constant == null || !read.mayRead() || !open.add(written)) {
      return new Value.Name(qualified(written), span);
    }
    Value value = value(constant);
    open.remove(written);
    boolean opaque = value instanceof Value.Unknown;
    return opaque ? new Value.Name(written, span) : value;
  }

  /** A name of names and dots, or null. */
  private String dotted(Node node) {
    if (node.is("identifier")) {
      return file.text(node);
    } else if (node.is("attribute")) {
      String object = dotted(node.child("object"));
      return object == null ? null : object + "." + file.text(node.child("attribute"));
    }
    return null;
  }

  private Value call(Node node, Span span) {
    Node function = node.child("function");
    String dotted = dotted(function);
    boolean method = dotted == null && function.is("attribute");
    if (dotted == null && !method) {
      return new Value.Unknown(file.text(node), span);
    }
    String name = method ? file.text(function.child("attribute")) : qualified(dotted);
    if (!method && bound.get(dotted) instanceof Value.Name given) {
      name = given.name();
    }
    Value receiver = method ? value(function.child("object")) : null;
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    boolean complete = true;
    for (Node argument : node.child("arguments").parts()) {
      switch (argument.type()) {
        case "keyword_argument" ->
            named.put(file.text(argument.child("name")), value(argument.child("value")));
        case "list_splat", "dictionary_splat" -> complete = false;
        default -> positional.add(value(argument));
      }
    }
    if (SAME_TEXT.contains(name) && positional.size() == 1 && positional.get(0).text() != null) {
      return positional.get(0);
    }
    return new Value.Call(name, receiver, positional, named, complete, span);
  }

  private Value binary(Node node, Span span) {
    Value left = value(node.child("left"));
    Value right = value(node.child("right"));
    String operator = file.text(node.child("operator"));
    return operator.equals("+") ? sum(left, right) : operator(operator, List.of(left, right), span);
  }

  private Value unary(Node node, Span span) {
    String operator = file.text(node.child("operator"));
    Value argument = value(node.child("argument"));
    boolean negative = operator.equals("-") && argument instanceof Value.Number;
    return negative && NUMBER.matcher(((Value.Number) argument).digits()).matches()
        ? new Value.Number("-" + ((Value.Number) argument).digits(), span)
        : operator(operator, List.of(argument), span);
  }

  /** Of two operands alone. */
  private Value comparison(Node node, Span span) {
    List<Node> sides = node.parts();
    if (sides.size() != 2) {
      return new Value.Unknown(file.text(node), span);
    }
    String operator = file.text().substring(sides.get(0).end(), sides.get(1).start()).strip();
    return operator(operator, List.of(value(sides.get(0)), value(sides.get(1))), span);
  }

  /** An operator is the call of what it stands for. */
  private static Value operator(String operator, List<Value> operands, Span span) {
    return new Value.Call(operator, null, operands, Map.of(), true, span);
  }
}
