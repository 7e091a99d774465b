package dev.concertina.syntax;

import dev.concertina.schema.Span;
import dev.concertina.syntax.SourceClass.Kind;
import dev.concertina.syntax.SourceClass.Member;
import dev.concertina.syntax.Tokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the classes of a Kotlin file: their heads, constructors and properties. It goes over
 * everything else, bracket by bracket.
 */
public final class KotlinSource {
  private static final int DEEPEST = 100;

  /** What may stand between an annotation and what it is on. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "internal",
          "open",
          "final",
          "abstract",
          "data",
          "sealed",
          "inner",
          "override",
          "lateinit",
          "const",
          "value",
          "inline",
          "vararg",
          "expect",
          "actual");

  private final Tokens tokens;
  private final Map<String, String> imports = new HashMap<>();
  private final List<SourceClass> classes = new ArrayList<>();
  private boolean open;

  private KotlinSource(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableSourceException when it is beyond every bound
   */
  public static ClassSource read(String text) {
    KotlinSource source = new KotlinSource(new Tokens(text));
    source.body(new ArrayList<>(), 0);
    return new ClassSource(source.imports, source.open, source.classes);
  }

  /** What stands at the top of the file, or between the braces of a class. */
  private void body(List<Member> members, int depth) {
    List<Value.Call> marks = new ArrayList<>();
    while (tokens.more() && !tokens.is("}")) {
      if (tokens.is("@")) {
        mark(marks);
      } else if (tokens.take("import")) {
        imported();
      } else if (tokens.is("class") || tokens.is("interface") || tokens.is("object")) {
        boolean stored = tokens.next().text().equals("class");
        type(marks, stored, depth);
        marks = new ArrayList<>();
      } else if (tokens.is("val") || tokens.is("var")) {
        tokens.next();
        property(marks, members);
        marks = new ArrayList<>();
      } else if (tokens.isWord() && MODIFIERS.contains(tokens.peek().text())) {
        tokens.next();
      } else {
        marks = new ArrayList<>();
        over();
      }
    }
  }

  /** Goes over one token, or over all between two brackets. */
  private void over() {
    tokens.skipBrackets();
  }

  private void imported() {
    StringBuilder name = new StringBuilder();
    do {
      Token part = tokens.next();
      open |= part.text().equals("*");
      name.append(part.text());
    } while (tokens.more() && !tokens.onNewLine());
    String full = name.toString();
    imports.put(full.substring(full.lastIndexOf('.') + 1), full);
  }

  private void type(List<Value.Call> marks, boolean stored, int depth) {
    Span span = tokens.isWord() ? tokens.span(tokens.peek()) : null;
    String name = tokens.isWord() ? tokens.next().text() : "";
    tokens.skipTypeArguments();
    List<Member> members = new ArrayList<>();
    List<String> bases = new ArrayList<>();
    while (tokens.is("@") || tokens.isWord() && !tokens.onNewLine()) {
      if (tokens.is("@")) {
        mark(new ArrayList<>());
      } else {
        tokens.next();
      }
    }
    if (tokens.is("(")) {
      constructor(members);
    }
    if (tokens.take(":")) {
      bases(bases);
    }
    if (tokens.is("{") && stored && depth < DEEPEST) {
      tokens.next();
      body(members, depth + 1);
      tokens.take("}");
    } else if (tokens.is("{")) {
      tokens.skipBrackets();
    }
    if (stored && span != null) {
      classes.add(new SourceClass(name, marks, bases, members, span));
    }
  }

  private void constructor(List<Member> members) {
    tokens.next();
    List<Value.Call> marks = new ArrayList<>();
    while (tokens.more() && !tokens.is(")")) {
      if (tokens.is("@")) {
        mark(marks);
      } else if (tokens.is("val") || tokens.is("var")) {
        tokens.next();
        property(marks, members);
        marks = new ArrayList<>();
      } else {
        if (tokens.is(",")) {
          marks = new ArrayList<>();
        }
        over();
      }
    }
    tokens.take(")");
  }

