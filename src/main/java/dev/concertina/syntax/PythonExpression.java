package dev.concertina.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An expression of Python's that is to be written: on one line where it fits, else an item a line.
 */
public sealed interface PythonExpression {

  /** All of it on one line. */
  String line();

  /** The statements that import what it names, in order. */
  Set<String> imports();

  /** It on lines of at most {@code room} characters, as far as it can be broken. */
  default List<String> lines(int room) {
    return line().lines().toList();
  }

  /** Text as it stands. */
  static PythonExpression source(String text) {
    return new Source(text, Set.of());
  }

  /** A string, such that nothing in it can end it. */
  static PythonExpression text(String text) {
    return new Text(text);
  }

  /** A list of expressions. */
  static PythonExpression list(List<PythonExpression> items) {
    return new Items("[", items, "]", Set.of());
  }

  /** A call. */
  static PythonExpression call(String name, List<PythonExpression> arguments) {
    return new Items(name + "(", arguments, ")", Set.of());
  }

  /** A keyword with its value, as an argument of a call. */
  static PythonExpression named(String keyword, PythonExpression value) {
    return new Named(keyword + "=", value);
  }

  /**
   * @param imports what must be imported for it
   */
  record Source(String text, Set<String> imports) implements PythonExpression {
    @Override
    public String line() {
      return text;
    }
  }

  /** A string; one that is too long stands on several lines, which Python joins. */
  record Text(String text) implements PythonExpression {
    @Override
    public String line() {
      return PythonString.readable(text);
    }

    @Override
    public Set<String> imports() {
      return Set.of();
    }

    @Override
    public List<String> lines(int room) {
      List<String> lines = new ArrayList<>();
      int from = 0;
      int space = 0;
      for (int at = 1; at <= text.length(); at++) {
        boolean mayBreak = at == text.length() || text.charAt(at) == ' ';
        if (mayBreak && space > from && at - from + QUOTES > room) {
          lines.add(PythonString.readable(text.substring(from, space)));
          from = space;
        }
        space = mayBreak ? at : space;
      }
      lines.add(PythonString.readable(text.substring(from)));
      return lines;
    }

    private static final int QUOTES = 2;
  }

  /** A value with something before it. */
  record Named(String before, PythonExpression value) implements PythonExpression {
    @Override
    public String line() {
      return before + value.line();
    }

    @Override
    public Set<String> imports() {
      return value.imports();
    }

    @Override
    public List<String> lines(int room) {
      int left = room - before.length();
      boolean longer = value.line().length() > left && value instanceof Items;
      List<String> lines =
          new ArrayList<>(longer ? ((Items) value).broken(room) : value.lines(left));
      lines.set(0, before + lines.get(0));
      return lines;
    }
  }

  /** What stands between brackets, with commas between. */
  record Items(String open, List<PythonExpression> items, String close, Set<String> needs)
      implements PythonExpression {

    private static final String INDENT = "    ";

    @Override
    public String line() {
      boolean pair = open.equals("(") && items.size() == 1;
      return items.stream()
          .map(PythonExpression::line)
          .collect(Collectors.joining(", ", open, (pair ? "," : "") + close));
    }

    @Override
    public Set<String> imports() {
      return Stream.concat(needs.stream(), items.stream().flatMap(item -> item.imports().stream()))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public List<String> lines(int room) {
      String line = line();
      if (items.isEmpty() || line.length() <= room && line.indexOf('\n') < 0) {
        return List.of(line);
      }
      return broken(room);
    }

    /** It on more than one line. */
    private List<String> broken(int room) {
      String line = line();
      String inside = line.substring(open.length(), line.length() - close.length());
      if (inside.length() + INDENT.length() <= room
          && !inside.contains("\n")
          && !open.equals("[")) {
        return List.of(open, INDENT + inside, close);
      }
      List<String> lines = new ArrayList<>(List.of(open));
      for (PythonExpression item : items) {
        List<String> inner = item.lines(room - INDENT.length() - 1);
        for (int i = 0; i < inner.size(); i++) {
          lines.add(INDENT + inner.get(i) + (i == inner.size() - 1 ? "," : ""));
        }
      }
      lines.add(close);
      return lines;
    }
  }
}
