package dev.concertina.check;

import dev.concertina.rule.Conventions;
import dev.concertina.rule.Severity;
import dev.concertina.rule.TableSizes;
import dev.concertina.schema.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a repository's maintainers decided, after defaults: the configuration file as values.
 *
 * @param engine {@code postgresql} …, or null when it is to be detected
 * @param version the major version as a number ({@code 16}), or 0 when it is to be detected
 * @param postDeployAll {@code rollout.migrations: after}
 * @param postDeploy globs of migrations that run after all old instances are gone
 * @param deployMinutes how long a deploy may take
 * @param lockTimeoutByRunner {@code timeouts.lock: runner}
 * @param large globs of tables that are big whatever else is known
 * @param small globs of tables that are small enough for anything
 * @param sizes what {@code tables.stats} says, by name
 * @param conventions what the rules about conventions go by
 * @param projects the projects of a monorepo; empty when there is one
 * @param rules severities by rule id; an empty value is {@code off}
 * @param allow suppressions from the configuration
 * @param failOn from which severity on a run fails; empty for {@code never}
 */
public record Settings(
    String engine,
    int version,
    boolean postDeployAll,
    List<String> postDeploy,
    int deployMinutes,
    boolean lockTimeoutByRunner,
    List<String> large,
    List<String> small,
    Map<Name, TableSizes.Measured> sizes,
    Conventions conventions,
    List<Project> projects,
    Map<String, Optional<Severity>> rules,
    List<Allow> allow,
    Optional<Severity> failOn,
    Mode mode,
    Comments comments) {

  /** What holds without a configuration file. */
  public static final Settings DEFAULT =
      new Settings(
          null,
          0,
          false,
          List.of("db/post_migrate/**", "**/db/post_migrate/**"),
          10,
          false,
          List.of(),
          List.of(),
          Map.of(),
          Conventions.DEFAULT,
          List.of(),
          Map.of(),
          List.of(),
          Optional.of(Severity.ERROR),
          Mode.ENFORCE,
          new Comments(20, "findings"));

  /** What the Action and the service do with a verdict. */
  public enum Mode {
    OBSERVE,
    ADVISE,
    ENFORCE
  }

  /** One project of a monorepo; null or 0 where it says nothing. */
  public record Project(String path, String framework, String engine, int version) {}

  /**
   * One entry of {@code allow}.
   *
   * @param path glob of migrations
   * @param until last day on which it holds, or null
   * @param file the configuration that says it: this one or a preset
   * @param line where it stands there, from 1
   */
  public record Allow(
      String rule, String path, String because, LocalDate until, String file, int line) {}

  /**
   * @param inline at most so many open inline comments
   * @param when {@code always}, {@code findings} or {@code never}
   */
  public record Comments(int inline, String when) {}

  /** Rules that are switched off. */
  public Set<String> off() {
    return rules.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These settings with other severities. */
  Settings withRules(Map<String, Optional<Severity>> changed) {
    return copy(changed, failOn, comments);
  }

  /** These settings, failing from another severity on; empty for {@code never}. */
  public Settings withFailOn(Optional<Severity> changed) {
    return copy(rules, changed, comments);
  }

  /** These settings with another choice of when there is a summary. */
  public Settings withCommentsWhen(String changed) {
    return copy(rules, failOn, new Comments(comments.inline(), changed));
  }

  private Settings copy(
      Map<String, Optional<Severity>> newRules, Optional<Severity> newFailOn, Comments newOnes) {
    return new Settings(
        engine,
        version,
        postDeployAll,
        postDeploy,
        deployMinutes,
        lockTimeoutByRunner,
        large,
        small,
        sizes,
        conventions,
        projects,
        newRules,
        allow,
        newFailOn,
        mode,
        newOnes);
  }
}
