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

/** A pull request to a Django project, checked as a whole. */
public final class DjangoChange {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final InMemoryTree base = InMemoryTree.of("manage.py", "import django\n");
  private final String version;

  private DjangoChange(String version) {
    this.version = version;
    base.with("requirements.txt", "Django==" + version + "\n");
  }

  /** A project with this version of Django, whose one app has these models by one migration. */
  public static DjangoChange to(String version, String first, String models) {
    DjangoChange change = new DjangoChange(version);
    change.base.with("catalog/models.py", models);
    change.base.with("catalog/migrations/0001_initial.py", first);
    return change;
  }

  /** The review of a second migration with these operations. */
  public Report adding(String operations) {
    String path = "catalog/migrations/0002_change.py";
    String migration = migration("0001_initial", operations);
    InMemoryTree head = base.copy().with(path, migration);
    Intake intake =
        new Intake(base, base, head, LayoutSettings.NONE, ReplayCache.NONE, TODAY, "base", "head");
    Intake.Taken taken = intake.change(List.of(InMemoryTree.added(path, migration)), List.of());
    return new Checker(RuleBook.builtIn(), Settings.DEFAULT).check(taken.request());
  }

  /** A migration of the app. */
  public static String migration(String before, String operations) {
    return """
        import uuid

        import django.db.models.deletion
        from django.db import migrations, models


        class Migration(migrations.Migration):
            dependencies = [("catalog", "%s")]
            operations = [
        %s
            ]
        """
        .formatted(before, operations.indent(8).stripTrailing());
  }

  @Override
  public String toString() {
    return "a pull request to a project with Django " + version;
  }
}
