package dev.concertina.migration;

import dev.concertina.liquibase.ChangeSet;
import dev.concertina.liquibase.Changelog;
import dev.concertina.liquibase.Parameters;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.UnreadableSourceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The changelogs of a tree. All that one brings in are one history, which goes by the path of the
 * changelog that nobody brings in.
 */
final class LiquibaseChangelogs implements Programs {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Tree tree;
  private final RepositoryFiles files;
  private final Map<String, ChangelogOrder> orders = new HashMap<>();
  private ChangelogIncludes includes;

  LiquibaseChangelogs(Tree tree, RepositoryFiles files) {
    this.tree = tree;
    this.files = files;
  }

  /** Made when the first changelog is asked for: most trees have none. */
  private ChangelogIncludes includes() {
    if (includes == null) {
      includes = new ChangelogIncludes(tree, files);
    }
    return includes;
  }

  @Override
  public Place place(String path, Engine engine) {
    String root = includes().root(path);
    return new Place(
        path,
        Framework.LIQUIBASE,
        engine,
        root,
        Version.of(path),
        ordered(root).position(path),
        Place.Kind.PROGRAM);
  }

  private ChangelogOrder ordered(String root) {
    return orders.computeIfAbsent(root, path -> ChangelogOrder.of(path, includes()));
  }

  @Override
  public boolean owns(String history) {
    boolean changelog = FileName.isDocument(history) || FileName.isSql(Path.name(history));
    return changelog && files.has(history);
  }

  @Override
  public List<String> order(String history) {
    return ordered(history).paths();
  }

  @Override
  public String remembered(Place place, String text) {
    try {
      String logical = Changelog.read(place.path(), text).logicalPath();
      return logical == null ? place.path() : logical;
    } catch (UnreadableSourceException none) {
      return place.path();
    }
  }

  @Override
  public List<Part> read(Place place, String text) {
    ChangelogOrder.Reached reached = ordered(place.history()).reached(place.path());
    if (!reached.runs()) {
      return List.of();
    }
    try {
      Changelog changelog = Changelog.read(place.path(), text);
      Parameters parameters = reached.parameters();
      for (Changelog.Entry entry : changelog.entries(ChangelogIncludes.AUDIENCE)) {
        if (entry instanceof Changelog.Property one) {
          parameters = parameters.with(one.name(), one.value());
        }
      }
      Changelog.Setting setting =
          new Changelog.Setting(
              reader,
              ChangelogIncludes.AUDIENCE,
              parameters,
              (file, relative) -> resource(place.path(), file, relative));
      return changelog.changeSets(setting).stream().map(LiquibaseChangelogs::part).toList();
    } catch (UnreadableSourceException unreadable) {
      return List.of(Part.of(Program.unread(unreadable.getMessage())));
    }
  }

  private String resource(String from, String written, boolean relative) {
    String path = includes().resolve(from, written, relative);
    return path == null ? null : files.text(path);
  }

  private static Part part(ChangeSet set) {
    return new Part(
        set.id(),
        set.transactional(),
        set.repeatable(),
        set.statements(),
        null,
        new Part.Memory(set.wording(), set.editable(), set.span()));
  }
}
