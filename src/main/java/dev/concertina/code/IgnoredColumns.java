package dev.concertina.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Columns that a Rails model ignores: an object of the model no longer has them, so that a word in
 * Ruby code means something else, unless it stands in SQL or in a query on the very model.
 */
final class IgnoredColumns {
  private static final Pattern QUERY =
      Pattern.compile(
          "\\b(where|rewhere|find_by|find_or_\\w+|find_sole_by|pluck|pick|select|order|reorder|group"
              + "|having|joins|exists\\?|update_all|insert_all|upsert\\w*|sum|minimum|maximum"
              + "|average|distinct|unscope|arel_table)\\b");

  private final Sources sources;
  private final TableWords words;
  private final Map<Subject, Set<String>> files = new HashMap<>();

  IgnoredColumns(Sources sources, TableWords words) {
    this.sources = sources;
    this.words = words;
  }

  /** Notes that the model in a file ignores a column. */
  void add(Subject column, String file) {
    files.computeIfAbsent(column, key -> new HashSet<>()).add(file);
  }

  boolean has(Subject column) {
    return files.containsKey(column);
  }

  /** Whether a line of Ruby or of a template still uses a column that is ignored. */
  boolean uses(Subject column, Reference place) {
    Language language = Language.of(place.file());
    boolean ruby =
        language == Language.RUBY
            || language == Language.MARKUP
            || language == Language.INDENTED_MARKUP;
    if (!ruby) {
      return true;
    }
    List<String> lines =
        sources.text(place.file()).map(text -> text.lines().toList()).orElse(List.of());
    String line = place.line() > lines.size() ? "" : lines.get(place.line() - 1);
    boolean own = files.get(column).contains(place.file()) || words.namesClass(line);
    return own && QUERY.matcher(line).find();
  }
}
