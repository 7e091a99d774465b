package dev.concertina.migration;

import dev.concertina.django.Drift;
import dev.concertina.migration.ChangedFile.Status;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.sql.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads changed files into a {@link Change}. */
final class ChangeReader {

  private static final List<String> BUILDS =
      List.of(
          "concurrently",
          "create index",
          "create unique",
          "reindex",
          "add unique",
          "add primary",
          "add constraint");

  private final Collection<ChangedFile> files;
  private final Layout base;
  private final Layout head;
  private final Layout tip;
  private final MigrationReader reader;
  private final MigrationReader baseReader;
  private final List<Placed> migrations = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Place> added = new ArrayList<>();
  private final List<Change.Collision> twins = new ArrayList<>();
  private final List<Change.Ignored> ignored = new ArrayList<>();

  private record Placed(Place place, Migration migration) {}

  ChangeReader(
      Tree base,
      Tree baseTip,
      Collection<ChangedFile> files,
      LayoutSettings settings,
      Readings readings) {
    this.files = files;
    this.base = new Layout(base, settings, readings);
    head = new Layout(new ChangedTree(base, files), settings, readings);
    tip = baseTip == base ? this.base : new Layout(baseTip, settings, readings);
    reader = new MigrationReader(head);
    baseReader = new MigrationReader(this.base);
  }

  Change read() {
    files.forEach(this::read);
    migrations.sort(runOrder());
    Versions versions = new Versions(base, head, tip, added);
    List<Change.Collision> collisions = new ArrayList<>(versions.collisions());
    collisions.addAll(twins);
    return new Change(
        migrations.stream().map(Placed::migration).toList(),
        edits,
        collisions,
        versions.late(),
        versions.unlisted(),
        versions.stale(),
        ignored,
        drifts(),
        flyway());
  }

  private List<Change.ModelDrift> drifts() {
    Map<ChangedFile, List<Drift.Edited>> edited = new LinkedHashMap<>();
    for (ChangedFile file : files) {
      boolean models = file.status() == Status.EDITED && DjangoProjects.holdsModels(file.path());
      byte[] before = models ? before(file) : null;
      if (before != null && file.after() != null) {
        edited.put(file, Drift.Edited.in(Decoded.of(before).text(), text(file)));
      }
    }
    List<Drift.Edited> all = edited.values().stream().flatMap(List::stream).toList();
    List<Change.ModelDrift> drifts = new ArrayList<>();
    edited.forEach(
        (file, classes) ->
            head.django()
                .drifts(file.path(), classes, all)
                .forEach(one -> drifts.add(new Change.ModelDrift(file.path(), text(file), one))));
    return drifts;
  }

  private static String text(ChangedFile file) {
    return Decoded.of(file.after()).text();
  }

  /** The lock matters to what builds an index, and is dear to look for. */
  private FlywaySettings flyway() {
    List<Migration> all =
        migrations.stream()
            .filter(p -> p.place.framework() == Framework.FLYWAY)
            .map(Placed::migration)
            .toList();
    if (all.isEmpty()) {
      return FlywaySettings.DEFAULT;
    }
    boolean builds =
        all.stream()
            .map(m -> m.text().toLowerCase(Locale.ROOT))
            .anyMatch(text -> BUILDS.stream().anyMatch(text::contains));
    return builds ? head.flywayEverywhere() : head.flyway();
  }

  private static Comparator<Placed> runOrder() {
    return Comparator.comparing((Placed p) -> p.migration.postDeploy())
        .thenComparing(p -> p.migration.history())
        .thenComparing(p -> p.migration.direction())
        .thenComparing(Placed::place, Place.order());
  }

