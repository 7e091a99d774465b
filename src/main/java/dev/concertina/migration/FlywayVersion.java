package dev.concertina.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of Flyway a build of Maven or Gradle asks for, as far as it says. */
final class FlywayVersion {

  private static final Pattern NAMED =
      Pattern.compile(
          "flyway(?:-[a-z-]+)?(?:</artifactid><version>|\\.version>|version=?|:)"
              + "(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");

  private FlywayVersion() {}

  /**
   * Whether the build names a version before 9.1.2, the first one that holds its lock in a
   * transaction.
   */
  static boolean locksOutside(String build) {
    String text = build.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s\"'()]", "");
    Matcher version = NAMED.matcher(text);
    while (version.find()) {
      int third = version.group(3) == null ? 0 : Integer.parseInt(version.group(3));
      int first = Integer.parseInt(version.group(1));
      int all = (first * 1000 + Integer.parseInt(version.group(2))) * 1000 + third;
      if (all < 9_001_002) {
        return true;
      }
    }
    return false;
  }
}
