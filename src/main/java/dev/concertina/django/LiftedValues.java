package dev.concertina.django;

import dev.concertina.schema.Computed;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values that a loop over rows gives to their fields, where an expression can be taken out of
 * the loop: it is made of the row's own columns, of imported names and of plain values.
 */
final class LiftedValues {

  private static final int LONGEST = 300;

  private static final Set<String> BUILT_IN =
      Set.of("abs", "bool", "float", "int", "len", "max", "min", "round", "str", "sum");

  private static final Set<String> OPEN =
      Set.of(
          "argument_list",
          "binary_operator",
          "boolean_operator",
          "comparison_operator",
          "conditional_expression",
          "not_operator",
          "parenthesized_expression",
          "slice",
          "subscript",
          "unary_operator");

  private static final Set<String> PLAIN =
      Set.of("integer", "float", "true", "false", "none", "comment");

  private final PythonModule module;
  private final Map<String, String> columns = new HashMap<>();
  private final String row;

  /**
   * @param row what the loop calls each row
   */
  LiftedValues(PythonModule module, Model model, String row) {
    this.module = module;
    this.row = row;
    for (Field field : model.fields()) {
      String column = TableMapping.columnName(field);
      boolean key = field.kind().isReference();
      if (!field.kind().isVirtual() && field.kind() != FieldKind.UNKNOWN && isWord(column)) {
        columns.put(key ? field.name() + "_id" : field.name(), column);
      }
    }
  }

  /** By field, when the loop does nothing but give values and save; else empty. */
  Map<String, Computed> in(Node body) {
    Map<String, Computed> lifted = new HashMap<>();
    for (Node statement : body.parts()) {
      Node only = statement.parts().size() == 1 ? statement.parts().get(0) : null;
      if (only == null || !statement.is("expression_statement")) {
        return Map.of();
      } else if (only.is("assignment") && !assign(only, lifted)) {
        return Map.of();
      } else if (!only.is("assignment") && !isSave(only)) {
        return Map.of();
      }
    }
    return lifted;
  }

  private boolean assign(Node assignment, Map<String, Computed> lifted) {
    Node left = assignment.child("left");
    boolean own = left.is("attribute") && text(left.child("object")).equals(row);
    String field = own ? text(left.child("attribute")) : null;
    // A value that is read after it was given is another one than the column's.
    boolean first = own && lifted.isEmpty() && columns.containsKey(field);
    Optional<Computed> value = first ? lift(assignment.child("right")) : Optional.empty();
    value.ifPresent(computed -> lifted.put(field, computed));
    return value.isPresent();
  }

  private boolean isSave(Node call) {
    Node function = call.is("call") ? call.child("function") : null;
    if (function == null || !function.is("attribute")) {
      return false;
    }
    boolean own = text(function.child("object")).equals(row);
    String method = text(function.child("attribute"));
    return own ? method.equals("save") : method.equals("append");
  }

  private Optional<Computed> lift(Node right) {
    StringBuilder source = new StringBuilder();
    Set<String> imports = new TreeSet<>();
    boolean whole =
        right != null
            && right.end() - right.start() <= LONGEST
            && text(right).chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~' && c != '`');
    return whole && write(right, source, imports)
        ? Optional.of(new Computed(source.toString(), List.copyOf(imports)))
        : Optional.empty();
  }

  /** Writes an expression with the columns for the fields; false where it can't be taken out. */
  private boolean write(Node node, StringBuilder into, Set<String> imports) {
    if (node.is("attribute") && text(node.child("object")).equals(row)) {
      String column = columns.get(text(node.child("attribute")));
      into.append("row.").append(column);
      return column != null;
    } else if (node.is("attribute")) {
      boolean known = write(node.child("object"), into, imports);
      into.append('.').append(text(node.child("attribute")));
      return known;
    } else if (node.is("identifier")) {
      into.append(text(node));
      return name(text(node), imports);
    } else if (PLAIN.contains(node.type()) || node.is("string") && isPlain(text(node))) {
      into.append(text(node));
      return !node.is("comment");
    } else if (node.is("keyword_argument")) {
      into.append(text(node.child("name"))).append('=');
      return write(node.child("value"), into, imports);
    }
    return (OPEN.contains(node.type()) || node.is("call")) && inside(node, into, imports);
  }

  /** The parts, and what stands between them as it is: operators and brackets. */
  private boolean inside(Node node, StringBuilder into, Set<String> imports) {
    int at = node.start();
    for (Node part : node.children()) {
      if (!part.named()) {
        continue;
      }
      into.append(between(at, part.start()));
      if (!write(part, into, imports)) {
        return false;
      }
      at = part.end();
    }
    into.append(between(at, node.end()));
    return true;
  }

  private String between(int from, int to) {
    String text = module.file().text().substring(from, to);
    return text.indexOf('\n') < 0 ? text : text.strip() + (text.strip().endsWith(",") ? " " : "");
  }

  private boolean name(String name, Set<String> imports) {
    String full = module.qualified(name);
    int dot = full.lastIndexOf('.');
    if (BUILT_IN.contains(name) && full.equals(name)) {
      return true;
    } else if (dot <= 0 || full.startsWith(".")) {
      return false;
    }
    String own = full.substring(dot + 1);
    String as = own.equals(name) ? "" : " as " + name;
    imports.add("from " + full.substring(0, dot) + " import " + own + as);
    return true;
  }

  /** A text on one line in which nothing is computed. */
  private static boolean isPlain(String literal) {
    char first = literal.charAt(0);
    return (first == '"' || first == '\'') && literal.indexOf('\n') < 0;
  }

  private static boolean isWord(String column) {
    return column.chars().allMatch(c -> c == '_' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
  }

  private String text(Node node) {
    return module.file().text(node);
  }
}
