package dev.concertina.check;

import dev.concertina.plan.Plan;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a check found out, as a value; every output is written from it alone.
 *
 * @param migrations the migrations of the change, in the order in which they run
 * @param findings worst first within a file, files in order; suppressed ones are included
 * @param notAnalysed what could not be read
 * @param problems what is wrong with the configuration, the team's rules or the suppressions
 * @param plan all findings' plans merged into one sequence of deploys
 * @param context against what it was checked
 */
public record Report(
    List<MigrationResult> migrations,
    List<Result> findings,
    List<Unread> notAnalysed,
    List<Problem> problems,
    Plan plan,
    Context context) {

  public Report {
    migrations = List.copyOf(migrations);
    findings = List.copyOf(findings);
    notAnalysed = List.copyOf(notAnalysed);
    problems = List.copyOf(problems);
  }

  /** {@code blocked}, {@code review} or {@code safe}: of a migration and of the whole change. */
  public enum Verdict {
    SAFE,
    REVIEW,
    BLOCKED
  }

  /** The oldest release that still runs after a migration. */
  public enum RollbackFloor {
    RUNNING,
    NEW,
    UNKNOWN
  }

  /**
   * One migration of the change.
   *
   * @param statements how many statements it has
   * @param unread how many of them could not be read in full
   * @param text its decoded text, from which outputs quote clauses
   */
  public record MigrationResult(
      String file,
      String framework,
      String dialect,
      boolean up,
      boolean transactional,
      boolean postDeploy,
      int statements,
      int unread,
      Verdict verdict,
      RollbackFloor rollbackFloor,
      String text) {}

  /**
   * A finding with everything that the pipeline adds to it.
   *
   * @param fingerprint stable over pushes and moved lines
   * @param suppressed why it does not count, or null when it does
   */
  public record Result(Finding finding, Plan plan, String fingerprint, Suppressed suppressed) {

    /** Whether it counts for the verdict. */
    public boolean counts() {
      return suppressed == null;
    }
  }

  /**
   * Why a finding does not count.
   *
   * @param by {@code comment}, {@code config} or {@code command}
   * @param until the last day on which it holds, or null
   */
  public record Suppressed(String reason, String by, LocalDate until) {}

  /**
   * A statement, a block or a file that could not be read.
   *
   * @param accepted whether somebody answers for it: it then does not count
   */
  public record Unread(String file, Span span, String reason, boolean accepted) {
    /** One that nobody has accepted yet. */
    public Unread(String file, Span span, String reason) {
      this(file, span, reason, false);
    }
  }

  /** Something wrong in configuration, with its place from 1, and what to do. */
  public record Problem(String file, int line, int column, String message) {}

  /**
   * Against what was checked.
   *
   * @param base what the running version is, for display ({@code main at 9d0e77c}), or null
   * @param head what was checked, for display, or null
   * @param engine {@code postgresql}
   * @param version its major version
   * @param versionReason where the version comes from, for display
   */
  public record Context(
      String base, String head, String engine, int version, String versionReason) {}

  /** The same report with more that is wrong in the configuration. */
  public Report withProblems(List<Problem> more) {
    List<Problem> all = new ArrayList<>(more);
    all.addAll(problems);
    return new Report(migrations, findings, notAnalysed, all, plan, context);
  }

  /** The same with one more thing that could not be read. */
  public Report withUnread(Unread more) {
    List<Unread> all = new ArrayList<>(notAnalysed);
    all.add(more);
    return new Report(migrations, findings, all, problems, plan, context);
  }

  /** How many unsuppressed findings have this severity. */
  public long count(Severity severity) {
    return findings.stream()
        .filter(Result::counts)
        .filter(result -> result.finding().severity() == severity)
        .count();
  }

  /**
   * Whether anything that counts is at or above a severity. What was not analysed weighs as much as
   * a warning, until somebody accepts it.
   */
  public boolean reaches(Severity limit) {
    return findings.stream()
            .filter(Result::counts)
            .anyMatch(result -> result.finding().severity().compareTo(limit) >= 0)
        || limit == Severity.WARNING && leavesOpen();
  }

  /** How many findings are suppressed. */
  public long suppressed() {
    return findings.stream().filter(result -> !result.counts()).count();
  }

  /** How many statements the migrations have. */
  public int statements() {
    return migrations.stream().mapToInt(MigrationResult::statements).sum();
  }

  /** Whether something could not be read that nobody answers for. */
  public boolean leavesOpen() {
    return notAnalysed.stream().anyMatch(unread -> !unread.accepted());
  }

  /** The verdict on the whole change. It depends neither on {@code fail-on} nor on {@code mode}. */
  public Verdict verdict() {
    if (count(Severity.ERROR) > 0) {
      return Verdict.BLOCKED;
    }
    return count(Severity.WARNING) > 0 || leavesOpen() ? Verdict.REVIEW : Verdict.SAFE;
  }
}
