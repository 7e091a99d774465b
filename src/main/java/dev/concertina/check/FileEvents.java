package dev.concertina.check;

import dev.concertina.check.Request.PlacedEvent;
import dev.concertina.migration.Change;
import dev.concertina.migration.Edit;
import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.rule.FileEvent;
import dev.concertina.rule.Finding;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened to migration files as wholes, as the rules about them see it. */
final class FileEvents {
  private final Change change;

  FileEvents(Change change) {
    this.change = change;
  }

  List<PlacedEvent> all() {
    List<PlacedEvent> events = new ArrayList<>();
    for (Edit edit : change.edits()) {
      if (edit.matters()) {
        events.add(edited(edit));
      }
    }
    for (Change.Collision one : change.collisions()) {
      boolean heads = one.framework() == Framework.DJANGO || one.framework() == Framework.ALEMBIC;
      String message = heads ? "ends the history too" : "has version " + one.version() + " already";
      Finding.Related other = new Finding.Related(one.other(), Span.FILE, message);
      String what = heads ? "two-heads" : "duplicate-version";
      events.add(file(one.path(), event(what, one.framework(), one.version(), other)));
    }
    for (Change.ModelDrift one : change.drifts()) {
      String what = "model-" + one.drift().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      FileEvent event = event(what, Framework.DJANGO, one.drift().field(), null);
      events.add(new PlacedEvent(one.path(), one.drift().span(), event, one.text()));
    }
    for (Change.Late one : change.late()) {
      Finding.Related newest = new Finding.Related(one.newest(), Span.FILE, "sorts after it");
      events.add(file(one.path(), event("out-of-order", one.framework(), one.newest(), newest)));
    }
    change.unlisted().forEach(one -> events.add(listing(one, "unlisted", "doesn't list it")));
    change.stale().forEach(one -> events.add(listing(one, "stale-sum", "has another sum for it")));
    return events;
  }

  private PlacedEvent listing(Change.Unlisted one, String what, String message) {
    Finding.Related list = new Finding.Related(one.list(), Span.FILE, message);
    return file(one.path(), event(what, one.framework(), one.list(), list));
  }

  private static PlacedEvent edited(Edit edit) {
    String what = edit.kind().name().toLowerCase(Locale.ROOT);
    boolean renamed = edit.kind() == Edit.Kind.RENAMED;
    Span place = edit.kind() == Edit.Kind.EDITED ? edit.firstChange() : Span.FILE;
    FileEvent event = event(what, edit.framework(), renamed ? edit.previousPath() : null, null);
    return new PlacedEvent(edit.path(), place, event, edit.after());
  }

  private PlacedEvent file(String path, FileEvent event) {
    return new PlacedEvent(path, Span.FILE, event, text(path));
  }

  private String text(String path) {
    return change.migrations().stream()
        .filter(migration -> migration.path().equals(path))
        .map(Migration::text)
        .findFirst()
        .orElse("");
  }

  private static FileEvent event(
      String what, Framework framework, String detail, Finding.Related related) {
    return new FileEvent(
        "migration", what, framework.id(), framework.checksummed(), detail, related);
  }
}
