package dev.concertina.server;

import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The rule book, to be searched and read. */
final class RulePages {
  private static final int LONGEST_QUERY = 100;

  private final View view;
  private final RuleHtml html = new RuleHtml();
  private final Supplier<RuleBook> source;
  private RuleBook book;

  /**
   * @param source reads the book, when the first page is asked for
   */
  RulePages(View view, Supplier<RuleBook> source) {
    this.view = view;
    this.source = source;
  }

  private synchronized RuleBook book() {
    if (book == null) {
      book = source.get();
    }
    return book;
  }

  void list(Context context) {
    String asked = context.queryParam("q") == null ? "" : context.queryParam("q").strip();
    String query = asked.substring(0, Math.min(asked.length(), LONGEST_QUERY));
    Map<String, List<Map<String, Object>>> groups = new TreeMap<>();
    int count = 0;
    for (Rule rule : book().rules()) {
      if (says(rule, query.toLowerCase(Locale.ROOT))) {
        groups.computeIfAbsent(rule.folder(), folder -> new ArrayList<>()).add(row(rule));
        count++;
      }
    }
    List<Map<String, Object>> shown = new ArrayList<>();
    groups.forEach((name, rules) -> shown.add(Map.of("name", name, "rules", rules)));
    view.show(
        context, "Rules", "rules.html", Map.of("query", query, "count", count, "groups", shown));
  }

  private static boolean says(Rule rule, String query) {
    return query.isEmpty()
        || rule.id().contains(query)
        || rule.text().markdown().toLowerCase(Locale.ROOT).contains(query);
  }

  private static Map<String, Object> row(Rule rule) {
    return Map.of(
        "id", rule.id(),
        "severity", rule.on() ? worst(rule) : "off",
        "title", title(rule.page().title().source()));
  }

  private static String worst(Rule rule) {
    return rule.levels().stream()
        .map(Rule.Level::severity)
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .toString();
  }

  /** A title about no table in particular: of its optional parts each is shown. */
  static String title(String source) {
    return source
        .replace("`", "")
        .replace("]][[", " / ")
        .replaceAll("\\[\\[|]]", "")
        .replaceAll("\\{([a-z-]+)}", "$1")
        .replaceAll("\\{[^}]*}", "…");
  }

  void page(Context context) {
    String id = context.pathParam("folder") + "/" + context.pathParam("name");
    book()
        .rule(id)
        .ifPresentOrElse(
            rule -> view.html(context, id, html.of(rule)),
            () -> {
              context.status(404);
              view.html(context, "No such rule", "<h1>No such rule</h1>");
            });
  }
}
