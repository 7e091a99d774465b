package dev.concertina.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a file may hold a model of one of several tables, before it is read as a tree: it
 * has a class that is called like a table or inherits from one, or a table's name as a text.
 */
final class TableWords {
  private static final Pattern HEAD =
      Pattern.compile(
          ".*\\b(class|record|interface|extends|struct|model|DbSet|Entity|relation_name)\\b.*");

  private final Set<String> keys = new HashSet<>();
  private final List<String> fields = new ArrayList<>();
  private final Set<Integer> lengths = new HashSet<>();

  TableWords(Iterable<Target> targets) {
    for (Target target : targets) {
      for (Target.Form form : target.forms()) {
        String key = Inflection.key(form.name());
        keys.add(key);
        lengths.add(key.length());
        if (form.namespace() != null) {
          fields.add(form.name());
        }
      }
    }
  }

  boolean mayModel(String text) {
    return mayJoin(text) || hasName(text);
  }

  /** Django names the table of a many-to-many field after the field. */
  private boolean mayJoin(String text) {
    return text.contains("ManyToMany") && fields.stream().anyMatch(text::contains);
  }

  private boolean hasName(String text) {
    int i = 0;
    while (i < text.length()) {
      if (!Word.isPart(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      int length = text.charAt(i) == '_' ? 0 : 1;
      while (end < text.length() && Word.isPart(text.charAt(end))) {
        length += text.charAt(end) == '_' ? 0 : 1;
        end++;
      }
      if (lengths.contains(length)
          && keys.contains(Inflection.key(text.substring(i, end)))
          && (isQuoted(text, i, end) || HEAD.matcher(line(text, i)).matches())) {
        return true;
      }
      i = end;
    }
    return false;
  }

  private static boolean isQuoted(String text, int start, int end) {
    return end < text.length() && isQuote(text.charAt(end)) && start > 0;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static String line(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at);
    // A longer line is no head of a class that somebody wrote.
    return text.substring(
        Math.max(start, at - 300), end < 0 ? text.length() : Math.min(end, at + 300));
  }
}
