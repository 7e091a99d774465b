package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.MigrationResult;
import dev.concertina.check.Report.Result;
import dev.concertina.check.Report.Verdict;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Kind;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Effect.Held;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of migrations: what each does to the running version, whom it blocks, the verdict. */
final class MarkdownTable {
  private static final int MOST_ROWS = 30;
  private static final int LONGEST = 10_000;

  private final Links links;
  private final Map<String, List<Result>> byFile;
  private final Map<String, MigrationResult> migrations = new LinkedHashMap<>();

  MarkdownTable(Report report, Links links) {
    this.links = links;
    this.byFile =
        report.findings().stream()
            .filter(Result::counts)
            .collect(Collectors.groupingBy(result -> result.finding().file()));
    for (MigrationResult migration : report.migrations()) {
      migrations.merge(migration.file(), migration, MarkdownTable::worse);
    }
  }

  private static MigrationResult worse(MigrationResult one, MigrationResult other) {
    return other.verdict().compareTo(one.verdict()) > 0 ? other : one;
  }

  String write() {
    StringBuilder table = new StringBuilder();
    table.append("| migration | running version | locks | verdict |\n|---|---|---|---|\n");
    int rows = 0;
    for (MigrationResult migration : worstInOrder()) {
      if (table.length() < LONGEST) {
        row(table, migration);
        rows++;
      }
    }
    if (rows < migrations.size()) {
      table.append("\nand ");
      table.append(English.count(migrations.size() - rows, "more migration")).append('\n');
    }
    return table.toString();
  }

  /** The worst of them where there are too many, in the order in which they run. */
  private List<MigrationResult> worstInOrder() {
    List<MigrationResult> all = new ArrayList<>(migrations.values());
    Set<MigrationResult> worst =
        all.stream()
            .sorted(Comparator.comparing(MigrationResult::verdict).reversed())
            .limit(MOST_ROWS)
            .collect(Collectors.toSet());
    return all.stream().filter(worst::contains).toList();
  }

  private void row(StringBuilder table, MigrationResult migration) {
    List<Result> results = byFile.getOrDefault(migration.file(), List.of());
    String name =
        MarkdownText.link(
            MarkdownText.code(Paths.name(migration.file())), links.head(migration.file(), 1));
    table
        .append("| ")
        .append(MarkdownText.cell(name))
        .append(" | ")
        .append(MarkdownText.cell(running(migration, results)))
        .append(" | ")
        .append(MarkdownText.cell(locks(migration, results)))
        .append(" | ")
        .append(verdict(migration, results))
        .append(" |\n");
  }

  private static String running(MigrationResult migration, List<Result> results) {
    List<Finding> breaking =
        results.stream()
            .map(Result::finding)
            .filter(finding -> !Impact.breaks(finding.compatibility()).isEmpty())
            .toList();
    if (breaking.isEmpty()) {
      return migration.unread() > 0 ? "not known: not all analysed" : "keeps working";
    }
    Finding first = breaking.getFirst();
    List<String> subjects = breaking.stream().map(MarkdownTable::subject).distinct().toList();
    String more = subjects.size() > 1 ? " and " + (subjects.size() - 1) + " more" : "";
    return "**breaks** "
        + English.and(Impact.breaks(first.compatibility()))
        + subjects.getFirst()
        + more;
  }

  private static String subject(Finding finding) {
    if (finding.table() == null) {
      return "";
    }
    String object = finding.object() == null ? "" : "." + finding.object();
    return " of " + MarkdownText.code(finding.table() + object);
  }

  private static String locks(MigrationResult migration, List<Result> results) {
    return results.stream()
        .map(Result::finding)
        .filter(finding -> finding.effect().blocksWrites())
        .max(
            Comparator.comparing(MarkdownTable::blocksForLong)
                .thenComparing(Finding::severity)
                .thenComparing(finding -> finding.effect().work()))
        .map(MarkdownTable::locks)
        .orElse(migration.unread() > 0 ? "not known" : "blocks nothing");
  }

  private static boolean blocksForLong(Finding finding) {
    return finding.effect().work() != Effect.Work.INSTANT
        || finding.kind() == Kind.LOCK && finding.severity() == Severity.ERROR;
  }

  private static String locks(Finding finding) {
    if (!blocksForLong(finding)) {
      return "instant";
    }
    Held held =
        finding.effect().locks().stream().max(Comparator.comparing(Held::mode)).orElseThrow();
    String whose = held.mode().blocksReads() ? "** of " : "** to ";
    return "**blocks "
        + English.and(Impact.blocks(held.mode()))
        + whose
        + MarkdownText.code(held.relation().toString())
        + during(finding.effect());
  }

  private static String during(Effect effect) {
    return switch (effect.work()) {
      case INSTANT -> "";
      case SCAN -> " while every row is read";
      case BUILD -> " while the index builds";
      case REWRITE -> " while every row is rewritten";
    };
  }

  private static String verdict(MigrationResult migration, List<Result> results) {
    int deploys = results.stream().mapToInt(result -> result.plan().deploys()).max().orElse(0);
    boolean errors = migration.verdict() == Verdict.BLOCKED;
    if (errors && deploys > 0) {
      return "needs " + English.count(deploys, "deploy");
    }
    if (errors && !results.isEmpty() && results.stream().allMatch(MarkdownTable::isMended)) {
      return "has a fix";
    }
    return switch (migration.verdict()) {
      case BLOCKED -> "blocked";
      case REVIEW -> "needs a look";
      case SAFE -> "safe";
    };
  }

  private static boolean isMended(Result result) {
    return result.plan().fix() != null || result.finding().severity() != Severity.ERROR;
  }
}