  private void bases(List<String> bases) {
    while (tokens.isWord()) {
      StringBuilder name = new StringBuilder(tokens.next().text());
      while (tokens.take(".") && tokens.isWord()) {
        name.append('.').append(tokens.next().text());
      }
      bases.add(name.toString());
      tokens.skipTypeArguments();
      if (tokens.is("(")) {
        tokens.skipBrackets();
      }
      if (!tokens.take(",")) {
        return;
      }
    }
  }

  private void property(List<Value.Call> marks, List<Member> members) {
    tokens.skipTypeArguments();
    if (!tokens.isWord()) {
      return;
    }
    Token name = tokens.next();
    String type = null;
    if (tokens.take(":") && tokens.isWord()) {
      type = tokens.next().text();
      while (tokens.take(".") && tokens.isWord()) {
        type = tokens.next().text();
      }
      tokens.skipTypeArguments();
      tokens.take("?");
    }
    boolean computed = tokens.is("get") || tokens.is("by");
    Kind kind = computed ? Kind.APART : Kind.FIELD;
    members.add(new Member(name.text(), type, marks, null, kind, tokens.span(name)));
    if (tokens.take("=")) {
      while (tokens.more() && !tokens.is(",") && !tokens.is(")") && !tokens.is("}")) {
        over();
        if (tokens.onNewLine() && !tokens.is(".")) {
          return;
        }
      }
    }
  }

  /** {@code @Column(name = "x")}, {@code @field:Column("x")}. */
  private void mark(List<Value.Call> marks) {
    tokens.next();
    if (tokens.is("[")) {
      tokens.skipBrackets();
    } else if (tokens.isWord()) {
      Token name = tokens.next();
      marks.add(call(tokens.take(":") && tokens.isWord() ? tokens.next() : name, 0));
    }
  }

  private Value.Call call(Token first, int depth) {
    StringBuilder name = new StringBuilder(first.text());
    while (tokens.is(".") && depth < DEEPEST) {
      tokens.next();
      name.append('.').append(tokens.isWord() ? tokens.next().text() : "");
    }
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new LinkedHashMap<>();
    if (tokens.is("(") && !tokens.onNewLine()) {
      tokens.next();
      while (tokens.more() && !tokens.is(")")) {
        Value value = value(depth + 1);
        if (tokens.take("=") && value instanceof Value.Name key) {
          named.put(key.name(), value(depth + 1));
        } else {
          positional.add(value);
        }
        while (tokens.more() && !tokens.is(",") && !tokens.is(")")) {
          over();
        }
        tokens.take(",");
      }
      tokens.take(")");
    }
    return new Value.Call(name.toString(), null, positional, named, true, tokens.span(first));
  }

  private Value value(int depth) {
    tokens.take("@");
    Token token = tokens.peek();
    Span span = tokens.span(token);
    if (depth > DEEPEST) {
      over();
      return new Value.Unknown("", span);
    }
    if (token.kind() == Tokens.Kind.TEXT) {
      tokens.next();
      boolean plain = token.text().indexOf('$') < 0 && token.text().indexOf('\\') < 0;
      return plain ? new Value.Text(token.text(), -1, span) : new Value.Unknown(token.text(), span);
    } else if (tokens.is("[")) {
      tokens.next();
      List<Value> items = new ArrayList<>();
      while (tokens.more() && !tokens.is("]")) {
        items.add(value(depth + 1));
        tokens.take(",");
      }
      tokens.take("]");
      return new Value.Many(items, span);
    } else if (tokens.isWord()) {
      tokens.next();
      return word(token, span, depth);
    }
    over();
    return new Value.Unknown(token.text(), span);
  }

  private Value word(Token token, Span span, int depth) {
    switch (token.text()) {
      case "true":
        return new Value.Flag(true, span);
      case "false":
        return new Value.Flag(false, span);
      default:
        Value.Call call = call(token, depth);
        boolean list = call.shortName().equals("arrayOf");
        boolean plain = call.arguments().isEmpty() && call.named().isEmpty();
        return list
            ? new Value.Many(call.arguments(), span)
            : plain ? new Value.Name(call.name(), span) : call;
    }
  }
}
