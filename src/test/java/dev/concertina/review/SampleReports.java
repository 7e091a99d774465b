package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.RollbackFloor;
import dev.concertina.check.Report.Suppressed;
import dev.concertina.check.Report.Verdict;
import dev.concertina.code.Reference;
import dev.concertina.plan.Plan;
import dev.concertina.review.Sample.Draft;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Kind;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Lock;
import dev.concertina.schema.Name;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports as the checker would make them, one for each thing an output has to show. */
final class SampleReports {
  static final String RENAME = "db/migration/V42__rename_length.sql";
  static final String INDEX = "db/migration/V43__title_index.sql";
  private static final Name AUDIO = Name.of("audio");
  private static final String STRING_AT_RUN_TIME = "`EXECUTE` of a string built at run time";

  private SampleReports() {}

  /** All of them by name, for the tests that hold for every report. */
  static Map<String, Report> all() {
    Map<String, Report> all = new LinkedHashMap<>();
    all.put("nothing", new Sample().report());
    all.put("clean", clean());
    all.put("rename", rename());
    all.put("index", index());
    all.put("allowed", allowed());
    all.put("unread", unread());
    all.put("layout", layout());
    all.put("hostile", HostileReport.report());
    return all;
  }

  static Report clean() {
    return new Sample()
        .migration(
            "db/migration/V44__add_note.sql",
            2,
            0,
            Verdict.SAFE,
            RollbackFloor.RUNNING,
            "SET lock_timeout = '2s';\nALTER TABLE audio ADD COLUMN note text;\n")
        .report();
  }

  /** A column renamed while the running version uses it, and an index beside it. */
  static Report rename() {
    Sample sample = withRename();
    return sample
        .migration(INDEX, 1, 0, Verdict.BLOCKED, RollbackFloor.RUNNING, indexText())
        .finding(blockingIndex())
        .unread(RENAME, "EXECUTE 'ANALYZE ' || name", STRING_AT_RUN_TIME)
        .plan(SamplePlans.RENAME)
        .report();
  }

  private static Sample withRename() {
    return new Sample()
        .migration(
            RENAME,
            6,
            1,
            Verdict.BLOCKED,
            RollbackFloor.NEW,
            """
            -- The column holds milliseconds.

            ALTER TABLE audio RENAME COLUMN length TO length_ms;
            COMMENT ON COLUMN audio.length_ms IS 'in milliseconds';

            DO $$
            DECLARE name text := 'audio';
            BEGIN
              EXECUTE 'ANALYZE ' || name;
            END $$;
            """)
        .finding(
            new Draft(
                    "any/renamed-column",
                    Severity.ERROR,
                    RENAME,
                    "RENAME COLUMN length TO length_ms")
                .about("audio", "length")
                .says(
                    "Renaming `audio.length` breaks the running version, which reads and writes"
                        + " it.",
                    "From the moment this runs until the last old instance is gone, every statement"
                        + " of the running version that names the column fails. The same holds for"
                        + " the new version if it is rolled back.")
                .effect(Effect.locking(AUDIO, Lock.ACCESS_EXCLUSIVE))
                .breaks(Compatibility.none("column \"length\" does not exist"))
                .usedIn(
                    new Reference("api/models/audio.py", 31, Reference.Kind.DECLARES, false),
                    new Reference("api/views.py", 88, Reference.Kind.MENTIONS, false),
                    new Reference("api/export.sql", 12, Reference.Kind.MENTIONS, false),
                    new Reference("api/views.py", 112, Reference.Kind.MENTIONS, false),
                    new Reference("api/search.py", 7, Reference.Kind.MENTIONS, false),
                    new Reference("test/test_audio.py", 19, Reference.Kind.MENTIONS, true),
                    new Reference("test/test_views.py", 40, Reference.Kind.MENTIONS, true))
                .plan(SamplePlans.RENAME))
        .finding(
            new Draft(
                    "postgres/no-lock-timeout",
                    Severity.WARNING,
                    RENAME,
                    "RENAME COLUMN length TO length_ms")
                .kind(Kind.LOCK)
                .about("audio", null)
                .says(
                    "This waits for a strong lock on `audio` without a `lock_timeout`.",
                    "While it waits behind a long query, everything that comes later waits behind"
                        + " it.")
                .effect(Effect.locking(AUDIO, Lock.ACCESS_EXCLUSIVE)));
  }

  /** One statement, mended by one other. */
  static Report index() {
    return new Sample()
        .migration(INDEX, 1, 0, Verdict.BLOCKED, RollbackFloor.RUNNING, indexText())
        .finding(blockingIndex())
        .report();
  }

  private static String indexText() {
    return "CREATE INDEX audio_title_idx ON audio (title);\n";
  }

  private static Draft blockingIndex() {
    return new Draft(
            "postgres/blocking-index",
            Severity.ERROR,
            INDEX,
            "CREATE INDEX audio_title_idx ON audio (title)")
        .kind(Kind.LOCK)
        .about("audio", "audio_title_idx")
        .says(
            "Building this index blocks every write to `audio` until it is done.",
            "It reads the whole table under a SHARE lock, so the time grows with the table, and"
                + " whatever waits behind it waits too.")
        .effect(Effect.locking(AUDIO, Lock.SHARE).building(AUDIO))
        .plan(SamplePlans.INDEX);
  }