  private void read(ChangedFile file) {
    Layout.Placement now = file.status() == Status.DELETED ? null : head.place(file.path());
    Place after = now == null ? null : now.place();
    Place before = file.status() == Status.ADDED ? null : base.place(previousPath(file)).place();
    if (after == null && before == null) {
      if (FileName.isSql(Path.name(file.path())) && now != null) {
        ignored.add(new Change.Ignored(file.path(), now.ignored()));
      }
    } else if (after == null) {
      // A changelog that only brings in others may go.
      if (ran(before) || !baseReader.parts(before, before(file)).isEmpty()) {
        edits.add(deleted(file, before));
      }
    } else if (before == null && isScript(after)) {
      // What is new in it is judged where a changelog runs it.
      return;
    } else if (before == null && isEarlierScript(file, after)) {
      return;
    } else if (before == null && isForNewDatabases(after)) {
      ignored.add(new Change.Ignored(file.path(), "only a new database runs it"));
    } else if (before == null || reworked(before, after)) {
      added.add(after);
      reader.read(after, file.after()).forEach(m -> migrations.add(new Placed(after, m)));
      if (remembersParts(after)) {
        twins(after, new PartChanges(List.of(), reader.parts(after, file.after())));
      }
    } else if (remembersParts(before) && remembersParts(after)) {
      editedParts(file, before, after);
    } else {
      edited(file, before, after);
    }
  }

  private static String previousPath(ChangedFile file) {
    return file.status() == Status.RENAMED ? file.previousPath() : file.path();
  }

  private byte[] before(ChangedFile file) {
    return file.before() != null
        ? file.before()
        : base.files().bytes(previousPath(file)).orElse(null);
  }

  private Edit deleted(ChangedFile file, Place place) {
    byte[] bytes = before(file);
    return new Edit(
        Edit.Kind.DELETED,
        file.path(),
        previousPath(file),
        place.framework(),
        place.history(),
        false,
        Span.FILE,
        true,
        bytes == null ? "" : Decoded.of(bytes).text(),
        "");
  }

  private void edited(ChangedFile file, Place before, Place after) {
    byte[] oldBytes = before(file);
    List<Migration> oldOnes = baseReader.read(before, oldBytes);
    boolean sameVersion = Versions.same(before, after);
    if (!sameVersion) {
      added.add(after);
    }
    Map<String, Integer> known = wordings(oldOnes, before.engine().syntax());
    for (Migration migration : reader.read(after, file.after())) {
      List<Statement> news = news(migration, known);
      if (!news.isEmpty()) {
        migrations.add(new Placed(after, migration.with(news)));
      }
    }
    if (ran(before)) {
      edits.add(edit(file, before, sameVersion, oldBytes));
    }
  }

  private static boolean remembersParts(Place place) {
    return place.framework() == Framework.LIQUIBASE
        && place.kind() == Place.Kind.PROGRAM
        && place.engine().judged();
  }

  private void twins(Place place, PartChanges parts) {
    for (String id : parts.twins()) {
      twins.add(new Change.Collision(place.path(), place.path(), id, place.framework()));
    }
  }

  private void editedParts(ChangedFile file, Place before, Place after) {
    byte[] oldBytes = before(file);
    String old = oldBytes == null ? "" : Decoded.of(oldBytes).text();
    String now = file.after() == null ? "" : Decoded.of(file.after()).text();
    if (file.after() == null) {
      reader.read(after, null).forEach(m -> migrations.add(new Placed(after, m)));
      return;
    }
    PartChanges parts =
        new PartChanges(baseReader.parts(before, oldBytes), reader.parts(after, file.after()));
    parts.news().forEach(p -> migrations.add(new Placed(after, reader.migration(after, p, now))));
    twins(after, parts);
    boolean moved =
        !before.path().equals(after.path())
            && !base.programs(before.framework())
                .remembered(before, old)
                .equals(head.programs(after.framework()).remembered(after, now));
    if (moved) {
      edits.add(edit(file, before, false, oldBytes));
      return;
    }
    List<Span> places = new ArrayList<>(parts.edited());
    if (parts.removed()) {
      places.add(firstChange(old, now));
    }
    places.forEach(place -> edits.add(editedPart(file, before, place, old, now)));
  }

  private static Edit editedPart(
      ChangedFile file, Place before, Span place, String old, String now) {
    return new Edit(
        Edit.Kind.EDITED,
        file.path(),
        previousPath(file),
        before.framework(),
        before.history(),
        true,
        place,
        true,
        old,
        now);
  }

  /** Whether a file stands for something that may have run and is not run again. */
  private static boolean ran(Place place) {
    // A changelog of Liquibase is edited whenever a change set is added to it.
    return place.goesUp() && place.kind() != Place.Kind.REPEATABLE && !remembersParts(place);
  }

  private boolean isForNewDatabases(Place place) {
    return place.kind() == Place.Kind.BASELINE
        && base.history(place.history()).stream().anyMatch(p -> p.kind() != Place.Kind.BASELINE);
  }

