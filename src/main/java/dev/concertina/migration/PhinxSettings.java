package dev.concertina.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a project's settings say of its migrations of Phinx. */
final class PhinxSettings {

  /** In the order in which Phinx looks for them. */
  static final List<String> FILES = List.of("phinx.php", "phinx.json", "phinx.yml", "phinx.yaml");

  private static final Pattern FLAG = Pattern.compile("column_null_default\\W+(true|false)");
  private static final Pattern RELEASE =
      Pattern.compile("\"robmorgan/phinx\"\\s*:\\s*\"[^0-9\"]*0\\.([0-9]+)");

  /** The first release in which a column takes NULL that does not say so. */
  private static final int NULLABLE = 13;

  private PhinxSettings() {}

  /** Whether a column takes NULL that does not say so. */
  static boolean nullable(RepositoryFiles files, Place place) {
    String folder = Path.folder(place.path());
    Stream<String> settings = FILES.stream().flatMap(name -> files.nearest(folder, name).stream());
    Optional<Boolean> flag =
        settings.flatMap(path -> said(FLAG, files.text(path))).map(Boolean::valueOf).findFirst();
    return flag.orElseGet(
        () ->
            files
                .nearest(folder, "composer.json")
                .flatMap(path -> said(RELEASE, files.text(path)).findFirst())
                .map(release -> Integer.parseInt(release) >= NULLABLE)
                .orElse(true));
  }

  private static Stream<String> said(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
  }
}
