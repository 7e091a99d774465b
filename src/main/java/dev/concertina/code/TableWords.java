package dev.concertina.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a file may hold a model of one of several tables, before it is read as a tree: it
 * has a class that is called like a table or inherits from one, or a table's name as a text.
 */
final class TableWords {
  private static final List<String> HEADS = List.of("class ", "record ", "extends ", "DbSet<");

  /** A longer line is no head of a class that somebody wrote. */
  private static final int LONGEST_HEAD = 300;

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

  /**
   * Whether a file may hold such a model.
   *
   * @param named whether its models may say what their tables are called
   */
  boolean mayModel(String text, boolean named) {
    return mayJoin(text) || hasName(text, named);
  }

  /** Django names the table of a many-to-many field after the field. */
  private boolean mayJoin(String text) {
    return text.contains("ManyToMany") && fields.stream().anyMatch(text::contains);
  }

  private boolean hasName(String text, boolean named) {
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
      boolean may = named && isQuoted(text, end) || Character.isUpperCase(text.charAt(i));
      if (may
          && lengths.contains(length)
          && keys.contains(Inflection.key(text.substring(i, end)))
          && (named && isQuoted(text, end) || isHead(text, i))) {
        return true;
      }
      i = end;
    }
    return false;
  }

  /** Whether a line names a class that is called like a table. */
  boolean namesClass(String line) {
    for (String word : line.split("[^\\p{L}\\p{N}_]+")) {
      if (!word.isEmpty()
          && Character.isUpperCase(word.charAt(0))
          && keys.contains(Inflection.key(word))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuoted(String text, int end) {
    return end < text.length() && "\"'`".indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isHead(String text, int at) {
    int start = Math.max(text.lastIndexOf('\n', at) + 1, at - LONGEST_HEAD);
    String before = text.substring(start, at);
    return HEADS.stream().anyMatch(before::contains);
  }
}
