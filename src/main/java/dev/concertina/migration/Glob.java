package dev.concertina.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Path patterns as configuration writes them: {@code *} and {@code ?} within a name, {@code **}
 * over any number of folders, <code>{a,b}</code> for one of several. A pattern that names a folder
 * holds for everything below it.
 */
public final class Glob {

  /** More alternatives than that nobody means. */
  private static final int MOST_ALTERNATIVES = 256;

  private Glob() {}

  /** Whether {@code path} is what {@code pattern} means. */
  public static boolean matches(String pattern, String path) {
    if (pattern.indexOf('{') < 0) {
      return matchesOne(pattern, path);
    }
    return alternatives(pattern).stream().anyMatch(plain -> matchesOne(plain, path));
  }

  /** The pattern once for each choice of what stands in its braces. */
  private static List<String> alternatives(String pattern) {
    List<String> done = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(pattern));
    while (!open.isEmpty()) {
      String next = open.pop();
      int from = next.lastIndexOf('{');
      int to = from < 0 ? -1 : next.indexOf('}', from);
      if (to < 0 || done.size() + open.size() >= MOST_ALTERNATIVES) {
        done.add(next);
        continue;
      }
      for (String choice : next.substring(from + 1, to).split(",", -1)) {
        open.push(next.substring(0, from) + choice + next.substring(to + 1));
      }
    }
    return done;
  }

  private static boolean matchesOne(String pattern, String path) {
    String clean = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    while (clean.endsWith("/")) {
      clean = clean.substring(0, clean.length() - 1);
    }
    boolean plain = clean.indexOf('*') < 0 && clean.indexOf('?') < 0;
    return plain
        ? clean.isEmpty() || clean.equals(".") || path.equals(clean) || Path.inside(clean, path)
        : matches(clean, path, new Boolean[clean.length() + 1][path.length() + 1], 0, 0);
  }

  // Remembers what it tried: a pattern of many stars must not take exponential time.
  private static boolean matches(String glob, String path, Boolean[][] known, int g, int p) {
    if (known[g][p] == null) {
      known[g][p] = false;
      known[g][p] = compute(glob, path, known, g, p);
    }
    return known[g][p];
  }

  private static boolean compute(String glob, String path, Boolean[][] known, int g, int p) {
    if (g == glob.length()) {
      return p == path.length();
    }
    if (glob.startsWith("**/", g)) {
      int below = path.indexOf('/', p) + 1;
      return matches(glob, path, known, g + 3, p)
          || below > 0 && matches(glob, path, known, g, below);
    }
    if (glob.startsWith("**", g)) {
      return matches(glob, path, known, g + 2, p)
          || p < path.length() && matches(glob, path, known, g, p + 1);
    }
    char c = glob.charAt(g);
    if (c == '*') {
      return matches(glob, path, known, g + 1, p)
          || p < path.length() && path.charAt(p) != '/' && matches(glob, path, known, g, p + 1);
    }
    return p < path.length()
        && (c == path.charAt(p) || c == '?' && path.charAt(p) != '/')
        && matches(glob, path, known, g + 1, p + 1);
  }
}
