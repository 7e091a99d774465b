package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.sql.LineTable;
import dev.concertina.sql.Statement.Comment;
import dev.concertina.syntax.Comments;
import dev.concertina.syntax.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A changelog in XML, YAML or JSON. */
final class DocumentChangelog implements Changelog {

  /** What in a change set changes nothing in the database. */
  private static final Set<String> SILENT =
      Set.of("comment", "preConditions", "rollback", "validCheckSum", "property");

  private final String text;
  private final Element root;
  private final List<Comment> comments;

  DocumentChangelog(String text, Document document) {
    this.text = text;
    root = document.root();
    comments = document.comments();
  }

  @Override
  public String logicalPath() {
    return root.filled("logicalFilePath");
  }

  @Override
  public List<Entry> entries(Audience audience) {
    List<Entry> entries = new ArrayList<>();
    for (Element element : root.children()) {
      boolean include = element.name().equals("include");
      String path = include ? element.filled("file") : element.filled("path");
      if (include || element.name().equals("includeAll")) {
        String context = element.filled("context");
        boolean relative = element.flag("relativeToChangelogFile");
        if (path != null) {
          entries.add(
              new Include(
                  path,
                  relative,
                  !include,
                  context != null ? context : element.filled("contextFilter")));
        }
      } else if (element.name().equals("property")
          && element.filled("name") != null
          && element.get("value") != null
          && !audience.passesBy(element)) {
        entries.add(
            new Property(
                element.get("name").strip(), element.get("value"), element.flag("global", true)));
      }
    }
    return entries;
  }

  @Override
  public List<ChangeSet> changeSets(Setting setting) {
    List<ChangeSet> sets = new ArrayList<>();
    if (setting.audience().passesBy(root)) {
      return sets;
    }
    int from = 0;
    for (Element element : root.children()) {
      if (element.name().equals("changeSet")) {
        Element expanded = setting.parameters().expand(element);
        if (!setting.audience().passesBy(expanded) && !expanded.flag("ignore")) {
          sets.add(changeSet(expanded, from, setting));
        }
        from = element.span().end();
      }
    }
    return sets;
  }

  private ChangeSet changeSet(Element element, int from, Setting setting) {
    List<Comment> own = new ArrayList<>();
    for (Comment comment : comments) {
      boolean above = comment.span().start() >= from;
      if (above && comment.span().line() <= element.span().endLine()) {
        own.add(comment);
      }
    }
    Transcript transcript = new Transcript(setting.reader(), text, new Comments(own));
    List<Element> alterations = alterations(element, setting.audience());
    String strategy = element.filled("objectQuotingStrategy");
    Identifiers names =
        Identifiers.of(strategy == null ? root.filled("objectQuotingStrategy") : strategy);
    Changes changes =
        new Changes(
            names,
            new Outbox(transcript, alterations),
            setting.resources(),
            setting.parameters(),
            setting.audience());
    StringBuilder wording = new StringBuilder();
    for (Element child : element.children()) {
      changes.write(child);
      if (!SILENT.contains(child.name())) {
        Fingerprints.add(child, setting.resources(), wording);
      }
    }
    return new ChangeSet(
        element.get("author") + ":" + element.get("id"),
        element.flag("runInTransaction", true),
        element.flag("runOnChange") || element.flag("runAlways"),
        element.find("validCheckSum") != null || element.child("validCheckSum") != null,
        wording.toString(),
        transcript.statements(),
        firstLine(element.span()));
  }

  private static List<Element> alterations(Element changeSet, Audience audience) {
    return changeSet
        .all("modifySql")
        .filter(modification -> !audience.otherDatabase(modification))
        .flatMap(modification -> modification.children().stream())
        .toList();
  }

  private Span firstLine(Span span) {
    int end = text.indexOf('\n', span.start());
    int last = end < 0 || end > span.end() ? span.end() : end;
    return new LineTable(text).span(span.start(), Math.max(span.start() + 1, last));
  }
}
