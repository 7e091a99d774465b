package dev.concertina.liquibase;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What ends a statement instead of a semicolon.
 *
 * @param alone whether it only does so on a line of its own
 */
record EndDelimiter(String text, boolean alone) {

  private static final List<String> AROUND =
      List.of("\\n", "\\r", "\\s*", "\\s+", "^", "$", "(?i)");

  /** The one that is written, or null for the semicolon. */
  static EndDelimiter of(String written) {
    String bare = written == null ? ";" : written.split("\\|", 2)[0];
    for (String around : AROUND) {
      bare = bare.equals("$$") || bare.equals("^") ? bare : bare.replace(around, "");
    }
    bare = bare.strip();
    boolean pattern = bare.chars().anyMatch(c -> "\\[](){}*+?".indexOf(c) >= 0);
    if (bare.isEmpty() || bare.startsWith(";") || pattern) {
      return null;
    }
    boolean word = bare.equals("/") || bare.chars().allMatch(Character::isLetter);
    return new EndDelimiter(bare, word);
  }

  /** The statements that it divides a text into, at their places. */
  List<Value.Text> pieces(Value.Text whole) {
    List<Value.Text> pieces = new ArrayList<>();
    String all = whole.text();
    int from = 0;
    for (int at = next(all, 0); at >= 0; at = next(all, at + text.length())) {
      add(whole, from, at, pieces);
      from = at + text.length();
    }
    add(whole, from, all.length(), pieces);
    return pieces;
  }

  private int next(String all, int from) {
    for (int at = from; at + text.length() <= all.length(); at++) {
      boolean here = all.regionMatches(true, at, text, 0, text.length());
      if (here && (alone ? isAlone(all, at) : isToken(all, at))) {
        return at;
      }
    }
    return -1;
  }

  private boolean isToken(String all, int at) {
    int end = at + text.length();
    boolean begins = at == 0 || all.charAt(at - 1) <= ' ';
    return begins && (end == all.length() || all.charAt(end) <= ' ');
  }

  private boolean isAlone(String all, int at) {
    int start = all.lastIndexOf('\n', at) + 1;
    int end = all.indexOf('\n', at);
    return all.substring(start, end < 0 ? all.length() : end).strip().equalsIgnoreCase(text);
  }

  private static void add(Value.Text whole, int from, int to, List<Value.Text> pieces) {
    String piece = whole.text().substring(from, to);
    if (!piece.isBlank()) {
      int start = whole.start() < 0 ? -1 : whole.start() + from;
      pieces.add(new Value.Text(piece, start, whole.span()));
    }
  }
}
