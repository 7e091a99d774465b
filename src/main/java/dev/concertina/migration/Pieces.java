package dev.concertina.migration;

import dev.concertina.sql.Placeholders;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that a framework cuts at a mark before a database sees it, whatever stands around: each
 * piece is read by itself.
 *
 * @param mark what ends a piece
 * @param lines whether it does so only on a line of its own
 */
record Pieces(String mark, boolean lines) {

  /** Drizzle's. */
  static final Pieces DRIZZLE = new Pieces("--> statement-breakpoint", false);

  /** How a file of Drizzle's begins that describes what was there before its first migration. */
  private static final String PULLED = "-- Current sql file was generated after introspecting";

  /** Whether a file of Drizzle's holds, as a comment, what the database had before. */
  static boolean isPulled(String text) {
    return text.startsWith(PULLED) && text.contains("/*") && text.strip().endsWith("*/");
  }

  /** What the comment of such a file says that there is. */
  static List<Statement> pulled(SqlReader reader, String text) {
    return DRIZZLE.read(reader, text, text.indexOf("/*") + "/*".length(), text.lastIndexOf("*/"));
  }

  /** All statements between two offsets, in order. */
  List<Statement> read(SqlReader reader, String text, int start, int end) {
    List<Statement> statements = new ArrayList<>();
    int from = start;
    while (from <= end) {
      int found = next(text, from);
      int to = found < 0 || found > end ? end : found;
      statements.addAll(reader.read(text, from, to, Placeholders.NONE));
      from = to + mark.length();
    }
    return statements;
  }

  private int next(String text, int from) {
    int at = text.indexOf(mark, from);
    while (lines && at >= 0 && !standsAlone(text, at)) {
      at = text.indexOf(mark, at + 1);
    }
    return at;
  }

  private boolean standsAlone(String text, int at) {
    int line = text.lastIndexOf('\n', at) + 1;
    int next = text.indexOf('\n', at);
    return text.substring(line, next < 0 ? text.length() : next).strip().equals(mark);
  }
}
