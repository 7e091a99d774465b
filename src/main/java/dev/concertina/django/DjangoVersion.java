package dev.concertina.django;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of Django that a file of requirements or a lock file asks for.
 *
 * @param exact whether it is that version and no other
 */
record DjangoVersion(int major, int minor, boolean exact) {

  private static final String NUMBER = "v?(\\d{1,2})\\.(\\d{1,2})";

  /** A line of requirements or a dependency in TOML: {@code Django>=4.2,<5}, {@code "^4.2"}. */
  private static final Pattern REQUIRED =
      Pattern.compile(
          "(?im)^[\\s\"'\\[]*django(?:\\[[\\w,\\s]*])?[\"']?\\s*[=:]?\\s*"
              + "(?:\\{[^}\\n]{0,500}?version\\s*=\\s*)?[\"'(]?\\s*(===?|~=|>=|\\^|~)\\s*"
              + NUMBER);

  /** An entry of a lock file: the name, and the version on the next lines. */
  private static final Pattern LOCKED =
      Pattern.compile(
          "(?i)(?:name\\s*=\\s*\"django\"\\s*\\n\\s*version\\s*=\\s*\""
              + "|\"django\"\\s*:\\s*\\{[^}]{0,20000}?\"version\"\\s*:\\s*\"==)"
              + NUMBER);

  /** Exact before a lower bound, and of the same kind the oldest. */
  static final Comparator<DjangoVersion> SUREST =
      Comparator.comparing((DjangoVersion version) -> !version.exact)
          .thenComparing(DjangoVersion::major)
          .thenComparing(DjangoVersion::minor);

  /** Whether a file's name says that it lists what a project is built with. */
  static boolean mayStandIn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("requirements") && (lower.endsWith(".txt") || lower.endsWith(".in"))
        || lower.equals("pyproject.toml")
        || lower.equals("setup.cfg")
        || lower.startsWith("pipfile")
        || lower.equals("poetry.lock")
        || lower.equals("uv.lock")
        || lower.equals("pdm.lock");
  }

  static Optional<DjangoVersion> in(String text) {
    Matcher locked = LOCKED.matcher(text);
    if (locked.find()) {
      return Optional.of(version(locked, 1, true));
    }
    Matcher required = REQUIRED.matcher(text);
    return required.find()
        ? Optional.of(version(required, 2, required.group(1).startsWith("==")))
        : Optional.empty();
  }

  private static DjangoVersion version(Matcher found, int group, boolean exact) {
    return new DjangoVersion(
        Integer.parseInt(found.group(group)), Integer.parseInt(found.group(group + 1)), exact);
  }
}
