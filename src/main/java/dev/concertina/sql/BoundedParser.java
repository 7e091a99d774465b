package dev.concertina.sql;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;

/** JSqlParser under a limit of size, nesting and time. */
final class BoundedParser {

  /** Up to here no text was ever seen to take long, and a thread of its own would cost more. */
  private static final int SHORT = 2000;

  private static final int SHALLOW = 8;
  private static final long STACK = 16L << 20;

  /** So many texts that never end, and no more are tried: they would add up to minutes. */
  private static final int TIMEOUTS = 3;

  private final Limits limits;
  private final AtomicInteger timeouts = new AtomicInteger();
  private final AtomicLong parsed = new AtomicLong();

  BoundedParser(Limits limits) {
    this.limits = limits;
  }

  /** The rule of the grammar that is parsed. */
  interface Rule<P> {
    P parse(CCJSqlParser parser) throws ParseException;
  }

  /** What {@code reader} makes of the parsed tokens, or null when they can't be parsed. */
  <P, R> R parse(Tokens tokens, boolean inParentheses, Rule<P> rule, Function<P, R> reader) {
    String head = inParentheses ? "(" : "";
    String tail = inParentheses ? ")" : "";
    int length = tokens.text().length();
    int depth = depth(tokens);
    if (length > limits.length()
        || depth > limits.depth()
        || timeouts.get() >= TIMEOUTS
        || parsed.addAndGet(length) > limits.total()) {
      return null;
    }
    CCJSqlParser parser =
        CCJSqlParserUtil.newParser(head + plain(tokens) + tail).withAllowComplexParsing(true);
    boolean quick = length <= SHORT && depth <= SHALLOW;
    return quick ? parse(parser, rule, reader) : timed(parser, rule, reader);
  }

  private static <P, R> R parse(CCJSqlParser parser, Rule<P> rule, Function<P, R> reader) {
    try {
      P parsed = rule.parse(parser);
      boolean whole = parser.getNextToken().kind == CCJSqlParserConstants.EOF;
      return whole && parsed != null ? reader.apply(parsed) : null;
    } catch (ParseException | TokenMgrException | StackOverflowError unreadable) {
      return null;
    } catch (RuntimeException fault) {
      // A fault of the parser must not cost the statement, of which this is a detail.
      return null;
    }
  }

  private <P, R> R timed(CCJSqlParser parser, Rule<P> rule, Function<P, R> reader) {
    FutureTask<R> task = new FutureTask<>(() -> parse(parser, rule, reader));
    Thread thread = new Thread(null, task, "expression", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException beyond) {
      parser.interrupted = true;
      timeouts.incrementAndGet();
      return null;
    } catch (ExecutionException fault) {
      return null;
    } catch (InterruptedException stopped) {
      parser.interrupted = true;
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static int depth(Tokens tokens) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      boolean opens = kind == TokenKind.LEFT || tokens.is(i, "case");
      boolean closes = kind == TokenKind.RIGHT || tokens.is(i, "end");
      depth += opens ? 1 : closes ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  /** The tokens in the plain spelling that the parser knows: it reads no {@code E'it\'s'}. */
  private static String plain(Tokens tokens) {
    StringBuilder plain = new StringBuilder(tokens.text().length() + 16);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isTemplate(i) && tokens.kind(i + 1) == TokenKind.DOT) {
        // A schema that nobody knows; the name behind it is what counts.
        i++;
        continue;
      }
      boolean string =
          tokens.kind(i) == TokenKind.STRING || tokens.kind(i) == TokenKind.DOLLAR_STRING;
      boolean marked = string && tokens.text().charAt(tokens.start(i)) != '\'';
      if (marked) {
        plain.append('\'').append(Literals.value(tokens, i).replace("'", "''")).append('\'');
      } else if (tokens.kind(i) == TokenKind.QUOTED) {
        plain.append(QuotedDots.hide(quoted(tokens, i)));
      } else {
        plain.append(tokens.text(i));
      }
      boolean glued = i + 1 < tokens.size() && tokens.end(i) == tokens.start(i + 1);
      plain.append(glued ? "" : " ");
    }
    return plain.toString();
  }

  /** A quoted name, without the Unicode escapes that the parser does not know. */
  private static String quoted(Tokens tokens, int token) {
    String text = tokens.text(token);
    boolean escaped = text.startsWith("&", 1) && !tokens.is(token + 1, "uescape");
    return escaped ? '"' + Names.fold(tokens, token).replace("\"", "\"\"") + '"' : text;
  }
}
