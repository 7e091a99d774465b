package dev.concertina.code;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What has to be known of a language to look for names in a file: its endings and its comments. */
enum Language {
  C_LIKE(
      "c cc cpp cs cts cxx d dart fs go gradle groovy h hpp java js jsx kt kts m mjs mm mts rs scala"
          + " swift ts tsx zig",
      List.of("//"),
      List.of("/*", "*/")),
  PHP("php phtml", List.of("//", "#"), List.of("/*", "*/")),
  PYTHON("py pyi pyx", List.of("#"), List.of()),
  RUBY("builder crystal cr jbuilder rabl rake rb ru", List.of("#"), List.of("\n=begin", "\n=end")),
  HASH("ex exs jl nim r", List.of("#"), List.of()),
  SHELL("bash pl pm ps1 sh zsh", List.of("#"), List.of()),
  DASH("elm hs lua", List.of("--"), List.of("{-", "-}", "--[[", "]]")),
  LISP("clj cljc cljs erl hrl lisp", List.of(";", "%"), List.of()),
  VISUAL_BASIC("vb", List.of("'"), List.of()),
  SQL("ddl dml pgsql plsql psql sql", List.of("--"), List.of("/*", "*/")),
  MARKUP(
      "astro cshtml eex ejs erb ftl handlebars hbs heex htm html j2 jinja jinja2 jsp jspx leex liquid"
          + " mustache njk razor svelte twig vm vue",
      List.of(),
      List.of("<!--", "-->", "<%#", "%>", "{#", "#}")),
  INDENTED_MARKUP("haml jade pug slim", List.of("-#", "//-"), List.of()),
  MAPPING("xml", List.of(), List.of("<!--", "-->")),
  RECORDED_QUERY("", List.of(), List.of());

  private static final Set<String> DECLARING =
      Set.of("java", "kt", "kts", "scala", "groovy", "rs", "swift", "dart", "ts", "tsx", "mts");

  private static final Map<String, Language> BY_ENDING = byEnding();

  private final String endings;
  private final List<String> lineComments;
  private final List<String> blockComments;
  private final String commentStarts;

  Language(String endings, List<String> lineComments, List<String> blockComments) {
    this.endings = endings;
    this.lineComments = lineComments;
    this.blockComments = blockComments;
    StringBuilder starts = new StringBuilder();
    lineComments.forEach(comment -> starts.append(comment.charAt(0)));
    for (int i = 0; i < blockComments.size(); i += 2) {
      starts.append(blockComments.get(i).charAt(0));
    }
    commentStarts = starts.toString();
  }

  private static Map<String, Language> byEnding() {
    Map<String, Language> languages = new HashMap<>();
    for (Language language : values()) {
      for (String ending : language.endings.split(" ")) {
        languages.put(ending, language);
      }
    }
    languages.remove("");
    return Map.copyOf(languages);
  }

  /** The language of a file by the end of its name, or null when it is none to look into. */
  static Language of(String path) {
    return BY_ENDING.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether a comment may begin with this character: what few do, so that the rest is quick. */
  boolean mayBeginComment(char c) {
    return commentStarts.indexOf(c) >= 0;
  }

  /** What begins a comment that ends with its line. */
  List<String> lineComments() {
    return lineComments;
  }

  /** Begin and end of other comments, in pairs. */
  List<String> blockComments() {
    return blockComments;
  }

  /**
   * Whether programs in the language of this file say which of their classes are tables: by an
   * annotation, a derived trait or a base class.
   */
  static boolean declaresEntities(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return DECLARING.contains(ending);
  }

  /** Whether the whole text is SQL, as if it stood in one string. */
  boolean isSql() {
    return this == SQL || this == RECORDED_QUERY;
  }

  /** Whether a file of it shows that the application's source is here. */
  boolean isApplication() {
    return switch (this) {
      case SQL, SHELL, MAPPING, RECORDED_QUERY -> false;
      default -> true;
    };
  }
}
