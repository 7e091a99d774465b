package dev.concertina.syntax;

import dev.concertina.syntax.SourceClass.Kind;
import dev.concertina.syntax.SourceClass.Member;
import dev.concertina.syntax.Tokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the classes and records of a C# file: their attributes and their properties with a getter
 * and a setter. It goes over everything else, bracket by bracket.
 */
public final class CSharpSource {
  private static final int DEEPEST = 100;

  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "internal",
          "virtual",
          "override",
          "required",
          "new",
          "sealed",
          "abstract",
          "partial",
          "readonly",
          "static",
          "const",
          "unsafe",
          "extern");

  private final Tokens tokens;
  private final List<SourceClass> classes = new ArrayList<>();

  private CSharpSource(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableSourceException when it is beyond every bound
   */
  public static ClassSource read(String text) {
    CSharpSource source = new CSharpSource(new Tokens(text));
    while (source.tokens.more()) {
      source.body(new ArrayList<>(), 0);
      source.tokens.take("}");
    }
    return new ClassSource(Map.of(), true, source.classes);
  }

  private void body(List<Member> members, int depth) {
    List<Value.Call> marks = new ArrayList<>();
    while (tokens.more() && !tokens.is("}")) {
      if (tokens.is("[")) {
        marks(marks);
      } else if (tokens.is("namespace")) {
        enter();
      } else if (tokens.is("class") || tokens.is("record")) {
        tokens.next();
        type(marks, depth);
        marks = new ArrayList<>();
      } else if (tokens.isWord() && MODIFIERS.contains(tokens.peek().text()) && !isStatic()) {
        tokens.next();
      } else {
        member(marks, members);
        marks = new ArrayList<>();
      }
    }
  }

  private boolean isStatic() {
    return tokens.is("static") || tokens.is("const");
  }

  /** What a namespace holds is read as if it stood outside. */
  private void enter() {
    while (tokens.more() && !tokens.is("{") && !tokens.is(";")) {
      tokens.next();
    }
    tokens.next();
  }

  private void type(List<Value.Call> marks, int depth) {
    tokens.take("class");
    if (!tokens.isWord()) {
      return;
    }
    Token name = tokens.next();
    tokens.skipTypeArguments();
    List<Member> members = new ArrayList<>();
    if (tokens.is("(")) {
      parameters(members);
    }
    List<String> bases = new ArrayList<>();
    while (tokens.more() && !tokens.is("{") && !tokens.is(";")) {
      if (tokens.is("where")) {
        enterBody();
        break;
      }
      if (tokens.isWord()) {
        bases.add(tokens.next().text());
        tokens.skipTypeArguments();
      } else if (tokens.is("(")) {
        tokens.skipBrackets();
      } else {
        tokens.next();
      }
    }
    if (tokens.take("{")) {
      if (depth < DEEPEST) {
        body(members, depth + 1);
      }
      tokens.take("}");
    }
    classes.add(new SourceClass(name.text(), marks, bases, members, tokens.span(name)));
  }

  private void enterBody() {
    while (tokens.more() && !tokens.is("{") && !tokens.is(";")) {
      tokens.next();
    }
  }

  /** The parameters of a record are its properties. */
  private void parameters(List<Member> members) {
    tokens.next();
    List<Value.Call> marks = new ArrayList<>();
    Token type = null;
    Token last = null;
    while (tokens.more() && !tokens.is(")")) {
      if (tokens.is("[")) {
        marks(marks);
      } else if (tokens.isWord()) {
        type = last;
        last = tokens.next();
        tokens.skipTypeArguments();
        tokens.take("?");
      } else {
        if (tokens.take("=")) {
          tokens.next();
        }
        if (tokens.is(",")) {
          add(type, last, marks, members);
          marks = new ArrayList<>();
          type = null;
          last = null;
        }
        tokens.skipBrackets();
      }
    }
    add(type, last, marks, members);
    tokens.take(")");
  }

  private void add(Token type, Token name, List<Value.Call> marks, List<Member> members) {
    if (type != null && name != null) {
      members.add(new Member(name.text(), type.text(), marks, null, Kind.FIELD, tokens.span(name)));
    }
  }

  /** A property has braces after its name; everything else is passed over. */
  private void member(List<Value.Call> marks, List<Member> members) {
    boolean shared = isStatic();
    Token type = null;
    Token last = null;
    while (tokens.isWord() || tokens.is("?") || tokens.is(".") || tokens.is("<")) {
      if (tokens.is("<")) {
        tokens.skipTypeArguments();
      } else if (tokens.isWord()) {
        type = last;
        last = tokens.next();
      } else {
        tokens.next();
      }
      if (tokens.is("[") && last != null) {
        tokens.skipBrackets();
      }
    }
    if (tokens.is("{")) {
      if (hasSetter() && !shared) {
        add(type, last, marks, members);
      }
      if (tokens.take("=")) {
        over();
      }
    } else {
      over();
    }
  }

  /** Goes over the accessors of a property, and answers whether one of them sets it. */
  private boolean hasSetter() {
    boolean sets = false;
    int depth = 0;
    do {
      Token token = tokens.next();
      boolean sign = token.kind() == Tokens.Kind.SIGN;
      depth += sign && token.text().equals("{") ? 1 : sign && token.text().equals("}") ? -1 : 0;
      sets |= depth == 1 && (token.text().equals("set") || token.text().equals("init"));
    } while (tokens.more() && depth > 0);
    return sets;
  }

  /** To the end of a member: its semicolon, or the brace that closes it. */
  private void over() {
    while (tokens.more() && !tokens.is("}")) {
      if (tokens.take(";")) {
        return;
      }
      boolean braces = tokens.is("{");
      tokens.skipBrackets();
      if (braces && !tokens.is(";") && !tokens.is(".") && !tokens.is(",")) {
        return;
      }
    }
  }

  /** {@code [Table("audio", Schema = "media"), Index]}. */
  private void marks(List<Value.Call> marks) {
    tokens.next();
    while (tokens.more() && !tokens.is("]")) {
      if (!tokens.isWord()) {
        tokens.skipBrackets();
        continue;
      }
      Token name = tokens.next();
      while (tokens.take(".") || tokens.take(":")) {
        name = tokens.isWord() ? tokens.next() : name;
      }
      List<Value> positional = new ArrayList<>();
      Map<String, Value> named = new LinkedHashMap<>();
      if (tokens.take("(")) {
        arguments(positional, named);
      }
      marks.add(new Value.Call(name.text(), null, positional, named, true, tokens.span(name)));
      tokens.take(",");
    }
    tokens.take("]");
  }

  private void arguments(List<Value> positional, Map<String, Value> named) {
    String key = null;
    while (tokens.more() && !tokens.is(")")) {
      Token token = tokens.peek();
      if (token.kind() == Tokens.Kind.TEXT) {
        Value text = new Value.Text(token.text(), -1, tokens.span(token));
        if (key == null) {
          positional.add(text);
        } else {
          named.put(key, text);
        }
        tokens.next();
      } else if (tokens.isWord()) {
        tokens.next();
        key = tokens.take("=") ? token.text() : key;
      } else {
        key = tokens.is(",") ? null : key;
        tokens.skipBrackets();
      }
    }
    tokens.take(")");
  }
}
