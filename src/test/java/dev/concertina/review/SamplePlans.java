package dev.concertina.review;

import dev.concertina.plan.Phase;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.util.List;

/** Plans as the planner would make them. */
final class SamplePlans {

  /** {@code audio.length} becomes {@code length_ms}. */
  static final Plan RENAME =
      new Plan(
          List.of(
              new Step(
                  1,
                  1,
                  Phase.EXPAND,
                  false,
                  "Add `length_ms`; write both columns and keep reading `length`.",
                  List.of("ALTER TABLE audio ADD COLUMN length_ms integer;"),
                  true,
                  "writes `length` and `length_ms`, reads `length`",
                  "every process runs this release",
                  "deploy the previous release; the new column is unused"),
              new Step(
                  2,
                  1,
                  Phase.MIGRATE,
                  true,
                  "Copy `length` to `length_ms`, in batches, outside a migration.",
                  List.of(
                      "UPDATE audio SET length_ms = length WHERE id > :last AND id <= :next"
                          + " AND length_ms IS DISTINCT FROM length;"),
                  true,
                  null,
                  "this is 0: `SELECT count(*) FROM audio WHERE length_ms IS DISTINCT FROM"
                      + " length;`",
                  "stop; it can run again from the start"),
              new Step(
                  3,
                  2,
                  Phase.MIGRATE,
                  false,
                  "Read `length_ms`, still writing both.",
                  List.of(),
                  true,
                  "reads `length_ms`, writes `length` and `length_ms`",
                  "every process runs this release and the count above is still 0",
                  "deploy release 1"),
              new Step(
                  4,
                  3,
                  Phase.MIGRATE,
                  false,
                  "Write `length_ms` alone.",
                  List.of("ALTER TABLE audio ALTER COLUMN length DROP NOT NULL;"),
                  true,
                  "no longer names `length`",
                  "every process runs this release and nothing else reads `length`",
                  "deploy release 2"),
              new Step(
                  5,
                  4,
                  Phase.CONTRACT,
                  false,
                  "Drop `length`.",
                  List.of("ALTER TABLE audio DROP COLUMN length;"),
                  true,
                  null,
                  null,
                  "none: the values are gone; releases 3 and later keep working")),
          List.of(
              "`length_ms = models.IntegerField(db_column=\"length\")` gives the code the new name"
                  + " today, with no migration."),
          "The Openverse guide, which describes this sequence in four steps, reads the new column"
              + " one deploy earlier, which can show stale values, and drops the old one a deploy"
              + " earlier, which fails the writes of the version still running.",
          3,
          null);

  /** The index, built while writes go on. */
  static final Plan INDEX =
      new Plan(
          List.of(),
          List.of(),
          null,
          0,
          new Plan.Fix(1, 1, "CREATE INDEX CONCURRENTLY audio_title_idx ON audio (title);"));

  private SamplePlans() {}
}