  /** Findings that do not count, one of each kind of reason, and an info that does. */
  static Report allowed() {
    String file = "db/migration/V45__drop_legacy.sql";
    return new Sample()
        .migration(
            file,
            3,
            0,
            Verdict.SAFE,
            RollbackFloor.RUNNING,
            """
            -- concertina: allow any/dropped-column because unread since 3.2 (#812) until 2027-01-31
            ALTER TABLE audio DROP COLUMN legacy_id;
            ALTER TABLE image DROP COLUMN legacy_id;
            DROP TABLE thumbnails;
            """)
        .finding(
            new Draft("any/dropped-column", Severity.ERROR, file, "DROP COLUMN legacy_id")
                .about("audio", "legacy_id")
                .says("Dropping `audio.legacy_id` breaks the running version.", "It reads it.")
                .breaks(Compatibility.none("column \"legacy_id\" does not exist"))
                .usedIn(new Reference("api/old.py", 3, Reference.Kind.MENTIONS, false))
                .allowed(
                    new Suppressed(
                        "unread since 3.2 (#812)", "comment", LocalDate.of(2027, 1, 31))))
        .finding(
            new Draft(
                    "any/dropped-column",
                    Severity.ERROR,
                    file,
                    "ALTER TABLE image DROP COLUMN legacy_id")
                .about("image", "legacy_id")
                .says("Dropping `image.legacy_id` breaks the running version.", "It reads it.")
                .allowed(new Suppressed("agreed with the search team", "config", null)))
        .finding(
            new Draft("any/dropped-table", Severity.INFO, file, "DROP TABLE thumbnails")
                .about("thumbnails", null)
                .says(
                    "A contract step: nothing in the running version refers to `thumbnails`.",
                    "Its rows are gone afterwards.")
                .effect(Effect.locking(Name.of("thumbnails"), Lock.ACCESS_EXCLUSIVE)))
        .report();
  }

  /** What can't be read, with and without a finding of its own, and a broken configuration. */
  static Report unread() {
    String file = "db/migration/V46__cleanup.sql";
    return new Sample()
        .migration(
            file,
            2,
            2,
            Verdict.REVIEW,
            RollbackFloor.UNKNOWN,
            "DO $$ BEGIN EXECUTE format('DROP TABLE %I', t); END $$;\nFROBNICATE audio;\n")
        .finding(
            new Draft(
                    "any/not-analysed",
                    Severity.WARNING,
                    file,
                    "EXECUTE format('DROP TABLE %I', t)")
                .says(
                    "This was not analysed: " + STRING_AT_RUN_TIME + ".",
                    "What it does is known only when it runs, so nothing here says that it is"
                        + " safe."))
        .unread(file, "EXECUTE format('DROP TABLE %I', t)", STRING_AT_RUN_TIME)
        .unread(file, "FROBNICATE audio", "no statement that PostgreSQL knows")
        .problem(
            ".github/concertina.yml",
            4,
            3,
            "unknown rule `any/dropped-colum`; did you mean `any/dropped-column`?")
        .report();
  }

  /** Places that are hard to underline: long lines, many lines, tabs, wide characters. */
  static Report layout() {
    String file = "db/migration/V47__layout.sql";
    String columns =
        "(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z)";
    String text =
        "INSERT INTO alphabet "
            + columns
            + " SELECT * FROM old_alphabet WHERE a > 0;"
            + " DELETE FROM old_alphabet; INSERT INTO log VALUES ('done with "
            + columns
            + "');\n"
            + "\tALTER TABLE\tlänge DROP COLUMN 長さ, DROP COLUMN cafe\u0301;\n"
            + "ALTER TABLE audio\n  RENAME COLUMN length\n    TO length_ms;\r\n"
            + "UPDATE audio\nSET a = 1,\n    b = 2,\n    c = 3,\n    d = 4\nWHERE true;\n"
            + "TRUNCATE image CASCADE";
    return new Sample()
        .migration(file, 6, 0, Verdict.BLOCKED, RollbackFloor.NEW, text)
        .finding(error(file, "DELETE FROM old_alphabet", "A clause in the middle of a long line."))
        .finding(error(file, "DROP COLUMN cafe\u0301", "Tabs, wide and combining characters."))
        .finding(error(file, "RENAME COLUMN length\n    TO length_ms", "A clause on two lines."))
        .finding(
            error(
                file,
                text.substring(text.indexOf("UPDATE"), text.indexOf(";\nTRUNCATE")),
                "A statement on many lines."))
        .finding(
            error(file, "TRUNCATE image CASCADE", "The last line, without an end.")
                .effect(
                    Effect.locking(Name.of("image"), Lock.ACCESS_EXCLUSIVE)
                        .and(Name.of("thumbnails"), Lock.ACCESS_EXCLUSIVE, Role.REFERENCING))
                .related(
                    new Finding.Related(
                        file, Sample.span(text, "UPDATE audio"), "rows are changed here")))
        .report();
  }

  private static Draft error(String file, String clause, String message) {
    return new Draft("any/example", Severity.ERROR, file, clause).says(message, "");
  }

  /** A plan without its finding's file at hand. */
  static Plan plan() {
    return SamplePlans.RENAME;
  }
}
