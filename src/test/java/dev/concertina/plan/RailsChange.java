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

/** A pull request to a Rails application, checked as a whole. */
public final class RailsChange {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private RailsChange() {}

  /**
   * The review of a migration.
   *
   * @param first the migration that the application has by now
   * @param body what the new one does in {@code change}
   */
  public static Report of(String first, String body) {
    InMemoryTree base = InMemoryTree.of("db/migrate/20260101000000_first.rb", first);
    base.with("app/models/track.rb", "class Track < ApplicationRecord\nend\n");
    String path = "db/migrate/20260102000000_change.rb";
    String migration = migration("Change", "def change\n" + body + "\nend");
    InMemoryTree head = base.copy().with(path, migration);
    Intake intake =
        new Intake(base, base, head, LayoutSettings.NONE, ReplayCache.NONE, TODAY, "base", "head");
    Intake.Taken taken = intake.change(List.of(InMemoryTree.added(path, migration)), List.of());
    return new Checker(RuleBook.builtIn(), Settings.DEFAULT).check(taken.request());
  }

  /** A migration with this body of its class. */
  public static String migration(String name, String body) {
    return "class " + name + " < ActiveRecord::Migration[6.1]\n" + body + "\nend\n";
  }
}
