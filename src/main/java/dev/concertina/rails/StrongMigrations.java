package dev.concertina.rails;

import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadableSourceException;
import java.util.Map;
import java.util.TreeMap;

/** What the initializer of strong_migrations sets for the session of each migration. */
public final class StrongMigrations {

  private static final String TIMEOUT = "_timeout";
  private static final String OWNER = "StrongMigrations";

  private StrongMigrations() {}

  /** The timeouts by the names that PostgreSQL has for them. */
  public static Map<String, String> timeouts(String initializer) {
    Map<String, String> timeouts = new TreeMap<>();
    try {
      SourceFile file = Grammar.RUBY.parse(initializer);
      for (Node statement : file.root().parts()) {
        if (statement.is("assignment")) {
          add(file, statement.child("left"), statement.child("right"), timeouts);
        }
      }
    } catch (UnreadableSourceException unreadable) {
      // Timeouts that nobody can read help nobody.
    }
    return timeouts;
  }

  private static void add(SourceFile file, Node left, Node right, Map<String, String> timeouts) {
    Node owner = left.is("call") ? left.child("receiver") : null;
    String name = owner == null ? "" : file.text(left.child("method"));
    String duration = duration(file, right);
    if (owner != null
        && file.text(owner).equals(OWNER)
        && name.endsWith(TIMEOUT)
        && duration != null) {
      timeouts.put(name, duration);
    }
  }

  /** {@code 10}, {@code 10.seconds}, {@code 1.hour}, as PostgreSQL writes them; null for others. */
  private static String duration(SourceFile file, Node value) {
    boolean counted = value.is("call") && value.child("receiver") != null;
    Node number = counted ? value.child("receiver") : value;
    String unit = counted ? file.text(value.child("method")) : "seconds";
    if (!number.is("integer")) {
      return null;
    }
    String digits = file.text(number).replace("_", "");
    return switch (unit) {
      case "second", "seconds" -> digits + "s";
      case "minute", "minutes" -> digits + "min";
      case "hour", "hours" -> digits + "h";
      default -> null;
    };
  }
}
