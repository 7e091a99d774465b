package dev.concertina.server;

import dev.concertina.rule.Rule;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The text of a rule as HTML, about no migration in particular: what a comment fills in shows as a
 * word of its own kind, and what it may leave out is marked.
 */
final class RuleHtml {
  private static final String FENCE = "---\n";
  private static final Pattern FACT = Pattern.compile("\\{([a-z][a-z-]*(?:\\.[a-z-]+)*)}");
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);

  private static final String WORDS =
      "Words <var>like this</var> stand for what the migration at hand has.";
  private static final String MAYBE =
      " What is <span class=\"maybe\">underlined</span> is said only where it applies.";
  private static final String TITLE_END = "</h1>\n";

  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .build();

  /** The page of a rule. */
  String of(Rule rule) {
    String markdown = rule.text().markdown();
    int end = markdown.startsWith(FENCE) ? markdown.indexOf("\n" + FENCE) : -1;
    String text = end < 0 ? markdown : markdown.substring(end + FENCE.length() + 1);
    String page = renderer.render(parser.parse(text));
    String named = FACT.matcher(page).replaceAll(RuleHtml::word);
    String apart = named.replace("]][[", "]] <span class=\"quiet\">or</span> [[");
    String shown = OPTIONAL.matcher(apart).replaceAll("<span class=\"maybe\">$1</span>");
    String legend = (named.equals(page) ? "" : WORDS) + (shown.equals(named) ? "" : MAYBE);
    return "<p><code>" + rule.id() + "</code></p>\n" + explained(shown, legend.strip());
  }

  /** The legend stands below the title, where the first such word is. */
  private static String explained(String page, String legend) {
    int title = page.indexOf(TITLE_END);
    if (legend.isEmpty() || title < 0) {
      return page;
    }
    int end = title + TITLE_END.length();
    return page.substring(0, end)
        + "<p class=\"legend\">"
        + legend
        + "</p>\n"
        + page.substring(end);
  }

  private static String word(MatchResult fact) {
    return "<var>" + words(fact.group(1)) + "</var>";
  }

  /** The name of a fact as one would say it; how it is quoted is of no interest here. */
  static String words(String fact) {
    return fact.replaceFirst("\\.sql$", "").replaceAll("[.-]", " ");
  }
}
