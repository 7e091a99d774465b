package dev.concertina.migration;

import dev.concertina.django.Drift;
import dev.concertina.migration.ChangedFile.Status;
import dev.concertina.schema.Span;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    Placement now = file.status() == Status.DELETED ? null : head.place(file.path());
    Place after = now == null ? null : now.place();
    Place before =
        file.status() == Status.ADDED ? null : base.place(FileEdits.previousPath(file)).place();
    if (after == null && before == null) {
      if (FileName.isSql(Path.name(file.path())) && now != null) {
        ignored.add(new Change.Ignored(file.path(), now.ignored()));
      }
    } else if (after == null) {
      // A changelog that only brings in others may go.
      if (ran(before) || !baseReader.parts(before, before(file)).isEmpty()) {
        edits.add(FileEdits.deleted(file, before, before(file)));
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

  private byte[] before(ChangedFile file) {
    return file.before() != null
        ? file.before()
        : base.files().bytes(FileEdits.previousPath(file)).orElse(null);
  }

  private void edited(ChangedFile file, Place before, Place after) {
    byte[] oldBytes = before(file);
    List<Migration> oldOnes = baseReader.read(before, oldBytes);
    boolean sameVersion = Versions.same(before, after);
    if (!sameVersion) {
      added.add(after);
    }
    NewStatements unknown = new NewStatements(oldOnes, before.engine().syntax());
    for (Migration migration : reader.read(after, file.after())) {
      List<Statement> news = unknown.in(migration);
      if (!news.isEmpty()) {
        migrations.add(new Placed(after, migration.with(news)));
      }
    }
    if (ran(before)) {
      edits.add(FileEdits.edited(file, before, sameVersion, oldBytes));
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
      edits.add(FileEdits.edited(file, before, false, oldBytes));
      return;
    }
    List<Span> places = new ArrayList<>(parts.edited());
    if (parts.removed()) {
      places.add(FileEdits.firstChange(old, now));
    }
    places.forEach(place -> edits.add(FileEdits.part(file, before, place, old, now)));
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
}
