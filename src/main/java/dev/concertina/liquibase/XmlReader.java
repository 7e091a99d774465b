package dev.concertina.liquibase;

import dev.concertina.sql.LineTable;
import dev.concertina.sql.Statement.Comment;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads XML into elements that know their places, which the parsers of the JDK don't tell of
 * attributes. It follows no reference to anything outside the text and knows no entities but the
 * five of XML, so that a document can neither fetch nor grow.
 */
final class XmlReader {

  private final String text;
  private final LineTable lines;
  private final List<Comment> comments = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private Element root;
  private int elements;
  private int at;

  /** An element of which the end was not seen yet. */
  private record Open(
      String name, int start, Map<String, Value.Text> attributes, Content content) {}

  XmlReader(String text) {
    this.text = text;
    lines = new LineTable(text);
  }

  Document read() {
    while (at < text.length()) {
      int tag = text.indexOf('<', at);
      if (tag < 0) {
        break;
      }
      characters(at, tag);
      at = tag;
      if (text.startsWith("<!--", at)) {
        comment();
      } else if (text.startsWith("<![CDATA[", at)) {
        cdata();
      } else if (text.startsWith("<?", at)) {
        at = after("?>");
      } else if (text.startsWith("<!", at)) {
        declaration();
      } else if (text.startsWith("</", at)) {
        end();
      } else {
        start();
      }
    }
    if (root == null || !open.isEmpty()) {
      throw wrong("it ends inside an element");
    }
    return new Document(root, comments);
  }

  private void characters(int from, int to) {
    if (to > from && !open.isEmpty()) {
      open.peek().content.characters(from, to);
    }
  }

  private void comment() {
    int from = at;
    at = after("-->");
    String inner = text.substring(from + "<!--".length(), at - "-->".length());
    comments.add(new Comment(inner.strip(), lines.span(from, at)));
  }

  private void cdata() {
    int from = at + "<![CDATA[".length();
    at = after("]]>");
    if (!open.isEmpty()) {
      open.peek().content.verbatim(from, at - "]]>".length());
    }
  }

  private void declaration() {
    int bracket = text.indexOf('[', at);
    at = after(">");
    if (bracket >= 0 && bracket < at) {
      throw wrong("it declares entities of its own");
    }
  }

  private void start() {
    int from = at++;
    if (++elements > Document.MOST_ELEMENTS || open.size() >= Document.DEEPEST) {
      throw wrong("it has too many elements, or too many inside each other");
    }
    String name = name();
    Map<String, Value.Text> attributes = new LinkedHashMap<>();
    for (blanks(); at < text.length() && text.charAt(at) != '>'; blanks()) {
      if (text.startsWith("/>", at)) {
        at += 2;
        close(new Open(name, from, attributes, new Content()));
        return;
      }
      attribute(attributes);
    }
    at++;
    open.push(new Open(name, from, attributes, new Content()));
  }

  private void attribute(Map<String, Value.Text> attributes) {
    String name = name();
    blanks();
    boolean equals = at < text.length() && text.charAt(at++) == '=';
    blanks();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    if (!equals || quote != '"' && quote != '\'') {
      throw wrong("the attribute " + name + " has no value");
    }
    int from = at + 1;
    at = from;
    at = after(String.valueOf(quote));
    String raw = text.substring(from, at - 1);
    String value = unescaped(raw).replace('\n', ' ').replace('\t', ' ').replace("\r", "");
    attributes.put(
        name, new Value.Text(value, value.equals(raw) ? from : -1, lines.span(from - 1, at)));
  }

  private void end() {
    at += 2;
    String name = name();
    blanks();
    if (open.isEmpty() || !open.peek().name.equals(name) || at >= text.length()) {
      throw wrong("</" + name + "> ends nothing");
    }
    at++;
    close(open.pop());
  }

  private void close(Open ended) {
    Element element =
        new Element(
            withoutPrefix(ended.name),
            ended.attributes,
            ended.content.children,
            ended.content.text(),
            lines.span(ended.start, at));
    if (!open.isEmpty()) {
      open.peek().content.children.add(element);
    } else if (root == null) {
      root = element;
    }
  }

  /** A prefix that the root has too is that of Liquibase itself. */
  private String withoutPrefix(String name) {
    String outermost = open.isEmpty() ? name : open.peekLast().name;
    int colon = outermost.indexOf(':');
    return colon > 0 && name.startsWith(outermost.substring(0, colon + 1))
        ? name.substring(colon + 1)
        : name;
  }

  private String name() {
    int from = at;
    while (at < text.length() && " \t\r\n/>=<".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw wrong("a name is missing");
    }
    return text.substring(from, at);
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private int after(String end) {
    int found = text.indexOf(end, at);
    if (found < 0) {
      throw wrong("it ends before " + end);
    }
    return found + end.length();
  }

  private UnreadableSourceException wrong(String what) {
    int line = lines.span(Math.min(at, text.length()), Math.min(at, text.length())).line();
    return new UnreadableSourceException("it is no well-formed XML: line " + line + ", " + what);
  }

  /** With the five entities of XML, and characters by their numbers, resolved. */
  private static String unescaped(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      int end = raw.charAt(i) == '&' ? raw.indexOf(';', i) : -1;
      String resolved = end < 0 ? null : entity(raw.substring(i + 1, end));
      value.append(resolved == null ? raw.substring(i, i + 1) : resolved);
      i = resolved == null ? i : end;
    }
    return value.toString();
  }

  private static String entity(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> name.startsWith("#") ? numbered(name) : null;
    };
  }

  private static String numbered(String name) {
    try {
      boolean hex = name.startsWith("#x");
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(point) ? Character.toString(point) : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /** What stands between two tags; blank text beside anything else says nothing. */
  private final class Content {
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private int pieces;
    private int first = -1;
    private int last;
    private boolean exact = true;

    void characters(int from, int to) {
      String raw = text.substring(from, to);
      if (!raw.isBlank()) {
        String value = unescaped(raw);
        exact &= value.equals(raw);
        add(value, from, to);
      }
    }

    void verbatim(int from, int to) {
      add(text.substring(from, to), from, to);
    }

    private void add(String value, int from, int to) {
      joined.append(value);
      first = pieces++ == 0 ? from : first;
      last = to;
    }

    Value.Text text() {
      return pieces == 0
          ? null
          : new Value.Text(
              joined.toString(), exact && pieces == 1 ? first : -1, lines.span(first, last));
    }
  }
}