  /** Sqitch keeps the script of a reworked change under another name. */
  private boolean isEarlierScript(ChangedFile file, Place place) {
    int tag = place.framework() == Framework.SQITCH ? place.path().lastIndexOf('@') : -1;
    return tag >= 0
        && base.files()
            .bytes(place.path().substring(0, tag) + ".sql")
            .map(bytes -> Arrays.equals(bytes, file.after()))
            .orElse(false);
  }

  /** A change that Sqitch's plan names once more is run once more. */
  private static boolean reworked(Place before, Place after) {
    return before.framework() == Framework.SQITCH
        && after.listed()
        && after.position() > before.position();
  }

  private static boolean isScript(Place place) {
    return place.framework() == Framework.LIQUIBASE && place.kind() != Place.Kind.PROGRAM;
  }

  private static Edit edit(ChangedFile file, Place place, boolean sameVersion, byte[] oldBytes) {
    String old = oldBytes == null ? "" : Decoded.of(oldBytes).text();
    String now = file.after() == null ? "" : Decoded.of(file.after()).text();
    boolean renamed = file.status() == Status.RENAMED;
    return new Edit(
        renamed ? Edit.Kind.RENAMED : Edit.Kind.EDITED,
        file.path(),
        previousPath(file),
        place.framework(),
        place.history(),
        sameVersion,
        renamed ? Span.FILE : firstChange(old, now),
        !upWording(place, old).equals(upWording(place, now)),
        old,
        now);
  }

  private static String upWording(Place place, String text) {
    if (place.kind() == Place.Kind.UNREAD || place.kind() == Place.Kind.PROGRAM) {
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !isComment(line))
          .collect(Collectors.joining("\n"));
    }
    StringBuilder wording = new StringBuilder();
    for (Sections.Section section : MigrationReader.sections(place, text)) {
      if (section.direction() == Migration.Direction.UP) {
        String part = text.substring(section.from(), section.to());
        wording.append(Wording.of(part, place.engine().syntax()));
      }
    }
    return wording.toString();
  }

  /** A comment on a line of its own, in any of the languages of programs. */
  private static boolean isComment(String line) {
    return line.startsWith("#")
        || line.startsWith("//")
        || line.startsWith("/*")
        || line.startsWith("*")
        || line.startsWith("<!--");
  }

  /** The first line of the new text that the old one does not have at that place. */
  static Span firstChange(String before, String after) {
    String[] old = before.split("\n", -1);
    String[] now = after.split("\n", -1);
    int line = 0;
    int offset = 0;
    while (line < now.length - 1 && line < old.length && now[line].equals(old[line])) {
      offset += now[line].length() + 1;
      line++;
    }
    int length = now[line].stripTrailing().length();
    return new Span(offset, offset + length, line + 1, 1, line + 1, Math.max(1, length));
  }

  private static Map<String, Integer> wordings(List<Migration> migrations, SqlSyntax syntax) {
    Map<String, Integer> wordings = new HashMap<>();
    for (Migration migration : migrations) {
      for (Statement statement : migration.statements()) {
        wordings.merge(key(migration, statement, syntax), 1, Integer::sum);
      }
    }
    return wordings;
  }

  private static String key(Migration migration, Statement statement, SqlSyntax syntax) {
    return migration.direction() + "\n" + Wording.of(statement.text(), syntax);
  }

  /** The statements that were not there, and what decides in which transaction they run. */
  private static List<Statement> news(Migration migration, Map<String, Integer> known) {
    List<Statement> kept = new ArrayList<>();
    boolean any = false;
    for (Statement statement : migration.statements()) {
      String key = key(migration, statement, migration.engine().syntax());
      boolean old = known.getOrDefault(key, 0) > 0;
      known.computeIfPresent(key, (k, count) -> count - 1);
      boolean whole = statement.text().isEmpty();
      if (!old || whole || steers(statement)) {
        kept.add(statement);
      }
      any |= !old || whole;
    }
    return any ? kept : List.of();
  }

  private static boolean steers(Statement statement) {
    return statement.operations().stream()
        .allMatch(
            o ->
                o instanceof Operation.Begin
                    || o instanceof Operation.Commit
                    || o instanceof Operation.Rollback
                    || o instanceof Operation.SetVariable);
  }
}
