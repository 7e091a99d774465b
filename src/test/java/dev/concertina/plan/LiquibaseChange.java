package dev.concertina.plan;

import dev.concertina.check.Checker;
import dev.concertina.check.Intake;
import dev.concertina.check.Report;
import dev.concertina.check.Settings;
import dev.concertina.migration.InMemoryTree;
import dev.concertina.migration.LayoutSettings;
import dev.concertina.migration.ReplayCache;
import dev.concertina.rule.RuleBook;
import java.time.LocalDate;
import java.util.List;

/** A pull request that adds a changelog to a project with Liquibase, checked as a whole. */
public final class LiquibaseChange {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private LiquibaseChange() {}

  /**
   * The review.
   *
   * @param first the changelog that is there, in XML
   * @param format the ending of the new one
   */
  public static Report adding(String first, String format, String changelog) {
    String path = "db/changelog/2." + format;
    InMemoryTree base =
        InMemoryTree.of("db/changelog/1.xml", first, "db/changelog/master.xml", master());
    InMemoryTree head = base.copy().with(path, changelog);
    Intake intake =
        new Intake(base, base, head, LayoutSettings.NONE, ReplayCache.NONE, TODAY, "base", "head");
    Intake.Taken taken = intake.change(List.of(InMemoryTree.added(path, changelog)), List.of());
    return new Checker(RuleBook.builtIn(), Settings.DEFAULT).check(taken.request());
  }

  /** The changelog that brings in all others. */
  public static String master() {
    return xml("<includeAll path=\"db/changelog\"/>");
  }

  /** A changelog in XML. */
  public static String xml(String content) {
    return """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
        %s
        </databaseChangeLog>
        """
        .formatted(content);
  }

  /** A changelog in one of the formats, of change sets that are written in it. */
  public static String of(String format, String changeSets) {
    return switch (format) {
      case "xml" -> xml(changeSets);
      case "yaml" -> "databaseChangeLog:\n" + changeSets.indent(2);
      default -> "--liquibase formatted sql\n\n" + changeSets;
    };
  }
}
