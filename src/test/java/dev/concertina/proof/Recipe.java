package dev.concertina.proof;

import dev.concertina.proof.Broken.Harm;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A hazard and the way around it, as a text that runs. It is SQL in sections; a section begins with
 * a comment at the start of a line:
 *
 * <ul>
 *   <li>{@code -- base}: the schema and the rows before the change
 *   <li>{@code -- rows}: a query for the key and the value of each row
 *   <li>{@code -- migration}: what the contributor wrote; {@code -- migration refused} when the
 *       database refuses it on these rows
 *   <li>{@code -- release N}, and in it {@code -- insert}, {@code -- write}, {@code -- read},
 *       {@code -- remove}: what the application says from deploy N on; 0 is the running version.
 *       What a release doesn't say again stays as it was
 *   <li>{@code -- naive}: likewise, the release that ships with the migration as it was written
 *   <li>{@code -- before N}, {@code -- after N}: a command that the plan leaves to the contributor,
 *       before or after deploy N. With {@code -- harm KIND} they stand instead of Concertina's
 *       plan, and must do that harm
 *   <li>{@code -- placeholder NAME VALUE}: what the contributor puts where the plan leaves a gap
 * </ul>
 */
final class Recipe {

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);

  private static final List<String> PARTS = List.of("insert", "write", "read", "remove");
  private static final Predicate<String> HEADING =
      Pattern.compile(
              "base|rows|migration( refused)?|naive|(release|before|after) \\d+|"
                  + String.join("|", PARTS))
          .asMatchPredicate();

  private final String name;
  private final Map<String, String> sections = new LinkedHashMap<>();
  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private Harm harm;
  private int since = 13;

  Recipe(String name, String text) {
    this.name = name;
    String section = "title";
    String release = "";
    StringBuilder body = new StringBuilder();
    for (String line : text.lines().toList()) {
      String word = line.startsWith("-- ") ? line.substring(3).strip() : "";
      if (word.startsWith("placeholder ")) {
        String[] words = word.split(" ", 3);
        placeholders.put(words[1], words[2]);
      } else if (word.startsWith("harm ")) {
        harm = Harm.valueOf(word.substring("harm ".length()).toUpperCase(Locale.ROOT));
      } else if (word.startsWith("postgres ")) {
        since = Integer.parseInt(word.substring("postgres ".length()));
      } else if (HEADING.test(word)) {
        sections.put(section, body.toString());
        body.setLength(0);
        boolean part = PARTS.contains(word);
        release = part ? release : word;
        section = part ? release + " " + word : word;
      } else {
        body.append(line).append('\n');
      }
    }
    sections.put(section, body.toString());
  }

  @Override
  public String toString() {
    return name;
  }

  /** The oldest major version that it runs on. */
  int since() {
    return since;
  }

  /** Which harm it must do instead of following the plan; null when it follows the plan. */
  Harm harm() {
    return harm;
  }

  String base() {
    return section("base");
  }

  String rows() {
    return section("rows");
  }

  String migration() {
    return refused() ? section("migration refused") : section("migration");
  }

  /** The migration's statements, one by one. */
  List<String> statements() {
    return statements(migration());
  }

  /** Whether the database refuses the contributor's migration on these rows. */
  boolean refused() {
    return sections.containsKey("migration refused");
  }

  /** The releases by number of deploy, the running version first. */
  List<Release> releases() {
    List<Release> releases = new ArrayList<>();
    Map<String, List<String>> says = new HashMap<>();
    while (says("release " + releases.size(), says)) {
      releases.add(release("release " + releases.size(), says));
    }
    return releases;
  }

  /** The running version, and the one that ships with the migration as it was written. */
  List<Release> naive() {
    Map<String, List<String>> says = new HashMap<>();
    says("release 0", says);
    Release running = release("the running version", says);
    says("naive", says);
    return List.of(running, release("the new version", says));
  }

  private boolean says(String section, Map<String, List<String>> says) {
    for (String part : PARTS) {
      String sql = sections.get(section + " " + part);
      if (sql != null) {
        says.put(part, statements(sql));
      }
    }
    return sections.containsKey(section);
  }

  private static Release release(String name, Map<String, List<String>> says) {
    List<String> nothing = List.of();
    return new Release(
        name,
        says.getOrDefault("insert", nothing),
        says.getOrDefault("write", nothing),
        says.getOrDefault("read", nothing),
        says.getOrDefault("remove", nothing));
  }

  /** What stands for the placeholders that the plan leaves to the contributor. */
  Map<String, String> placeholders() {
    return placeholders;
  }

  /**
   * What it does itself: its own sequence, or the commands that a plan leaves to the contributor.
   */
  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    sections.forEach(
        (section, sql) -> {
          if (section.startsWith("before ") || section.startsWith("after ")) {
            int deploy = Integer.parseInt(section.substring(section.indexOf(' ') + 1));
            boolean between = section.startsWith("after");
            moves.add(new Move(deploy, between, section, statements(sql), true, null, null));
          }
        });
    return moves;
  }

  private String section(String section) {
    String text = sections.get(section);
    if (text == null) {
      throw new IllegalArgumentException(name + ": expected a section -- " + section);
    }
    return text;
  }

  private static List<String> statements(String sql) {
    return READER.read(sql).stream().map(Statement::text).toList();
  }
}
