package dev.concertina.review;

import java.nio.charset.StandardCharsets;

/**
 * Addresses of places in the repository and of the rules' pages. A part that is null has none, and
 * then the output names the place without a link.
 *
 * @param head prefix of files as the change leaves them, ending in a slash
 * @param base prefix of files of the running version, ending in a slash
 * @param rules prefix of the rules' pages, ending in a slash
 */
public record Links(String head, String base, String rules) {

  /** No links at all. */
  public static final Links NONE = new Links(null, null, null);

  private static final String RULES = "/rules/";
  private static final String HARMLESS = "-._~/";

  /** A line of the change, or null. */
  public String head(String file, int line) {
    return head == null ? null : head + path(file) + "#L" + line;
  }

  /** A line of the running version, or null. */
  public String base(String file, int line) {
    return base == null ? null : base + path(file) + "#L" + line;
  }

  /** A rule's page, or null. */
  public String rule(String id) {
    return rules == null ? null : rules + path(id) + ".md";
  }

  /** A page of the documentation, which stands beside the rules, or null. */
  public String page(String name) {
    return rules == null || !rules.endsWith(RULES)
        ? null
        : rules.substring(0, rules.length() - RULES.length()) + "/docs/" + path(name) + ".md";
  }

  /** A path as part of an address: nothing in it can end the address or mean something else. */
  static String path(String file) {
    StringBuilder path = new StringBuilder();
    for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || b >= '0' && b <= '9'
              || HARMLESS.indexOf(b) >= 0;
      path.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
    }
    return path.toString();
  }
}
