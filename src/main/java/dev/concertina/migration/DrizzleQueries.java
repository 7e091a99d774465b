package dev.concertina.migration;

import dev.concertina.sql.Placeholders;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The queries that Drizzle sends for a file: it cuts it at its mark, whatever stands around. */
final class DrizzleQueries {

  private static final String MARK = "--> statement-breakpoint";

  /** How a file begins that describes a database which was there before its first migration. */
  private static final String PULLED = "-- Current sql file was generated after introspecting";

  private DrizzleQueries() {}

  /** All statements of a file, in order. */
  static List<Statement> of(SqlReader reader, String text) {
    return between(reader, text, 0, text.length());
  }

  /** Whether a file holds, as a comment, what the database had before Drizzle came. */
  static boolean isPulled(String text) {
    return text.startsWith(PULLED) && text.indexOf("/*") >= 0 && text.strip().endsWith("*/");
  }

  /** What the comment of such a file says that there is. */
  static List<Statement> pulled(SqlReader reader, String text) {
    return between(reader, text, text.indexOf("/*") + "/*".length(), text.lastIndexOf("*/"));
  }

  private static List<Statement> between(SqlReader reader, String text, int start, int end) {
    List<Statement> statements = new ArrayList<>();
    int from = start;
    while (from <= end) {
      int mark = text.indexOf(MARK, from);
      int to = mark < 0 || mark > end ? end : mark;
      statements.addAll(reader.read(text, from, to, Placeholders.NONE));
      from = to + MARK.length();
    }
    return statements;
  }
}
