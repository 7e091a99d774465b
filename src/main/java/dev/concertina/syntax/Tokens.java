package dev.concertina.syntax;

import dev.concertina.schema.Span;
import dev.concertina.sql.LineTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The words, texts and signs of a file in a language with braces, without its comments, and a place
 * among them. Enough for the heads of classes and their members where no grammar is at hand.
 */
final class Tokens {
  private static final int MOST = 400_000;

  private final List<Token> all = new ArrayList<>();
  private final String text;
  private final LineTable lines;
  private int at;

  /** What a token is. */
  enum Kind {
    WORD,
    TEXT,
    SIGN
  }

  /**
   * A token.
   *
   * @param text the word or sign, or what stands between the quotes
   */
  record Token(Kind kind, String text, int start, int end) {}

  Tokens(String text) {
    this.text = text;
    lines = new LineTable(text);
    read();
  }

  boolean more() {
    return at < all.size();
  }

  /** Whether a word or sign is next. */
  boolean is(String wanted) {
    return more() && peek().kind != Kind.TEXT && peek().text.equals(wanted);
  }

  boolean isWord() {
    return more() && peek().kind == Kind.WORD;
  }

  /** The next token; an empty sign at the end. */
  Token peek() {
    return more() ? all.get(at) : new Token(Kind.SIGN, "", text.length(), text.length());
  }

  /** Takes the next token. */
  Token next() {
    Token next = peek();
    at += more() ? 1 : 0;
    return next;
  }

  /** Takes a word or sign if it is next. */
  boolean take(String wanted) {
    boolean is = is(wanted);
    at += is ? 1 : 0;
    return is;
  }

  /** Whether the next token begins a line. */
  boolean onNewLine() {
    return at == 0
        || !more()
        || text.substring(all.get(at - 1).end, peek().start).indexOf('\n') >= 0;
  }

  Span span(Token token) {
    return lines.span(token.start, token.end);
  }

  /** Goes behind the bracket that closes the one that is next; does nothing when none is. */
  void skipBrackets() {
    int depth = 0;
    do {
      if (!more()) {
        return;
      }
      Token token = next();
      if (token.kind == Kind.SIGN) {
        depth += "([{".contains(token.text) ? 1 : ")]}".contains(token.text) ? -1 : 0;
      }
    } while (depth > 0);
  }

  /** Goes behind type arguments, if they are next. */
  void skipTypeArguments() {
    int depth = 0;
    if (!is("<")) {
      return;
    }
    do {
      depth += is("<") ? 1 : is(">") ? -1 : 0;
      at++;
    } while (more() && depth > 0);
  }

  private void read() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (text.startsWith("//", i)) {
        i = end("\n", i);
      } else if (text.startsWith("/*", i)) {
        i = end("*/", i + 2);
      } else if (c == '"' || c == '\'' || c == '`') {
        i = quoted(i, c);
      } else {
        int start = i++;
        boolean word = Character.isJavaIdentifierPart(c);
        while (word && i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
          i++;
        }
        add(word ? Kind.WORD : Kind.SIGN, start, i, start, i);
      }
    }
  }

  private int end(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private int quoted(int start, char quote) {
    if (text.startsWith("\"\"\"", start)) {
      int end = end("\"\"\"", start + 3);
      add(Kind.TEXT, start, end, start + 3, Math.max(start + 3, end - 3));
      return end;
    }
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    int end = Math.min(text.length(), i + 1);
    add(quote == '`' ? Kind.WORD : Kind.TEXT, start, end, start + 1, Math.min(i, text.length()));
    return end;
  }

  private void add(Kind kind, int start, int end, int from, int to) {
    if (all.size() >= MOST) {
      throw new UnreadableSourceException("it has too many parts");
    }
    all.add(new Token(kind, text.substring(from, Math.max(from, to)), start, end));
  }
}
