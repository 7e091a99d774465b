package dev.concertina.migration;

import dev.concertina.migration.Migration.Direction;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Divides a file that holds both directions at the comments of its framework, and finds the comment
 * that opts out of the transaction.
 */
final class Sections {

  private static final Set<Framework> MARKED =
      EnumSet.of(
          Framework.GOOSE,
          Framework.SQL_MIGRATE,
          Framework.DBMATE,
          Framework.NODE_PG_MIGRATE,
          Framework.MYBATIS,
          Framework.TERN);

  private final Framework framework;
  private final String text;
  private final List<Section> sections = new ArrayList<>();
  private boolean wholeFileOut;
  private Direction direction = Direction.UP;
  private boolean sectionOut;
  private boolean marked;
  private int from;

  /**
   * One direction's part of a file.
   *
   * @param outside whether it asks to run outside a transaction
   */
  record Section(Direction direction, int from, int to, boolean outside) {}

  private Sections(Framework framework, String text) {
    this.framework = framework;
    this.text = text;
  }

  /** Whether files of this framework hold both directions. */
  static boolean marks(Framework framework) {
    return MARKED.contains(framework);
  }

  /** The parts of a file, in order; a file without marks goes up as a whole. */
  static List<Section> of(Framework framework, String text) {
    return new Sections(framework, text).divide();
  }

  /** The framework whose marks a file carries, or null. */
  static Framework markedBy(String text) {
    Framework[] found = new Framework[1];
    eachComment(
        text,
        (start, end, comment) -> {
          if (found[0] == null) {
            found[0] = framework(comment);
          }
        });
    return found[0];
  }

  /**
   * Where goose is told to send several statements as one query: from the comment that begins each
   * such block to the one that ends it, in order.
   */
  static NavigableMap<Integer, Integer> blocks(String text) {
    NavigableMap<Integer, Integer> blocks = new TreeMap<>();
    eachComment(
        text,
        (start, end, comment) -> {
          if (comment.startsWith("+goose statementbegin")) {
            blocks.put(start, text.length());
          } else if (comment.startsWith("+goose statementend") && !blocks.isEmpty()) {
            blocks.put(blocks.lastKey(), Math.min(end, blocks.get(blocks.lastKey())));
          }
        });
    return blocks;
  }

  private static Framework framework(String comment) {
    if (comment.startsWith("+goose ")) {
      return Framework.GOOSE;
    } else if (comment.startsWith("+migrate up") || comment.startsWith("+migrate down")) {
      return Framework.SQL_MIGRATE;
    } else if (comment.startsWith("migrate:up") || comment.startsWith("migrate:down")) {
      return Framework.DBMATE;
    } else if (comment.equals("up migration") || comment.equals("down migration")) {
      return Framework.NODE_PG_MIGRATE;
    } else if (isUndo(comment)) {
      return Framework.MYBATIS;
    } else if (comment.startsWith("create above / drop below")) {
      return Framework.TERN;
    } else if (comment.startsWith("liquibase formatted sql")) {
      return Framework.LIQUIBASE;
    } else if (comment.startsWith("> statement-breakpoint")) {
      return Framework.DRIZZLE;
    }
    return null;
  }

  private static boolean isUndo(String comment) {
    return comment.replace(" ", "").replace("\t", "").startsWith("//@undo");
  }

  private List<Section> divide() {
    eachComment(text, this::mark);
    close(text.length());
    return sections.stream()
        .map(s -> new Section(s.direction, s.from, s.to, s.outside || wholeFileOut))
        .toList();
  }

  private void mark(int start, int end, String comment) {
    switch (framework) {
      case GOOSE -> {
        if (comment.startsWith("+goose no transaction")) {
          wholeFileOut = true;
        }
        begin(comment, "+goose up", "+goose down", start, end);
      }
      case SQL_MIGRATE -> begin(comment, "+migrate up", "+migrate down", start, end);
      case DBMATE -> begin(comment, "migrate:up", "migrate:down", start, end);
      case NODE_PG_MIGRATE -> begin(comment, "up migration", "down migration", start, end);
      case MYBATIS -> {
        if (isUndo(comment)) {
          begin(comment, null, "//", start, end);
        }
      }
      case TERN -> {
        begin(comment, null, "create above / drop below", start, end);
        if (comment.startsWith("tern: disable-tx")) {
          wholeFileOut = true;
        }
      }
      default -> {}
    }
  }

  private void begin(String comment, String up, String down, int start, int end) {
    boolean goesUp = up != null && comment.startsWith(up);
    if (!goesUp && !comment.startsWith(down)) {
      return;
    }
    close(start);
    marked = true;
    direction = goesUp ? Direction.UP : Direction.DOWN;
    String options = comment.replace(" ", "");
    sectionOut = options.contains("notransaction") || options.contains("transaction:false");
    from = end;
  }

  /** What stands above the first mark is read too: not every framework refuses it. */
  private void close(int to) {
    boolean saysNothing =
        !marked
            && direction == Direction.UP
            && Wording.of(text.substring(from, to), SqlSyntax.POSTGRESQL).isEmpty();
    if (!saysNothing || to == text.length() && sections.isEmpty()) {
      sections.add(new Section(direction, from, to, sectionOut));
    }
  }

  /** Hears of a line that is a comment: its text without dashes and in lower case. */
  private interface CommentLine {
    void accept(int start, int end, String comment);
  }

  private static void eachComment(String text, CommentLine line) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int at = start;
      while (at < end && text.charAt(at) <= ' ') {
        at++;
      }
      if (text.startsWith("--", at) || text.startsWith("--> statement-breakpoint", at)) {
        while (at < end && (text.charAt(at) == '-' || text.charAt(at) <= ' ')) {
          at++;
        }
        line.accept(start, end, text.substring(at, end).strip().toLowerCase(Locale.ROOT));
      }
      start = end + 1;
    }
  }
}
